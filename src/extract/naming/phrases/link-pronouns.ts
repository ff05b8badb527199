import { rangeContains } from "../../../doc/find-ranges.js";
import type { DraftEntity, DraftMention, Mentions } from "../draft-entity.js";
import type { EntityContext } from "../entity-context.js";
import type { Gender } from "../entity-lexicons.js";
import type { Saying, Sayings } from "../saying.js";

/** A pronoun and what it can stand for: a person, several or a body, a body or a thing, whoever speaks, whatever was named before. */
export interface Pronoun {
  readonly kind: "he" | "they" | "it" | "I" | "who";
  readonly gender: Gender | null;
}

const forms: readonly (readonly [words: string, kind: Pronoun["kind"], gender: Gender | null])[] = [
  ["he him his himself", "he", "m"],
  ["she her hers herself", "he", "f"],
  ["they them their theirs themselves", "they", null],
  ["it its itself", "it", null],
  ["i me my mine myself we us our ours ourselves", "I", null],
  ["who whom which that whose", "who", null],
];

const pronouns: ReadonlyMap<string, Pronoun> = new Map(
  forms.flatMap(([words, kind, gender]) => words.split(" ").map((word) => [word, { kind, gender }] as const)),
);

/** What the word is among pronouns, `null` for other words. */
export function pronounAt({ words }: EntityContext, token: number): Pronoun | null {
  const pronoun = pronouns.get(words.lower(token)) ?? null;
  if (words.text(token) === "US" || (pronoun?.kind === "who" && words.upos(token) !== "PRON")) return null;
  return pronoun;
}

/** How many tokens back an antecedent can stand. */
const reach: Readonly<Record<Pronoun["kind"], number>> = { he: 600, they: 160, it: 120, I: 0, who: 0 };

/** What a pronoun of the third person is linked by. */
export interface PronounLinking {
  readonly context: EntityContext;
  readonly mentions: Mentions;
  readonly sayings: Sayings;
  readonly things: ReadonlySet<number>;
  /** Who says a saying, as far as it is known. */
  readonly speakerOf: (saying: Saying) => DraftEntity | null;
}

interface Scored {
  readonly mention: DraftMention;
  readonly score: number;
}

/**
 * Whom a pronoun of the third person stands for, or `null` where nobody before it fits. Antecedents are compared by nearness, by whether they
 * are subjects or speakers, by how often they are mentioned; a speaker goes on speaking. Not the speaker inside whose quoted words the
 * pronoun stands, nor a mention inside what the pronoun itself says or in the sentence that it ends, nor the subject whose object it is.
 */
export function linkPronoun(linking: PronounLinking, token: number, pronoun: Pronoun): DraftEntity | null {
  const { context, mentions, sayings, speakerOf } = linking;
  const own = sayings.sourceAt(token);
  const quoted = context.quoted(token);
  const outer = quoted ? sayings.contentAt(token).map(speakerOf) : [];
  const last = own && !quoted ? sayings.before(token) : null;
  const continued = last && speakerOf(last);
  const isBehind = own?.content.some(({ end }) => end <= token && context.distance(end - 1, token) === 0) ?? false;
  const frequency = new Map<DraftEntity, number>();
  const scored: Scored[] = [];
  for (const mention of mentions.before(token, reach[pronoun.kind])) {
    const { entity } = mention;
    if (!canBe(entity, pronoun) || outer.includes(entity)) continue;
    if (own?.content.some((range) => rangeContains(range, mention.head))) continue;
    // "The rebels fired, it said": whoever the sentence tells of by name does not say so.
    if (isBehind && context.distance(mention.head, token) === 0) continue;
    if (isArgumentBeside(context, token, mention.head) || rangeContains(mention.range, token)) continue;
    frequency.set(entity, (frequency.get(entity) ?? 0) + 1);
    const speaksOn = entity === continued && last ? continuity(context, last, own, token) : 0;
    scored.push({
      mention,
      score: nearness(linking, token, mention) + preference(context, mention, pronoun) + speaksOn,
    });
  }
  const often = (entity: DraftEntity): number => Math.min(1.3, 0.45 * Math.log(frequency.get(entity) ?? 1));
  const best = scored
    .map(({ mention, score }) => ({ entity: mention.entity, score: score + often(mention.entity) }))
    .reduce<{ entity: DraftEntity; score: number } | null>((a, b) => (a && a.score >= b.score ? a : b), null);
  const least = own ? threshold[pronoun.kind].source : threshold[pronoun.kind].other;
  if (!best || best.score < Math.max(least, pronoun.kind === "it" ? bestThing(linking, token) : least)) return null;
  best.entity.gender ??= pronoun.gender;
  return best.entity;
}

