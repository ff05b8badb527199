import { anySpansOverlap } from "../../text/span.js";
import { linkId } from "../link-id.js";
import { compareText } from "../link-input.js";
import { hasMainVerb, isNamed, isReadable, shortened, startsWithOwner } from "./claim-sentence.js";
import { type Claim, claimsAmong, sentenceOf } from "./claims-among.js";
import { type Comparable, comparable, negation, tells } from "./compare-propositions.js";
import type { Denial, Held } from "./denials-in.js";
import type { Dispute, DisputeEnd, DisputeLexicons, Side } from "./find-disputes.js";
import { bodyNoun, isOneSide } from "./one-side.js";
import type { PairJudge } from "./pair-judge.js";
import { nameOf, type Said } from "./statements-said.js";
import { isTellableVoice } from "./tellable-voice.js";

/** Disputes over what is said in one story: denials, in order of time, and who holds what they deny. Without a denial nothing is disputed. */
export function overPropositions(
  said: readonly Said[],
  denials: readonly Denial[],
  { weights, denials: lexicon, judge }: DisputeLexicons,
): readonly Dispute[] {
  if (denials.length === 0) return [];
  const claims = claimsAmong(said, denials, lexicon).filter(({ name }) => isTellableVoice(name));
  const compared = { ...comparedBy(weights), ...judgedBy(judge, said) };
  const found = denials
    .filter(({ name }) => isTellableVoice(name))
    .toSorted(byTime)
    .flatMap((denial) => contested(denial, claims, compared) ?? []);
  return groupsOf(found).flatMap((group) => disputeOf(group) ?? []);
}

/** One denial, and who holds what it denies. */
interface Contested {
  readonly denial: Denial;
  /** What is denied as it is compared. */
  readonly denied: Comparable;
  readonly claims: readonly Claim[];
  readonly holder: Held | null;
}

/** Who holds what a denial denies; `null` where nobody does. */
function contested(denial: Denial, claims: readonly Claim[], compared: Compared): Contested | null {
  const holder = denial.holder !== null && isHeldByOther(denial.holder, denial) ? denial.holder : null;
  const others = claims.filter((claim) => mayDeny(denial, claim));
  const answered = others.filter((claim) => isAnswered(claim, denial));
  const same = others.filter(
    (claim) =>
      answered.includes(claim) ||
      isHeld(claim, denial, compared) ||
      // Who blames the other in turn denies what the other says of him, and no further harm.
      (!denial.isBlame &&
        answered.some((one) => isOneParty(one, claim) && tells(compared.of(one), compared.of(claim), leastNamed))),
  );
  if (same.length === 0 && (holder === null || denial.sentence === null)) return null;
  return { denial, denied: compared.of(denial), claims: same, holder };
}

/** Claims and denials of one story as they are compared; denials also without the names that stand in them for pronouns. */
interface Compared {
  readonly of: (one: Claim | Denial) => Comparable;
  readonly bare: (denial: Denial) => Comparable;
  /** Whether a claim says of something that it is not so. */
  readonly negates: (claim: Claim) => boolean;
  /** Whether the judge of pairs lets it stand that a claim, which is like what is denied by its words, is what is denied. */
  readonly isOfOneThing: (claim: Claim, denial: Denial) => boolean;
  /** Whether the judge is sure that a claim tells the same as what is denied, in whatever words. */
  readonly isSurelyTheSame: (claim: Claim, denial: Denial) => boolean;
}

function judgedBy(judge: PairJudge, said: readonly Said[]): Pick<Compared, "isOfOneThing" | "isSurelyTheSame"> {
  const contents = new Map(said.map(({ article, line, content }) => [`${article} ${line}`, content]));
  const told = ({ sentence, words }: Denial): string => sentence ?? words;
  return {
    isOfOneThing: (claim, denial) => {
      if (denial.form !== "implicit") return judge(claim.words, told(denial)).neither < surelyOther;
      const content = contents.get(`${denial.article} ${denial.line}`);
      if (content === undefined || untrue.test(content)) return true;
      const { same, contradicts } = judge(content, claim.words);
      return contradicts >= leastAgainst * same;
    },
    isSurelyTheSame: (claim, denial) =>
      judge(claim.words, told(denial)).same >= surelySame && judge(told(denial), claim.words).same >= surelySame,
  };
}

