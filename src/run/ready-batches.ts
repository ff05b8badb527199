import { setImmediate } from "node:timers/promises";

/**
 * The items of a source in batches of at most `most`: the first that comes and those that are ready when it is. A slow source gives batches of
 * one without delay, a fast one full batches. What came before the source failed is given before the failure is.
 */
export async function* readyBatches<Item>(source: AsyncIterable<Item>, most: number): AsyncGenerator<readonly Item[]> {
  const iterator = source[Symbol.asyncIterator]();
  const take = (): Promise<IteratorResult<Item, unknown>> => {
    const taken = iterator.next();
    // It may fail while the batch before it is worked on; whoever asks for it next is told.
    taken.catch(() => undefined);
    return taken;
  };
  let next = take();
  try {
    for (;;) {
      const batch: Item[] = [];
      do {
        const taken = await next;
        if (taken.done) {
          if (batch.length > 0) yield batch;
          return;
        }
        batch.push(taken.value);
        next = take();
      } while (batch.length < most && (await isReady(next)));
      yield batch;
    }
  } finally {
    await iterator.return?.();
  }
}

/** Whether the promise has resolved by the time that all work now waiting is done. */
function isReady(promise: Promise<unknown>): Promise<boolean> {
  const resolved = promise.then(
    () => true,
    () => false,
  );
  return Promise.race([resolved, setImmediate(false)]);
}
