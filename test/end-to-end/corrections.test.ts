import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { unzipSync } from "fflate";
import { parquetReadObjects } from "hyparquet";
import { beforeAll, expect, test, vi } from "vitest";
import { runCommandLine } from "../../src/cli/command-line.js";
import { addArticles } from "../../src/store/add-articles.js";
import { linkUnlinked } from "../../src/store/links/link-unlinked.js";
import { openStoreForWriting } from "../../src/store/store.js";
import { allOf } from "../all-of.js";
import { shippedLexicons } from "../link/shipped-tables.js";
import { recordedEffects } from "../recorded-effects.js";
import { simpleArticle, simpleRecord } from "../simple-record.js";
import { temporaryFolder } from "../temporary-folder.js";

// Linking loads its tables, which a busy machine takes long for.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const path = temporaryFolder();
const article = simpleArticle("Ada Lenz said the “quay” was shut. Norland shelled Orsen. The Vell embassy closed.", {
  id: "one",
  ...{ url: "https://mail.example/1", outlet: "Orsen Mail", published: "2031-03-04" },
});
const other = simpleArticle("Bo Marsh said 😀 no. Norland shelled Vell.", { id: "two", published: "2031-03-05" });

beforeAll(async () => {
  const store = await openStoreForWriting(path("news.db"), { now: () => new Date("2031-03-06T12:00:00Z") });
  const record = simpleRecord(article);
  const places = record.places.map((place) => ({ ...place, lat: 10.5, lon: -3.25, precision: "city" as const }));
  const fetched = {
    ...{ requested: "https://mail.example/a", final: "https://mail.example/1", at: "2031-03-04T08:00:00Z" },
    ...{ status: 200, headers: {}, bytes: Uint8Array.of(1, 2) },
  };
  await addArticles(store, [
    { arrival: { article, input: "a.txt", fetched }, analysis: { kind: "record", record: { ...record, places } } },
    {
      arrival: { article: other, input: "b.txt", fetched: null },
      analysis: { kind: "record", record: simpleRecord(other) },
    },
  ]);
  await allOf(linkUnlinked(store, shippedLexicons));
  await store.close();
});

async function sitrep(...words: readonly string[]) {
  const recording = recordedEffects({});
  const status = await runCommandLine([...words, "--db", path("news.db")], recording.effects);
  return { status, printed: recording.printed(), reported: recording.reported(), written: recording.written };
}

test("a line is relabelled, shown with who did it, listed, and as before once that is undone", async () => {
  const before = (await sitrep("actions")).printed;
  const made = await sitrep("relabel", "one/ac_1", "status=denied", "--why", "the ministry says it never happened");
  expect(made).toMatchObject({ status: 0, reported: "" });
  expect(made.printed).toMatch(/^co_1 relabelled one\/ac_1, “shelled”: status=denied\n\d+ days? linked again\n$/);
  const { printed } = await sitrep("actions");
  expect(printed.replace(/\s+/g, " ")).toContain("denied · at Orsen · ✎ relabelled by ana 2031-03-07 (co_1)");
  const json = JSON.parse((await sitrep("actions", "--json")).printed);
  expect(json.lines.find(({ id }: { readonly id: string }) => id === "one/ac_1").corrections).toEqual([
    {
      ...{ id: "co_1", kind: "relabel", by: "ana", at: "2031-03-07T12:00:00.000Z" },
      why: "the ministry says it never happened",
      text: null,
    },
  ]);
  const explained = (await sitrep("explain", "one/ac_1")).printed;
  expect(explained).toMatch(/\nCorrections\n {2}ana 2031-03-07 12:00 · relabelled one\/ac_1[\s\S]* co_1\n$/);
  expect((await sitrep("explain", "co_1")).printed).toMatch(
    /^ana 2031-03-07 12:00 · relabelled one\/ac_1[\s\S]* co_1\n$/,
  );
  expect((await sitrep("verify")).printed).toMatch(/all hold/);
  expect((await sitrep("undo", "co_1", "--by", "Bo Marsh")).status).toBe(0);
  expect((await sitrep("actions")).printed).toBe(before);
  const listed = JSON.parse((await sitrep("corrections", "--json")).printed);
  expect(listed.corrections).toMatchObject([
    { id: "co_1", by: "ana", subject: "one/ac_1", undone: { id: "co_2", by: "Bo Marsh" }, lost: [] },
    { id: "co_2", by: "Bo Marsh", what: "took back co_1", undone: null },
  ]);
  expect((await sitrep("corrections")).printed.replace(/\s+/g, " ")).toContain("taken back by Bo Marsh, co_2");
});

