import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test, vi } from "vitest";
import { runCommandLine } from "../../src/cli/command-line.js";
import { layerNames } from "../../src/doc/document.js";
import { recordSchema } from "../../src/record/record.js";
import { recordFaults } from "../../src/record/record-faults.js";
import { recordedEffects, type World } from "../recorded-effects.js";

vi.mock("../../src/run/engine.js", async (original) => (await import("../shared-engine.js")).openedOnce(original));
vi.mock("../../src/run/worker-pool.js", () => import("../shared-engine.js"));

const TEXT = "Quay at Orsen shut\n\nThe quay at Orsen was shut on Monday, the harbour master said.";

async function sitrep(words: readonly string[], world: World) {
  const recording = recordedEffects(world);
  const status = await runCommandLine(words, recording.effects);
  return { status, printed: recording.printed(), reported: recording.reported() };
}

function recordsIn(printed: string) {
  return printed
    .trimEnd()
    .split("\n")
    .map((line) => recordSchema.parse(JSON.parse(line)));
}

test("read --jsonl prints one record a line, in input order", async () => {
  const files = { "b.txt": TEXT, "a.txt": `${TEXT} It rained.` };
  const { status, printed } = await sitrep(["read", "b.txt", "a.txt", "--jsonl"], { files });
  expect(status).toBe(0);
  expect(recordsIn(printed).map(({ article }) => article.text)).toEqual([TEXT, `${TEXT} It rained.`]);
});

