import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type PostgresServer, startPostgres } from "../../../../test/postgres-server.js";
import { openQueue } from "../../queue.js";
import { mostResults, type Queue, type TakenWork } from "../queue.js";

let server: PostgresServer;
beforeAll(() => {
  server = startPostgres();
}, 60_000);
afterAll(() => server.stop());

const opened: Queue[] = [];
let queues = 0;
afterEach(async () => {
  for (const queue of opened.splice(0)) await queue.close();
});

/** Connections to one new queue. */
async function openQueues(count: number): Promise<readonly Queue[]> {
  queues += 1;
  const place = `${server.address()}&schema=q${queues}`;
  const all = await Promise.all(Array.from({ length: count }, () => openQueue(place)));
  opened.push(...all);
  return all;
}

const work = (...names: string[]) => names.map((input) => ({ input, work: Buffer.from(`work ${input}`) }));
const namesOf = (taken: readonly { readonly input: string }[]) => taken.map(({ input }) => input);
const result = (articles: number) => ({ result: Buffer.from("done"), articles });
async function takeOne(queue: Queue, from: TakenWork["from"] = "read"): Promise<TakenWork> {
  const [taken] = await queue.take(from, 1);
  if (taken === undefined) throw new RangeError(`There was nothing to take from ${from}.`);
  return taken;
}

test("work is taken once, the oldest first, with what it says", async () => {
  const [giver, one, other] = (await openQueues(3)) as [Queue, Queue, Queue];
  await giver.give(work("a", "b", "c"));
  await giver.give(work("d"));
  const [first, second] = [await one.take("read", 2), await other.take("read", 5)];
  expect([namesOf(first), namesOf(second)]).toEqual([
    ["a", "b"],
    ["c", "d"],
  ]);
  expect(first.map(({ work: said }) => Buffer.from(said).toString())).toEqual(["work a", "work b"]);
  expect(await one.take("read", 5)).toEqual([]);
});

test("results come in the order of the work, none before what goes before it", async () => {
  const [queue] = (await openQueues(1)) as [Queue];
  await queue.give(work("a", "b", "c"));
  const [a, b, c] = (await queue.take("read", 3)) as [TakenWork, TakenWork, TakenWork];
  expect(await queue.handIn(c, result(1))).toBe(true);
  expect(await queue.results(10)).toEqual([]);
  await queue.handIn(a, result(1));
  expect((await queue.results(10)).map(({ place }) => place)).toEqual([a.place]);
  // Without a result, as for what is known.
  await queue.handIn(b, null);
  const results = await queue.results(10);
  expect(results.map(({ place }) => place)).toEqual([a.place, c.place]);
  expect(await queue.results(1)).toHaveLength(1);
  await queue.written(results, []);
  expect(await queue.results(10)).toEqual([]);
});

test("work whose reader is gone is found; who lost it hands in nothing", async () => {
  const [reader, linker] = (await openQueues(2)) as [Queue, Queue];
  await reader.give(work("a", "b"));
  const [a, b] = (await reader.take("read", 2)) as [TakenWork, TakenWork];
  expect(await linker.orphans()).toEqual([]);
  await reader.handIn(b, null);
  await reader.close();
  const orphans = await linker.orphans();
  expect(namesOf(orphans)).toEqual(["a"]);
  expect(await linker.fail(orphans[0] ?? a, "gone", null)).toBe("again");
  expect(await linker.orphans()).toEqual([]);
  expect(await linker.handIn(a, result(1))).toBe(false);
  expect(namesOf(await linker.take("alone", 1))).toEqual(["a"]);
});

test("what fails is tried alone three times, and is then set aside with the last reason; what waits behind it goes on", async () => {
  const [queue] = (await openQueues(1)) as [Queue];
  await queue.give(work("bad", "good"));
  const [bad, good] = (await queue.take("read", 2)) as [TakenWork, TakenWork];
  await queue.handIn(good, result(1));
  const outcomes = [await queue.fail(bad, "first", result(0))];
  for (const reason of ["second", "third", "last"]) {
    expect(await queue.results(10)).toEqual([]);
    outcomes.push(await queue.fail(await takeOne(queue, "alone"), reason, result(0)));
  }
  expect(outcomes).toEqual(["again", "again", "again", "set aside"]);
  expect((await queue.results(10)).map(({ place }) => place)).toEqual([bad.place, good.place]);
  expect(await queue.dead()).toMatchObject([{ id: "1", input: "bad", reason: "last" }]);
});

test("parts of work stand in its place, and go before what came after it", async () => {
  const [queue] = (await openQueues(1)) as [Queue];
  await queue.give(work("archive", "next"));
  const archive = await takeOne(queue);
  await queue.fail(archive, "crashed", null);
  expect(await queue.takeApart(await takeOne(queue, "alone"), work("x", "y"))).toBe(true);
  const taken = await queue.take("read", 5);
  expect(namesOf(taken)).toEqual(["x", "y", "next"]);
  await queue.fail(taken[1] ?? archive, "bad", null);
  for (let tries = 0; tries < 3; tries++) await queue.fail(await takeOne(queue, "alone"), "bad", null);
  expect(await queue.dead()).toMatchObject([{ id: "1.2", input: "y" }]);
});

test("what is given back is next, and counts as never taken", async () => {
  const [queue, linker] = (await openQueues(2)) as [Queue, Queue];
  await queue.give(work("a", "b", "c"));
  await queue.giveBack([(await takeOne(queue)) satisfies TakenWork]);
  expect(await linker.orphans()).toEqual([]);
  expect(namesOf(await queue.take("read", 3))).toEqual(["a", "b", "c"]);
  expect(await queue.state()).toMatchObject({ waiting: 0, inWork: 3, failed: 0 });
});

test("the queue is full while results pile up, unless what goes before them is in nobody's hands", async () => {
  const [queue] = (await openQueues(1)) as [Queue];
  await queue.give(work("slow", "quick", "later"));
  const [slow, quick] = (await queue.take("read", 2)) as [TakenWork, TakenWork];
  await queue.handIn(quick, result(mostResults));
  expect(await queue.isFull()).toBe(true);
  await queue.giveBack([slow]);
  expect(await queue.isFull()).toBe(false);
  await queue.handIn(await takeOne(queue), result(1));
  expect(await queue.state()).toMatchObject({ results: mostResults + 1, waiting: 1 });
  await queue.written(await queue.results(2 * mostResults), []);
  expect(await queue.isFull()).toBe(false);
});

test("what the record refuses is set aside, and can be given out again or dropped", async () => {
  const [queue] = (await openQueues(1)) as [Queue];
  await queue.give(work("a", "b"));
  for (const taken of await queue.take("read", 2)) await queue.handIn(taken, result(1));
  await queue.written(
    await queue.results(10),
    work("a", "b").map((one) => ({ ...one, reason: "too \0 odd" })),
  );
  const dead = await queue.dead();
  expect(dead.map(({ input, reason }) => [input, reason])).toEqual([
    ["a", "too \ufffd odd"],
    ["b", "too \ufffd odd"],
  ]);
  expect(await queue.dropDead([dead[0]?.id ?? ""])).toBe(1);
  expect(await queue.retryDead(null)).toBe(1);
  expect(namesOf(await queue.take("read", 5))).toEqual(["b"]);
});

test("one alone does a task, until its connection ends", async () => {
  const [one, other] = (await openQueues(2)) as [Queue, Queue];
  expect([await one.holdAlone("link"), await other.holdAlone("link"), await other.holdAlone("watch")]).toEqual([
    ...[true, false, true],
  ]);
  await one.close();
  expect(await other.holdAlone("link")).toBe(true);
});
