import { engineOf } from "./engine/engine-of.js";
import type { Queue } from "./engine/queue.js";

/** Opens the queue beside the record that `--db` names, and makes it where there is none. @throws {StoreError} where the record's engine has none, or cannot be reached */
export async function openQueue(place: string): Promise<Queue> {
  return (await engineOf(place)).openQueue(place);
}
