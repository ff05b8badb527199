import fc from "fast-check";
import { expect, test } from "vitest";
import { allOf } from "../../test/all-of.js";
import { mapInOrder } from "./map-in-order.js";

async function* each<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}

const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn++) await Promise.resolve();
};

test("results come in the order of the items, however long each takes", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(20)), fc.integer({ min: 1, max: 4 }), async (items, parallel) => {
      const work = async (item: number): Promise<number> => {
        await turns(item);
        return item;
      };
      expect(await allOf(mapInOrder(each(items), parallel, work))).toEqual(items);
    }),
  );
});

test("no more items are worked on, or taken, than asked", async () => {
  let working = 0;
  let most = 0;
  const work = async (item: number): Promise<number> => {
    working += 1;
    most = Math.max(most, working);
    await turns(10);
    working -= 1;
    return item;
  };
  await allOf(mapInOrder(each([1, 2, 3, 4, 5, 6]), 2, work));
  expect(most).toBe(2);
});

test("a result is given out while the source still waits", async () => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  async function* slow(): AsyncGenerator<string> {
    yield "first";
    await held;
    yield "second";
  }
  const results = mapInOrder(slow(), 2, async (item) => item);
  expect((await results.next()).value).toBe("first");
  release();
  expect((await results.next()).value).toBe("second");
});

test("stopping early closes the source", async () => {
  let closed = false;
  async function* source(): AsyncGenerator<number> {
    try {
      yield 1;
      yield 2;
    } finally {
      closed = true;
    }
  }
  for await (const _ of mapInOrder(source(), 1, async (item) => item)) break;
  expect(closed).toBe(true);
});
