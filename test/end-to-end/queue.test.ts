import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCommandLine } from "../../src/cli/command-line.js";
import { nothingKnown } from "../../src/read/known-facts.js";
import { addInputs } from "../../src/run/add-inputs.js";
import { giveOutInputs } from "../../src/run/queue/give-out.js";
import { watch } from "../../src/run/watch/watch.js";
import type { Queue } from "../../src/store/engine/queue.js";
import { followSource } from "../../src/store/following.js";
import { openQueue } from "../../src/store/queue.js";
import { openStoreForReading, openStoreForWriting, type Store } from "../../src/store/store.js";
import { type PostgresServer, startPostgres } from "../postgres-server.js";
import { recordedEffects, type World } from "../recorded-effects.js";
import { temporaryFolder } from "../temporary-folder.js";
import { simpleAnalyser, workedOff } from "../worked-off.js";

let server: PostgresServer;
beforeAll(() => {
  server = startPostgres();
}, 60_000);
afterAll(() => server.stop());
const path = temporaryFolder();

let records = 0;
function newPlace(): string {
  records += 1;
  return `${server.address()}&schema=record_${records}`;
}

const request = (...inputs: string[]) => ({ inputs, known: nothingKnown, allowPrivate: false });

/** Adds the inputs by the queue, and tells what became of them. */
async function addByQueue(place: string, world: World, inputs: readonly string[]) {
  const { effects } = recordedEffects(world);
  await (await openStoreForWriting(place, { now: effects.now })).close();
  const queue = await openQueue(place);
  const given = [];
  for await (const one of giveOutInputs(request(...inputs), queue, effects)) given.push(one);
  await queue.close();
  return { given, told: await workedOff(place, effects) };
}

async function addHere(place: string, world: World, inputs: readonly string[]): Promise<void> {
  const { effects } = recordedEffects(world);
  const store = await openStoreForWriting(place, { now: effects.now });
  for await (const _ of addInputs(request(...inputs), store, simpleAnalyser, effects));
  await store.close();
}

/** All that a record says, but when it was written down. */
async function contentsOf(place: string) {
  const store: Store = await openStoreForReading(place);
  const { tables } = store;
  const contents = {
    versions: (await tables.selectFrom("version").selectAll().orderBy("key").execute()).map(
      ({ added: _, ...row }) => row,
    ),
    lines: await tables.selectFrom("line").selectAll().orderBy("key").execute(),
    linked: await tables.selectFrom("linked").selectAll().orderBy("version").execute(),
    traces: await tables.selectFrom("trace").selectAll().orderBy("day").orderBy("line").execute(),
    stories: await tables.selectFrom("story").selectAll().orderBy("day").orderBy("id").execute(),
  };
  await store.close();
  return contents;
}

async function withQueue<Result>(place: string, work: (queue: Queue) => Promise<Result>): Promise<Result> {
  const queue = await openQueue(place);
  try {
    return await work(queue);
  } finally {
    await queue.close();
  }
}

const page = (name: string, text: string): string =>
  `<html><head><title>${name}</title><meta property="article:published_time" content="2031-03-04T08:00:00Z"></head>
  <body><article><h1>${name}</h1><p>${text}</p><p>The harbour master told the town council that boats would wait until the water is calm.</p></article></body></html>`;

