import { sql } from "kysely";
import type { Dispute, Side } from "../../link/disputes/find-disputes.js";
import { groupedBy } from "../../link/grouped-by.js";
import type { DisputeId } from "../../link/link-id.js";
import { confirmedDisputes } from "../corrections/correction-rows.js";
import { textsIn } from "../engine/expressions.js";
import { askInChunks } from "../in-chunks.js";
import type { Store } from "../store.js";
import { endAnswers, inPeriod, type LineFilter, noFilter, ofStory, type Period } from "./line-filter.js";
import { linesWithIds } from "./lines-of-version.js";
import type { LinkQuestion } from "./stories.js";

/** Which disputes are asked for; all of it has to hold. */
export interface DisputeQuestion extends LinkQuestion {
  /** The ids of lines, one of which is an end of it. */
  readonly lines?: readonly string[] | undefined;
  /** The id of a version that one of its ends stands in. */
  readonly version?: string | undefined;
  /** The id of a story that one of its ends is told in. */
  readonly story?: string | undefined;
  /** The id of the event that it is over. */
  readonly event?: string | undefined;
  /** What it is over. */
  readonly kind?: readonly Dispute["kind"][] | undefined;
  /** Whether a person confirmed it; either where nothing is said. */
  readonly confirmed?: boolean | undefined;
}

/** What a dispute can be over: a state, what somebody said, how many. */
export const disputeKinds = ["event", "statement", "figure"] as const satisfies readonly Dispute["kind"][];

/** Disputes that had an end added on the days asked for, whole, the latest first. */
export async function findDisputes(
  store: Store,
  { since, until, filter = noFilter, limit, offset = 0, ...asked }: DisputeQuestion,
): Promise<readonly Dispute[]> {
  const { lines, version, story, event, kind, confirmed } = asked;
  const known = confirmed === undefined ? "[]" : JSON.stringify(await confirmedDisputes(store.tables));
  const isKnown = sql<boolean>`dispute in (${textsIn(known)})`;
  const period = { since: since ?? null, until: until ?? null };
  const rows = await disputesIn(store, period, { ...filter, story: story ?? filter.story })
    .$if(lines !== undefined, (query) => query.where(hasEnd(lines ?? [])))
    .$if(version !== undefined, (query) =>
      query.where("dispute_end.version", "=", ({ selectFrom }) =>
        selectFrom("version")
          .select("key")
          .where("id", "=", version ?? ""),
      ),
    )
    .$if(kind !== undefined, (query) => query.where("dispute_end.kind", "in", [...(kind ?? [])]))
    .$if(confirmed === true, (query) => query.where(isKnown))
    .$if(confirmed === false, (query) => query.where(({ not }) => not(isKnown)))
    .$if(event !== undefined, (query) => query.where("dispute_end.subject", "=", event ?? ""))
    .limit(limit)
    .offset(offset)
    .execute();
  const found = await disputesWith(
    store,
    rows.map(({ dispute }) => dispute),
  );
  return rows.flatMap(({ dispute }) => found.get(dispute) ?? []);
}

/** The disputes that articles of a period added an end to, the latest first. */
export function disputesIn({ tables }: Store, { since, until }: Period, { words: all, story }: LineFilter) {
  // A dispute is confirmed, tagged and assigned for itself, and not by its lines.
  const words = all.filter(({ disputes }) => disputes === undefined);
  const named = all.flatMap(({ disputes }) => (disputes === undefined ? [] : [JSON.stringify(disputes)]));
  return tables
    .selectFrom("dispute_end")
    .select("dispute")
    .where(inPeriod("dispute_end.day", { since, until }))
    .where(ofStory("dispute_end.version", story))
    .where(
      sql<boolean>`(${sql.join([sql`true`, ...named.map((ids) => sql`dispute in (${textsIn(ids)})`)], sql` and `)})`,
    )
    .$if(words.length > 0, (query) => query.where(endAnswers(words)))
    .groupBy("dispute")
    .orderBy(sql`max(dispute_end.day)`, "desc")
    .orderBy("dispute");
}

function hasEnd(ids: readonly string[]) {
  return sql<boolean>`dispute_end.line in (select line.key from ${linesWithIds(ids)})`;
}

/** The dispute with that id, `null` where there is none. */
export async function disputeById(store: Store, id: string): Promise<Dispute | null> {
  return (await disputesWith(store, [id])).get(id) ?? null;
}

/** The disputes with these ids, by id; each whole, or as the articles of the days before `until` tell it. */
export async function disputesWith(
  { tables }: Store,
  ids: readonly string[],
  until: string | null = null,
): Promise<ReadonlyMap<string, Dispute>> {
  const rows = await askInChunks(ids, (some) =>
    tables
      .selectFrom("dispute_end")
      .innerJoin("version", "version.key", "dispute_end.version")
      .innerJoin("linked", "linked.version", "dispute_end.version")
      .leftJoin("line", "line.key", "dispute_end.line")
      .leftJoin("trace", "trace.line", "dispute_end.line")
      .select(["dispute", "dispute_end.kind", "about", "dispute_end.reason", "position", "dispute_end.spans", "date"])
      .select("linked.day")
      .select(["version.id as article", "line.id as line", "trace.origin as traced", "linked.text_of"])
      .select(["dispute_end.origin", "dispute_end.name"])
      .where("dispute", "in", some)
      .$if(until !== null, (query) => query.where("dispute_end.day", "<", until ?? ""))
      .orderBy("dispute_end.day")
      .orderBy("linked.time")
      .orderBy("version.id")
      .orderBy("dispute_end.line")
      // Figures have no line.
      .orderBy("position")
      .orderBy("dispute_end.spans")
      .execute(),
  );
  return new Map(
    [...groupedBy(rows, ({ dispute }) => dispute)].flatMap(([id, ends]) => {
      const [first] = ends;
      if (first === undefined) return [];
      const sides = [...groupedBy(ends, ({ position }) => position)].map(
        ([position, own]): Side => ({
          position,
          ends: own.map(({ article, line, spans, day, date, origin, name }) => ({
            ...{ article, line, spans: JSON.parse(spans), day, date },
            voice: origin === null || name === null ? null : { origin, name },
          })),
          origins: [...new Set(own.map(({ origin, traced, text_of }) => origin ?? traced ?? text_of))],
        }),
      );
      const kind = first.kind as Dispute["kind"];
      return [[id, { id: id as DisputeId, kind, about: first.about, sides, reason: first.reason }] as const];
    }),
  );
}
