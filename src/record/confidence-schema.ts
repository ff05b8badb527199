import { z } from "zod";

/** How likely a line is right in what it tells and in who takes part, from 0 to 1 in hundredths; `data/confidence-weights.tsv` tells how it is known. */
export const confidenceSchema = z.number().min(0).max(1);
