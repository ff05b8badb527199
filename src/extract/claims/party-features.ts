import { firstFrom } from "../../doc/find-ranges.js";
import type { Mention } from "../../record/mention.js";
import { type Span, spansOverlap } from "../../text/span.js";
import { few } from "../grammar/tie-features.js";
import { type Deeds, deedsIn } from "./deeds.js";
import {
  type ActSide,
  groupedByEach,
  isMentionedIn,
  isPronoun,
  lastBefore,
  type MeantParty,
  type NamedParties,
  namedParties,
  otherSide,
  partyKey,
  type ToldAct,
  type ToldAround,
} from "./named-parties.js";

/** One whom the reader takes for a party of an act, with how much doubt (`PartyRange`). */
export interface ReadParty {
  readonly mention: Mention;
  readonly doubt: number;
}

/** One who may be a party of an act: `doubt` is `null` for whom the article names, but no words of the act. */
export interface MaybeParty {
  readonly mention: Mention;
  readonly doubt: number | null;
}

/** An act with those who may be on one of its sides, which is empty in `act`. */
export interface OpenSide {
  readonly act: ToldAct;
  readonly side: ActSide;
  /** Those whom the reader takes for parties, the surest first. */
  readonly read: readonly ReadParty[];
}

/** What an article tells, as it is asked for each of its acts. */
export interface ToldIndex {
  readonly named: NamedParties;
  readonly deeds: Deeds;
  readonly oppositeOf: (open: OpenSide) => Opposite;
}

/** The index of an article, which costs as much as the article is long. */
export function indexOf(around: ToldAround): ToldIndex {
  return { named: namedParties(around), deeds: deedsIn(around.acts), oppositeOf: oppositesIn(around) };
}

/** The first words of the names of a party's features: how it is known, and the side. */
export type PartyKind = `${"named" | "read"} ${ActSide}`;

/**
 * Gives of one what tells for or against its being on the open side of an act, each without the words of its {@link PartyKind}; what is the same for all is
 * looked at once.
 */
export function partyFeatures(
  open: OpenSide,
  { named, deeds, oppositeOf }: ToldIndex,
): (one: MaybeParty) => readonly string[] {
  const ofAct = actFeatures(open, deeds);
  const others = otherActsOf(open, deeds);
  const opposite = oppositeOf(open);
  return (one) => {
    const party = named.of(one.mention);
    const told =
      party === undefined
        ? ["nobody"]
        : [
            ...whoFeatures(party, open, named),
            ...whereFeatures(party, open, named),
            ...otherActFeatures(party, open, others, deeds),
            ...tiedFeatures(party, open, opposite, named),
          ];
    const words = one.doubt === null ? [`beside ${few(open.read.length, 1)}`] : readFeatures(one, one.doubt, open);
    return [...ofAct, ...told, ...words];
  };
}

/** The act itself: whether it is told with anybody on that side at all. */
function actFeatures({ act, side }: OpenSide, deeds: Deeds): readonly string[] {
  const { type, trigger, status, accordingTo } = act;
  const told = act[otherSide(side)].length === 0 ? "alone" : "with";
  return [
    "act",
    `act ${type}`,
    `act ${status}`,
    `act ${told}`,
    `act ${told} ${type}`,
    `act word ${trigger.lemma}`,
    `act likes ${few(deeds.countOf(type, side), 3)}`,
    `act told ${accordingTo === null ? "by nobody" : "by somebody"}`,
    ...(/^(?:was|were|been|being|be|is|are|got)\b/i.test(trigger.text) ? ["act passive"] : []),
  ];
}

