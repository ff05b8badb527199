import type { Name } from "../../doc/layers.js";
import type { Words } from "../grammar/words.js";
import { plain } from "../naming/plain.js";
import type { NameLexicons } from "./settle-names.js";

/** The names with those as bodies that are tagged as places and stand in the table of bodies in full: the airline Air France is no part of France. */
export function bodiesNotPlaces(words: Words, names: readonly Name[], { entities }: NameLexicons): readonly Name[] {
  return names.map((name) => {
    if (name.type !== "GPE" && name.type !== "LOC" && name.type !== "FAC") return name;
    const body = name.end - name.first > 1 ? entities.bodies.get(plain(words.slice(name))) : undefined;
    return body?.name && body.kind === "organization" ? { ...name, type: "ORG" } : name;
  });
}
