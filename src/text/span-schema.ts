import { z } from "zod";

/** A schema that lets through the spans that some text can have. */
export const spanSchema = z
  .tuple([z.number().int().nonnegative(), z.number().int().nonnegative()])
  .readonly()
  .refine(([start, end]) => start <= end, { error: "expected a span [start, end] with start <= end" });
