import type { TokenRange } from "../../../doc/layers.js";
import { type Candidate, rankedBy, type Weights } from "../../ranking.js";
import { kindOfBody } from "../bodies/body-name.js";
import type { DraftEntity } from "../draft-entity.js";
import type { EntityContext } from "../entity-context.js";
import { plainWords } from "../plain.js";

/** What may bear a name: a person, a body of people, a place, or a thing (a product, a feast, a treaty, a film). */
export const bearers = ["person", "body", "place", "thing"] as const;
export type Bearer = (typeof bearers)[number];

/** A mention by name, and the name within it. */
export interface NamedMention {
  readonly name: TokenRange;
  readonly head: number;
  /** Whether a source of a statement starts with it. */
  readonly speaks: boolean;
}

/** The bearers as a learnt choice: each with what tells for or against it. */
export function bearerCandidates(features: readonly string[]): readonly Candidate<Bearer>[] {
  return bearers.map((item) => ({ item, features: ["any", ...features].map((name) => `${item} ${name}`) }));
}

/** The bearer for which these features speak most; `null` where none of them counts. */
export function likeliestBearer(features: readonly string[], weights: Weights): Bearer | null {
  const [first, second] = rankedBy(bearerCandidates(features), weights);
  return first === undefined || first.sum === second?.sum ? null : first.item;
}

/** No article says more of a name by its thirteenth mention. */
const enough = 12;

/** What tells who or what bears the name: how it is written, what the tagger believes of it, and what stands around each mention. */
export function bearerFeatures(
  context: EntityContext,
  { name, kind }: Pick<DraftEntity, "name" | "kind">,
  mentions: readonly NamedMention[],
): readonly string[] {
  const told = mentions.slice(0, enough);
  const counts = new Map<string, number>();
  for (const mention of told)
    for (const sign of new Set(signsAround(context, mention))) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  const around = [...counts].flatMap(([sign, count]) => (2 * count >= told.length ? [sign, `${sign} mostly`] : [sign]));
  return [
    `kind ${kind}`,
    `times ${Math.min(mentions.length, 4)}`,
    ...(told.some(({ name: range }) => isSmallElsewhere(context, range)) ? ["small elsewhere"] : []),
    ...signsOfWords(context, name),
    ...beliefs(context, told),
    ...around,
  ];
}

function signsOfWords({ lexicons }: EntityContext, name: string): readonly string[] {
  const words = plainWords(name);
  const [first = ""] = words;
  const last = words.at(-1) ?? "";
  return [
    `words ${Math.min(words.length, 4)}`,
    `last ${last}`,
    `first ${first}`,
    `ending ${last.slice(-3)}`,
    `tells ${kindOfBody(name, lexicons)}`,
    `given ${lexicons.givenNames.has(first)} ${words.length > 1}`,
    ...(/^\p{Lu}+$/u.test(name) ? ["capitals"] : []),
    ...(/^\p{Lu}\p{Ll}+$/u.test(name) ? ["plain word"] : []),
    ...(/\p{Ll}\p{Lu}/u.test(name) ? ["capital inside"] : []),
    ...(/\d/.test(name) ? ["digit"] : []),
    ...(/\.(?:com|org|net)$/i.test(name) ? ["address"] : []),
    ...(/(?:^|\s)\p{Ll}/u.test(name) ? ["small letter"] : []),
  ];
}

/** Whether the article has the name's last word in small letters too. */
function isSmallElsewhere({ words }: EntityContext, { end }: TokenRange): boolean {
  return smallWords(words).has(words.lower(end - 1));
}

const known = new WeakMap<EntityContext["words"], ReadonlySet<string>>();

/** The words that the article has in small letters, put together once. */
function smallWords(words: EntityContext["words"]): ReadonlySet<string> {
  const small = known.get(words) ?? new Set(Array.from({ length: words.length }, (_, token) => words.text(token)));
  known.set(words, small);
  return small;
}

const steps = [0.02, 0.1, 0.3, 0.6, 0.9];

/** How sure the tagger is of each type, over all mentions. */
function beliefs({ document }: EntityContext, mentions: readonly NamedMention[]): readonly string[] {
  const { labels, names: logits } = document.layers.encoding;
  const tags = labels.names;
  const sums = new Map<string, number>();
  let tokens = 0;
  for (const { name } of mentions) {
    for (let token = name.first; token < name.end; token++) {
      const own = tags.map((_, tag) => Math.exp(logits[token * tags.length + tag] ?? 0));
      const total = own.reduce((sum, one) => sum + one, 0);
      tags.forEach((tag, i) => {
        const type = tag.slice(2);
        sums.set(type, (sums.get(type) ?? 0) + (own[i] ?? 0) / total);
      });
      tokens++;
    }
  }
  return [...sums].flatMap(([type, sum]) =>
    steps.filter((step) => sum / Math.max(1, tokens) > step).map((step) => `tagged ${type} ${step}`),
  );
}

const governed = /^(?:nsubj|obj|obl|nmod|conj)$/;

/** "Knightscope, a startup": nouns that say what it is. */
function appositions({ words }: EntityContext, head: number): readonly string[] {
  const own = words.children(head).filter((child) => words.deprel(child) === "appos" && words.upos(child) === "NOUN");
  const governor = words.head(head);
  const back = words.deprel(head) === "appos" && words.upos(governor) === "NOUN" ? [governor] : [];
  return [...own, ...back].map((noun) => words.lemma(noun));
}

function signsAround(context: EntityContext, { name, head, speaks }: NamedMention): readonly string[] {
  const { words } = context;
  const relation = context.relation(head).split(":")[0] ?? "";
  const governor = words.lemma(context.governor(head));
  const before = name.first - 1;
  const article = /^(?:the|an?|this|that|his|her|its|their)$/.exec(words.lower(before))?.[0];
  const preposition = words.upos(before - (article ? 1 : 0)) === "ADP" ? words.lower(before - (article ? 1 : 0)) : null;
  const owns = /^['’]s?$/.test(words.text(name.end));
  const next = name.end + (owns ? 1 : 0);
  return [
    `as ${relation}`,
    ...(governed.test(relation) ? [`${relation} of ${governor}`] : []),
    ...appositions(context, head).map((noun) => `called ${noun}`),
    ...(article ? [`behind ${article === "the" ? "the" : "a word for which"}`] : []),
    ...(preposition ? [`prep ${preposition}${article ? " the" : ""}`] : []),
    ...(/^(?:NOUN|PROPN|ADJ)$/.test(words.upos(before)) ? [`behind noun ${words.lower(before)}`] : []),
    ...(owns ? ["owns", `owns ${words.lemma(next)}`] : []),
    ...(!owns && words.upos(next) === "NOUN" ? [`before noun ${words.lemma(next)}`] : []),
    ...(words.upos(next) === "VERB" || words.upos(next) === "AUX" ? ["before verb"] : []),
    ...(words.text(next) === "," && /^\d{1,2}$/.test(words.text(next + 1)) ? ["aged"] : []),
    ...(words.text(next) === "," && words.lower(next + 1) === "who" ? ["who"] : []),
    ...(words.text(next) === "," && words.lower(next + 1) === "which" ? ["which"] : []),
    ...(/^["“‘]$/.test(words.text(before)) && /^["”’]$/.test(words.text(name.end)) ? ["in quotes"] : []),
    ...(speaks ? ["speaks"] : []),
  ];
}
