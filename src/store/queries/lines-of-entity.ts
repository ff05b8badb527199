import { groupedBy } from "../../link/grouped-by.js";
import type { Mention } from "../../record/mention.js";
import type { ArticleRecord } from "../../record/record.js";
import type { Statement } from "../../record/statement.js";
import { spanContains } from "../../text/span.js";
import type { LineKind } from "../lines-of-record.js";
import type { Store } from "../store.js";
import { recordsByKey } from "../stored-records.js";
import type { FoundLine, FoundLines } from "./find-lines.js";

/** The latest articles that tell of somebody: older ones are not looked into for what they say and do. */
const mostArticles = 60;

/** The latest lines of somebody. */
export interface LinesOfEntity {
  /** What they say, do, are put in and take sides on. */
  readonly own: FoundLines;
  /** What others do to them, hold of them, say to them and of them. */
  readonly byOthers: FoundLines;
}

/** The lines of a known person or body in the latest articles that tell of them; the newest article first. */
export async function linesOfEntity(store: Store, who: string, limit: number): Promise<LinesOfEntity> {
  const rows = await store.tables
    .selectFrom("member")
    .leftJoin("dated", "dated.version", "member.version")
    .select(["member.version", "member.entity"])
    .where("member.who", "=", who)
    .orderBy("member.day", "desc")
    // Within a day by the instant; what is told of no time of day comes last.
    .orderBy("dated.at", "desc")
    .orderBy("member.version", "desc")
    .orderBy("member.entity")
    .limit(mostArticles + 1)
    .execute();
  // An article may name somebody twice, as a group and as its fighters: a line about both is one line.
  const asked = groupedBy(rows.slice(0, mostArticles), ({ version }) => version);
  const records = await recordsByKey(store, [...asked.keys()]);
  const isMore = rows.length > mostArticles;
  const linesBy = (linesIn: (record: ArticleRecord, is: Is) => readonly LineIn[]): FoundLines => {
    const lines = [...asked].flatMap(([version, own]): readonly FoundLine[] => {
      const stored = records.get(version);
      const entities = new Set(own.map(({ entity }) => entity));
      if (stored === undefined) return [];
      return linesIn(stored.record, (mention) => entities.has(mention?.entity ?? "")).map((line) => ({
        stored,
        ...line,
      }));
    });
    return { lines: lines.slice(0, limit), more: lines.length > limit || isMore };
  };
  return { own: linesBy(ownLines), byOthers: linesBy(linesByOthers) };
}

/** A line by its place in a record. */
interface LineIn {
  readonly id: string;
  readonly kind: LineKind;
}

/** Whether the words stand for whom is asked for. */
type Is = (mention: Pick<Mention, "entity"> | null) => boolean;

function ownLines({ statements, actions, postures, stances }: ArticleRecord, is: Is): readonly LineIn[] {
  return [
    ...statements.filter(({ speaker }) => is(speaker)).map(({ id }) => ({ id, kind: "statement" as const })),
    ...actions.filter(({ actors }) => actors.some(is)).map(({ id }) => ({ id, kind: "action" as const })),
    ...postures.filter(({ subject, by }) => is(subject) || is(by)).map(({ id }) => ({ id, kind: "posture" as const })),
    ...stances.filter(({ holder }) => is(holder)).map(({ id }) => ({ id, kind: "stance" as const })),
  ];
}

function linesByOthers(record: ArticleRecord, is: Is): readonly LineIn[] {
  const own = new Set(ownLines(record, is).map(({ id }) => id));
  const { statements, actions, stances, entities } = record;
  const named = entities.flatMap(({ id, mentions }) => (is({ entity: id }) ? mentions : []));
  const isOf = ({ content }: Statement): boolean =>
    content.spans.some((span) => named.some((one) => spanContains(span, one)));
  const saidBy = (id: string | null): boolean => is(statements.find((one) => one.id === id)?.speaker ?? null);
  return [
    ...actions.filter(({ recipients }) => recipients.some(is)).map(({ id }) => ({ id, kind: "action" as const })),
    ...stances
      .filter(({ target }) => is(target.mention) || saidBy(target.statement))
      .map(({ id }) => ({ id, kind: "stance" as const })),
    ...statements.filter((one) => is(one.addressee) || isOf(one)).map(({ id }) => ({ id, kind: "statement" as const })),
  ].filter(({ id }) => !own.has(id));
}
