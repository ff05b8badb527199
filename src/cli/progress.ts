import type { Effects } from "../run/effects.js";

/** A line on standard error that counts what is done. */
export interface Progress {
  readonly advance: () => void;
  /** Takes the line away, so that other output does not mix with it. */
  readonly clear: () => void;
}

/**
 * The progress of a command over `total` articles, `null` where nobody knows how many come; silent where it is one, where nobody watches
 * standard error, or where the records themselves run past there.
 */
export function openProgress(total: number | null, effects: Pick<Effects, "errors" | "output" | "report">): Progress {
  if (!effects.errors.interactive || effects.output.interactive || total === 1) {
    return { advance: () => undefined, clear: () => undefined };
  }
  let done = 0;
  const tell = (): void => {
    const of = total === null ? "" : ` of ${total}`;
    effects.report(`\r${done}${of} ${(total ?? done) === 1 ? "article" : "articles"} read`);
  };
  tell();
  return {
    advance: () => {
      done += 1;
      tell();
    },
    clear: () => effects.report("\r\x1b[K"),
  };
}