/** Above this a claim is held to be about another thing than what is denied, and to tell the same. */
const surelyOther = 0.95;
const surelySame = 0.8;

/** Of a statement with a "not" and a claim, how sure the judge has to be that they contradict each other against that they say the same. */
const leastAgainst = 0.4;

/** What says by a noun, and not by a "not", that something is not so; the judge does not know that. */
const untrue = /\b(?:fake|hoax|false|untrue|lie|fiction|invention|nonsense)\b/i;

function comparedBy(weights: DisputeLexicons["weights"]): Pick<Compared, "of" | "bare" | "negates"> {
  return {
    of: once((one: Claim | Denial) => comparable(wordsCompared(one), weights)),
    bare: once(({ words }: Denial) => comparable(words, weights)),
    negates: once(({ words }: Claim) => words.search(negation) >= 0),
  };
}

/** Whose something is ("its embassy") the denial knows, and the name of whoever denies does not tell. */
function wordsCompared(one: Claim | Denial): string {
  if (!("form" in one)) return shortened(one.words);
  return startsWithOwner(one.words) ? one.words : (one.sentence ?? one.words);
}

/** The same function, which works out once what it gives for each. */
function once<Key extends object, Value>(give: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const found = known.get(key) ?? give(key);
    known.set(key, found);
    return found;
  };
}

/** Whether a claim is what a denial points at. */
function isAnswered({ article, line }: Claim, denial: Denial): boolean {
  return article === denial.article && denial.answers.includes(line);
}

/** Whether a claim is what a denial denies: by its words where the judge does not take it for something else, or by the judge where it has something of the words. */
function isHeld(claim: Claim, denial: Denial, compared: Compared): boolean {
  if (isDenied(claim, denial, compared)) return compared.isOfOneThing(claim, denial);
  if (denial.form === "implicit" || compared.negates(claim)) return false;
  return tells(compared.of(denial), compared.of(claim), leastJudged) && compared.isSurelyTheSame(claim, denial);
}

/** How much of what is denied a claim tells where the judge is asked whether it is the same. */
const leastJudged = { all: 0.3, names: 0.5, matter: 0.34, back: 0.25 };

/** Whether a claim tells the same as what a denial denies; less of it where the denial names whoever holds it. */
function isDenied(claim: Claim, denial: Denial, compared: Compared): boolean {
  const { form, article, holder } = denial;
  const [own, other] = [compared.of(denial), compared.of(claim)];
  if (form === "implicit") return !compared.negates(claim) && tells(own, other, leastOpposed);
  const isNamed = holder !== null && holder.by !== null && isOneParty(holder, claim);
  if (isNamed && tells(compared.bare(denial), other, form === "phrase" ? leastOfTheirs : leastNamed)) return true;
  return tells(own, other, form === "phrase" ? leastOfPhrase : claim.article === article ? leastBeside : leastTold);
}

/** How much of what is denied a claim tells whose holder the denial names, the same of a noun, that of a noun alone, one in the same article, one elsewhere, and one of which somebody only says that it is not so. */
const leastNamed = { all: 0.25, names: 0, matter: 0.4, back: 0 };
const leastOfTheirs = { all: 0.6, names: 0, matter: 0.7, back: 0 };
const leastOfPhrase = { all: 0.35, names: 0.3, matter: 0.4, back: 0 };
const leastBeside = { all: 0.45, names: 0.4, matter: 0.5, back: 0.12 };
const leastTold = { all: 0.55, names: 0.5, matter: 0.6, back: 0.15 };
const leastOpposed = { all: 0.6, names: 0.6, matter: 0.65, back: 0.4 };

type Party = Pick<Held, "by" | "name">;

function isOneParty(a: Party, b: Party): boolean {
  return (a.by !== null && a.by === b.by) || isOneSide(a.name, b.name);
}