/** How much it counts that somebody spoke last: most for quoted words in the same paragraph, or opening the next, as news sets further words. */
function continuity(context: EntityContext, last: Saying, own: Saying | null, token: number): number {
  const paragraph = context.paragraph(token);
  const apart = paragraph - context.paragraph(last.source?.first ?? 0);
  const { quotations, sentences } = context.document.layers;
  const opens = quotations.state[sentences.paragraphs[paragraph]?.first ?? 0] === 2;
  if (apart > 1 || (apart === 1 && !opens)) return 0.5;
  const direct = own?.content.some(({ first, end }) => context.quoted(first) || context.quoted(end - 1));
  return direct ? 1.6 : 1;
}

/** How well some thing before the token would do for "it". */
function bestThing(linking: PronounLinking, token: number): number {
  let best = Number.NEGATIVE_INFINITY;
  for (let head = token - 1; head >= Math.max(0, token - 60); head--) {
    if (linking.things.has(head))
      best = Math.max(best, nearness(linking, token, { entity: null, head, form: "phrase" }));
  }
  return best;
}

/** Below these an antecedent is more often wrong than right; a speaker called "he" nearly always has one. */
const threshold: Readonly<Record<Pronoun["kind"], { readonly source: number; readonly other: number }>> = {
  he: { source: -30, other: -5 },
  they: { source: -3.5, other: -2 },
  it: { source: -2.5, other: 0 },
  I: { source: 0, other: 0 },
  who: { source: 0, other: 0 },
};

function canBe(entity: DraftEntity, pronoun: Pronoun): boolean {
  if (pronoun.kind === "he") {
    return entity.kind === "person" && !entity.plural && (entity.gender === null || entity.gender === pronoun.gender);
  }
  if (entity.kind === "person") return false;
  return pronoun.kind === "they" ? entity.kind !== "facility" : !entity.plural;
}

function preference(context: EntityContext, { entity, head }: DraftMention, pronoun: Pronoun): number {
  if (pronoun.kind === "he") return (entity.gender === pronoun.gender ? 1.2 : 0) + (entity.named ? 0.4 : -0.4);
  const plural = entity.plural || context.hasFeature(head, "Number=Plur");
  return pronoun.kind === "they" && plural ? 1.5 : 0;
}

function nearness(
  { context, sayings, speakerOf }: PronounLinking,
  token: number,
  { entity, head, form }: Pick<DraftMention, "head" | "form"> & { readonly entity: DraftEntity | null },
): number {
  const sentences = context.distance(head, token);
  const paragraphs = Math.min(sentences, context.paragraph(token) - context.paragraph(head));
  const relation = context.relation(head);
  let score = -0.9 * sentences - 0.3 * paragraphs;
  const saying = sayings.sourceAt(head);
  if (context.subject(head) || (saying && speakerOf(saying) === entity)) score += 1.3;
  if (relation === "nmod:poss") score -= 0.5;
  if (/^(?:nmod|compound|nmod:desc)$/.test(relation)) score -= 0.6;
  if (form === "pronoun") score += 0.2;
  // Whom the speaker before talked about comes after the speaker.
  const told = sayings.contentAt(head);
  if (told.length > 0 && told.some((saying) => !sayings.contentAt(token).includes(saying))) score -= 0.8;
  if (context.quoted(head) && !context.quoted(token)) score -= 1.7;
  return score;
}

/** Two arguments of one verb are not the same without "-self". */
function isArgumentBeside({ words, relation, governor }: EntityContext, token: number, head: number): boolean {
  if (/sel(?:f|ves)$/.test(words.lower(token))) return false;
  const isCore = (of: string): boolean => /^(?:nsubj|obj|iobj|obl)/.test(of);
  const [own, other] = [words.deprel(token), relation(head)];
  // Two subjects of one verb are a slip of the parser.
  if (own.startsWith("nsubj") && other.startsWith("nsubj")) return false;
  return words.head(token) === governor(head) && isCore(own) && isCore(other);
}

/** Whom "who" and "which" refer back to. */
export function linkRelative({ words }: EntityContext, mentions: Mentions, token: number): DraftMention | null {
  const end = words.text(token - 1) === "," ? token - 1 : token;
  for (const mention of mentions.before(end, 1)) return mention;
  return null;
}

/**
 * Who says "I" or "we" here: the speaker of the innermost quoted words that hold it; where nobody is named for them, the speaker before, if the
 * same paragraph or the one before is his.
 */
export function linkFirstPerson(
  context: EntityContext,
  sayings: Sayings,
  speakerOf: (saying: Saying) => DraftEntity | null,
  token: number,
): DraftEntity | null {
  if (!context.quoted(token)) return null;
  for (const saying of sayings.contentAt(token)) {
    if (saying.source && !rangeContains(saying.source, token)) return speakerOf(saying);
  }
  const before = sayings.before(token);
  if (!before?.source || context.paragraph(token) - context.paragraph(before.source.first) > 1) return null;
  return speakerOf(before);
}