/** How the reader reads the words. */
function readFeatures({ mention }: MaybeParty, doubt: number, { act, side, read }: OpenSide): readonly string[] {
  const surer = read.filter((other) => other.doubt < doubt).length;
  const alike = read.filter((other) => other.doubt === doubt).length;
  const counts = [0, 1, 2, 3].map((most) => few(read.filter((other) => other.doubt <= most).length, 2));
  const form = isPronoun(mention) ? "pronoun" : /^(?:the |an? )?\p{Lu}/u.test(mention.text) ? "name" : "noun";
  const where = mention.span[0] < act.trigger.span[0] ? "before" : "behind";
  const isOther = act[otherSide(side)].some((other) => partyKey(other) === partyKey(mention));
  return [
    `doubt ${doubt}`,
    `doubt ${doubt} ${act.type}`,
    `doubt ${doubt} surer ${few(surer, 2)}`,
    `doubt ${doubt} alike ${few(alike, 3)}`,
    `doubt ${doubt} of ${counts.join(" ")}`,
    `doubt ${doubt} ${where} ${few(Math.floor(Math.abs(mention.span[0] - act.trigger.span[0]) / 60), 4)}`,
    `doubt ${doubt} ${form}`,
    `${where} ${act.type}`,
    `${form} ${act.type}`,
    `words ${mention.text.toLowerCase().split(" ").at(-1)}`,
    ...(isOther ? [`doubt ${doubt} other`] : []),
  ];
}

function whoFeatures(party: MeantParty, { act }: OpenSide, named: NamedParties): readonly string[] {
  const kind = party.entity?.kind ?? "unnamed";
  const noun = party.name.toLowerCase().split(" ").at(-1);
  const rank = few(named.rankOf(party), 4);
  return [
    kind,
    `${kind} ${act.type}`,
    `noun ${noun}`,
    `noun ${noun} ${act.type}`,
    `mentions ${few(party.mentions.length, 4)}`,
    `rank ${rank}`,
    `rank ${rank} ${kind}`,
    ...(party.entity !== null && party.entity.country !== null ? ["of a country"] : []),
  ];
}

function whereFeatures(
  { mentions, paragraphs }: MeantParty,
  { act }: OpenSide,
  { paragraphOf }: NamedParties,
): readonly string[] {
  const [at] = act.trigger.span;
  const here = paragraphOf(at);
  const before = lastBefore(mentions, at);
  const nearest = before ?? mentions[0] ?? act.trigger.span;
  const side = before === undefined ? "behind" : "before";
  return [
    paragraphs.has(here) ? "here" : "away",
    `paragraphs ${few(Math.abs(here - paragraphOf(nearest[0])), 4)} ${side}`,
    ...(paragraphs.has(0) ? ["headline"] : []),
  ];
}

/** What the article tells besides the act, as seen from its open side. */
interface OtherActs {
  /** Who is on the other side of the act. */
  readonly mine: ReadonlySet<string>;
  /** Who is on that side in the last act before it that has anybody there, and in the last of its type. */
  readonly last: ReadonlySet<string>;
  readonly lastOfType: ReadonlySet<string>;
}

function otherActsOf({ act, side }: OpenSide, { lastOn }: Deeds): OtherActs {
  return {
    mine: new Set(act[otherSide(side)].map(partyKey)),
    last: lastOn(act, side, "all"),
    lastOfType: lastOn(act, side, "type"),
  };
}

/** What it does and suffers in other acts, above all in others of that type, of that word or with the same on the other side. */
function otherActFeatures(
  party: MeantParty,
  { act, side }: OpenSide,
  { mine, last, lastOfType }: OtherActs,
  deeds: Deeds,
): readonly string[] {
  const besides = (on: ActSide, among: "all" | "type" | "word") => deeds.besides(act, party.key, on, among, mine);
  const onSide = besides(side, "all");
  const onOther = besides(otherSide(side), "all");
  const ofType = besides(side, "type");
  const ofWord = besides(side, "word");
  return [
    `side ${few(onSide.count, 3)}`,
    `other ${few(onOther.count, 3)}`,
    `side ${few(onSide.count, 2)} other ${few(onOther.count, 2)}`,
    `type ${few(ofType.count, 3)}`,
    `type other ${few(besides(otherSide(side), "type").count, 2)}`,
    ...(ofWord.count > 0 ? [`word ${mine.size === 0 ? "alone" : "with"}`] : []),
    ...(onSide.shares ? ["shares"] : []),
    ...(ofType.shares ? ["shares type"] : []),
    ...(ofWord.shares ? ["shares word"] : []),
    ...(onOther.shares ? ["reverse"] : []),
    ...(last.has(party.key) ? ["last", `last ${act.type}`] : []),
    ...(lastOfType.has(party.key) ? ["last of type", `last of type ${act.type}`] : []),
    ...(mine.has(party.key) ? ["opposite", `opposite ${act.type}`] : []),
  ];
}

