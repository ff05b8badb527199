import { groupedBy } from "../../link/grouped-by.js";
import type { Mention } from "../../record/mention.js";
import type { ArticleRecord } from "../../record/record.js";
import type { LineKind } from "../lines-of-record.js";
import type { Store } from "../store.js";
import { recordsByKey } from "../stored-records.js";
import type { FoundLine, FoundLines } from "./find-lines.js";

/** The latest articles that tell of somebody: older ones are not looked into for what they say and do. */
const mostArticles = 60;

/** What a known person or body says, does, is put in and takes sides on, in the latest articles that tell of them; the newest article first. */
export async function linesOfEntity(store: Store, who: string, limit: number): Promise<FoundLines> {
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
  const lines = [...asked].flatMap(([version, own]): readonly FoundLine[] => {
    const stored = records.get(version);
    const entities = new Set(own.map(({ entity }) => entity));
    return stored === undefined ? [] : linesBy(stored.record, entities).map((line) => ({ stored, ...line }));
  });
  return { lines: lines.slice(0, limit), more: lines.length > limit || rows.length > mostArticles };
}

function linesBy(
  { statements, actions, postures, stances }: ArticleRecord,
  entities: ReadonlySet<string>,
): readonly { readonly id: string; readonly kind: LineKind }[] {
  const is = (mention: Pick<Mention, "entity"> | null): boolean => entities.has(mention?.entity ?? "");
  return [
    ...statements.filter(({ speaker }) => is(speaker)).map(({ id }) => ({ id, kind: "statement" as const })),
    ...actions.filter(({ actors }) => actors.some(is)).map(({ id }) => ({ id, kind: "action" as const })),
    ...postures.filter(({ subject, by }) => is(subject) || is(by)).map(({ id }) => ({ id, kind: "posture" as const })),
    ...stances.filter(({ holder }) => is(holder)).map(({ id }) => ({ id, kind: "stance" as const })),
  ];
}
