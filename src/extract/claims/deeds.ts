import { firstFrom } from "../../doc/find-ranges.js";
import { type ActSide, groupedByEach, otherSide, partyKey, type ToldAct } from "./named-parties.js";

/** Acts of one party, counted: how many there are, and in how many of them each other is on the other side. */
interface Tally {
  acts: number;
  readonly opposite: Map<string, number>;
}

/** What one party does, or suffers, in all acts of an article. */
interface Dealings {
  readonly all: Tally;
  readonly byType: Map<ToldAct["type"], Tally>;
  readonly byWord: Map<string, Tally>;
}

/** An act with the keys of those on each side. */
type Keyed = Readonly<Record<ActSide, ReadonlySet<string>>> & { readonly act: ToldAct };

/** How many other acts have the party on a side, and whether one of them shares somebody on the other side with the act. */
export interface OtherDeeds {
  readonly count: number;
  readonly shares: boolean;
}

/** Who does what to whom in an article, counted once, so that an act of thousands is not held against all others. */
export interface Deeds {
  /** What a party does on a side in other acts: in all, in those of the act's type, and in those of its word. */
  readonly besides: (
    act: ToldAct,
    party: string,
    side: ActSide,
    among: "all" | "type" | "word",
    mine: ReadonlySet<string>,
  ) => OtherDeeds;
  /** Who is on that side in the last act before this one that has anybody there, or else in the first behind it; of all acts, or of its type. */
  readonly lastOn: (act: ToldAct, side: ActSide, among: "all" | "type") => ReadonlySet<string>;
  /** How many acts of a type have somebody on a side. */
  readonly countOf: (type: ToldAct["type"], side: ActSide) => number;
}

const nobody: ReadonlySet<string> = new Set();

/** Of all acts of an article, in whatever order. */
export function deedsIn(acts: readonly ToldAct[]): Deeds {
  const keyed = acts.map(
    (act): Keyed => ({
      act,
      actors: new Set(act.actors.map(partyKey)),
      recipients: new Set(act.recipients.map(partyKey)),
    }),
  );
  const ofTrigger = groupedByEach(keyed, ({ act }) => [act.trigger]);
  const dealings = { actors: dealingsOn("actors", keyed), recipients: dealingsOn("recipients", keyed) };
  const told = { actors: toldOn("actors", keyed), recipients: toldOn("recipients", keyed) };
  const sameAs = (act: ToldAct): readonly Keyed[] => ofTrigger.get(act.trigger) ?? [];
  return {
    besides: (act, party, side, among, mine) => {
      const tally = tallyOf(dealings[side].get(party), act, among);
      if (tally === undefined) return { count: 0, shares: false };
      const own = sameAs(act).filter((one) => one[side].has(party) && isAmong(one.act, act, among));
      const other = otherSide(side);
      const isShared = (key: string) =>
        (tally.opposite.get(key) ?? 0) > own.filter((one) => one[other].has(key)).length;
      return { count: tally.acts - own.length, shares: [...mine].some(isShared) };
    },
    lastOn: (act, side, among) => {
      const list = among === "all" ? told[side].all : (told[side].byType.get(act.type) ?? []);
      const at = act.trigger.span[0];
      const before = list[firstFrom(list.length, (i) => (list[i]?.act.trigger.span[0] ?? 0) >= at) - 1];
      return (before ?? list.find((one) => one.act.trigger !== act.trigger))?.[side] ?? nobody;
    },
    countOf: (type, side) => told[side].byType.get(type)?.length ?? 0,
  };
}

function isAmong(one: ToldAct, act: ToldAct, among: "all" | "type" | "word"): boolean {
  if (among === "type") return one.type === act.type;
  return among === "all" || one.trigger.lemma === act.trigger.lemma;
}

function tallyOf(dealings: Dealings | undefined, act: ToldAct, among: "all" | "type" | "word"): Tally | undefined {
  if (among === "type") return dealings?.byType.get(act.type);
  return among === "all" ? dealings?.all : dealings?.byWord.get(act.trigger.lemma);
}

function dealingsOn(side: ActSide, acts: readonly Keyed[]): ReadonlyMap<string, Dealings> {
  const found = new Map<string, Dealings>();
  for (const one of acts) {
    const opposite = one[otherSide(side)];
    for (const key of one[side]) {
      const dealings = had(found, key, () => ({ all: newTally(), byType: new Map(), byWord: new Map() }));
      count(dealings.all, opposite);
      count(had(dealings.byType, one.act.type, newTally), opposite);
      count(had(dealings.byWord, one.act.trigger.lemma, newTally), opposite);
    }
  }
  return found;
}

const newTally = (): Tally => ({ acts: 0, opposite: new Map() });

function count(tally: Tally, opposite: ReadonlySet<string>): void {
  tally.acts += 1;
  for (const key of opposite) tally.opposite.set(key, (tally.opposite.get(key) ?? 0) + 1);
}

/** The acts that have anybody on a side, in reading order. */
function toldOn(side: ActSide, acts: readonly Keyed[]) {
  const all = acts
    .filter((one) => one[side].size > 0)
    .sort(({ act: one }, { act: other }) => one.trigger.span[0] - other.trigger.span[0]);
  return { all, byType: groupedByEach(all, ({ act }) => [act.type]) };
}

/** What the map has for the key, or what is made for it now. */
function had<Key, Value>(map: Map<Key, Value>, key: Key, made: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = made();
  map.set(key, value);
  return value;
}
