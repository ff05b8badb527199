import { z } from "zod";
import { spanSchema } from "../text/span-schema.js";

/** A schema that lets through `Evidence`. */
export const evidenceSchema = z.tuple([spanSchema], spanSchema).readonly();
