import type { Event } from "../../link/events/group-events.js";
import { sha256 } from "../../text/hash.js";
import { markedLines } from "../engine/words/marked.js";
import { lineId, lineKeysOf } from "../line-id.js";
import type { LineKind } from "../lines-of-record.js";
import { isNewest } from "../newest.js";
import type { Store } from "../store.js";
import { eventsWith } from "./events.js";
import type { WordsFilter } from "./line-filter.js";
import { shownLines } from "./shown-lines.js";
import { articlesOf, type ToldWords } from "./told-in-period.js";

/** What came in after a version, and answers what somebody watches. */
export interface WatchedLines extends ToldWords {
  /** In the order in which they came in; each subject once. */
  readonly found: readonly WatchedLine[];
  readonly events: ReadonlyMap<string, Event>;
  /** The last version before which nothing is left to look at: one that is not yet linked, or could not be read, is looked at again. */
  readonly seen: number;
}

export interface WatchedLine {
  readonly id: string;
  /** What it is about, the same in every article that tells it: an event in a status, or somebody's words. */
  readonly subject: string;
  /** The event, `null` for a statement. */
  readonly event: string | null;
  readonly origin: string;
  /** What was watched for, and the words of the line that answer. */
  readonly why: readonly { readonly told: string; readonly words: string }[];
}

/** The lines after a version that answer any of the questions, of these kinds; of all kinds where none is named. */
export async function watchedLines(
  store: Store,
  {
    after,
    kinds,
    questions,
  }: { readonly after: number; readonly kinds: readonly LineKind[]; readonly questions: readonly WordsFilter[] },
): Promise<WatchedLines> {
  const why = new Map<number, { readonly told: string; readonly words: string }[]>();
  for (const question of questions) {
    for (const { key, words } of await answering(store, question, after)) {
      why.set(key, [...(why.get(key) ?? []), { told: question.told, words }]);
    }
  }
  const subjects = new Set<string>();
  const found = (await linkedLines(store, after)).flatMap(
    ({ key, version, line, event, status, speaker, what, origin, kind }) => {
      const reasons = why.get(key);
      if (reasons === undefined || (kinds.length > 0 && !kinds.some((one) => one === kind))) return [];
      const subject =
        event === null
          ? `said ${sha256(JSON.stringify([speaker ?? version, what])).slice(0, 16)}`
          : `${event} ${status ?? ""}`;
      if (subjects.has(subject)) return [];
      subjects.add(subject);
      return [{ id: lineId(version, line), subject, event, origin, why: reasons }];
    },
  );
  const events = await eventsWith(store, "event", [...new Set(found.flatMap(({ event }) => event ?? []))]);
  const articles = [
    ...events.flatMap(({ tellings }) => tellings.map(({ article }) => article)),
    ...found.map(({ id }) => id.slice(0, id.lastIndexOf("/"))),
  ];
  return {
    found,
    events: new Map(events.map((event) => [event.id, event])),
    articles: await articlesOf(store, articles),
    lines: await shownLines(
      store,
      found.map(({ id }) => id),
    ),
    texts: new Map(),
    seen: await completeUpTo(store, after),
  };
}

async function linkedLines({ tables }: Store, after: number) {
  return await tables
    .selectFrom("trace")
    .innerJoin("line", "line.key", "trace.line")
    .innerJoin("version", "version.key", "trace.version")
    .leftJoin("telling", "telling.line", "trace.line")
    .select(["line.key", "version.id as version", "line.id as line", "line.status", "line.what", "line.kind"])
    .select(["telling.event", "trace.speaker", "trace.origin"])
    .where("trace.version", ">", after)
    .orderBy("line.key")
    .execute();
}

/** The keys of the lines after a version that answer, each with the first words of it that do. */
async function answering({ tables }: Store, { match }: WordsFilter, after: number) {
  const rows = await markedLines(tables, match, { from: lineKeysOf(after).end });
  return rows.map(({ key, who, what }) => ({ key, words: firstMarked(who) ?? firstMarked(what) ?? "" }));
}

/** What stands between the first two marks, which no text of an article has: they are control characters. */
function firstMarked(text: string): string | null {
  const start = text.indexOf("\u0002");
  const end = text.indexOf("\u0003", start);
  return start === -1 || end === -1 ? null : text.slice(start + 1, end).replace(/\s+/g, " ");
}

async function completeUpTo({ tables }: Store, after: number): Promise<number> {
  const waiting = await tables
    .selectFrom("version")
    .leftJoin("linked", "linked.version", "version.key")
    .select("version.key")
    .where("version.key", ">", after)
    .where("linked.version", "is", null)
    .where(isNewest().$castTo<boolean>())
    .orderBy("version.key")
    .limit(1)
    .executeTakeFirst();
  if (waiting !== undefined) return waiting.key - 1;
  const last = await tables.selectFrom("version").select("key").orderBy("key", "desc").limit(1).executeTakeFirst();
  return Math.max(after, last?.key ?? 0);
}
