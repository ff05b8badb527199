export interface WorkLanes<Item, Result> {
  /** Items of one lane are worked on one after the other, in their order. */
  readonly laneOf: (item: Item) => string;
  /** Lanes in which there is work at once, at most. */
  readonly most: number;
  /** Must not reject. */
  readonly work: (item: Item) => Promise<Result>;
  /** Ends it: nothing more is begun, and what is in work is let go. */
  readonly stop: AbortSignal;
}

/** What `work` makes of each item, each as soon as it is done: a slow lane holds up no other. Lanes take turns. */
export async function* inLanes<Item, Result>(
  items: Iterable<Item>,
  { laneOf, most, work, stop }: WorkLanes<Item, Result>,
): AsyncGenerator<Result> {
  const waiting = [...lanesOf(items, laneOf).values()];
  const running = new Map<Item[], Promise<Done<Item, Result>>>();
  const stopped = new Promise<null>((resolve) => stop.addEventListener("abort", () => resolve(null), { once: true }));
  while (!stop.aborted) {
    while (running.size < most) {
      const lane = waiting.shift();
      const item = lane?.shift();
      if (lane === undefined || item === undefined) break;
      running.set(
        lane,
        work(item).then((result) => ({ lane, result })),
      );
    }
    if (running.size === 0) return;
    const done = await Promise.race([stopped, ...running.values()]);
    if (done === null) return;
    running.delete(done.lane);
    if (done.lane.length > 0) waiting.push(done.lane);
    yield done.result;
  }
}

interface Done<Item, Result> {
  readonly lane: Item[];
  readonly result: Result;
}

function lanesOf<Item>(items: Iterable<Item>, laneOf: (item: Item) => string): ReadonlyMap<string, Item[]> {
  const lanes = new Map<string, Item[]>();
  for (const item of items) {
    const name = laneOf(item);
    const lane = lanes.get(name);
    if (lane === undefined) lanes.set(name, [item]);
    else lane.push(item);
  }
  return lanes;
}
