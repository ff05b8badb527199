import { firstFrom } from "../doc/find-ranges.js";
import type { Factuality } from "../record/factuality.js";
import type { Statement } from "../record/statement.js";
import { type Span, spanContains, spanLength } from "../text/span.js";

/** A stretch of what somebody says. */
interface Part {
  readonly span: Span;
  readonly statement: Statement;
  /** The furthest end of this part and those before it. */
  readonly reach: number;
}

const known = new WeakMap<readonly Statement[], readonly Part[]>();

/** The statement whose content holds the span, the innermost where several do; `null` where the article speaks itself. */
export function toldIn(span: Span, statements: readonly Statement[]): Statement | null {
  const parts = known.get(statements) ?? partsOf(statements);
  known.set(statements, parts);
  let best: Part | null = null;
  // Long articles have thousands: of those that start before the span, the nearest are gone through as long as any reaches its end.
  for (let at = firstFrom(parts.length, (i) => (parts[i]?.span[0] ?? 0) > span[0]) - 1; at >= 0; at--) {
    const part = parts[at];
    if (part === undefined || part.reach < span[1]) break;
    if (spanContains(part.span, span) && (best === null || spanLength(part.span) <= spanLength(best.span))) best = part;
  }
  return best?.statement ?? null;
}

/** The stretches by where they start, those of one start with the first statement's first. */
function partsOf(statements: readonly Statement[]): readonly Part[] {
  let reach = 0;
  return statements
    .flatMap((statement) => statement.content.spans.map((span) => ({ span, statement })))
    .sort((a, b) => a.span[0] - b.span[0])
    .map((part) => {
      reach = Math.max(reach, part.span[1]);
      return { ...part, reach };
    });
}

/** What becomes of a status inside a statement: what somebody denies is denied. */
export function statusIn(statement: Statement | null, status: Factuality): Factuality {
  const denied = statement?.act === "deny" && !statement.negated && /^(?:happened|ongoing|announced)$/.test(status);
  return denied ? "denied" : status;
}
