import type { Mention } from "../../record/mention.js";
import type { ArticleRecord } from "../../record/record.js";
import { type Span, spansOverlap } from "../../text/span.js";
import type { DeniedWords } from "./denied-words.js";

/** A denial as one article tells it. */
export interface ToldDenial {
  readonly line: string;
  readonly by: Mention;
  /** `implicit` where it only says that something is not so. */
  readonly told: Omit<DeniedWords, "form"> & { readonly form: DeniedWords["form"] | "implicit" };
  readonly act: "deny" | "blame";
  /** The statements that the reader saw it answer. */
  readonly answers: readonly string[];
  readonly spans: readonly Span[];
}

export function isOneMention(a: Mention, b: Mention): boolean {
  return spansOverlap(a.span, b.span) || (a.entity !== null && a.entity === b.entity);
}

export function isOutlet({ entity }: Pick<Mention, "entity">, { entities }: ArticleRecord): boolean {
  return entities.find(({ id }) => id === entity)?.kind === "outlet";
}

/** Where the first of some spans begins. */
export function startOf(spans: readonly Span[]): number {
  return spans[0]?.[0] ?? 0;
}

/** Where the last of some spans ends. */
export function endOf(spans: readonly Span[]): number {
  return spans.at(-1)?.[1] ?? 0;
}

export function wordsAt({ article }: Pick<ArticleRecord, "article">, spans: readonly Span[]): string {
  return spans.map(([start, end]) => article.text.slice(start, end)).join(" ");
}
