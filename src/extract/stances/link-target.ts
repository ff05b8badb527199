import type { FullyAnnotated } from "../../doc/document.js";
import type { TokenRange } from "../../doc/layers.js";
import type { EntityId } from "../../record/id.js";
import type { Statement } from "../../record/statement.js";
import type { Span } from "../../text/span.js";
import type { EntityLexicons } from "../entities/entity-lexicons.js";
import { countryNamed } from "../entities/read-role.js";
import type { EntityTable } from "../entities/resolve-entities.js";
import { isSomebody } from "../statements/hearers.js";
import { nounPhrase, phraseFrom } from "../statements/sources.js";
import type { Words } from "../words.js";
import type { StanceLexicon, StancePattern } from "./stance-lexicon.js";

/** What a stance is about, as far as the article tells it. */
export interface LinkedTarget {
  readonly range: TokenRange;
  readonly statement: Statement | null;
}

export interface TargetLinking {
  readonly words: Words;
  readonly table: EntityTable;
  readonly statements: readonly Statement[];
  readonly lexicon: StanceLexicon;
  readonly entities: EntityLexicons;
  readonly document: FullyAnnotated;
}

/** The target that the phrase can be for that pattern and holder, with the statement that it takes up; `null` where it can be none. */
export function linkTarget(
  linking: TargetLinking,
  range: TokenRange,
  pattern: StancePattern,
  holder: EntityId | null,
): LinkedTarget | null {
  const { words, lexicon } = linking;
  const taken = takenUp(range, words, lexicon);
  if (taken !== null) return linkTarget(linking, taken, pattern, holder);
  const before = saidBefore(linking, range, holder);
  if (before !== null) return { range, statement: before };
  const noun = sayingNounOf(range, words, lexicon);
  if (noun !== null && takesSaying(noun, pattern, linking)) {
    return { range, statement: statementOfNoun(linking, noun, range, holder) };
  }
  const entity = somebodyOf(linking, range);
  if (entity !== null && entity !== holder) {
    if (pattern.targets.has("somebody")) {
      // "Criticised the minister for missing the vote" is about a deed.
      const forDeed = words.lower(range.end) === "for" && /ing$/.test(words.lower(range.end + 1));
      return { range, statement: forDeed ? null : statementBy(linking, entity, words.span(range)) };
    }
    if (pattern.targets.has("person")) return { range, statement: null };
  }
  if (entity === null && pattern.targets.has("person") && isSomebody(words.top(range), linking.document, words)) {
    return { range, statement: null };
  }
  return pattern.targets.has("any") && isThing(range, words) ? { range, statement: null } : null;
}

/** Whether the stance may be about such words: a report is denied, a request is refused; a view is shared, and so is a story, otherwise. */
function takesSaying(noun: number, { targets }: StancePattern, { words, lexicon }: TargetLinking): boolean {
  if (targets.has("saying") || targets.has("any")) return true;
  const acts = lexicon.nouns.get(words.lemma(noun)) ?? null;
  if (targets.has("claim") && (acts === null || [...acts].some((act) => /^(?:say|claim|accuse|believe)$/.test(act))))
    return true;
  return targets.has("view") && acts?.has("believe") === true;
}

/** The noun of the phrase that takes up what was said: "remarks" of "his remarks on the strike". */
export function sayingNounOf(range: TokenRange, words: Words, { nouns }: StanceLexicon): number | null {
  const head = words.top(range);
  return nouns.has(words.lemma(head)) && words.upos(head) === "NOUN" ? head : null;
}

/** The words that "it" takes up within the sentence: "did not dispute the report but played it down". */
function takenUp({ first, end }: TokenRange, words: Words, lexicon: StanceLexicon): TokenRange | null {
  if (end - first !== 1 || !/^(?:it|them|this|that)$/.test(words.lower(first))) return null;
  for (let noun = first - 1; noun >= words.sentence(first).first; noun--) {
    const phrase = nounPhrase(noun, words);
    if (words.upos(noun) === "NOUN" && lexicon.nouns.has(words.lemma(noun)) && phrase.end <= first) return phrase;
  }
  return null;
}

/** What "that" at the head of a sentence takes up: the last that another said before. */
function saidBefore(
  { words, statements }: TargetLinking,
  { first, end }: TokenRange,
  holder: EntityId | null,
): Statement | null {
  if (end - first !== 1 || !/^(?:that|this)$/.test(words.lower(first)) || words.sentence(first).first !== first)
    return null;
  const [start] = words.span({ first, end });
  const earlier = statements.filter(
    ({ evidence, speaker, within }) => evidence[0][0] < start && within === null && speaker !== null,
  );
  const last = earlier.at(-1);
  return last === undefined || (holder !== null && last.speaker?.entity === holder) ? null : last;
}

