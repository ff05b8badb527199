import { briefBlocks, partTitles } from "../brief-blocks.js";
import type { BriefLine, BriefVoice } from "../brief-line.js";
import type { BriefView } from "../brief-view.js";
import type { LanesView } from "../lanes-view.js";
import { shortDay } from "../plain-dates.js";
import { asReported, plainPosition } from "../plain-words.js";
import type { ReviewView } from "../review-view.js";
import type { StatementsByPartyView } from "../statements-by-party-view.js";
import { drawnTitle, drawnWords } from "./drawn-sheet.js";
import { type Columns, countedAs, type Sheet, sheetOf } from "./sheet.js";

/** A line of a brief, or one voice of a dispute that stands there. */
interface Told {
  readonly line: BriefLine;
  readonly under: string | null;
  /** What of its heading it is: "What was done", "news". */
  readonly part: string | null;
  readonly isNews?: boolean;
  readonly said?: { readonly position: string; readonly voice: BriefVoice };
  /** When it was, where that is more exact than its day. */
  readonly at?: string;
  readonly chain?: readonly string[];
}

const columns: Columns<Told> = {
  who: ({ line, said }) => said?.voice.who ?? line.who,
  whom: ({ line }) => line.whom,
  what: ({ line, said }) => (said === undefined ? line.mark : plainPosition(said.position, { one: true })),
  day: ({ line, said, at }) => (said === undefined ? (at ?? line.day) : said.voice.day),
  dated: ({ line, said }) => (said === undefined && line.day !== null ? line.dated : null),
  facts: ({ line, said }) => (said === undefined ? line.facts.join("; ") : null),
  according_to: ({ chain }) => chain?.join(" → "),
  words: ({ line, said }) => (said?.voice ?? line).words?.text,
  reports: ({ line, said }) => (said === undefined ? line.told.articles : null),
  origins: ({ line, said }) => (said === undefined ? line.told.origins : null),
  outlets: ({ line, said }) =>
    said === undefined ? line.told.in.flatMap(({ outlet }) => outlet ?? []).join("; ") : null,
  sourcing: ({ line, said }) => (said === undefined ? line.reliability?.sourcing : null),
  credibility: ({ line, said }) => (said === undefined ? line.reliability?.credibility : null),
  id: ({ line }) => line.id,
};

const datedWords = { on: "on", since: "since", reported: "reported", by: "by", until: "until" } as const;

interface About {
  readonly title: string;
  /** Whether the part is a heading in a document, too. */
  readonly hasParts?: boolean;
  readonly about?: readonly string[];
  readonly more?: boolean;
  /** The columns for what they stand under and for the part of that: "story" and "part", "party" and "kind". */
  readonly heads: Columns<Told>;
}

function linesSheet({ heads, hasParts = false, ...about }: About, told: readonly Told[]): Sheet {
  return sheetOf(about, { ...heads, ...columns }, told, (one) => ({
    under: one.under,
    part: hasParts ? one.part : null,
    cite: one.said === undefined ? one.line.line : one.said.voice.line,
    entry: { lead: leadOf(one), facts: factsOf(one), within: one.said !== undefined },
  }));
}

const underOf = ({ under }: Told): string | null => under;
const partOf = ({ part }: Told): string | null => part;
const byParty: Columns<Told> = { party: underOf, kind: partOf };

function leadOf({ line, said }: Told): string {
  if (said !== undefined) return `${said.voice.who}: ${plainPosition(said.position, { one: true })}`;
  if (line.id.startsWith("di_")) return line.words?.text ?? line.mark;
  if (line.mark === asReported) return line.words?.text ?? line.mark;
  return `${line.who ?? "Somebody unnamed"}${line.whom === null ? "" : ` → ${line.whom}`}: ${line.mark}`;
}

function factsOf({ line, said, chain, isNews }: Told): readonly string[] {
  if (said !== undefined) {
    const { day, line: cited, words } = said.voice;
    // What no line tells has no citation to stand under it.
    return [...(day === null ? [] : [shortDay(day)]), ...(cited === null ? [`“${words.text}”`] : [])];
  }
  return [
    ...(line.day === null ? [] : [`${datedWords[line.dated]} ${shortDay(line.day)}`]),
    // That it is new is said by its line already, where it is.
    ...(isNews === true && !line.facts.includes("new") ? ["new"] : []),
    ...line.facts,
    ...(chain === undefined || chain.length === 0 ? [] : [`according to ${chain.join(" → ")}`]),
    `${countedAs(line.told.articles, "report")}, ${countedAs(line.told.origins, "origin")}`,
  ];
}

/** A dispute is told with its voices under it. */
function withVoices(told: Told): readonly Told[] {
  const voices = told.line.sides.flatMap(({ position, voices: own }) => own.map((voice) => ({ position, voice })));
  return [told, ...voices.map((said) => ({ ...told, said }))];
}

/** The brief, story by story as the page has it, then what is due. */
export function briefSheet(view: BriefView): Sheet {
  const { period, size, about, due } = view;
  const blocks = briefBlocks(view).flatMap(({ story, parts }) =>
    parts.flatMap(({ kind, lines }) =>
      lines.map(({ line, isNews }): Told => {
        return {
          line,
          isNews,
          under: story === null ? "Besides" : (story.title ?? "Untitled story"),
          part: partTitles[kind],
        };
      }),
    ),
  );
  const dues = due.lines.map((line): Told => ({ line, under: "Due", part: null }));
  return linesSheet(
    {
      title: `Brief, ${daysOf(period)}`,
      hasParts: true,
      heads: {
        story: underOf,
        part: partOf,
        new: ({ isNews }) => (isNews === undefined ? null : isNews ? "yes" : "no"),
      },
      about: [
        [
          countedAs(size.articles, "article"),
          countedAs(size.outlets, "outlet"),
          countedAs(size.stories, "story", "stories"),
        ].join(", "),
        ...about,
      ],
    },
    [...blocks, ...dues].flatMap(withVoices),
  );
}

function daysOf({ since, until }: BriefView["period"]): string {
  return since === null && until === null ? "all days" : drawnTitle({ since, until });
}

/** What the lanes of the timeline have, each under its party, those with the most origins first. */
export function timelineSheet(view: LanesView): Sheet {
  const { lanes, others, more, drawn } = view;
  const named = [
    ...lanes.map(({ party, marks }) => ({ under: party.name, marks })),
    { under: "Others", marks: others.marks },
  ];
  const told = named.flatMap(({ under, marks }) =>
    marks.map((mark): Told => ({ line: mark, under, part: mark.kind, at: mark.from })),
  );
  const left = more.actions + more.statements + more.postures + more.marks;
  return linesSheet({ title: "Timeline", about: drawnWords(drawn), more: left > 0, heads: byParty }, told);
}

/** What each party says, under its name. */
export function statementsSheet({ columns: parties, cells, drawn, moreOthers }: StatementsByPartyView): Sheet {
  const told = parties.flatMap(({ id, name }) =>
    cells
      .filter(({ party }) => party === id)
      .map(({ line, kind, at, chain }): Told => ({ line, under: name, part: kind, at, chain })),
  );
  const more = moreOthers > 0 || parties.some((one) => one.more > 0);
  return linesSheet({ title: "Statements by party", about: drawnWords(drawn), more, heads: byParty }, told);
}

/** What nobody has confirmed or rejected, the weightiest first. */
export function reviewSheet(items: readonly ReviewView[], more: boolean): Sheet {
  const told = items.map(({ line, kind }): Told => ({ line, under: null, part: kind }));
  return linesSheet({ title: "Left to be reviewed", more, heads: { kind: partOf } }, told);
}
