import { z } from "zod";

/** What went wrong, as a program asks about it, with the status of HTTP that goes with it. */
export const refusalStatus = {
  bad_request: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  rate_limited: 429,
  internal: 500,
  busy: 503,
} as const;

export type RefusalCode = keyof typeof refusalStatus;

/** The one shape of all errors. */
export const refusalSchema = z
  .strictObject({
    error: z.strictObject({
      code: z.enum(Object.keys(refusalStatus) as [RefusalCode, ...RefusalCode[]]),
      message: z.string().describe("What was found and what was expected, for a person."),
      field: z.string().nullable().describe("The parameter or field that is wrong, where it is one."),
    }),
  })
  .meta({ id: "Refusal", description: "Why a request was not answered." });

/** Thrown where a request cannot be answered. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: RefusalCode;
  readonly field: string | null;

  constructor(code: RefusalCode, message: string, field: string | null = null) {
    super(message);
    this.code = code;
    this.field = field;
  }

  get status(): number {
    return refusalStatus[this.code];
  }

  get body(): z.infer<typeof refusalSchema> {
    return { error: { code: this.code, message: this.message, field: this.field } };
  }
}