function isThing(range: TokenRange, words: Words): boolean {
  return /^(?:NOUN|PROPN)$/.test(words.upos(words.top(range)));
}

/** Somebody who can speak: no place, and no facility but an embassy's. */
function somebodyOf({ table, words }: TargetLinking, range: TokenRange): EntityId | null {
  const { entity } = table.resolve(range);
  const kind = table.entities.find(({ id }) => id === entity)?.kind;
  if (kind === "facility")
    return /^(?:embassy|mission|consulate)$/i.test(words.lemma(words.top(range))) ? entity : null;
  return kind === undefined || kind === "other" ? null : entity;
}

/** The statement that "the minister's remarks" or "the accusations" mean. */
function statementOfNoun(
  linking: TargetLinking,
  noun: number,
  range: TokenRange,
  holder: EntityId | null,
): Statement | null {
  const { words, table, statements, lexicon } = linking;
  const at = words.span(range);
  const owner = ownerOf(noun, words);
  if (owner !== null) {
    const entity = table.resolve(owner).entity ?? governmentOf(linking, owner);
    return entity === null ? null : statementBy(linking, entity, at);
  }
  const acts = lexicon.nouns.get(words.lemma(noun)) ?? null;
  const before = statements.filter(
    (one) => one.evidence[0][0] < at[0] && !contains(one, at) && (holder === null || one.speaker?.entity !== holder),
  );
  const fitting = before.filter(({ act }) => acts === null || acts.has(act));
  // "claims that tourists had been attacked" are those of whoever said that, and not just the last.
  const said = isClauseAt(noun + 1, words) ? contentWords(noun + 1, words) : null;
  return fitting.filter((one) => said === null || sharesWords(one, said)).at(-1) ?? null;
}

/** Whether what was said stands behind its noun: "claims that it fell", "reports it has fallen". */
function isClauseAt(token: number, words: Words): boolean {
  return /^(?:that|of)$/.test(words.lower(token)) || /^(?:PRON|DET|PROPN)$/.test(words.upos(token));
}

function contentWords(first: number, words: Words): ReadonlySet<string> {
  const found = new Set<string>();
  for (let i = first; i < words.sentence(first).end && !/^[.;,]$/.test(words.text(i)); i++) {
    if (/^(?:NOUN|PROPN|VERB|ADJ|NUM)$/.test(words.upos(i))) found.add(words.lower(i));
  }
  return found;
}

function sharesWords({ content }: Statement, said: ReadonlySet<string>): boolean {
  const shared = new Set((content.text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => said.has(word)));
  return shared.size >= Math.max(1, said.size / 2);
}

/** Whose words they are: "Vale's remarks", "a suggestion by Senator Reyes", "the French warning". */
function ownerOf(noun: number, words: Words): TokenRange | null {
  const before = words.children(noun).find((child) => child < noun && isOwner(child, words));
  if (before !== undefined) return words.phrase(before, (one) => words.deprel(one) === "case");
  return /^(?:of|by|from)$/.test(words.lower(noun + 1)) ? phraseFrom(noun + 2, words) : null;
}

function isOwner(token: number, words: Words): boolean {
  if (words.deprel(token) === "nmod:poss") return true;
  return /^(?:amod|compound)$/.test(words.deprel(token)) && /^\p{Lu}/u.test(words.text(token));
}

/** The government of the country that an adjective names. */
function governmentOf({ table, words, entities }: TargetLinking, range: TokenRange): EntityId | null {
  const code = countryNamed(words.slice(range), entities)?.code;
  return table.entities.find(({ kind, country }) => kind === "government" && country === code)?.id ?? null;
}

/** The last thing that somebody said before, or else the first after. */
export function statementBy({ statements }: TargetLinking, entity: EntityId, at: Span): Statement | null {
  const theirs = statements.filter((one) => one.speaker?.entity === entity && !contains(one, at));
  return theirs.filter((one) => one.evidence[0][0] < at[0]).at(-1) ?? theirs[0] ?? null;
}

function contains({ content }: Statement, [start, end]: Span): boolean {
  return content.spans.some(([from, to]) => from <= start && end <= to);
}
