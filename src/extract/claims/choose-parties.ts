import type { Mention } from "../../record/mention.js";
import { spansOverlap } from "../../text/span.js";
import { likelihoodOf, type Weights, weightsUnder } from "../ranking.js";
import { logit, type Signs } from "./confidence.js";
import { type ActSide, lastBefore, type MeantParty, partyKey, type ToldAct, type ToldAround } from "./named-parties.js";
import {
  indexOf,
  type MaybeParty,
  type OpenSide,
  type PartyKind,
  partyFeatures,
  type ReadParty,
} from "./party-features.js";

/** Those whom the reader takes for parties of an act, by side, the surest first. */
export type ReadParties = Sides<readonly ReadParty[]>;

type Sides<Item> = Readonly<Record<ActSide, Item>>;

/** From how likely one is a party on a party stays; where nobody is so likely, the likeliest from how likely on. */
const likely = 0.34;
const likeliest = 0.17;

/** An act with the parties that are read in its own words. */
export interface Told<Act extends ToldAct> {
  readonly act: Act;
  readonly read: ReadParties;
  /** On which sides its own words tell that somebody stands whom they do not name, so that nobody named elsewhere is thought of. */
  readonly unknown?: Sides<boolean>;
  /** What else tells for the act. */
  readonly signs?: Signs;
}

/** An act with its parties, and what tells for it and them. */
export interface ChosenAct<Act extends ToldAct> {
  readonly act: Act;
  readonly signs: Signs;
}

/**
 * The acts with their parties: of those whom the reader takes for parties, and where it is sure of none of all whom the article names, those who by all that the article tells are the
 * likeliest.
 */
export function withChosenParties<Act extends ToldAct>(
  told: readonly Told<Act>[],
  around: Omit<ToldAround, "acts">,
  weights: Weights,
): readonly ChosenAct<Act>[] {
  const candidatesFor = candidatesOf(told, around);
  return told.map((one) => {
    const candidates = candidatesFor(one);
    const [actors, recipients] = [chosenFrom(candidates.actors, weights), chosenFrom(candidates.recipients, weights)];
    const signs = [...(one.signs ?? []), ...signsOfSide("actor", actors), ...signsOfSide("recipient", recipients)];
    return { act: { ...one.act, actors: actors.mentions, recipients: recipients.mentions }, signs };
  });
}

/** How sure it is who is on a side, or that nobody is. */
function signsOfSide(side: string, { mentions, likelihood }: Chosen): Signs {
  if (mentions.length === 0)
    return [
      [`action no ${side}`, 1],
      [`action nobody as ${side}`, logit(1 - likelihood)],
    ];
  const several: Signs = mentions.length > 1 ? [[`action several as ${side}`, 1]] : [];
  return [[`action ${side}`, logit(likelihood)], ...several];
}

/** Whoever may be a party, with what tells for and against it, by the names behind the words of its kind. */
export type PartyCandidate = MaybeParty & { readonly kind: PartyKind; readonly features: readonly string[] };

/** The features by the names that the weights have. */
export function featuresOf({ kind, features }: PartyCandidate): readonly string[] {
  return features.map((feature) => `${kind} ${feature}`);
}

/** Gives of an act all who may be on each of its sides. They are not kept: those of all acts of a long article would take a gigabyte. */
export function candidatesOf(
  told: readonly Told<ToldAct>[],
  known: Omit<ToldAround, "acts">,
): (one: Told<ToldAct>) => Sides<readonly PartyCandidate[]> {
  const around = { ...known, acts: told.map(({ act }) => act) };
  const index = indexOf(around);
  const onSide = (
    side: ActSide,
    act: ToldAct,
    parties: readonly ReadParty[],
    isClosed = false,
  ): readonly PartyCandidate[] => {
    const open: OpenSide = { act: { ...act, [side]: [] }, side, read: parties };
    const isRead = new Set(parties.map(({ mention }) => partyKey(mention)));
    const isSure = isClosed || parties.some(({ doubt }) => doubt <= sureDoubt);
    const others = isSure ? [] : index.named.near(act.trigger.span[0]).filter(({ key }) => !isRead.has(key));
    const beside = others.map((party) => ({ mention: nearestMention(party, act, around.text), doubt: null }));
    const maybe: readonly MaybeParty[] = [...parties, ...beside];
    const featuresFor = partyFeatures(open, index);
    return maybe.map((one) => {
      const kind: PartyKind = `${one.doubt === null ? "named" : "read"} ${side}`;
      return { mention: one.mention, doubt: one.doubt, kind, features: featuresFor(one) };
    });
  };
  return ({ act, read, unknown }) => ({
    actors: onSide("actors", act, read.actors, unknown?.actors),
    recipients: onSide("recipients", act, read.recipients, unknown?.recipients),
  });
}

/** Up to this doubt the reader is so sure of somebody that nobody else is thought of. */
const sureDoubt = 1;

function nearestMention({ mentions, entity }: MeantParty, { trigger }: ToldAct, text: string): Mention {
  const span = lastBefore(mentions, trigger.span[0]) ?? mentions[0] ?? trigger.span;
  return { text: text.slice(...span), span, entity: entity?.id ?? null };
}

/** Who is on a side, in reading order. */
interface Chosen {
  readonly mentions: readonly Mention[];
  /** That of the likeliest of all who may be there. */
  readonly likelihood: number;
}

/** Those likely enough, of several that share words the likeliest. */
function chosenFrom(candidates: readonly PartyCandidate[], weights: Weights): Chosen {
  const ranked = candidates
    .map(({ mention, doubt, kind, features }) => {
      return { mention, doubt, likelihood: likelihoodOf(features, weightsUnder(kind, weights)) };
    })
    .sort((one, other) => other.likelihood - one.likelihood);
  const chosen: (typeof ranked)[number][] = [];
  for (const one of ranked) {
    const isLikely = one.likelihood >= (chosen.length === 0 ? likeliest : likely);
    const isOne = one.doubt !== null || chosen.length === 0;
    if (isLikely && isOne && !chosen.some(({ mention }) => isSame(mention, one.mention))) chosen.push(one);
  }
  const mentions = chosen.map(({ mention }) => mention).sort((one, other) => one.span[0] - other.span[0]);
  return { mentions, likelihood: ranked[0]?.likelihood ?? 0 };
}

function isSame(one: Mention, other: Mention): boolean {
  return spansOverlap(one.span, other.span) || (one.entity !== null && one.entity === other.entity);
}
