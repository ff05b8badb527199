import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { allOf } from "../../test/all-of.js";
import { readyBatches } from "./ready-batches.js";

test("what is ready comes together, in order, up to the limit", async () => {
  async function* fast(): AsyncGenerator<number> {
    for (let number = 1; number <= 5; number++) yield number;
  }
  expect(await allOf(readyBatches(fast(), 2))).toEqual([[1, 2], [3, 4], [5]]);
});

test("an item is not kept waiting for the next", async () => {
  const gates: (() => void)[] = [];
  async function* slow(): AsyncGenerator<number> {
    yield 1;
    await new Promise<void>((resolve) => gates.push(resolve));
    yield 2;
  }
  const batches = readyBatches(slow(), 10);
  expect((await batches.next()).value).toEqual([1]);
  const second = batches.next();
  for (const open of gates) open();
  expect((await second).value).toEqual([2]);
  expect((await batches.next()).done).toBe(true);
});

test("a failing source fails the batches, and a source that is left is told so", async () => {
  async function* broken(): AsyncGenerator<number> {
    yield 1;
    throw new Error("the disk is gone");
  }
  await expect(allOf(readyBatches(broken(), 1))).rejects.toThrow("the disk is gone");
  let left = false;
  async function* endless(): AsyncGenerator<number> {
    try {
      for (;;) {
        await setTimeout(1);
        yield 1;
      }
    } finally {
      left = true;
    }
  }
  for await (const _ of readyBatches(endless(), 1)) break;
  expect(left).toBe(true);
});

test("items that came before a failure are not lost", async () => {
  async function* broken(): AsyncGenerator<number> {
    yield 1;
    yield 2;
    throw new Error("the disk is gone");
  }
  const seen: number[] = [];
  const run = async (): Promise<void> => {
    for await (const batch of readyBatches(broken(), 10)) seen.push(...batch);
  };
  await expect(run()).rejects.toThrow("the disk is gone");
  expect(seen).toEqual([1, 2]);
});
