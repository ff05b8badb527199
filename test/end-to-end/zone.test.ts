import { expect, test, vi } from "vitest";
import { runCommandLine } from "../../src/cli/command-line.js";
import { openStoreForWriting } from "../../src/store/store.js";
import { toldArticle } from "../link/told-article.js";
import { openedServer } from "../opened-server.js";
import { recordedEffects } from "../recorded-effects.js";
import { addToRecord } from "../served-record.js";
import { temporaryFolder } from "../temporary-folder.js";

vi.setConfig({ testTimeout: 120_000 });

const path = temporaryFolder();

/** The second is of 5 March by the clocks of UTC, of the 6th by those of Tokyo; the others are of one day by both. */
const articles = [
  ["evening", "2031-03-05T23:30:00+09:00"],
  ["morning", "2031-03-05T22:00:00Z"],
  ["bare", "2031-03-06"],
].map(([id = "", published = ""]) =>
  toldArticle(id, {
    text: `Irena Sulk said the quay was shut, ${id} wrote.`,
    ...{ outlet: id, published, who: [{ name: "Irena Sulk", kind: "person" }] },
    said: [{ speaker: "Irena Sulk", content: "the quay was shut" }],
  }),
);

async function recordIn(name: string, zone: string): Promise<string> {
  const now = () => new Date("2031-03-06T12:00:00Z");
  await (await openStoreForWriting(path(name), { now, zone })).close();
  await addToRecord(path(name), articles, now().toISOString());
  return path(name);
}

async function sitrep(...words: readonly string[]) {
  const recording = recordedEffects({});
  const status = await runCommandLine(words, recording.effects);
  return { status, printed: recording.printed(), reported: recording.reported() };
}

async function listed(db: string, ...words: readonly string[]): Promise<readonly string[]> {
  const { printed } = await sitrep("statements", "--json", "--db", db, ...words);
  const { lines } = JSON.parse(printed) as { readonly lines: readonly { readonly article: { readonly id: string } }[] };
  return lines.map(({ article }) => article.id);
}

test("the zone is told, and changed with all that goes by its days", async () => {
  const db = await recordIn("told.db", "UTC");
  expect(await sitrep("zone", "--db", db)).toEqual({ status: 0, printed: "UTC\n", reported: "" });
  expect(await listed(db, "--since", "2031-03-06")).toEqual(["bare"]);
  expect((await sitrep("brief", "--db", db)).printed).toContain("6 March 2031, the last day with articles");
  expect((await sitrep("zone", "asia/tokyo", "--db", db)).printed).toBe(
    "Asia/Tokyo: 1 text on another day, 2 days linked again\n",
  );
  expect(await listed(db, "--since", "2031-03-06")).toEqual(["morning", "bare"]);
  const brief = await sitrep("brief", "--db", db);
  expect(brief.printed).toContain("6 March 2031 (Asia/Tokyo), the last day with articles");
  expect(brief.printed).toMatch(/2 articles\s+from\s+2\s+outlets/);
  const verified = await sitrep("verify", "--db", db);
  expect(verified).toMatchObject({ status: 0, reported: "" });
  expect(verified.printed).toContain("\ndays of Asia/Tokyo\n");
});

test("what is no zone, and another than that of the articles, is refused in a sentence", async () => {
  const db = await recordIn("refused.db", "Asia/Tokyo");
  expect(await sitrep("zone", "Mars/Olympus", "--db", db)).toMatchObject({
    status: 2,
    reported: expect.stringContaining("Expected a time zone of the IANA database"),
  });
  expect(await sitrep("add", "nothing.txt", "--zone", "UTC", "--db", db)).toMatchObject({
    status: 1,
    reported: expect.stringContaining("`sitrep zone UTC` makes them those of UTC"),
  });
});

test("the interface tells the zone, goes by its days and turns pages in their order", async () => {
  const { app } = await openedServer(await recordIn("served.db", "Asia/Tokyo"));
  const get = async (url: string) => JSON.parse((await app.inject({ url })).body);
  try {
    expect(await get("/api/status")).toMatchObject({ zone: "Asia/Tokyo", database: { lastDay: "2031-03-06" } });
    expect((await get("/api/brief")).period).toMatchObject({ since: "2031-03-06", zone: "Asia/Tokyo" });
    const found: string[] = [];
    for (let cursor = ""; ; ) {
      const page = await get(`/api/articles?limit=1${cursor}`);
      found.push(...page.items.map(({ id }: { readonly id: string }) => id));
      if (page.next === null) break;
      cursor = `&cursor=${page.next}`;
    }
    expect(found).toEqual(["morning", "bare", "evening"]);
    // They were added at 21:00 of 6 March there, so the day that follows begins three hours later.
    expect((await get("/api/articles?as_of=2031-03-06")).items).toHaveLength(0);
    expect((await get("/api/articles?as_of=2031-03-07")).items).toHaveLength(3);
    expect((await get("/api/articles?as_of=2031-03-06T14:59:00Z")).items).toHaveLength(3);
  } finally {
    await app.close();
  }
});
