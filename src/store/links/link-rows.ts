import type { Said } from "../../link/disputes/statements-said.js";
import { isMeantAlike } from "../../link/events/group-events.js";
import type { DayLinks } from "../../link/link-day.js";
import type { LinkInput } from "../../link/link-input.js";
import { historyId } from "../../link/postures/posture-histories.js";
import { lineKey } from "../line-id.js";
import type { StoreTables } from "../tables.js";
import { encodeTold } from "./link-codec.js";

/** How rows name what is elsewhere in the database. */
export interface RowKeys {
  readonly versionOf: (article: string) => number;
  readonly lineOf: (article: string, line: string) => number;
  readonly outletOf: (article: string) => string | null;
}

/** The tables of links. */
export const linkTables = ["linked", "day_size", "story", "copy", "member", "trace", "telling", "dispute_end"] as const;

/** The rows of one day, by their tables. */
export type LinkRows = { readonly [Table in (typeof linkTables)[number]]: readonly StoreTables[Table][] };

/** Whom somebody known says counts two, and one more what commits the speaker. */
function weightOf({ act }: Said, known: boolean): number {
  return (known ? knownWeight : 0) + (committing.has(act) ? 1 : 0);
}

/** The least weight of a statement by somebody known. */
export const knownWeight = 2;

const committing: ReadonlySet<string> = new Set([
  "deny",
  "threaten",
  "order",
  "warn",
  "confirm",
  "accuse",
  "demand",
  "promise",
]);

/** The rows that the links of a day give. Pure: the same links give the same rows. */
export function linkRows(day: string, links: DayLinks, { versionOf, lineOf, outletOf }: RowKeys): LinkRows {
  const storyOf = new Map(
    links.stories.flatMap(({ id, articles }) => articles.map((one) => [one.article, { ...one, story: id }] as const)),
  );
  const saidOf = new Map(links.said.map((said) => [`${said.article} ${said.line}`, said]));
  const timeOf = new Map(links.articles.map(({ article, time }) => [article, time]));
  const trace = links.traces.map(({ article, line, by: { id, kind, name, who, through }, steps, reason }) => {
    const said = saidOf.get(`${article} ${line}`);
    const speaker = said?.speaker ?? null;
    return {
      line: lineOf(article, line),
      version: versionOf(article),
      day,
      time: timeOf.get(article) ?? null,
      origin: id,
      kind,
      name,
      who,
      through,
      steps: JSON.stringify(steps),
      reason,
      speaker,
      weight: said === undefined || speaker === null ? null : weightOf(said, kind === "speaker"),
      spans: JSON.stringify(said?.spans ?? []),
    };
  });
  return {
    day_size: daySize(
      day,
      trace,
      links.articles.map(({ article }) => versionOf(article)),
    ),
    linked: links.articles.map(({ article, time, terms, fingerprints, textOf, figures, denials }) => {
      const { story, likeness, reason } = storyOf.get(article) ?? { story: article, likeness: null, reason: "" };
      return {
        ...{ version: versionOf(article), day, time, story, outlet: outletOf(article), likeness, reason },
        text_of: textOf,
        terms: JSON.stringify(terms),
        prints: bytesOf(fingerprints.prints),
        sentences: fingerprints.sentences,
        figures: JSON.stringify(figures),
        denials: JSON.stringify(denials),
      };
    }),
    story: links.stories.map(({ id, central, terms, within }) => {
      return { id, day, central: versionOf(central), terms: JSON.stringify(terms), within };
    }),
    copy: links.copies.flatMap(({ id, origin, originReason, first, copies }) =>
      copies.map(({ article, of, relation, changes, shares, spans, reason }) => ({
        ...{ version: versionOf(article), day, copy_group: id, origin, origin_reason: originReason },
        ...{ first: versionOf(first), of: versionOf(of), relation, changes: JSON.stringify(changes) },
        ...{ shares: JSON.stringify(shares), spans: JSON.stringify(spans), reason },
      })),
    ),
    member: links.members.map(({ who, told, reason, lasting }) => ({
      ...{ version: versionOf(told.article), entity: told.entity, day, who, name: told.name },
      ...{ told: encodeTold(told), reason, key: told.key, lasting: lasting ? 1 : 0 },
    })),
    trace,
    telling: links.events.flatMap(({ id: event, told }) =>
      told
        .filter(({ telling }) => timeOf.has(telling.article))
        .map(({ key, kind, what, who, whom, story, act, voices, telling }) => ({
          line: lineOf(telling.article, telling.line),
          version: versionOf(telling.article),
          day,
          time: timeOf.get(telling.article) ?? null,
          article: telling.article,
          id: telling.line,
          event,
          key,
          kind,
          what,
          who: JSON.stringify(who),
          whom: JSON.stringify(whom),
          story,
          act: JSON.stringify(act),
          voices: JSON.stringify(voices),
          history: kind === "posture" ? historyOf(what, who, story) : null,
          status: telling.status,
          date: telling.date,
          dated: telling.dated,
          origin: telling.origin,
          by: telling.by,
          confidence: Math.round(100 * telling.confidence),
          spans: JSON.stringify(telling.evidence),
          reason: telling.reason,
        })),
    ),
    dispute_end: links.disputes.flatMap(({ id, subject, kind, about, reason, sides }) =>
      sides.flatMap(({ position, ends }) =>
        ends.map(({ article, line, spans, date, voice }) => ({
          ...{ dispute: id, day, subject, kind, about, reason, position, version: versionOf(article) },
          ...{ line: line === null ? null : lineOf(article, line), spans: JSON.stringify(spans), date },
          ...{ origin: voice?.origin ?? null, name: voice?.name ?? null },
        })),
      ),
    ),
  };
}

function daySize(
  day: string,
  trace: readonly Pick<StoreTables["trace"], "weight">[],
  versions: readonly number[],
): readonly StoreTables["day_size"][] {
  if (versions.length === 0) return [];
  const weights = trace.flatMap(({ weight }) => weight ?? []);
  const known = weights.filter((weight) => weight >= knownWeight).length;
  const keys = versions.toSorted((a, b) => a - b);
  const [first = 0, last = 0] = [keys[0], keys.at(-1)];
  return [{ day, articles: keys.length, first, last, statements: weights.length, known }];
}

/** The keys of the lines of an article's record by their ids, as `derivedRows` gives them. */
export function lineKeysOfRecord({ record }: LinkInput, version: number): ReadonlyMap<string, number> {
  const { statements, actions, postures, stances } = record;
  const ids = [...statements, ...actions, ...postures, ...stances].map(({ id }) => id);
  return new Map(ids.map((id, index) => [id, lineKey(version, index)]));
}

function historyOf(what: string, who: readonly string[], story: string): string {
  return historyId(who[0] ?? "", what.split(" ")[0] ?? "", isMeantAlike("posture", who) ? null : story);
}

function bytesOf(numbers: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(4 * numbers.length);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < numbers.length; at++) view.setUint32(4 * at, numbers[at] ?? 0, true);
  return bytes;
}

/** The events of the actions that these rows tell of. */
export function actionsOf({ telling }: Pick<LinkRows, "telling">): readonly string[] {
  return [...new Set(telling.flatMap(({ kind, event }) => (kind === "action" ? [event] : [])))];
}
