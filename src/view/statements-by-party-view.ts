import type { Dispute } from "../link/disputes/find-disputes.js";
import { compareNumbers, compareText } from "../link/link-input.js";
import type { Stance } from "../record/stance.js";
import { lineId } from "../store/line-id.js";
import type { FoundLine } from "../store/queries/find-lines.js";
import type { Party } from "../store/queries/parties.js";
import type { Sides, StanceOfSide } from "../store/queries/sides.js";
import { shownLine } from "../store/shown-line.js";
import { type BriefLine, statementLine } from "./brief-line.js";
import { type StatementGroup, sameStatements } from "./brief-ranking.js";
import type { DrawnView } from "./drawn-view.js";
import { lineView } from "./line-view.js";

/** Statements by party: the parties side by side, and how their words meet. */
export interface StatementsByPartyView {
  readonly drawn: DrawnView;
  /** Whom the most outlets quote first, or in the order in which they were asked for. */
  readonly columns: readonly ColumnView[];
  /** In order of time. */
  readonly cells: readonly CellView[];
  readonly ties: readonly SideTie[];
  /** Others who could be a column, and how many more there are. */
  readonly others: readonly SpeakerView[];
  readonly moreOthers: number;
}

export interface SpeakerView extends Party {
  readonly statements: number;
  /** Outlets whose own texts quote it. */
  readonly outlets: number;
}

export interface ColumnView extends SpeakerView {
  /** Statements of the days drawn that are left out. */
  readonly more: number;
}

/** What one party said, or where it took a side without words of its own. */
export interface CellView {
  /** The line. */
  readonly id: string;
  readonly party: string;
  readonly kind: "statement" | "stance";
  /** A day or a moment: when the first article that has it was published. */
  readonly at: string;
  /** Who told whom, the outlet first, without the speaker. */
  readonly chain: readonly string[];
  readonly story: string | null;
  readonly line: BriefLine;
}

/** That one cell backs or contradicts another, or a party whose words on it are not shown. */
export interface SideTie {
  readonly from: string;
  /** The cell; `null` where only the party is known. */
  readonly to: string | null;
  readonly toParty: string;
  readonly kind: "supports" | "disputes" | "responds";
  /** The relation of the stance, or `denies`. */
  readonly relation: string;
  /** What says so: the line of the stance, or the dispute. */
  readonly by: string;
}

const kinds: Readonly<Record<Stance["relation"], SideTie["kind"]>> = {
  supports: "supports",
  agrees: "supports",
  disputes: "disputes",
  rebukes: "disputes",
  plays_down: "disputes",
  responds: "responds",
};

export function statementsByPartyView(sides: Sides, drawn: DrawnView, articles: Articles): StatementsByPartyView {
  const { chosen } = sides;
  const groups = sameStatements(sides.statements);
  const said = groups.flatMap((group) => statementCell(group, sides, articles) ?? []);
  const cellOf = new Map(
    groups.flatMap(({ shown, told }) => told.map(({ id }) => [id, said.find((cell) => cell.id === shown.id)] as const)),
  );
  const taken = sides.stances.flatMap((stance) => stanceCell(stance, sides, cellOf, articles) ?? []);
  const cells = [...said, ...taken.flatMap(({ cell, own }) => (own ? [cell] : []))];
  const columns = new Set(chosen);
  const ties = [
    ...taken.flatMap(({ tie }) => (tie !== null && columns.has(tie.toParty) ? [tie] : [])),
    ...sides.disputes.flatMap((dispute) => disputeTies(dispute, cellOf)),
  ];
  const counts = new Map(sides.speakers.map((one) => [one.id, one]));
  const speaker = (id: string): readonly SpeakerView[] => {
    const party = sides.parties.get(id);
    const { statements = 0, outlets = 0 } = counts.get(id) ?? {};
    return party === undefined ? [] : [{ ...party, statements, outlets }];
  };
  const others = sides.speakers.filter(({ id }) => !columns.has(id));
  const named = others.flatMap(({ id }) => speaker(id));
  return {
    drawn,
    columns: chosen.flatMap((id) =>
      speaker(id).map((one) => {
        const shown = sides.statements.filter((statement) => statement.speaker === id).length;
        return { ...one, more: Math.max(0, one.statements - shown) };
      }),
    ),
    cells: inOrder(cells, [...sides.statements, ...sides.stances]),
    ties: onceEach(ties),
    others: named,
    moreOthers: others.length - named.length,
  };
}

/** By the instants of their articles; a bare date comes first on its day. */
function inOrder(
  cells: readonly CellView[],
  lines: readonly Pick<StanceOfSide, "id" | "day" | "time">[],
): readonly CellView[] {
  const when = new Map(lines.map(({ id, day, time }) => [id, { day, time: time ?? Number.NEGATIVE_INFINITY }]));
  const of = ({ id, at }: CellView) => when.get(id) ?? { day: at, time: 0 };
  return cells.toSorted(
    (a, b) => compareText(of(a).day, of(b).day) || compareNumbers(of(a).time, of(b).time) || compareText(a.id, b.id),
  );
}