test("a rejected line is out of every list, and still opened by its id, with who rejected it", async () => {
  const { printed } = await sitrep("reject", "one/po_1");
  const [id = ""] = printed.split(" ");
  expect((await sitrep("postures")).printed).not.toContain("one/po_1");
  expect((await sitrep("explain", "one/po_1")).printed.replace(/\s+/g, " ")).toContain(
    `Corrections ana 2031-03-07 12:00 · rejected one/po_1`,
  );
  expect((await sitrep("undo", id)).status).toBe(0);
  expect((await sitrep("explain", "one/po_1")).printed).not.toContain("Corrections");
});

test("what is confirmed is the reviewed brief, a grade stands beside its outlet, and an article that is taken out is gone until that is undone", async () => {
  const undone: string[] = [];
  const said = async (...words: readonly string[]): Promise<void> => {
    const { printed } = await sitrep(...words);
    undone.unshift(printed.split(" ")[0] ?? "");
  };
  await said("confirm", "one/ac_1");
  const reviewed = async () => {
    const { printed } = await sitrep("brief", "--reviewed", "--since", "2031-03-01", "--json");
    const { changes, actions, postures, about } = JSON.parse(printed);
    const lines = [changes, actions, postures].flatMap(
      (section: { lines: readonly { line: string }[] }) => section.lines,
    );
    return { about, lines: lines.map(({ line }) => line) };
  };
  expect(await reviewed()).toEqual({ about: ["what a person confirmed"], lines: ["one/ac_1"] });
  await said("sources", "grade", "Orsen Mail", "b", "--why", "years of reading it");
  expect((await sitrep("sources")).printed).toContain("grade B by ana 2031-03-07");
  expect((await sitrep("export", "--format", "csv")).printed).toMatch(/^one\/ac_1,.*,B,reported,3,2031-03-04,1.00\r$/m);
  await said("hide", "two");
  expect((await sitrep("actions")).printed).not.toContain("two/ac_1");
  expect((await sitrep("explain", "two")).printed).toContain("took out the article two");
  expect((await sitrep("verify")).printed).toMatch(/all hold/);
  for (const id of undone) expect((await sitrep("undo", id)).status).toBe(0);
  expect((await sitrep("actions")).printed).toContain("two/ac_1");
  expect((await reviewed()).lines).toEqual([]);
});

test.each<readonly [readonly string[], RegExp]>([
  [["hide", "one/st_9"], /^sitrep: There is no line one\/st_9; its article has no such line\.\n$/],
  [["hide", "nothing"], /^sitrep: There is no line nothing; expected an id like/],
  [["relabel", "one/ac_1", "status=perhaps"], /^sitrep: The record cannot have that\. status: /],
  [["relabel", "one/ac_1", "colour=red"], /expected field=value, the field of the action being one of type, mode/],
  [["merge", "wh_0", "wh_1"], /^sitrep: There is no known person or body wh_0\.\n$/],
  [["split", "di_1", "one"], /^sitrep: Found di_1; expected the id of an entity/],
  [["split", "ev_1", "one"], /^sitrep: There is no event ev_1\./],
  [["hide", "hi_0"], /^sitrep: There is no history hi_0\./],
  [["rename", "one/ac_1", "Ana"], /^sitrep: Found one\/ac_1; expected the id of a known person or body/],
  [["sources", "grade", "Orsen Mail", "Z"], /^sitrep: Found the grade “Z”; expected one of A, B, C, D, E, F/],
  [["sources", "grade", "Nobody", "A"], /^sitrep: No article is of the outlet “Nobody”/],
  [["undo", "co_99"], /^sitrep: There is no correction co_99\./],
])("%j is told what is wrong", async (words, reason) => {
  const { status, printed, reported } = await sitrep(...words);
  expect([status, printed]).toEqual([1, ""]);
  expect(reported).toMatch(reason);
});