/** Whether a claim is another's than a denial: by whom it is, by what he is called, and by whose text tells it. A reader can tell of both who stands there. */
function mayDeny(denial: Denial, claim: Claim): boolean {
  // Who tells of a denial in one sentence with it holds nothing, unless the denial answers him.
  const isBeside = claim.article === denial.article && anySpansOverlap(claim.spans, denial.spans);
  if (denial.isPast && !(claim.article === denial.article && denial.answers.includes(claim.line))) return false;
  if (isBeside && (claim.line === denial.line || !denial.answers.includes(claim.line))) return false;
  if (claim.by === denial.by || isOneSide(claim.name, denial.name)) return false;
  return claim.origin === null || claim.origin !== denial.origin;
}

function isHeldByOther({ by, name, origin }: Held, denial: Denial): boolean {
  return by === null || (by !== denial.by && origin !== denial.origin && !isOneSide(name, denial.name));
}

/** Denials of one thing together. */
function groupsOf(found: readonly Contested[]): readonly (readonly Contested[])[] {
  const groups: Contested[][] = [];
  for (const one of found) {
    const joined = groups.filter((group) => group.some((other) => isOneThing(one, other) || isOneQuarrel(one, other)));
    for (const group of joined) groups.splice(groups.indexOf(group), 1);
    groups.push([...joined.flat(), one]);
  }
  return groups;
}

function isOneThing(a: Contested, b: Contested): boolean {
  return tells(a.denied, b.denied, leastTold) || tells(b.denied, a.denied, leastTold);
}

/** Whether two denials are of one quarrel: of one party, or of what one party holds, and of something that they have in common; less of it where both parties are the same. */
function isOneQuarrel(a: Contested, b: Contested): boolean {
  const held = (one: Contested): readonly Party[] => [...one.claims, ...(one.holder === null ? [] : [one.holder])];
  const isOfOne = isOneParty(a.denial, b.denial);
  const isOverOne = held(a).some((one) => held(b).some((other) => isOneParty(one, other)));
  if (!isOfOne && !isOverOne) return false;
  // Who denies "the claims" of somebody twice in one article denies the same.
  const isPointing = [a, b].every(
    ({ denial: { form, article } }) => form === "pointing" && article === a.denial.article,
  );
  if (isOfOne && isOverOne && isPointing) return true;
  const least = isOfOne && isOverOne ? leastBetweenTwo : leastQuarrel;
  return tells(a.denied, b.denied, least) || tells(b.denied, a.denied, least);
}

const leastQuarrel = { all: 0.35, names: 0, matter: 0.35, back: 0 };
const leastBetweenTwo = { all: 0.2, names: 0, matter: 0.15, back: 0, isOneWordEnough: true };

function disputeOf(group: readonly Contested[]): Dispute | null {
  const denials = group.map(({ denial }) => denial);
  const isOther = (claim: Claim): boolean => denials.every((denial) => mayDeny(denial, claim));
  const claims = [...new Set(group.flatMap((one) => one.claims))].filter(isOther).sort(byTime);
  const holders = group
    .flatMap(({ holder }) => holder ?? [])
    .filter((one) => denials.every((denial) => isHeldByOther(one, denial)));
  // Who is named as the holder and whose own claim no article tells holds it too; reports hold it where nobody else does.
  const unnamed = holders.filter((one) =>
    one.by === null ? claims.length === 0 : !claims.some((claim) => isOneParty(one, claim)),
  );
  const about = aboutOf(group, claims);
  const [first] = denials;
  if (about === null || first === undefined || claims.length + unnamed.length === 0) return null;
  const [claim] = claims;
  return {
    id: linkId("di", [
      "statement",
      claim === undefined ? `${first.article} ${first.line}` : `${claim.article} ${claim.line}`,
    ]),
    kind: "statement",
    about,
    sides: [
      sideOf("asserts", [...claims.map(endOf), ...group.flatMap((one) => endsOfHolders(one, unnamed))]),
      sideOf("denies", denials.map(endOf)),
    ],
    reason: "a denial in the same story, about the same thing by its words, by somebody else",
  };
}

