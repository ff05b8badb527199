import { correctableLines } from "../../link/corrections/find-anchored.js";
import { parseLineId } from "../line-id.js";
import type { Store } from "../store.js";
import { recordById } from "../stored-records.js";
import type { FoundLine } from "./find-lines.js";

/** The line that an id such as `art_5c34f14789777e74/st_3` names, in whatever version of its article, also one that is hidden; `null` where there is none. */
export async function lineById(store: Store, id: string): Promise<FoundLine | null> {
  const parsed = parseLineId(id);
  const stored = parsed === null ? null : await recordById(store, parsed.version);
  if (parsed === null || stored === null) return null;
  const claim = correctableLines(stored.whole).find(({ line }) => line.id === parsed.line);
  return claim === undefined
    ? null
    : { stored: { ...stored, record: stored.whole }, id: parsed.line, kind: claim.kind };
}
