import type { Mention } from "../../record/mention.js";
import { type Span, spansOverlap } from "../../text/span.js";
import { few } from "../grammar/tie-features.js";
import {
  isPronoun,
  keyOf,
  type NamedParties,
  otherSide,
  type Party,
  type Side,
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
  readonly side: Side;
  /** Those whom the reader takes for parties, the surest first. */
  readonly read: readonly ReadParty[];
}

/** What tells for or against one being on the open side of an act. */
export function partyFeatures(
  one: MaybeParty,
  open: OpenSide,
  around: ToldAround,
  named: NamedParties,
): readonly string[] {
  const party = named.of(one.mention);
  const features = [
    ...actFeatures(open, around),
    ...(party === undefined ? ["nobody"] : toldFeatures(party, open, around, named)),
    ...(one.doubt === null ? [`beside ${few(open.read.length, 1)}`] : readFeatures(one, one.doubt, open)),
  ];
  const from = one.doubt === null ? "named" : "read";
  return features.map((feature) => `${from} ${open.side} ${feature}`);
}

/** The act itself: whether it is told with anybody on that side at all. */
function actFeatures({ act, side }: OpenSide, { acts }: ToldAround): readonly string[] {
  const { type, trigger, status, accordingTo } = act;
  const told = act[otherSide(side)].length === 0 ? "alone" : "with";
  const likes = acts.filter((other) => other.type === type && other[side].length > 0).length;
  return [
    "act",
    `act ${type}`,
    `act ${status}`,
    `act ${told}`,
    `act ${told} ${type}`,
    `act word ${trigger.lemma}`,
    `act likes ${few(likes, 3)}`,
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
  const isOther = act[otherSide(side)].some((other) => keyOf(other) === keyOf(mention));
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

/** What the rest of the article tells of the party and of the act. */
function toldFeatures(party: Party, open: OpenSide, around: ToldAround, named: NamedParties): readonly string[] {
  return [
    ...whoFeatures(party, open, named),
    ...whereFeatures(party, open, named),
    ...otherActFeatures(party, open, around, named),
    ...tiedFeatures(party, open, around, named),
  ];
}

function whoFeatures(party: Party, { act }: OpenSide, named: NamedParties): readonly string[] {
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

function whereFeatures({ mentions }: Party, { act }: OpenSide, { paragraphOf }: NamedParties): readonly string[] {
  const [at] = act.trigger.span;
  const here = paragraphOf(at);
  const before = mentions.filter(([start]) => start < at).at(-1);
  const nearest = before ?? mentions[0] ?? act.trigger.span;
  const side = before === undefined ? "behind" : "before";
  return [
    mentions.some(([start]) => paragraphOf(start) === here) ? "here" : "away",
    `paragraphs ${few(Math.abs(here - paragraphOf(nearest[0])), 4)} ${side}`,
    ...(mentions.some(([start]) => paragraphOf(start) === 0) ? ["headline"] : []),
  ];
}

/** What it does and suffers in other acts, above all in others of that type, of that word or with the same on the other side. */
function otherActFeatures(
  party: Party,
  { act, side }: OpenSide,
  { acts }: ToldAround,
  named: NamedParties,
): readonly string[] {
  const other = otherSide(side);
  const mine = new Set(act[other].map(keyOf));
  const others = (list: readonly ToldAct[]) => list.filter(({ trigger }) => trigger !== act.trigger);
  const shares = (one: ToldAct) => one[other].some((mention) => mine.has(keyOf(mention)));
  const isOfType = ({ type }: ToldAct) => type === act.type;
  const isOfWord = ({ trigger }: ToldAct) => trigger.lemma === act.trigger.lemma;
  const onSide = others(named.actsOf(party, side));
  const onOther = others(named.actsOf(party, other));
  const ofType = onSide.filter(isOfType);
  const ofWord = onSide.filter(isOfWord);
  const told = others(acts).filter((one) => one[side].length > 0);
  const isLast = (list: readonly ToldAct[]) => nearestTo(act, list)?.[side].some((one) => keyOf(one) === party.key);
  return [
    `side ${few(onSide.length, 3)}`,
    `other ${few(onOther.length, 3)}`,
    `side ${few(onSide.length, 2)} other ${few(onOther.length, 2)}`,
    `type ${few(ofType.length, 3)}`,
    `type other ${few(onOther.filter(isOfType).length, 2)}`,
    ...(ofWord.length > 0 ? [`word ${mine.size === 0 ? "alone" : "with"}`] : []),
    ...(onSide.some(shares) ? ["shares"] : []),
    ...(ofType.some(shares) ? ["shares type"] : []),
    ...(ofWord.some(shares) ? ["shares word"] : []),
    ...(onOther.some((one) => one[side].some((mention) => mine.has(keyOf(mention)))) ? ["reverse"] : []),
    ...(isLast(told) ? ["last", `last ${act.type}`] : []),
    ...(isLast(told.filter(isOfType)) ? ["last of type", `last of type ${act.type}`] : []),
    ...(mine.has(party.key) ? ["opposite", `opposite ${act.type}`] : []),
  ];
}

/** The last act before this one, or else the first behind it. */
function nearestTo({ trigger }: ToldAct, acts: readonly ToldAct[]): ToldAct | undefined {
  return acts.findLast((one) => one.trigger.span[0] < trigger.span[0]) ?? acts[0];
}

/** How it is tied to the other side and to who tells of the act. */
function tiedFeatures(
  party: Party,
  { act, side }: OpenSide,
  { postures, entities, statements }: ToldAround,
  named: NamedParties,
): readonly string[] {
  const country = party.entity?.country ?? null;
  const opposite = act[otherSide(side)];
  const isOpposite = (one: Mention) =>
    opposite.some((mine) => keyOf(mine) === keyOf(one) || spansOverlap(mine.span, one.span));
  const states = postures.filter(({ subject }) => isOpposite(subject));
  const owns = country !== null && states.some(({ institution }) => institution.of === country);
  const sets = states.some(({ by }) => by !== null && keyOf(by) === party.key);
  const isCountryman =
    country !== null && opposite.some(({ entity }) => entities.find(({ id }) => id === entity)?.country === country);
  const holds = (span: Span) => opposite.some((mine) => spansOverlap(mine.span, span));
  const teller = statements.find(({ id }) => id === act.accordingTo)?.speaker ?? null;
  const spoken = named.wordsOf(party);
  const here = named.paragraphOf(act.trigger.span[0]);
  return [
    ...(owns ? ["owner", `owner ${act.type}`] : []),
    ...(sets ? ["setter"] : []),
    ...(isCountryman ? ["country", `country ${act.type}`] : []),
    ...(party.mentions.some(holds) ? ["inside", `inside ${act.type}`] : []),
    ...(teller !== null && keyOf(teller) === party.key ? ["teller", `teller ${act.type}`] : []),
    ...(spoken.length > 0 ? [`speaks ${few(spoken.length, 3)}`] : []),
    ...(spoken.some(([start]) => named.paragraphOf(start) === here) ? ["speaks here"] : []),
  ];
}
