import type { Dispute } from "../link/disputes/find-disputes.js";
import type { DueOn } from "../link/due/due-things.js";
import type { Event, TellingFacts } from "../link/events/group-events.js";
import { tellingsToShow } from "../link/events/telling-to-show.js";
import type { KnownHistory, KnownState } from "../link/postures/known-history.js";
import { lineId } from "../store/line-id.js";
import type { DatedStatement, ToldWords } from "../store/queries/told-in-period.js";
import { type BriefLine, disputeLine, eventLine, stateLine, statementLine } from "./brief-line.js";
import type { StatementGroup } from "./brief-ranking.js";
import { plainDueLine } from "./due-view.js";

/** Something that is chosen for a page before the records with its words are read, which would take longer than all else. */
export type Chosen = (
  | { readonly kind: "event"; readonly event: Event<TellingFacts> }
  | {
      readonly kind: "state";
      readonly history: KnownHistory;
      readonly state: KnownState;
    }
  | { readonly kind: "statement"; readonly group: StatementGroup<DatedStatement> }
  | { readonly kind: "dispute"; readonly dispute: Dispute }
  | { readonly kind: "due"; readonly due: DueOn }
) & {
  /** What else its line says of it, where it is news. */
  readonly news?: Partial<Pick<BriefLine, "mark" | "sides" | "story">> & { readonly facts?: readonly string[] };
};

/** What may be news: a thing to come has a section of its own. */
export type ToldThing = Exclude<Chosen, { readonly kind: "due" }>;

/** The articles that tell the chosen, and the lines and articles whose words they are shown with; all by their ids. */
export function idsToShow(chosen: readonly Chosen[]): {
  readonly articles: readonly string[];
  readonly lines: readonly string[];
  readonly texts: readonly string[];
  readonly tellings: readonly TellingFacts[];
} {
  const ends = chosen.flatMap((one) =>
    one.kind === "dispute" ? one.dispute.sides.flatMap((side) => side.ends.slice(0, mostEnds)) : [],
  );
  return {
    articles: chosen.flatMap(tellingArticles),
    lines: [
      ...chosen.flatMap(linesToChooseOf),
      ...ends.flatMap(({ article, line }) => (line === null ? [] : [lineId(article, line)])),
    ],
    texts: ends.flatMap(({ article, line }) => (line === null ? [article] : [])),
    tellings: chosen.flatMap((one) => (one.kind === "event" ? one.event.tellings : [])),
  };
}

/** Of a side so many ends are asked whose voices they are. */
const mostEnds = 12;

function tellingArticles(chosen: Chosen): readonly string[] {
  if (chosen.kind === "state") return chosen.state.told.in;
  return tellersOf(chosen).map(({ article }) => article);
}

function tellersOf(chosen: Exclude<Chosen, { readonly kind: "state" }>): readonly { readonly article: string }[] {
  switch (chosen.kind) {
    case "event":
      return chosen.event.tellings;
    case "statement":
      return chosen.group.told;
    case "dispute":
      return chosen.dispute.sides.flatMap(({ ends }) => ends);
    case "due":
      return chosen.due.thing.tellings;
  }
}

/** The ids of the lines of which one stands for it, the others where the first does not say enough by itself; none for a dispute. */
export function linesToChooseOf(chosen: Chosen): readonly string[] {
  switch (chosen.kind) {
    case "dispute":
      return [];
    case "statement":
      return [chosen.group.shown.id];
    case "due":
      return [lineOf(chosen.due.thing.tellings[0])];
    default:
      return tellingsToShow(tellingsOf(chosen)).map(lineOf);
  }
}

/** What tells an act or a state; nothing of all else. */
export function tellingsOf(chosen: Chosen): readonly TellingFacts[] {
  if (chosen.kind !== "event" && chosen.kind !== "state") return [];
  return (chosen.kind === "event" ? chosen.event : chosen.state).tellings;
}

function lineOf({ article, line }: { readonly article: string; readonly line: string }): string {
  return lineId(article, line);
}

/** The lines of the chosen; those whose words are not at hand are left out. */
export function linesOfChosen(chosen: readonly Chosen[], sources: ToldWords): readonly BriefLine[] {
  return chosen.flatMap((one) => {
    const line = plainLine(one, sources);
    if (line === null) return [];
    const { facts = [], ...changed } = one.news ?? {};
    return [{ ...line, ...changed, facts: [...facts, ...line.facts] }];
  });
}

function plainLine(chosen: Chosen, sources: ToldWords): BriefLine | null {
  switch (chosen.kind) {
    case "event":
      return eventLine(chosen.event, sources);
    case "state":
      return stateLine(chosen.history, chosen.state, sources);
    case "due":
      return plainDueLine(chosen.due, sources);
    case "dispute":
      return disputeLine(chosen.dispute, sources);
    case "statement": {
      const { shown, told, origins } = chosen.group;
      return statementLine({ id: shown.id, same: told.map(({ article }) => article), origins }, sources);
    }
  }
}
