import type { z } from "zod";
import { Refusal } from "./refusal.js";

/** What the schema makes of it. @throws {Refusal} that names the first field that is wrong */
export function checked(schema: z.ZodType, given: unknown): unknown {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const field = issue?.code === "unrecognized_keys" ? issue.keys[0] : issue?.path.join(".");
  throw new Refusal(
    "bad_request",
    issue?.message ?? "This cannot be read.",
    field === undefined || field === "" ? null : field,
  );
}
