import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { answerTo } from "../../src/api/answering/answer-to.js";
import { openRecordReader, type RecordReader } from "../../src/api/answering/record-reader.js";
import { resources } from "../../src/api/resources.js";
import { runCommandLine } from "../../src/cli/command-line.js";
import { comparableLinks, storedLinks } from "../../src/store/links/link-unlinked.js";
import { findDisputes } from "../../src/store/queries/disputes.js";
import { findEvents } from "../../src/store/queries/events.js";
import { findLines } from "../../src/store/queries/find-lines.js";
import { search } from "../../src/store/queries/search.js";
import { findStories } from "../../src/store/queries/stories.js";
import { openStoreForReading } from "../../src/store/store.js";
import { type PostgresServer, startPostgres } from "../postgres-server.js";
import { recordedEffects } from "../recorded-effects.js";
import { temporaryFolder } from "../temporary-folder.js";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 480_000 });
vi.mock("../../src/run/worker-pool.js", () => import("../shared-engine.js"));

const examples = new URL("../../examples/", import.meta.url);
const path = temporaryFolder();
let server: PostgresServer;
let places: readonly string[] = [];

async function sitrep(place: string, words: readonly string[]) {
  const files = Object.fromEntries(
    readdirSync(examples, { withFileTypes: true })
      .filter((one) => one.isFile())
      .map(({ name }) => [`examples/${name}`, readFileSync(new URL(name, examples))]),
  );
  const recording = recordedEffects({ files });
  const status = await runCommandLine([...words, "--db", place], recording.effects);
  return { status, printed: recording.printed(), reported: recording.reported() };
}

beforeAll(async () => {
  server = startPostgres();
  places = [path("examples.db"), `${server.address()}&schema=examples`];
  for (const place of places) expect(await sitrep(place, ["add", "examples"])).toMatchObject({ status: 0 });
});
afterAll(() => server.stop());

/** What both records give, made the same way. */
async function both<Result>(ask: (place: string) => Promise<Result>): Promise<readonly [Result, Result]> {
  const [sqlite = "", postgres = ""] = places;
  return [await ask(sqlite), await ask(postgres)];
}

test.each([
  ["brief"],
  ["timeline"],
  ["due"],
  ["statements"],
  ["actions"],
  ["postures"],
  ["postures", "--history"],
  ["disputes"],
  ["story"],
  ["sources"],
  ["search", "embassy"],
  ["search", "evacuat* staff"],
  ["search", '"foreign secretary"'],
  ["who", "ashdown"],
  ["export", "--format", "jsonl"],
  ["verify"],
] as string[][])("sitrep %s prints the same of both", async (...words) => {
  const [sqlite, postgres] = await both((place) => sitrep(place, words));
  expect(sqlite.status).toBe(0);
  expect(postgres).toEqual(sqlite);
});

test("the links are the same", async () => {
  const [sqlite, postgres] = await both(async (place) => {
    const store = await openStoreForReading(place);
    const days = await store.tables.selectFrom("linked").select("day").distinct().orderBy("day").execute();
    const links: string[] = [];
    for (const { day } of days) links.push(`${day} ${comparableLinks(await storedLinks(store, day))}`);
    await store.close();
    return links;
  });
  expect(sqlite.length).toBeGreaterThan(5);
  expect(postgres).toEqual(sqlite);
});

test("so is the record as it was when half of it was there", async () => {
  const [sqlite, postgres] = await both(async (place) => {
    const store = await openStoreForReading(place, { upTo: 18 });
    const told = {
      lines: await findLines(store, ["statement", "action", "posture", "stance"], { limit: 200 }),
      events: await findEvents(store, { limit: 200 }),
      stories: await findStories(store, { limit: 50 }),
      disputes: await findDisputes(store, { limit: 50 }),
      found: (await search(store, { words: "embassy", limit: 20 })).articles,
    };
    await store.close();
    return told;
  });
  expect(sqlite.events.length).toBeGreaterThan(5);
  expect(postgres).toEqual(sqlite);
});

describe("over HTTP", () => {
  let readers: readonly [RecordReader, RecordReader];
  beforeAll(async () => {
    readers = await both((place) => openRecordReader(place));
  });
  afterAll(async () => {
    for (const reader of readers) await reader.close();
  });

  test.each([
    "/api/brief?country=ardland",
    "/api/brief?who=Ashdown",
    "/api/timeline/lanes",
    "/api/timeline/lanes?until=2029-01-01",
    "/api/brief?country=US",
    "/api/network",
    "/api/network?since=2031-03-05&country=GB",
    "/api/map",
    "/api/statements",
    "/api/review",
    "/api/status",
    "/api/stories",
    "/api/sources",
    "/api/find?q=ash",
    "/api/find?q=zur",
    "/api/search?q=embassy",
    "/api/search/facets?q=embassy",
    "/api/events?limit=200",
    "/api/events?who=Ashdown",
    "/api/disputes",
    "/api/due",
    "/api/lines?limit=300",
    "/api/lines?by=minister&about=talks",
    "/api/entities?q=ash",
    "/api/articles",
    "/api/timeline?country=GB",
    "/api/postures?about=visa",
    "/api/unread?stories=2031-01-01T00:00:00Z&review=2031-01-01T00:00:00Z&disputes=2031-01-01T00:00:00Z&postures=2031-01-01T00:00:00Z",
    "/api/brief?as_of=2031-03-08",
    "/api/lines?limit=100&as_of=2031-03-08",
  ])("%s answers the same", async (url) => {
    const { pathname, searchParams } = new URL(url, "http://localhost");
    const resource = resources.find((one) => one.path === pathname);
    if (resource === undefined) throw new RangeError(`Found no resource ${pathname}.`);
    const request = { url, params: {}, query: Object.fromEntries(searchParams), mayCorrect: true };
    const { effects } = recordedEffects({});
    const told = await Promise.all(readers.map((reader) => answerTo(resource, request, reader, effects)));
    expect(told[0]?.length).toBeGreaterThan(20);
    expect(JSON.parse(told[1] ?? "")).toEqual(JSON.parse(told[0] ?? ""));
  });
});