/** A WARC file of responses, each with what else archives keep before it. */
function warcOf(pages: readonly string[], beside = 1): string {
  const record = (type: string, address: string, content: string): string =>
    `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${address}\r\nWARC-Date: 2031-03-04T10:00:00Z\r\nContent-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}\r\n\r\n`;
  return pages
    .map((one, at) => {
      const address = `https://mail.example/${at}`;
      const response = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${Buffer.byteLength(one)}\r\n\r\n${one}`;
      return (
        record("request", address, "GET / HTTP/1.1\r\n\r\n").repeat(beside) + record("response", address, response)
      );
    })
    .join("");
}

const world: World = {
  files: {
    "news/a.txt": "Ada Lenz said pier one was shut. Norland shelled Orsen.",
    "news/b.html": page("Pier two", "Ben Hale said pier two was shut."),
    "news/c.jsonl": ["three", "four"]
      .map((number) =>
        JSON.stringify({ id: number, text: `Ada Lenz said pier ${number} was shut.`, published: "2031-03-05" }),
      )
      .join("\n"),
    "news/d.warc": warcOf(
      Array.from({ length: 12 }, (_, at) => page(`Boat ${at}`, `Cora Dean said boat ${at} was late.`)),
      10,
    ),
  },
};

test("what readers read and a linker writes is what `sitrep add` adds, in the same order", async () => {
  const [here, queued] = [newPlace(), newPlace()];
  await addHere(here, world, ["news"]);
  const { given } = await addByQueue(queued, world, ["news"]);
  // 132 records of the archive are two stretches.
  expect(given.map((one) => (one.kind === "given" ? one.work : one.kind))).toEqual([
    ...["article", "page", "article", "article", "stretch", "stretch"],
  ]);
  const contents = await contentsOf(here);
  expect(contents.versions).toHaveLength(16);
  expect(await contentsOf(queued)).toEqual(contents);
});

test("what is there already is read by nobody, and nothing is there twice", async () => {
  const place = newPlace();
  await addByQueue(place, world, ["news/a.txt"]);
  const { told } = await addByQueue(place, world, ["news/a.txt", "news/c.jsonl", "news/c.jsonl"]);
  const reads = told.filter((event) => event.kind === "read");
  expect(reads.reduce((sum, { known }) => sum + known, 0)).toBeGreaterThanOrEqual(1);
  expect((await contentsOf(place)).versions.map(({ id }) => id)).toHaveLength(3);
});

test("poison is tried alone three times and set aside, whatever comes with it; it can be tried again, and dropped", async () => {
  const place = newPlace();
  const files = {
    "news/a.txt": "Ada Lenz said pier one was shut.",
    "news/b.txt": "Ben Hale said this is poison.",
    "news/d.warc": warcOf([
      page("Boat", "Cora Dean said the boat was late."),
      page("Bad", "Cora Dean said this is poison."),
      page("Ship", "Cora Dean said the ship was late."),
    ]),
    "news/e.txt": "Eli Foss said pier five was shut.",
  };
  const { told } = await addByQueue(place, { files }, ["news"]);
  const failed = told.filter((event) => event.kind === "failed" && event.input === "news/b.txt");
  expect(failed.map((event) => (event.kind === "failed" ? event.outcome : ""))).toEqual([
    ...["again", "again", "again", "set aside"],
  ]);
  const { versions } = await contentsOf(place);
  expect(versions.map(({ input }) => input.replace(/ at byte.*/, ""))).toEqual([
    ...["news/a.txt", "news/d.warc, record 2", "news/d.warc, record 6", "news/e.txt"],
  ]);
  const { effects, printed } = recordedEffects({});
  expect(await runCommandLine(["dead", "list", "--db", place], effects)).toBe(0);
  expect(printed().split("\n").slice(0, 2)).toEqual([
    expect.stringMatching(/^2 · news\/b\.txt · 20.*Z · .*this one is poison/),
    expect.stringMatching(/^3\.2 · news\/d\.warc, record 4 at byte \d+ · .*this one is poison/),
  ]);
  const retried = recordedEffects({});
  expect(await runCommandLine(["dead", "retry", "2", "--db", place], retried.effects)).toBe(0);
  expect(await runCommandLine(["dead", "retry", "77", "--db", place], retried.effects)).toBe(1);
  expect(await runCommandLine(["dead", "drop", "--db", place], retried.effects)).toBe(2);
  expect(await runCommandLine(["dead", "drop", "--all", "--db", place], retried.effects)).toBe(0);
  expect(retried.printed()).toBe(
    "1 piece of work given out again\n0 pieces of work given out again\n1 piece of work dropped\n",
  );
  expect(await withQueue(place, (queue) => queue.state())).toMatchObject({ waiting: 1, dead: 0 });
});

test("what cannot be read is told, and stops nothing", async () => {
  const place = newPlace();
  const files = { "news/a.txt": "Ada Lenz said pier one was shut.", "news/b.html": "<html><body></body></html>" };
  const { given, told } = await addByQueue(place, { files }, ["news", "nowhere.txt"]);
  expect(given.filter(({ kind }) => kind === "unreadable")).toMatchObject([{ input: "nowhere.txt" }]);
  expect(given.filter(({ kind }) => kind === "given")).toHaveLength(2);
  expect(told.some(({ kind }) => kind === "failed")).toBe(false);
  expect(await withQueue(place, (queue) => queue.state())).toMatchObject({
    waiting: 0,
    failed: 0,
    dead: 0,
    results: 0,
  });
});

test("`sitrep watch --queue` gives pages out, and the linker settles their items", async () => {
  const place = newPlace();
  const feed = `<rss version="2.0"><channel><title>Mail</title>${["x", "y", "gone"]
    .map((name) => `<item><title>${name}</title><link>https://mail.example/${name}</link></item>`)
    .join("")}</channel></rss>`;
  const web = {
    "https://mail.example/feed": feed,
    "https://mail.example/x": page("X", "Ada Lenz said pier one was shut."),
    "https://mail.example/y": page("Y", "Ben Hale said this is poison."),
  };
  const { effects } = recordedEffects({ web });
  const store = await openStoreForWriting(place, { now: effects.now });
  await followSource(store, { address: "https://mail.example/feed", outlet: null, foundIn: null, kind: null });
  const queue = await openQueue(place);
  const events = [];
  const asked = { once: true, every: 600_000, allowPrivate: false, queue };
  for await (const event of watch(asked, store, simpleAnalyser, effects)) events.push(event.kind);
  expect(events).toEqual(["source", "given", "given", "item", "round-over"]);
  await store.close();
  await queue.close();
  await workedOff(place, effects);
  const reading = await openStoreForReading(place);
  const items = await reading.tables
    .selectFrom("source_item")
    .select(["id", "state", "version", "reason"])
    .orderBy("key")
    .execute();
  await reading.close();
  expect(items).toEqual([
    { id: "https://mail.example/x", state: "page", version: 1, reason: null },
    { id: "https://mail.example/y", state: "waiting", version: null, reason: expect.stringContaining("poison") },
    { id: "https://mail.example/gone", state: "waiting", version: null, reason: "there is no such host" },
  ]);
});

describe("a record in SQLite", () => {
  test.each([
    ["add", "news"],
    ["watch", "https://mail.example/feed"],
    ["reader"],
    ["linker"],
    ["dead", "list"],
  ])("has no queue: %s", async (...words) => {
    const { effects, reported } = recordedEffects(world);
    const queue = words[0] === "add" || words[0] === "watch" ? ["--queue"] : [];
    expect(await runCommandLine([...words, ...queue, "--db", path("own.db")], effects)).toBe(1);
    expect(reported()).toBe(
      `sitrep: ${path("own.db")} is a file, and has no queue: that needs a record in PostgreSQL, as in --db postgres://user@host/database.\n`,
    );
  });
});
