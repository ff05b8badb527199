import { sql } from "kysely";
import type { LineMark } from "../../link/corrections/correct-record.js";
import { type Correction, type RemarkKind, remarkKinds } from "../../link/corrections/correction.js";
import type { Dispute } from "../../link/disputes/find-disputes.js";
import { inEffectOf } from "../corrections/correction-rows.js";
import { hasWithin } from "../engine/expressions.js";
import { askInChunks } from "../in-chunks.js";
import { lineId } from "../line-id.js";
import type { Store } from "../store.js";
import type { WordsFilter } from "./line-filter.js";

/** What people looked at and found right, by their ids. */
export interface Reviewed {
  /** Of lines in the whole database. */
  readonly lines: ReadonlySet<string>;
  /** Acts and states that a confirmed line tells of. */
  readonly events: ReadonlySet<string>;
  readonly disputes: ReadonlySet<string>;
}

/** What people confirmed. */
export async function reviewedThings({ tables }: Pick<Store, "tables">): Promise<Reviewed> {
  const lines = await tables
    .selectFrom("line")
    .innerJoin("version", "version.key", "line.version")
    .leftJoin("telling", "telling.line", "line.key")
    .select(["line.id", "version.id as article", "telling.event"])
    .where("line.confirmed", "is not", null)
    .execute();
  const disputes = await inEffectOf(tables, ["confirm-dispute"]);
  return {
    lines: new Set(lines.map(({ article, id }) => lineId(article, id))),
    events: new Set(lines.flatMap(({ event }) => event ?? [])),
    disputes: new Set(disputes.flatMap(({ detail }) => ("dispute" in detail ? [detail.dispute.id] : []))),
  };
}

/** What people said of lines, by the ids of the lines in the whole database. */
export async function marksOfLines(
  { tables }: Pick<Store, "tables">,
  lines: readonly { readonly article: string; readonly line: string }[],
): Promise<ReadonlyMap<string, readonly LineMark[]>> {
  const found = new Map<string, LineMark[]>();
  const rows = await askInChunks([...new Set(lines.map(({ article }) => article))], (some) =>
    tables
      .selectFrom("version")
      .innerJoin("corrected", "corrected.version", "version.key")
      .select(["version.id", "corrected.marks"])
      .where("version.id", "in", some)
      .execute(),
  );
  for (const { id, marks } of rows) {
    // The column holds what `derivedRows` wrote.
    for (const mark of JSON.parse(marks) as readonly LineMark[]) {
      const line = lineId(id, mark.line);
      found.set(line, [...(found.get(line) ?? []), mark]);
    }
  }
  return found;
}

/** What people remarked of disputes and confirmed in them, by the ids of the disputes. */
export async function correctionsOfDisputes({
  tables,
}: Pick<Store, "tables">): Promise<ReadonlyMap<string, readonly Correction[]>> {
  const kinds = ["confirm-dispute", ...remarkKinds.map((kind) => `${kind}-dispute` as const)] as const;
  const found = new Map<string, Correction[]>();
  for (const one of await inEffectOf(tables, kinds)) {
    if (!("dispute" in one.detail)) continue;
    const { id } = one.detail.dispute;
    found.set(id, [...(found.get(id) ?? []), one]);
  }
  return found;
}

