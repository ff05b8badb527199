import { z } from "zod";
import { factualities } from "./kinds.js";

export const factualitySchema = z.enum(factualities);

export type Factuality = z.infer<typeof factualitySchema>;
