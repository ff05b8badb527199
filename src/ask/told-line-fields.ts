import { parseLineId } from "../store/line-id.js";
import { namesInVersion } from "../store/queries/entities.js";
import type { Store } from "../store/store.js";
import { recordById } from "../store/stored-records.js";
import { type LineFieldsView, lineFieldsView } from "../view/line-fields-view.js";

/** The fields of a line that can be corrected, with all that each can hold; `null` where there is no such line. */
export async function toldLineFields(store: Store, id: string): Promise<LineFieldsView | null> {
  const parsed = parseLineId(id);
  const stored = parsed === null ? null : await recordById(store, parsed.version);
  if (parsed === null || stored === null) return null;
  return lineFieldsView(stored.whole, parsed.line, id, await namesInVersion(store, stored.key));
}