/** What is told of those on the other side of an act, and who tells of it. */
interface Opposite {
  readonly parties: readonly Mention[];
  /** Of which countries their own bodies are, by their states. */
  readonly owners: ReadonlySet<string | null>;
  /** Who sets their states. */
  readonly setters: ReadonlySet<string>;
  /** Which countries they are of. */
  readonly countries: ReadonlySet<string | null>;
  readonly teller: string | null;
}

/** Of which countries somebody's bodies are, and who sets their states. */
type Holders = Pick<Opposite, "owners" | "setters">;

/** Gives what is told of those on the other side of an act. */
function oppositesIn({ postures, entities, statements }: ToldAround): (open: OpenSide) => Opposite {
  const countryOf = new Map(entities.map(({ id, country }) => [id, country]));
  const speakerOf = new Map(statements.map(({ id, speaker }) => [id, speaker]));
  const states = [...postures].sort((one, other) => one.subject.span[0] - other.subject.span[0]);
  const longest = Math.max(0, ...states.map(({ subject: { span } }) => span[1] - span[0]));
  const bySubject = groupedByEach(states, ({ subject }) => [partyKey(subject)]);
  const holders = new Map([...bySubject].map(([key, list]) => [key, holdersOf(list)]));
  const firstAt = (place: number): number =>
    firstFrom(states.length, (i) => (states[i]?.subject.span[0] ?? 0) >= place);
  const sharingWords = ([start, end]: Span) =>
    states
      .slice(firstAt(start - longest), firstAt(end))
      .filter(({ subject }) => spansOverlap(subject.span, [start, end]));
  return ({ act, side }) => {
    const parties = act[otherSide(side)];
    const found = parties.flatMap((one): readonly Holders[] => [
      holders.get(partyKey(one)) ?? holdersOf([]),
      holdersOf(sharingWords(one.span)),
    ]);
    const teller = act.accordingTo === null ? null : (speakerOf.get(act.accordingTo) ?? null);
    return {
      parties,
      owners: new Set(found.flatMap(({ owners }) => [...owners])),
      setters: new Set(found.flatMap(({ setters }) => [...setters])),
      countries: new Set(parties.map(({ entity }) => (entity === null ? null : (countryOf.get(entity) ?? null)))),
      teller: teller === null ? null : partyKey(teller),
    };
  };
}

function holdersOf(states: ToldAround["postures"]): Holders {
  return {
    owners: new Set(states.map(({ institution }) => institution.of)),
    setters: new Set(states.flatMap(({ by }) => (by === null ? [] : [partyKey(by)]))),
  };
}

/** How it is tied to the other side and to who tells of the act. */
function tiedFeatures(
  party: MeantParty,
  { act }: OpenSide,
  { parties, owners, setters, countries, teller }: Opposite,
  named: NamedParties,
): readonly string[] {
  const { key, entity, speaksIn } = party;
  const country = entity?.country ?? null;
  const here = named.paragraphOf(act.trigger.span[0]);
  return [
    ...(country !== null && owners.has(country) ? ["owner", `owner ${act.type}`] : []),
    ...(setters.has(key) ? ["setter"] : []),
    ...(country !== null && countries.has(country) ? ["country", `country ${act.type}`] : []),
    ...(parties.some(({ span }) => isMentionedIn(party, span)) ? ["inside", `inside ${act.type}`] : []),
    ...(teller === key ? ["teller", `teller ${act.type}`] : []),
    ...(speaksIn.length > 0 ? [`speaks ${few(speaksIn.length, 3)}`] : []),
    ...(speaksIn.includes(here) ? ["speaks here"] : []),
  ];
}