test("GeoJSON has the lines that tell a place, and the phrase that placed each", async () => {
  const { printed } = await sitrep("export", "--format", "geojson");
  const { type, features } = JSON.parse(printed);
  expect(type).toBe("FeatureCollection");
  expect(features).toMatchObject([
    {
      id: "one/ac_1",
      geometry: { type: "Point", coordinates: [-3.25, 10.5] },
      properties: { place: { name: "Orsen", phrase: "Orsen", precision: "city" }, article: { id: "one" } },
    },
    { id: "two/ac_1", geometry: null, properties: { place: { phrase: "Vell", precision: null } } },
  ]);
  const [{ properties }] = features;
  expect(article.text.slice(...(properties.place.phraseSpan as [number, number]))).toBe("Orsen");
  expect(JSON.parse((await sitrep("export", "--format", "geojson", "--since", "2032-01-01")).printed).features).toEqual(
    [],
  );
});

test("Parquet reads back as the rows of the CSV, and is the same bytes each time", async () => {
  const { status, printed, written } = await sitrep("export", "--format", "parquet", "--out", "lines.parquet");
  expect([status, printed]).toEqual([0, ""]);
  const bytes = written.get("lines.parquet") ?? new Uint8Array();
  const rows = await parquetReadObjects({ file: bytes.slice().buffer });
  expect(rows.map(({ id, status: told, where, words }) => [id, told, where, words])).toEqual([
    ["one/st_1", null, null, "the “quay” was shut"],
    ["one/ac_1", "happened", "Orsen", "Norland shelled Orsen."],
    ["one/po_1", "happened", null, "The Vell embassy closed."],
    ["two/st_1", null, null, "Bo Marsh said 😀 no."],
    ["two/ac_1", "happened", "Vell", "Norland shelled Vell."],
  ]);
  const [header = ""] = (await sitrep("export", "--format", "csv")).printed.split("\r\n");
  expect(Object.keys(rows[0] ?? {})).toEqual(header.split(","));
  const again = await sitrep("export", "--format", "parquet", "--out", "lines.parquet");
  expect(again.written.get("lines.parquet")).toEqual(bytes);
});

test("Parquet without a file is wrong usage; whatever is printed can go to a file", async () => {
  expect((await sitrep("export", "--format", "parquet")).status).toBe(2);
  const { status, written } = await sitrep("export", "--out", "a.csv", "--format", "csv");
  expect(status).toBe(0);
  const printed = (await sitrep("export", "--format", "csv")).printed;
  expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(written.get("a.csv"))).toBe(printed);
});

/** Unpacks a bundle, changed or not, and runs its own script. */
function checked(
  name: string,
  files: Readonly<Record<string, Uint8Array>>,
): { readonly status: number; readonly told: string } {
  for (const [file, bytes] of Object.entries(files)) {
    mkdirSync(dirname(path(`${name}/${file}`)), { recursive: true });
    writeFileSync(path(`${name}/${file}`), bytes);
  }
  try {
    return {
      status: 0,
      told: execFileSync(process.execPath, [path(`${name}/check.mjs`)], { encoding: "utf8", stdio: "pipe" }),
    };
  } catch (error) {
    return { status: 1, told: String((error as { readonly stderr: string }).stderr) };
  }
}

