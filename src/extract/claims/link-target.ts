import type { TokenRange } from "../../doc/layers.js";
import type { EntityId } from "../../record/id.js";
import type { Statement } from "../../record/statement.js";
import type { Span } from "../../text/span.js";
import { phraseFrom } from "../grammar/noun-phrase.js";
import type { Words } from "../grammar/words.js";
import type { ClaimContext } from "./claim-context.js";
import type { StanceLexicon } from "./stance-lexicon.js";

/** The statement that a stance's target means: what "the minister's remarks" or "that" take up, or what the person last said; `null` where it is none. */
export function statementMeant(
  range: TokenRange,
  holder: EntityId | null,
  context: ClaimContext,
  { nouns }: StanceLexicon,
): Statement | null {
  const { words } = context;
  const noun = words.top(range);
  if (nouns.has(words.lemma(noun)) && words.upos(noun) === "NOUN")
    return statementOfNoun(noun, words.span(range), holder, context, nouns.get(words.lemma(noun)) ?? null);
  const entity = somebodyOf(range, context);
  // "Criticised the minister for missing the vote" is about a deed.
  const forDeed = words.lower(range.end) === "for" && /ing$/.test(words.lower(range.end + 1));
  return entity === null || entity === holder || forDeed ? null : statementBy(entity, words.span(range), context);
}

/** Somebody who can speak: no place and no facility. */
function somebodyOf(range: TokenRange, { table }: ClaimContext): EntityId | null {
  const { entity } = table.resolve(range);
  const kind = table.entities.find(({ id }) => id === entity)?.kind;
  return kind === undefined || kind === "other" || kind === "facility" ? null : entity;
}

/** The statement that "the minister's remarks" or "the accusations" mean, which is one of these acts. */
function statementOfNoun(
  noun: number,
  at: Span,
  holder: EntityId | null,
  context: ClaimContext,
  acts: ReadonlySet<Statement["act"]> | null,
): Statement | null {
  const { words, table, statements } = context;
  const owner = ownerOf(noun, words);
  if (owner !== null) {
    const { entity } = table.resolve(owner);
    return entity === null ? null : statementBy(entity, at, context);
  }
  const before = statements.filter(
    (one) => one.evidence[0][0] < at[0] && !contains(one, at) && (holder === null || one.speaker?.entity !== holder),
  );
  // "Claims that tourists had been attacked" are those of whoever said that, and not just the last.
  const said = isClauseAt(noun + 1, words) ? contentWords(noun + 1, words) : null;
  const isMeant = (one: Statement) => (acts === null || acts.has(one.act)) && (said === null || sharesWords(one, said));
  return before.findLast(isMeant) ?? null;
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

/** The last thing that somebody said before, or else the first after. */
function statementBy(entity: EntityId, at: Span, { statements }: ClaimContext): Statement | null {
  const theirs = statements.filter((one) => one.speaker?.entity === entity && !contains(one, at));
  return theirs.findLast((one) => one.evidence[0][0] < at[0]) ?? theirs[0] ?? null;
}

function contains({ content }: Statement, [start, end]: Span): boolean {
  return content.spans.some(([from, to]) => from <= start && end <= to);
}
