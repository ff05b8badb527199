import { DisjointSets } from "../disjoint-sets.js";
import type { ToldEvent } from "../events/group-events.js";
import { certainties, certaintyOf } from "../events/reliability.js";
import { groupedBy } from "../grouped-by.js";
import { isKnown } from "../line.js";

/**
 * The tellings of an event, each with the origin that it has as one of them. What a text tells on somebody's word has him as origin wherever it stands in that
 * text, so a text vouches once at most; texts that have a voice in common, a speaker, a body that he speaks for or an agency, are one origin. Whoever says
 * that it is not so keeps an origin of his own, because he vouches for nothing; a text whose sentence leaves open who acts, or tells it in passing, has the origin of those
 * that tell it.
 *
 * @param told in order of time
 * @param isSettled whether an article is of an earlier day, so that its origins stay as they are
 */
export function independentOrigins(
  told: readonly ToldEvent[],
  isSettled: (article: string) => boolean = () => false,
): readonly ToldEvent[] {
  const denials = told.filter((one) => !isTelling(one));
  const tellers = new Set(told.filter(isTelling).map(({ telling: { origin } }) => origin));
  const vouching = joined(vouchingAmong(told), isSettled);
  // Whoever denies what he told before takes it back, whoever else denies it beside him.
  const denying = joined(
    denials.filter(({ telling: { origin } }) => !tellers.has(origin)),
    isSettled,
  );
  const [eldest] = vouching.keys();
  return told.map((one) => {
    const { article, origin } = one.telling;
    if (isSettled(article)) return one;
    const found = isTelling(one)
      ? (vouching.get(article) ?? vouching.get(eldest ?? ""))
      : tellers.has(origin)
        ? undefined
        : denying.get(article);
    return found === undefined ? one : { ...one, telling: { ...one.telling, ...found } };
  });
}

type ToldOrigin = Pick<ToldEvent["telling"], "origin" | "by">;

/** The origin of each text that tells or denies an event, settled texts first: of all with a voice in common that of the surest telling. */
function joined(told: readonly ToldEvent[], isSettled: (article: string) => boolean): ReadonlyMap<string, ToldOrigin> {
  const of = groupedBy(told, ({ telling: { article } }) => article);
  const articles = [...of.keys()].toSorted((a, b) => Number(isSettled(b)) - Number(isSettled(a)));
  const sets = new DisjointSets(
    articles.length,
    articles.filter(isSettled).map((article) => of.get(article)?.[0]?.telling.origin ?? null),
  );
  const first = new Map<string, number>();
  for (const [at, article] of articles.entries()) {
    for (const voice of (of.get(article) ?? []).flatMap(({ voices }) => voices)) {
      const known = first.get(voice);
      if (known === undefined) first.set(voice, at);
      else sets.join(known, at);
    }
  }
  const origins = new Map<string, ToldOrigin>();
  for (const set of sets.sets()) {
    const own = set.flatMap((at) => articles[at] ?? []);
    const settled = own.filter(isSettled);
    const tellings = (settled.length > 0 ? settled : own).flatMap((article) => of.get(article) ?? []);
    const [best] = tellings.toSorted((a, b) => surest(a) - surest(b) || byRank(a) - byRank(b));
    if (best === undefined) continue;
    const { origin, by } = best.telling;
    for (const article of own) origins.set(article, { origin, by });
  }
  return origins;
}

/** The tellings that vouch for an event; where no sentence does, or nothing tells it from others like it, the first alone. */
function vouchingAmong(told: readonly ToldEvent[]): readonly ToldEvent[] {
  const telling = told.filter(isTelling);
  const sure = telling.filter((one) => one.act?.actsHere !== false && one.voices.length > 0 && isTellable(one));
  return sure.length > 0 ? sure : telling.slice(0, 1);
}

/**
 * Whether an event can be told from others like it: by its day with somebody known in it or its town, or where nobody tells the day by who is known on both its sides. What "a man" did to
 * "his house" anybody may have done, and what rebels did to "villagers" they did more than once.
 */
function isTellable({ kind, who, whom, telling, act }: ToldEvent): boolean {
  if (kind === "posture") return true;
  if (telling.date === null) return who.some(isKnown) && whom.some(isKnown);
  return [...who, ...whom].some(isKnown) || (act?.town ?? null) !== null;
}

function surest({ telling: { status } }: ToldEvent): number {
  return certainties.indexOf(certaintyOf(status));
}

function isTelling({ telling }: ToldEvent): boolean {
  return telling.status !== "denied" && telling.status !== "not_done";
}

/** Who is known stands for those whom nobody names, and both for the text that tells it on their word. */
function byRank({ telling: { by } }: ToldEvent): number {
  return ["doer", "speaker", "unnamed", "text"].indexOf(by);
}
