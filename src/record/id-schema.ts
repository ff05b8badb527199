import { z } from "zod";
import type { Id } from "./id.js";

/** A schema that lets through the ids of one prefix. */
export function idSchemaOf<Prefix extends string>(prefix: Prefix) {
  const pattern = new RegExp(`^${prefix}_[0-9]+$`);
  return z
    .custom<Id<Prefix>>((value) => typeof value === "string" && pattern.test(value), {
      error: `expected an id like "${prefix}_1"`,
    })
    .meta({ type: "string", pattern: pattern.source });
}
