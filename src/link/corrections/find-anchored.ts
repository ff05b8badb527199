import type { Action } from "../../record/action.js";
import type { Entity } from "../../record/entity.js";
import type { Posture } from "../../record/posture.js";
import type { ArticleRecord } from "../../record/record.js";
import type { Stance } from "../../record/stance.js";
import type { Statement } from "../../record/statement.js";
import { type Span, spanContains, spanLength, spansEqual } from "../../text/span.js";
import { articleOfVersion, type EntityAnchor, type LineAnchor } from "./correction.js";

/** A line of a record that can be corrected. */
export type CorrectableLine =
  | { readonly kind: "statement"; readonly line: Statement }
  | { readonly kind: "action"; readonly line: Action }
  | { readonly kind: "posture"; readonly line: Posture }
  | { readonly kind: "stance"; readonly line: Stance };

/** All lines of a record that can be corrected, in its order. */
export function correctableLines({
  statements,
  actions,
  postures,
  stances,
}: ArticleRecord): readonly CorrectableLine[] {
  return [
    ...statements.map((line) => ({ kind: "statement", line }) as const),
    ...actions.map((line) => ({ kind: "action", line }) as const),
    ...postures.map((line) => ({ kind: "posture", line }) as const),
    ...stances.map((line) => ({ kind: "stance", line }) as const),
  ];
}

/** What the line is found again by. */
export function anchorOf(claim: CorrectableLine, { article }: ArticleRecord): LineAnchor {
  const span = spanOfClaim(claim);
  return {
    article: article.id,
    kind: claim.kind,
    label: labelOf(claim),
    span,
    words: article.text.slice(...span),
    evidence: wordsOf(claim.line.evidence, article.text),
    status: statusOf(claim),
  };
}

/** What the entity is found again by; `null` where no words stand for it. */
export function entityAnchorOf({ name, mentions: [span] }: Entity, { article }: ArticleRecord): EntityAnchor | null {
  return span === undefined ? null : { article: article.id, name, span };
}

/**
 * The line that an anchor means. In the version that it was made on it is the line of that kind over the same words, or over most of them and labelled
 * alike; in another version of the article the line over equal words in equal sentences; in another article only one that was read alike too. `null` where there
 * is none, or where two fit alike.
 */
export function anchoredLine(record: ArticleRecord, anchor: LineAnchor): CorrectableLine | null {
  const own = record.article.id === anchor.article;
  const fits = correctableLines(record)
    .filter(({ kind }) => kind === anchor.kind)
    .map((claim) => ({ claim, fit: own ? fitOf(claim, anchor) : fitElsewhere(claim, anchor, record) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit);
  const [best, second] = fits;
  return best !== undefined && best.fit > (second?.fit ?? 0) ? best.claim : null;
}

/** The entity that an anchor means: the one that its words stand for; in another version of the article, the one of that name. */
export function anchoredEntity(record: ArticleRecord, anchor: EntityAnchor): Entity | null {
  if (articleOfVersion(record.article.id) !== articleOfVersion(anchor.article)) return null;
  const own = record.article.id === anchor.article;
  return (
    (own ? entityAt(record, anchor.span) : null) ?? record.entities.find(({ name }) => name === anchor.name) ?? null
  );
}

/** The entity that these words stand for, `null` for none. */
export function entityAt({ entities }: ArticleRecord, span: Span): Entity | null {
  return entities.find(({ mentions }) => mentions.some((mention) => spansEqual(mention, span))) ?? null;
}

/** Above 1 where the label is the same too; 0 where it is another line. */
function fitOf(claim: CorrectableLine, anchor: LineAnchor): number {
  const shared = sharedPart(spanOfClaim(claim), anchor.span);
  const alike = labelOf(claim) === anchor.label;
  return shared === 1 || (alike && shared >= mostOfWords) ? shared + (alike ? 1 : 0) : 0;
}

function fitElsewhere(claim: CorrectableLine, anchor: LineAnchor, { article }: ArticleRecord): number {
  const words = article.text.slice(...spanOfClaim(claim));
  if (words !== anchor.words || wordsOf(claim.line.evidence, article.text) !== anchor.evidence) return 0;
  const alike = labelOf(claim) === anchor.label;
  const isCopy = articleOfVersion(article.id) !== articleOfVersion(anchor.article);
  if (isCopy && !(alike && (anchor.status ?? statusOf(claim)) === statusOf(claim))) return 0;
  return alike ? 2 : 1;
}

/** A line whose words moved by less than this is the same line, read by another version of the program. */
const mostOfWords = 0.5;

/** What two spans share of all that either covers, from 0 to 1. */
function sharedPart(a: Span, b: Span): number {
  if (spanContains(a, b) && spanContains(b, a)) return 1;
  const shared = Math.min(a[1], b[1]) - Math.max(a[0], b[0]);
  return shared <= 0 ? 0 : shared / (spanLength(a) + spanLength(b) - shared);
}

/** The words that a line is read from and found again by. */
export function spanOfClaim({ kind, line }: CorrectableLine): Span {
  switch (kind) {
    case "statement":
      return line.content.spans[0] ?? line.cue?.span ?? line.evidence[0];
    case "action":
      return line.trigger.span;
    case "posture":
      return line.subject.span;
    case "stance":
      return line.holder.span;
  }
}

function labelOf({ kind, line }: CorrectableLine): string {
  switch (kind) {
    case "statement":
      return line.act;
    case "action":
      return line.type;
    case "posture":
      return `${line.aspect} ${line.value}`;
    case "stance":
      return line.relation;
  }
}

function statusOf({ kind, line }: CorrectableLine): string {
  switch (kind) {
    case "statement":
      return line.negated ? "negated" : "told";
    case "action":
    case "posture":
      return line.status;
    case "stance":
      return "told";
  }
}

function wordsOf(spans: readonly Span[], text: string): string {
  return spans.map((span) => text.slice(...span)).join(" ");
}