test("an evidence bundle checks itself, finds what was changed, and is the same bytes each time", async () => {
  expect((await sitrep("hide", "two/ac_1", "--why", "a memory of last year")).status).toBe(0);
  const { status, written } = await sitrep("export", "--bundle", "evidence.zip");
  expect(status).toBe(0);
  const zip = written.get("evidence.zip") ?? new Uint8Array();
  const files = unzipSync(zip);
  expect(Object.keys(files).sort()).toEqual([
    ...["README.md", "articles.jsonl", "articles/00001.txt", "articles/00002.txt", "check.mjs"],
    ...["corrections.jsonl", "lines.jsonl", "manifest.json"],
  ]);
  const rows = (name: string) =>
    new TextDecoder()
      .decode(files[name])
      .trimEnd()
      .split("\n")
      .map((row) => JSON.parse(row));
  expect(rows("lines.jsonl").map(({ id }) => id)).toEqual(["one/st_1", "one/ac_1", "one/po_1", "two/st_1"]);
  expect(rows("articles.jsonl")[0]).toMatchObject({
    ...{ id: "one", url: "https://mail.example/1", sha256: article.sha256, file: "articles/00001.txt", version: 1 },
    fetched: { requested: "https://mail.example/a", at: "2031-03-04T08:00:00Z", status: 200 },
  });
  expect(rows("corrections.jsonl").at(-1)).toMatchObject({ kind: "hide", by: "ana", why: "a memory of last year" });
  const whole = checked("whole", files);
  expect(whole.told).toMatch(/^7 files, 2 texts, 4 lines, \d+ spans: all hold\n$/);
  const text = new TextEncoder().encode(article.text.replace("shut", "open"));
  expect(checked("changed", { ...files, "articles/00001.txt": text })).toMatchObject({
    status: 1,
    told: expect.stringMatching(/the text in articles\/00001\.txt has another hash[\s\S]*one\/st_1: content \[/),
  });
  expect((await sitrep("export", "--bundle", "evidence.zip")).written.get("evidence.zip")).toEqual(zip);
  const some = await sitrep("export", "--bundle", "some.zip", "--since", "2031-03-05");
  expect(Object.keys(unzipSync(some.written.get("some.zip") ?? new Uint8Array()))).not.toContain("articles/00002.txt");
});

test("chosen lines are handed on with their citations, as a page and in a bundle of their articles alone", async () => {
  const page = await sitrep("export", "--format", "markdown", "--line", "one/st_1", "one/po_1");
  expect(page.status).toBe(0);
  expect(page.printed.match(/^> “.+” — .+, https:\/\/mail\.example\/1$/gm)).toHaveLength(2);
  const { written } = await sitrep("export", "--bundle", "chosen.zip", "--line", "one/st_1", "one/po_1");
  const files = unzipSync(written.get("chosen.zip") ?? new Uint8Array());
  expect(Object.keys(files)).toContain("citations.md");
  expect(Object.keys(files)).not.toContain("articles/00002.txt");
  expect(new TextDecoder().decode(files["citations.md"])).toBe(page.printed);
  expect(checked("chosen", files).told).toMatch(/^7 files, 1 texts, 2 lines, \d+ spans: all hold\n$/);
  const all = await sitrep("export", "--format", "markdown");
  expect(all.printed.match(/^> /gm)).toHaveLength(4);

  expect(await sitrep("export", "--format", "markdown", "--line", "one/st_9")).toMatchObject({
    ...{ status: 2, reported: "sitrep: the database has no line one/st_9\n" },
  });
  expect((await sitrep("export", "--bundle", "x.zip", "--line", "two/ac_1")).reported).toContain("rejected lines");
  const table = await sitrep("export", "--format", "csv", "--line", "one/st_1");
  expect(table.printed.trim().split("\r\n")).toHaveLength(2);
});
