import type { Factuality } from "../record/factuality.js";
import type { Statement } from "../record/statement.js";
import { type Span, spanContains, spanLength } from "../text/span.js";

/** The statement whose content holds the span, the innermost where several do; `null` where the article speaks itself. */
export function toldIn(span: Span, statements: readonly Statement[]): Statement | null {
  let best: Statement | null = null;
  let smallest = Number.POSITIVE_INFINITY;
  for (const statement of statements) {
    for (const part of statement.content.spans) {
      const length = spanLength(part);
      if (!spanContains(part, span) || length >= smallest) continue;
      best = statement;
      smallest = length;
    }
  }
  return best;
}

/** What becomes of a status inside a statement: what somebody denies is denied. */
export function statusIn(statement: Statement | null, status: Factuality): Factuality {
  const denied = statement?.act === "deny" && !statement.negated && /^(?:happened|ongoing|announced)$/.test(status);
  return denied ? "denied" : status;
}
