import type { Effects } from "../run/effects.js";

/** A line on standard error that counts what is done. */
export interface Progress {
  readonly advance: () => void;
  /** Takes the line away, so that other output does not mix with it. */
  readonly clear: () => void;
}

/** The progress of a command over several inputs; silent where nobody watches standard error, or the records themselves run past there. */
export function openProgress(inputs: readonly string[], effects: Effects): Progress {
  const single = inputs.length === 1 && inputs[0] !== "-" && /\.[a-z]+$/i.test(inputs[0] ?? "");
  if (!effects.errors.interactive || effects.output.interactive || single) {
    return { advance: () => undefined, clear: () => undefined };
  }
  let done = 0;
  return {
    advance: () => {
      done += 1;
      effects.report(`\r${done} ${done === 1 ? "article" : "articles"} read`);
    },
    clear: () => effects.report("\r\x1b[K"),
  };
}
