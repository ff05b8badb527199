import type { TokenRange } from "../../doc/layers.js";
import type { EntityId } from "../../record/id.js";
import type { Statement } from "../../record/statement.js";
import type { Span } from "../../text/span.js";
import { phraseFrom } from "../grammar/noun-phrase.js";
import type { Words } from "../grammar/words.js";
import type { EntityLexicons } from "../naming/entity-lexicons.js";
import { countryNamed } from "../naming/people/read-role.js";
import type { ClaimContext } from "./claim-context.js";
import type { StanceLexicon } from "./stance-lexicon.js";

/** What is written down about words for what was said. */
export interface TargetLexicon {
  readonly stances: StanceLexicon;
  readonly entities: EntityLexicons;
}

interface TargetLinking extends ClaimContext {
  readonly nouns: StanceLexicon["nouns"];
  readonly entities: EntityLexicons;
}

/** The statement that a stance's target means: what "the minister's remarks" or "that" take up, or what the person last said; `null` where it is none. */
export function statementMeant(
  range: TokenRange,
  holder: EntityId | null,
  context: ClaimContext,
  { stances: { nouns }, entities }: TargetLexicon,
): Statement | null {
  return meantBy({ ...context, nouns, entities }, range, holder);
}

function meantBy(linking: TargetLinking, range: TokenRange, holder: EntityId | null): Statement | null {
  const { words } = linking;
  const noun = words.top(range);
  if (linking.nouns.has(words.lemma(noun)) && words.upos(noun) === "NOUN")
    return statementOfNoun(linking, noun, range, holder);
  const entity = somebodyOf(linking, range);
  // "Criticised the minister for missing the vote" is about a deed.
  const forDeed = words.lower(range.end) === "for" && /ing$/.test(words.lower(range.end + 1));
  return entity === null || entity === holder || forDeed ? null : statementBy(linking, entity, words.span(range));
}

/** Somebody who can speak: no place and no facility. */
function somebodyOf({ table }: TargetLinking, range: TokenRange): EntityId | null {
  const { entity } = table.resolve(range);
  const kind = table.entities.find(({ id }) => id === entity)?.kind;
  return kind === undefined || kind === "other" || kind === "facility" ? null : entity;
}

/** The statement that "the minister's remarks" or "the accusations" mean. */
function statementOfNoun(
  linking: TargetLinking,
  noun: number,
  range: TokenRange,
  holder: EntityId | null,
): Statement | null {
  const { words, table, statements, nouns } = linking;
  const at = words.span(range);
  const owner = ownerOf(noun, words);
  if (owner !== null) {
    const entity = table.resolve(owner).entity ?? governmentOf(linking, owner);
    return entity === null ? null : statementBy(linking, entity, at);
  }
  const acts = nouns.get(words.lemma(noun)) ?? null;
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
function statementBy({ statements }: TargetLinking, entity: EntityId, at: Span): Statement | null {
  const theirs = statements.filter((one) => one.speaker?.entity === entity && !contains(one, at));
  return theirs.filter((one) => one.evidence[0][0] < at[0]).at(-1) ?? theirs[0] ?? null;
}

function contains({ content }: Statement, [start, end]: Span): boolean {
  return content.spans.some(([from, to]) => from <= start && end <= to);
}