/** What is contested, as a sentence that names whom it tells of: by the denial's own words where they are one, else by those of a claim. */
function aboutOf(group: readonly Contested[], claims: readonly Claim[]): string | null {
  const told = group.flatMap(({ denial }) => denial.sentence ?? []);
  const held = claims.flatMap((claim) => sentenceOf(claim) ?? []);
  const nouns = group.flatMap(({ denial: { form, words } }) =>
    form === "phrase" && /^an? /i.test(words) ? [`there was ${words}`] : [],
  );
  const own = told.filter((words) => hasMainVerb(words) && !/^(?:about|of|on|for|as) /i.test(words));
  const readable = [...own, ...held, ...nouns].filter(isReadable);
  const first = readable[0] ?? null;
  if (first === null || isNamed(first) || !own.includes(first)) return first;
  // "The base had been struck" does not tell which; who holds it stands beside it.
  const holders = claims.map(({ name }) => nameOf(name));
  const namesMore = (words: string): boolean =>
    isNamed(holders.reduce((rest, name) => rest.replaceAll(name, ""), words));
  return readable.find((words) => held.includes(words) && namesMore(words)) ?? first;
}

function endsOfHolders({ denial, holder }: Contested, holders: readonly Held[]): readonly ToldEnd[] {
  if (holder === null || !holders.includes(holder)) return [];
  const { origin, name, spans } = holder;
  const { article, date } = denial;
  return [{ article, line: null, spans, day: date, date, voice: { origin, name }, origin, called: name }];
}

/** An end with whoever stands there: the origin, and all that he is called. */
interface ToldEnd extends DisputeEnd {
  readonly origin: string | null;
  readonly called: string;
}

function endOf(one: Claim | Denial): ToldEnd {
  const { article, line, spans, date, origin, name } = one;
  return { article, line, spans, day: date, date, voice: "voice" in one ? one.voice : null, origin, called: name };
}

/** A side with each party once, by what it is first called: "Woods' agent" is one of "the Tour and Woods' agent". */
function sideOf(position: string, told: readonly ToldEnd[]): Side {
  const first = (end: ToldEnd): ToldEnd =>
    told.find((one) => isNamedBy(end, one)) ?? told.find((one) => isOneSide(one.called, end.called)) ?? end;
  const ends = told.map((end) => {
    const { origin, called, voice } = first(end);
    const isSame = (end.voice?.origin ?? end.origin) === (voice?.origin ?? origin);
    return isSame || origin === null ? end : { ...end, voice: voice ?? { origin, name: nameOf(called) } };
  });
  return {
    position,
    ends: ends.map(({ origin: _, called: __, ...end }) => end),
    origins: [...new Set(ends.flatMap(({ origin, voice }) => voice?.origin ?? origin ?? []))],
  };
}

/** Whether one end is by whom another names in the same article: "a former envoy" in its first words, before Reva Holt, and "the rebels" of the Vane Front. */
function isNamedBy(end: ToldEnd, other: ToldEnd): boolean {
  if (end.article !== other.article || unnamed.test(other.called) || bodyNoun.test(other.called)) return false;
  const [[at] = [0], [first] = [0]] = [end.spans[0], other.spans[0]];
  return bodyNoun.test(end.called) || (unnamed.test(end.called) && at <= inLead && first >= at);
}

const unnamed = /^[Aa]n? (?!second|third|other)|^(?!the )[\p{Ll} -]+(?<!s)$/u;

/** In characters from the start of a text. */
const inLead = 300;

/** Earlier days first, those without one last; within a day by article, so that the order does not depend on who came first. */
function byTime(a: Pick<Claim, "date" | "article" | "spans">, b: Pick<Claim, "date" | "article" | "spans">): number {
  return (
    compareText(a.date ?? "~", b.date ?? "~") ||
    compareText(a.article, b.article) ||
    (a.spans[0]?.[0] ?? 0) - (b.spans[0]?.[0] ?? 0)
  );
}
