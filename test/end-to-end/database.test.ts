import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { runCommandLine } from "../../src/cli/command-line.js";
import { lineById } from "../../src/store/queries/line-by-id.js";
import { openStoreForReading } from "../../src/store/store.js";
import { recordedEffects, type World } from "../recorded-effects.js";

const TEXT = "Quay at Orsen shut\n\nThe quay at Orsen was shut on Monday, the harbour master Ada Lenz said.";
const EDITED = `${TEXT} She denied that anybody had been hurt.`;

vi.mock("../../src/run/worker-pool.js", () => import("../shared-engine.js"));

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "sitrep-database-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function sitrep(words: readonly string[], world: World = {}) {
  const recording = recordedEffects(world);
  const status = await runCommandLine([...words, "--db", join(folder, "news.db")], recording.effects);
  return { status, printed: recording.printed(), reported: recording.reported() };
}

const line = (id: string, text: string): string =>
  JSON.stringify({ id, text, published: "2031-03-04", outlet: "Orsen Mail" });

describe("a database, from the first article on", () => {
  test("add keeps what it can read, says so line by line, and names the rest", async () => {
    const input = [`${line("quay", TEXT)}\noops\n${line("empty", "")}\n`];
    const { status, printed, reported } = await sitrep(["add", "-"], { input });
    expect(printed).toBe(
      "added quay Orsen Mail · 2031-03-04 · Quay at Orsen shut\nadded empty Orsen Mail · 2031-03-04 · standard input, line 3\n2 added, 0 new versions, 0 known, 1 failed\n",
    );
    expect(reported).toMatch(/^sitrep: standard input, line 2: .*not JSON/);
    expect(status).toBe(1);
  });

  test("a second time nothing is added; an edited article is a new version", async () => {
    const input = [`${line("quay", TEXT)}\n${line("quay", EDITED)}\n${line("quay", EDITED)}\n`];
    const { status, printed } = await sitrep(["add", "-"], { input });
    expect(status).toBe(0);
    expect(printed).toBe(
      "new version quay@2 Orsen Mail · 2031-03-04 · Quay at Orsen shut\n0 added, 1 new version, 2 known, 0 failed\n",
    );
  });

  test("what is exported is what read prints", async () => {
    const { printed } = await sitrep(["export", "--all-versions"]);
    const records = printed.trimEnd().split("\n");
    expect(records).toHaveLength(3);
    const read = recordedEffects({ input: [line("quay", TEXT)] });
    await runCommandLine(["read", "-", "--jsonl"], read.effects);
    expect(`${records[0]}\n`).toBe(read.printed());
    expect((await sitrep(["export"])).printed).toBe(`${records[1]}\n${records[2]}\n`);
    expect((await sitrep(["export", "--since", "2031-03-05"])).printed).toBe("");
  });

  test("every line that a question prints ends in an id that opens it", async () => {
    const { printed, status } = await sitrep(["statements", "--by", "lenz", "--json"]);
    expect(status).toBe(0);
    const { lines, more } = JSON.parse(printed) as {
      readonly lines: readonly { readonly id: string }[];
      readonly more: boolean;
    };
    expect(lines.length).toBeGreaterThan(0);
    expect(more).toBe(false);
    const page = (await sitrep(["statements", "--by", "lenz"])).printed;
    const store = await openStoreForReading(join(folder, "news.db"));
    for (const { id } of lines) {
      expect(page).toMatch(new RegExp(` ${id}$`, "m"));
      expect(await lineById(store, id)).toMatchObject({ stored: { record: { article: { text: EDITED } } } });
    }
    await store.close();
  });

  test("a rebuild ends with the same bytes, and verify finds no fault", async () => {
    const before = (await sitrep(["export", "--all-versions"])).printed;
    const verified = await sitrep(["verify"]);
    expect(verified).toMatchObject({ status: 0, reported: "" });
    expect(verified.printed).toMatch(
      /^3 texts, 3 records, \d+ lines, \d+ spans, all hold\ndays of UTC\nrecords [0-9a-f]{64}\n$/,
    );
    expect(await sitrep(["rebuild"])).toMatchObject({ status: 0, printed: "3 articles analysed again, 0 failed\n" });
    expect((await sitrep(["export", "--all-versions"])).printed).toBe(before);
    expect((await sitrep(["verify"])).printed).toBe(verified.printed);
  });

  test("csv has a row for each line, with the fields of every row in place", async () => {
    const { printed } = await sitrep(["export", "--format", "csv"]);
    const [header = "", ...rows] = printed.trimEnd().split("\r\n");
    expect(header.split(",").slice(0, 4)).toEqual(["id", "kind", "type", "word"]);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row).toMatch(/^quay@2\/[a-z]+_\d+,/);
      // Each field with the comma behind it; none stands behind the last.
      expect(`${row},`.match(/("([^"]|"")*"|[^",]*),/g)).toHaveLength(header.split(",").length);
    }
  });

  test("search, sources and an answer that is empty", async () => {
    expect((await sitrep(["search", "harbour", "master"])).printed).toMatch(/^Articles\n\n.* quay@2\n/);
    expect((await sitrep(["sources"])).printed).toBe(
      "Orsen Mail · 2 articles, 1 later version · 2031-03-04 · last added 2031-03-07T12:00:00.000Z · grade F, not graded\n",
    );
    expect((await sitrep(["postures", "--about", "zebra"])).printed).toBe("No matches.\n");
  });
});

test("a database that is not there is named, with what to do", async () => {
  const recording = recordedEffects({});
  const status = await runCommandLine(["verify", "--db", join(folder, "none.db")], recording.effects);
  expect(status).toBe(1);
  expect(recording.reported()).toMatch(/^sitrep: There is no database at .*none\.db\. `sitrep add` makes one/);
});

test.each([
  [["add"]],
  [["search"]],
  [["statements", "--since", "2031-02-30"]],
  [["actions", "--limit", "0"]],
  [["export", "--format", "xml"]],
])("%j is wrong usage", async (words) => {
  const { status, reported } = await sitrep(words);
  expect([status, reported]).toEqual([2, expect.stringContaining("error:")]);
});
