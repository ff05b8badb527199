import { z } from "zod";
import { spanSchema } from "../text/span-schema.js";
import { idSchemaOf } from "./id-schema.js";

/**
 * A toponym. `lat` and `lon` are degrees (WGS 84) and `null` where the place could not be resolved; `precision` says what they stand
 * for. `country` is an ISO 3166-1 alpha-2 code, `geonames` a GeoNames id.
 */
export const placeSchema = z
  .object({
    id: idSchemaOf("pl"),
    span: spanSchema,
    text: z.string(),
    name: z.string().nullable(),
    kind: z.enum(["country", "region", "city", "facility", "water", "other"]),
    country: z.string().length(2).nullable(),
    lat: z.number().min(-90).max(90).nullable(),
    lon: z.number().min(-180).max(180).nullable(),
    geonames: z.number().int().positive().nullable(),
    precision: z.enum(["country", "region", "city", "site"]).nullable(),
  })
  .readonly();

export type Place = z.infer<typeof placeSchema>;
