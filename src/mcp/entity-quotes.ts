import { thingResource } from "../api/thing.js";
import type { EntityView } from "../view/entity-view.js";
import type { StoredView } from "../view/stored-view.js";
import type { Ask } from "./ask.js";
import { type Reference, wordsReference } from "./draft.js";

/** Where an article names somebody of whom no line tells. */
export async function namedHere(
  { lines, members }: EntityView,
  ask: Ask,
  as_of?: string,
): Promise<readonly Reference[]> {
  const [member] = members;
  if (lines.length > 0 || member === undefined) return [];
  const thing = await ask<StoredView>(thingResource, { params: { id: member.id }, query: { as_of } });
  const [passage] = thing.kind === "line" ? thing.line.passages : [];
  if (thing.kind !== "line" || passage === undefined) return [];
  return [{ of: wordsReference(thing.line.article.id, [passage.span]), as: "named here" }];
}