/** The keys of whose state it is that disputes over states are about, by the ids of these. */
export async function subjectsOfDisputes(
  { tables }: Pick<Store, "tables">,
  disputes: readonly Pick<Dispute, "id" | "kind">[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const ids = disputes.flatMap(({ id, kind }) => (kind === "event" ? [id] : []));
  const rows = await askInChunks(ids, (some) =>
    tables
      .selectFrom("dispute_end")
      .innerJoin("telling", "telling.line", "dispute_end.line")
      .select(["dispute", "telling.who as keys"])
      .where("dispute", "in", some)
      .orderBy("dispute_end.day", "desc")
      .orderBy("dispute_end.line", "desc")
      .execute(),
  );
  // The first to tell of it names it. The column holds what `linkRows` wrote.
  return new Map(rows.map(({ dispute, keys }) => [dispute, JSON.parse(keys) as readonly string[]]));
}

/** What has a tag, or is assigned to somebody, as a question that lines and disputes answer. What was assigned anew is no longer whose it was. */
export async function remarkedLines(
  { tables }: Pick<Store, "tables">,
  kind: Exclude<RemarkKind, "note">,
  text: string,
): Promise<WordsFilter> {
  const wanted = text.trim().toLowerCase();
  const remarks = await remarksInEffect({ tables }, kind);
  const keys = new Set(remarks.flatMap(({ key, text: own }) => (own.toLowerCase() === wanted ? [key] : [])));
  const rows = await tables
    .selectFrom("corrected")
    .select(["version", "marks"])
    .where(hasWithin(sql.ref("marks"), `"kind":"${kind}"`))
    .execute();
  const lines: number[] = [];
  for (const { version, marks } of rows) {
    const own = JSON.parse(marks) as readonly LineMark[];
    const having = new Set(
      own.flatMap((mark) => (mark.kind === kind && keys.has(mark.correction) && holds(mark, own) ? [mark.line] : [])),
    );
    if (having.size === 0) continue;
    const found = await tables
      .selectFrom("line")
      .select("key")
      .where("version", "=", version)
      .where("id", "in", [...having])
      .execute();
    lines.push(...found.map(({ key }) => key));
  }
  const disputes = [...(await correctionsOfDisputes({ tables }))].flatMap(([id, said]) => {
    const own = said.filter(({ detail }) => detail.kind === `${kind}-dispute`);
    const meant = kind === "assign" ? own.slice(-1) : own;
    return meant.some((one) => keys.has(one.key)) ? [id] : [];
  });
  const json = JSON.stringify(lines.sort((a, b) => a - b));
  const told = kind === "tag" ? `tagged “${text.trim()}”` : `assigned to ${text.trim()}`;
  return { told, match: '""', lines: json, linesBefore: json, whole: true, disputes };
}

function holds(mark: LineMark, all: readonly LineMark[]): boolean {
  if (mark.kind !== "assign") return true;
  return all.findLast(({ line, kind }) => line === mark.line && kind === "assign") === mark;
}

/** Tags and names in use, each with how many corrections gave it; the one used most first. */
export interface RemarksInUse {
  readonly tags: readonly Used[];
  readonly assigned: readonly Used[];
  /** Who corrects, and whom something is assigned to, by name. */
  readonly people: readonly string[];
}

export interface Used {
  readonly text: string;
  readonly count: number;
}

/** The tags in use, the people to whom things are assigned, and those who correct. */
export async function remarksInUse({ tables }: Pick<Store, "tables">): Promise<RemarksInUse> {
  const by = await tables.selectFrom("correction").select("by").distinct().orderBy("by").execute();
  const [tags, assigned] = [await remarksInEffect({ tables }, "tag"), await remarksInEffect({ tables }, "assign")];
  const people = [...by.map((one) => one.by), ...assigned.map(({ text }) => text)];
  return { tags: counted(tags), assigned: counted(assigned), people: [...new Set(people)].sort() };
}

function counted(remarks: readonly { readonly text: string }[]): readonly Used[] {
  const counts = new Map<string, number>();
  for (const { text } of remarks) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts]
    .map(([text, count]) => ({ text, count }))
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
}

async function remarksInEffect(
  { tables }: Pick<Store, "tables">,
  kind: RemarkKind,
): Promise<readonly { readonly key: number; readonly text: string }[]> {
  const found = await inEffectOf(tables, [kind, `${kind}-dispute`]);
  return found.flatMap(({ key, detail }) => ("text" in detail ? [{ key, text: detail.text }] : []));
}