/** The articles of the lines, by id, as a page names them. */
export type Articles = ReadonlyMap<
  string,
  BriefLine["told"]["in"][number] & { readonly day: string; readonly published: string | null }
>;

function statementCell({ shown, told, origins }: StatementGroup, sides: Sides, articles: Articles): CellView | null {
  const found = sides.lines.get(shown.id);
  const first = sides.statements.find(({ id }) => id === shown.id);
  const same = told.map(({ article }) => article);
  if (found === undefined || first === undefined) return null;
  const lines = new Map([[shown.id, shownLine(found.stored.record, found, found.stored.day)]]);
  const line = statementLine({ id: shown.id, same, origins }, { lines, articles, texts: new Map() });
  if (line === null) return null;
  return {
    ...{ id: shown.id, party: first.speaker, kind: "statement", at: momentOf(found, first.day) },
    ...{ chain: first.steps.slice(0, -1), story: shown.story, line },
  };
}

interface Taken {
  readonly cell: CellView;
  /** False where the cell is that of the statement that takes the stance. */
  readonly own: boolean;
  readonly tie: SideTie | null;
}

function stanceCell(
  { id, article, day, holder, target, relation }: StanceOfSide,
  sides: Sides,
  cellOf: ReadonlyMap<string, CellView | undefined>,
  articles: Articles,
): Taken | null {
  const found = sides.lines.get(id);
  const stance = found?.stored.record.stances.find((one) => one.id === found.id);
  if (found === undefined || stance === undefined) return null;
  const about = stance.target.statement;
  const to = about === null ? undefined : cellOf.get(lineId(article, about));
  const taker = takenBy(stance, found, holder, cellOf);
  const cell = taker ?? ownCell(found, { day, holder }, articles);
  const toParty = to?.party ?? target;
  const tie =
    toParty === null || to === cell || toParty === holder
      ? null
      : { from: cell.id, to: to?.id ?? null, toParty, kind: kinds[stance.relation], relation, by: id };
  return { cell, own: taker === null, tie };
}

/** What its holder says where the stance is taken: the statement that tells of it, or one in the same sentence. */
function takenBy(
  { accordingTo, evidence }: Stance,
  { stored }: FoundLine,
  holder: string,
  cellOf: ReadonlyMap<string, CellView | undefined>,
): CellView | null {
  const { statements, article } = stored.record;
  const beside = statements.filter((one) => one.evidence.some(([start]) => evidence.some(([own]) => own === start)));
  const ids = [...(accordingTo === null ? [] : [accordingTo]), ...beside.map(({ id }) => id)];
  return ids.flatMap((id) => cellOf.get(lineId(article.id, id)) ?? []).find(({ party }) => party === holder) ?? null;
}

function ownCell(
  found: FoundLine,
  { day, holder }: Pick<StanceOfSide, "day" | "holder">,
  articles: Articles,
): CellView {
  const view = lineView(found);
  const article = articles.get(view.article.id);
  const kind = kinds[view.type as Stance["relation"]];
  const line: BriefLine = {
    ...{ id: view.id, line: view.id, tone: kind === "disputes" ? "denial" : "talk" },
    ...{ mark: view.type.replace("_", " "), who: view.who, whom: view.whom, day, dated: "reported", sides: [] },
    facts: view.accordingTo.length === 0 ? [] : [`according to ${view.accordingTo.join(" → ")}`],
    words: { text: view.words, verbatim: false },
    told: { origins: 1, articles: 1, in: article === undefined ? [] : [article] },
  };
  const outlet = view.article.outlet;
  const chain = [...(outlet === null ? [] : [outlet]), ...view.accordingTo];
  return { id: view.id, party: holder, kind: "stance", at: momentOf(found, day), chain, story: null, line };
}

/** Each denial that is shown with the claims that are shown, of each party the first. */
function disputeTies({ id, sides }: Dispute, cellOf: ReadonlyMap<string, CellView | undefined>): readonly SideTie[] {
  const cells = (position: string): readonly CellView[] => {
    const ends = sides.find((side) => side.position === position)?.ends ?? [];
    return ends.flatMap(({ article, line }) => (line === null ? [] : (cellOf.get(lineId(article, line)) ?? [])));
  };
  const claims = new Map(
    cells("asserts")
      .map((cell) => [cell.party, cell] as const)
      .reverse(),
  );
  return cells("denies").flatMap((denial) =>
    [...claims.values()]
      .filter((claim) => claim.party !== denial.party)
      .map((claim): SideTie => {
        return { from: denial.id, to: claim.id, toParty: claim.party, kind: "disputes", relation: "denies", by: id };
      }),
  );
}

function onceEach(ties: readonly SideTie[]): readonly SideTie[] {
  return [...new Map(ties.map((tie) => [`${tie.from} ${tie.to ?? tie.toParty} ${tie.kind}`, tie])).values()];
}

function momentOf({ stored }: FoundLine, day: string): string {
  return stored.record.article.published ?? day;
}
