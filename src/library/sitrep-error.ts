import { Refusal } from "../api/refusal.js";
import { StoreBusy, StoreError, StoreFull, StoreMissing, StoreReadOnly } from "../store/store-error.js";

/**
 * What went wrong, for a program to ask about. `unreadable`: there is no article in what was given. `no_record`: there is no database, or none that this version can
 * use. `busy`: another process writes to it. `full`, `read_only`: its disk takes no more, or nothing. `bad_question`: a question has a part that does not
 * exist or cannot be read. `not_found`: there is no such thing in the record.
 */
export type SitrepErrorCode = "unreadable" | "no_record" | "busy" | "full" | "read_only" | "bad_question" | "not_found";

/** The one error that the library throws on purpose. The message is for a person, the code for a program. */
export class SitrepError extends Error {
  override readonly name = "SitrepError";
  readonly code: SitrepErrorCode;

  constructor(code: SitrepErrorCode, message: string, options?: { readonly cause: unknown }) {
    super(message, options);
    this.code = code;
  }
}

/** Does the work; what goes wrong on purpose in it is a `SitrepError`, and everything else comes through as it is. */
export async function plainly<Result>(work: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    const code = codeOf(cause);
    throw code === null ? cause : new SitrepError(code, (cause as Error).message, { cause });
  }
}

function codeOf(error: unknown): SitrepErrorCode | null {
  if (error instanceof StoreBusy) return "busy";
  if (error instanceof StoreFull) return "full";
  if (error instanceof StoreReadOnly) return "read_only";
  if (error instanceof StoreMissing) return "not_found";
  if (error instanceof StoreError) return "no_record";
  if (error instanceof Refusal && error.code === "not_found") return "not_found";
  if (error instanceof Refusal && error.code === "bad_request") return "bad_question";
  return null;
}
