import { z } from "zod";
import { expectedSince, rollingPeriod } from "../ask/rolling-period.js";

/** A day, as `2031-03-04`. */
export const daySchema = z
  .string()
  .refine(isDay, "Expected a day like 2031-03-04.")
  .meta({ format: "date", pattern: "^\\d{4}-\\d{2}-\\d{2}$" });

/** A moment, as the database writes it, of a date-time with its zone; or a day as it is, which stands for its first moment in the zone of the record. */
export function momentOf(describe: string) {
  return z
    .string()
    .max(40)
    .refine((written) => isDay(written) || isDateTime(written), "Expected a day, or a time like 2031-03-04T18:30:00Z.")
    .transform((written) => (isDay(written) ? written : new Date(written).toISOString()))
    .describe(describe);
}

/** The moment as of which the record answers. */
export const momentSchema = momentOf(
  "Only articles that had been added by then. A day stands for its first moment, in the record's time zone.",
);

/** Where a period begins: a day, or so long before the end of the record. */
export const sinceSchema = z
  .string()
  .refine((written) => isDay(written) || rollingPeriod(written) !== null, expectedSince)
  .meta({ pattern: "^(\\d{4}-\\d{2}-\\d{2}|[1-9]\\d{0,3}[hdw])$" });

/** Words that somebody wrote: bounded, because each is looked up. */
export const wordsSchema = z.string().trim().min(1).max(200);

/** One or several values of a parameter that can be given more than once. */
export function severalOf<Schema extends z.ZodType>(schema: Schema) {
  return z
    .union([z.array(schema).min(1).max(20), schema.transform((one) => [one])])
    .meta({ description: "Repeatable; any of them is enough." });
}

/** One or several words of a list: given more than once, or with commas between them. */
export function someOf<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z
    .union([z.string().max(200), z.array(z.string().max(200)).min(1).max(20)])
    .transform((given) => [given].flat().flatMap((one) => one.split(",")))
    .pipe(z.array(z.enum(words)))
    .transform((given) => [...new Set(given)])
    .describe(`Any of ${words.join(", ")}. Can be given more than once, or with commas between them.`);
}

/** An id, or a name that serves as one: whatever an input gave, so of any form. */
export const idSchema = z.string().min(1).max(1000);

/** What narrows a question about a period down. */
export const filterQuery = z.strictObject({
  since: sinceSchema.optional().describe("Only from this day on; or a period up to the last article: 24h, 3d, 2w."),
  until: daySchema.optional().describe("Only before this day."),
  added_after: momentOf(
    "Only articles added after it, whatever their own date. A day stands for its first moment, in the record's time zone.",
  ).optional(),
  country: severalOf(wordsSchema).optional().describe("Only lines that name a country, by code or name. Repeatable."),
  who: severalOf(wordsSchema).optional().describe("Only lines that name somebody. Repeatable."),
  story: idSchema.optional().describe("Only articles of a story, as sy_5c34f14789777e74."),
  watch: wordsSchema.optional().describe("Only what a watch asks for, by its name."),
});

function isDay(written: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(written) ? new Date(`${written}T00:00:00Z`) : null;
  // A day that no month has moves into the next one.
  return day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(written);
}

function isDateTime(written: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/.test(written) &&
    isDay(written.slice(0, 10)) &&
    !Number.isNaN(Date.parse(written))
  );
}
