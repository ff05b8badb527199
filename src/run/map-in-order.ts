/**
 * What `work` makes of each item, in the order of the items, each as soon as it and all before it are done. Up to `parallel` items are
 * worked on at once, and no more are taken from the source than that, so memory does not grow with its length. `work` must not reject.
 */
export async function* mapInOrder<Item, Result>(
  source: AsyncIterable<Item>,
  parallel: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const iterator = source[Symbol.asyncIterator]();
  const running: Promise<Done<Result>>[] = [];
  let next: Promise<Taken<Item>> | null = null;
  let ended = false;
  try {
    for (;;) {
      if (!ended && next === null && running.length < parallel) next = take(iterator);
      const oldest = running[0];
      if (oldest === undefined && next === null) return;
      // A slow source must not hold back a result that is ready, nor a slow result the taking of the next item.
      const first = await Promise.race([oldest, next].filter((one) => one !== null && one !== undefined));
      if (first.kind === "done") {
        running.shift();
        yield first.result;
      } else {
        next = null;
        if (first.taken.done) ended = true;
        else running.push(work(first.taken.value).then((result) => ({ kind: "done", result })));
      }
    }
  } finally {
    if (!ended) await iterator.return?.();
  }
}

interface Done<Result> {
  readonly kind: "done";
  readonly result: Result;
}

interface Taken<Item> {
  readonly kind: "taken";
  readonly taken: IteratorResult<Item, unknown>;
}

async function take<Item>(iterator: AsyncIterator<Item>): Promise<Taken<Item>> {
  return { kind: "taken", taken: await iterator.next() };
}
