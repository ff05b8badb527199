import type { Effects } from "../run/effects.js";
import { ownControls } from "./printable.js";

/** A line on standard error that counts what is done. */
export interface Progress {
  /** Notes that so many more are done, one where no number is given. */
  readonly advance: (articles?: number) => void;
  /** Takes the line away, so that other output does not mix with it. */
  readonly clear: () => void;
}

export interface ProgressOptions {
  /** What is done to the articles. */
  readonly verb?: string;
  /** How many of them an earlier run has done. */
  readonly done?: number;
  /** Whether the command prints nothing before its end. */
  readonly silentOutput?: boolean;
}

/**
 * The progress of a command over `total` articles, `null` where nobody knows how many come; silent where it is one, where nobody watches
 * standard error, or where the records themselves run past there.
 */
export function openProgress(
  total: number | null,
  effects: Pick<Effects, "errors" | "output" | "report">,
  { verb = "read", done: earlier = 0, silentOutput = false }: ProgressOptions = {},
): Progress {
  if (!effects.errors.interactive || (effects.output.interactive && !silentOutput) || total === 1) {
    return { advance: () => undefined, clear: () => undefined };
  }
  let done = earlier;
  const tell = (): void => {
    const of = total === null ? "" : ` of ${total}`;
    effects.report(`${ownControls("\r")}${done}${of} ${(total ?? done) === 1 ? "article" : "articles"} ${verb}`);
  };
  tell();
  return {
    advance: (articles = 1) => {
      done += articles;
      tell();
    },
    clear: () => effects.report(ownControls("\r\x1b[K")),
  };
}
