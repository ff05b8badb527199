import { expect, test } from "vitest";
import { inLanes } from "./in-lanes.js";

const laneOf = (item: string): string => item[0] ?? "";
const never = new AbortController().signal;

test("a slow lane holds up no other, and a lane keeps its order", async () => {
  let free = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    free = resolve;
  });
  const work = async (item: string): Promise<string> => {
    if (item === "a1") await held;
    if (item === "b3") free();
    return item;
  };
  const done: string[] = [];
  const items = ["a1", "a2", "b1", "b2", "b3"];
  for await (const item of inLanes(items, { laneOf, most: 2, work, stop: never })) done.push(item);
  expect(done).toEqual(["b1", "b2", "b3", "a1", "a2"]);
});

test("no more lanes are in work than it was told, and one item of each", async () => {
  const running = new Set<string>();
  let most = 0;
  const work = async (item: string): Promise<string> => {
    expect(running.has(laneOf(item))).toBe(false);
    running.add(laneOf(item));
    most = Math.max(most, running.size);
    await new Promise((resolve) => setImmediate(resolve));
    running.delete(laneOf(item));
    return item;
  };
  const items = ["a1", "b1", "c1", "d1", "a2", "b2"];
  const done: string[] = [];
  for await (const item of inLanes(items, { laneOf, most: 2, work, stop: never })) done.push(item);
  expect(done.sort()).toEqual([...items].sort());
  expect(most).toBe(2);
});

test("once it is to stop nothing more is begun, and what hangs is let go", async () => {
  const stopping = new AbortController();
  const begun: string[] = [];
  const work = (item: string): Promise<string> => {
    begun.push(item);
    return item === "b1" ? new Promise(() => undefined) : Promise.resolve(item);
  };
  const done: string[] = [];
  for await (const item of inLanes(["a1", "a2", "b1"], { laneOf, most: 2, work, stop: stopping.signal })) {
    done.push(item);
    stopping.abort();
  }
  expect([done, begun]).toEqual([["a1"], ["a1", "b1"]]);
});