test("read --json prints the record indented", async () => {
  const { printed } = await sitrep(["read", "a.txt", "--json"], { files: { "a.txt": TEXT } });
  expect(printed).toMatch(/^\{\n {2}"format": "sitrep.record\/1"/);
  expect(recordSchema.parse(JSON.parse(printed)).article.title).toBe("Quay at Orsen shut");
});

test("read prints a page for people", async () => {
  const { status, printed } = await sitrep(["read", "a.txt"], { files: { "a.txt": TEXT } });
  expect(status).toBe(0);
  expect(printed).toContain("Quay at Orsen shut\ndate unknown");
});

test("show prints every layer for people", async () => {
  const { status, printed } = await sitrep(["show", "a.txt"], { files: { "a.txt": TEXT } });
  expect(status).toBe(0);
  expect(printed).toMatch(/^Quay at Orsen shut\n.*\n\n¶1 · sentence 1 · 0–18\n/);
  for (const layer of layerNames) expect(printed).toMatch(new RegExp(`^  ${layer} `, "m"));
});

test("show lists the times and places of the record", async () => {
  const { printed } = await sitrep(["show", "a.txt", "--published", "2031-03-05"], { files: { "a.txt": TEXT } });
  expect(printed).toMatch(/^ {2}ti_1 {3}DATE {6}2031-03-03 2031-03-03 to 2031-03-04 {2}Monday \d+–\d+$/m);
});

const SIEGE = "Army shells town\n\nThe mayor said the army shelled a market in Karachi on Tuesday. He spoke in Lahore.";

test("explain shows why a line is there: its words, the rule's row, the encoder's scores", async () => {
  const { status, printed } = await sitrep(["explain", "a.txt", "ac_1", "--published", "2031-03-05"], {
    files: { "a.txt": SIEGE },
  });
  expect(status).toBe(0);
  expect(printed).toContain("\nac_1, an action\n");
  expect(printed).toContain("[actor the army] [trigger shelled]");
  expect(printed).toMatch(/^ {2}time +“Tuesday” \d+–\d+ → 2031-03-04 \(ti_1\)$/m);
  expect(printed).toMatch(/^ {2}place +“Karachi” /m);
  expect(printed).toMatch(/^ {2}data\/action-codes\.tsv:\d+\s+.*\bshell\b/m);
  expect(printed).toMatch(/^[01]\.\d\d +\d+ +shelled +VERB/m);
});

test("explain opens every id of the record, as text and as JSON", async () => {
  const files = { "a.txt": SIEGE };
  const { printed } = await sitrep(["read", "a.txt", "--json"], { files });
  const record = recordSchema.parse(JSON.parse(printed));
  const lines = [record.entities, record.places, record.times, record.statements].map(([first]) => first?.id);
  expect(lines).toEqual(["en_1", "pl_1", "ti_1", "st_1"]);
  for (const id of lines) {
    const explained = await sitrep(["explain", "a.txt", id ?? "", "--json"], { files });
    expect(explained.status).toBe(0);
    const view = JSON.parse(explained.printed);
    expect(view).toMatchObject({ id, madeBy: { rule: expect.any(String) } });
    for (const { text, span, marks } of view.passages) {
      expect(record.article.text.slice(...span)).toBe(text);
      expect(marks).not.toEqual([]);
    }
  }
});

test("explain says which ids there are where it is asked for another", async () => {
  const { status, printed, reported } = await sitrep(["explain", "a.txt", "po_7"], { files: { "a.txt": SIEGE } });
  expect([status, printed]).toEqual([2, ""]);
  expect(reported).toMatch(/^sitrep: a\.txt: the record has no line po_7\. It has 1 statement \(st_1\), .*no postures/);
});

test("explain takes one article, and names an input that it cannot read", async () => {
  const many = await sitrep(["explain", "news", "st_1"], { files: { "news/a.txt": SIEGE, "news/b.txt": TEXT } });
  expect([many.status, many.reported]).toEqual([
    2,
    "sitrep: news: it holds more than one article, and ids are unique only within one. Name a single file.\n",
  ]);
  const none = await sitrep(["explain", "none.txt", "st_1"], {});
  expect([none.status, none.reported]).toEqual([1, "sitrep: none.txt: there is no such file\n"]);
});

test("read shows who, where and when on top, and an id that explain opens behind each line", async () => {
  const { printed } = await sitrep(["read", "a.txt", "--published", "2031-03-05"], { files: { "a.txt": SIEGE } });
  expect(printed).toMatch(/^where {2}.*Karachi/m);
  expect(printed).toMatch(/^when {3}4 Mar 2031$/m);
  expect(printed).toMatch(
    /^¶2 {3}the army → .*attack “shelled” · on 4 March 2031 ·\s+in\s+Karachi ·\s+according\s+to\s+mayor · ac_1$/m,
  );
});

test("show --conllu prints each article as a document of its own", async () => {
  const input = ["one", "two"].map((id) => `${JSON.stringify({ id, text: TEXT })}\n`);
  const { status, printed } = await sitrep(["show", "-", "--conllu"], { input });
  expect(status).toBe(0);
  expect(printed.match(/^# newdoc id = .*$/gm)).toEqual(["# newdoc id = one", "# newdoc id = two"]);
  expect(printed).toMatch(/^\d+\tmaster\tmaster\tNOUN\t_\t/m);
});

test("show names what it cannot read", async () => {
  const { status, reported } = await sitrep(["show", "none.txt"], {});
  expect([status, reported]).toEqual([1, "sitrep: none.txt: there is no such file\n"]);
});

test("the same input gives the same bytes", async () => {
  const run = () => sitrep(["read", "a.txt", "--json"], { files: { "a.txt": TEXT } });
  expect(await run()).toEqual(await run());
});

test("standard input keeps the given ids and texts", async () => {
  const lines = [
    { id: "one", text: ` ${TEXT}\n`, published: "2031-03-04" },
    { id: "two", text: TEXT },
  ];
  const input = [lines.map((line) => JSON.stringify(line)).join("\n")];
  const { status, printed } = await sitrep(["read", "-", "--jsonl"], { input });
  expect(status).toBe(0);
  expect(recordsIn(printed).map(({ article }) => [article.id, article.text, article.published])).toEqual([
    ["one", ` ${TEXT}\n`, "2031-03-04"],
    ["two", TEXT, null],
  ]);
});

test("an input that cannot be read is named, the others are printed, and the status is 1", async () => {
  const files = { "a.txt": TEXT, "b.pdf": "%PDF-1.7" };
  const { status, printed, reported } = await sitrep(["read", "b.pdf", "none.txt", "a.txt", "--jsonl"], { files });
  expect(status).toBe(1);
  expect(recordsIn(printed)).toHaveLength(1);
  expect(reported).toMatch(/^sitrep: b\.pdf: .*PDF.*\nsitrep: none\.txt: there is no such file\n$/);
});

test("a bad line is named with its number, and the status is 1", async () => {
  const input = [`oops\n{"id": "a", "text": ${JSON.stringify(TEXT)}}\n`];
  const { status, printed, reported } = await sitrep(["read", "-", "--jsonl"], { input });
  expect(status).toBe(1);
  expect(recordsIn(printed)).toHaveLength(1);
  expect(reported).toContain("standard input, line 1");
});

test("an address that gives nothing is named with the reason", async () => {
  const { status, reported } = await sitrep(["read", "https://example.org/a"], {});
  expect(status).toBe(1);
  expect(reported).toContain("https://example.org/a: there is no such host");
});

test("an empty file is read, and its record says so", async () => {
  const { status, printed } = await sitrep(["read", "a.txt", "--jsonl"], { files: { "a.txt": "" } });
  expect(status).toBe(0);
  expect(recordsIn(printed)[0]?.messages.map(({ code }) => code)).toContain("empty-text");
});

test("options tell what the files do not; a folder's sitrep.json tells it for one file", async () => {
  const files = {
    "news/a.txt": TEXT,
    "news/b.txt": TEXT,
    "news/notes.md": "no article",
    "news/sitrep.json": JSON.stringify({ "b.txt": { published: "2031-03-05", outlet: "Orsen Mail" } }),
  };
  const words = ["read", "news", "--jsonl", "--published", "2031-03-04", "--outlet", "Vell Courier"];
  const { status, printed } = await sitrep(words, { files });
  expect(status).toBe(0);
  expect(recordsIn(printed).map(({ article }) => [article.outlet, article.published, article.publishedFrom])).toEqual([
    ["Vell Courier", "2031-03-04", "option"],
    ["Orsen Mail", "2031-03-05", "option"],
  ]);
});

test("a folder stands for its feeds and archives too; what only may be a feed and is none is named", async () => {
  const rss = `<rss version="2.0"><channel><title>Orsen Mail</title><item><title>Quay shut</title><description>It was shut.</description></item></channel></rss>`;
  const page = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><p>${TEXT}</p></body></html>`;
  const head = `WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nContent-Length: ${page.length}\r\n\r\n`;
  const files = {
    "news/a.warc": `${head}${page}\r\n\r\n`,
    "news/b.rss": rss,
    "news/c.xml": rss,
    "news/d.xml": "<plan><step/></plan>",
    "news/e.json": '{ "version": "https://jsonfeed.org/version/1.1", "items": [{ "content_text": "It was shut." }] }',
    "news/f.json": "{}",
    "news/g.opml": '<opml version="2.0"><body/></opml>',
    "news/sitrep.json": "{}",
  };
  const { status, printed, reported } = await sitrep(["read", "news", "--jsonl"], { files });
  expect(status).toBe(0);
  expect(recordsIn(printed).map(({ messages }) => messages.map(({ code }) => code))).toEqual([
    [],
    ["feed-summary"],
    ["feed-summary"],
    [],
  ]);
  expect(reported).toBe(
    "sitrep: news/d.xml: passed over: it is no feed\nsitrep: news/f.json: passed over: it is no feed\n",
  );
});

test("a sitrep.json that is named as an input is no article", async () => {
  const { status, printed, reported } = await sitrep(["read", "sitrep.json"], { files: { "sitrep.json": "{}" } });
  expect([status, printed]).toEqual([0, ""]);
  expect(reported).toMatch(/^sitrep: sitrep\.json: passed over/);
});

test("a broken sitrep.json is named, and the articles are read all the same", async () => {
  const files = { "news/a.txt": TEXT, "news/sitrep.json": "{" };
  const { status, printed, reported } = await sitrep(["read", "news", "--jsonl"], { files });
  expect(status).toBe(1);
  expect(recordsIn(printed)).toHaveLength(1);
  expect(reported).toContain("news/sitrep.json");
});

test.each([
  [["read"]],
  [["read", "a.txt", "--json", "--jsonl"]],
  [["read", "a.txt", "--published", "last week"]],
  [["read", "a.txt", "--loudly"]],
  [["explain"]],
  [["frobnicate"]],
  [["eval", "no-such-task", "--gold", "gold"]],
  [["eval", "syntax", "--gold", "gold", "--misses"]],
])("%j is wrong usage", async (words) => {
  const { status, printed, reported } = await sitrep(words, { files: { "a.txt": TEXT } });
  expect(status).toBe(2);
  expect(printed).toBe("");
  expect(reported).toContain("error:");
});

test.each([
  [["--help"]],
  [["read", "--help"]],
  [["show", "--help"]],
  [["explain", "--help"]],
  [["eval", "--help"]],
  [["--version"]],
])("%j prints and is no error", async (words) => {
  const { status, printed } = await sitrep(words, {});
  expect(status).toBe(0);
  expect(printed).not.toBe("");
});

test("eval names the file of gold that is not there", async () => {
  const { status, printed, reported } = await sitrep(["eval", "claims", "--gold", "gold"], {});
  expect(status).toBe(1);
  expect(printed).toBe("");
  expect(reported).toContain("gold/records/dev.jsonl");
});

test("the built program reads the examples", () => {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const result = spawnSync(process.execPath, ["bin/sitrep.js", "read", "examples", "--jsonl"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  expect(result.stderr).toMatch(
    /^sitrep: examples.belmar-gazette\.warc\.gz: passed over 7 records without a page: .*\n$/,
  );
  expect(result.status).toBe(0);
  const records = recordsIn(result.stdout);
  expect(records).toHaveLength(55);
  expect(records.flatMap(recordFaults)).toEqual([]);
  for (const { article } of records) expect([article.outlet, article.published, article.title]).not.toContain(null);
});
