import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import { parquetReadObjects } from "hyparquet";
import mammoth from "mammoth";
import { describe, expect, test } from "vitest";
import type { CitationView } from "../citation-view.js";
import { parquetOf } from "../parquet.js";
import { citedAs, joinedSheets, type Sheet, sheetOf, withColumns } from "./sheet.js";
import { sheetDocument } from "./sheet-document.js";
import { sheetCsv, sheetGeoJson, sheetJsonLines } from "./sheet-files.js";
import { sheetMarkdown } from "./sheet-markdown.js";
import type { CitedSheet } from "./sheet-parts.js";

interface Row {
  readonly who: string | null;
  readonly words: string;
  readonly count: number | null;
}

const hostile = [
  `=HYPERLINK("http://evil.example","click")`,
  "+1+cmd|' /C calc'!A0",
  "@SUM(A1:A9)",
  "-2+3+cmd",
  "\t=1+1",
  "＝1+1",
  `two\nlines, "quoted"`,
  `<script>alert(1)</script> & [a](javascript:b) | # *x* \u0007 \ud800`,
];
const rows: readonly Row[] = [
  ...hostile.map((words) => ({ who: "Irena Sulk", words, count: 1 })),
  { who: null, words: "nothing odd", count: null },
];

const citation = (id: string, words: string, url: string | null): CitationView => ({
  ...{ id, kind: "statement", words: [], said: [], own: [], by: "Irena Sulk", voice: "speaker", through: [] },
  article: { id: "art_1", title: "A quay", outlet: "Vell Courier", published: "2031-05-04", url },
  ...{ reading: "Irena Sulk: said", corrections: [], sure: { summary: "Reported.", reliability: null, disputes: [] } },
  citation: `“${words}” — Irena Sulk, via Vell Courier, 4 May 2031, ${url ?? "art_1"}`,
});

function sheet(url: string | null = "https://courier.example/quay?a=1&b=2"): CitedSheet {
  const made = sheetOf(
    { title: "What & who", about: ["2 articles"], more: true },
    { who: ({ who }) => who, words: ({ words }) => words, count: ({ count }) => count },
    rows,
    ({ who, words }) => ({
      under: "Quay <1>",
      cite: who === null ? null : `art_1/st_${rows.findIndex((one) => one.words === words) + 1}`,
      point: words === "nothing odd" ? { lat: -1.5, lon: 44 } : null,
      entry: { lead: `${who ?? "Nobody"}: said`, facts: [words] },
    }),
  );
  const cited = made.rows.flatMap(({ cite, cells }) =>
    cite === null ? [] : [[cite, citation(cite, cells[1] ?? "", url)] as const],
  );
  return { ...made, citations: new Map(cited) };
}

describe("a sheet", () => {
  test("has a cell for each column, and nothing where there is nothing", () => {
    expect(sheet().columns).toEqual(["who", "words", "count"]);
    expect(sheet().rows.at(-1)?.cells).toEqual([null, "nothing odd", null]);
  });

  test("is joined with another by the names of columns", () => {
    const other = sheetOf({ title: "b" }, { words: (word: string) => word, url: () => "u" }, ["said"], () => ({}));
    const { columns, rows: all, more } = joinedSheets("both", [sheet(), other]);
    expect(columns).toEqual(["who", "words", "count", "url"]);
    expect(all.at(-1)?.cells).toEqual([null, "said", null, "u"]);
    expect(all[0]?.cells).toEqual(["Irena Sulk", hostile[0], "1", null]);
    expect(more).toBe(true);
  });

  test("takes more columns, whose empty cells leave what stood there", () => {
    const more = withColumns(sheet(), { who: (row) => (row.cite === null ? "added" : null), line: (row) => row.cite });
    expect(more.columns).toEqual(["words", "count", "who", "line"]);
    expect(more.rows[0]?.cells).toEqual([hostile[0], "1", "Irena Sulk", "art_1/st_1"]);
    expect(more.rows.at(-1)?.cells).toEqual(["nothing odd", null, "added", null]);
  });

  test("cites lines by their ids and words in none by their spans", () => {
    expect(citedAs("art_1/st_2")).toBe("art_1/st_2");
    expect(citedAs("art_1", [[3, 9], [12, 15]])).toBe("art_1#3-9,12-15"); // biome-ignore format: one pair a span
    expect(citedAs("art_1")).toBeNull();
  });
});

describe("CSV", () => {
  const read = (): readonly Record<string, string>[] => parse(sheetCsv(sheet()), { bom: true, columns: true });

  test("has the cells of the sheet, whatever is in them", () => {
    expect(read()).toHaveLength(rows.length);
    expect(read().map(({ words }) => words?.replace(/^'/, ""))).toEqual(
      rows.map(({ words }) => words.replace("\ud800", "\ufffd")),
    );
  });

  test("begins no cell with what a spreadsheet takes for a formula", () => {
    const cells = read().flatMap((row) => Object.values(row));
    expect(cells.filter((cell) => /^[\s]*[=+\-@＝]/.test(cell))).toEqual([]);
    expect(cells).toContain(`'${hostile[0]}`);
  });

  test("leaves numbers with a sign as they are", () => {
    const numbers = sheetOf({ title: "n" }, { lat: (lat: number) => lat }, [-33.45, 12], () => ({}));
    expect(parse(sheetCsv(numbers), { bom: true, columns: true })).toEqual([{ lat: "-33.45" }, { lat: "12" }]);
  });
});

test("Parquet has the very cells, with nulls where there is nothing", async () => {
  const { columns, rows: told } = sheet();
  const { buffer, byteOffset, byteLength } = parquetOf(
    columns,
    told.map(({ cells }) => cells),
    "sitrep test",
  );
  const read = await parquetReadObjects({ file: buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer });
  expect(read).toHaveLength(rows.length);
  expect(read[0]).toEqual({ who: "Irena Sulk", words: hostile[0], count: "1" });
  expect(read.at(-1)).toEqual({ who: null, words: "nothing odd", count: null });
});

test("GeoJSON has the rows with a point, longitude first", () => {
  const { features } = JSON.parse(sheetGeoJson(sheet()));
  expect(features).toEqual([
    {
      type: "Feature",
      geometry: { type: "Point", coordinates: [44, -1.5] },
      properties: { who: null, words: "nothing odd", count: null },
    },
  ]);
});

test("JSON Lines have a row a line", () => {
  const lines = sheetJsonLines(sheet())
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines).toHaveLength(rows.length);
  expect(lines[6]).toEqual({ who: "Irena Sulk", words: hostile[6], count: "1" });
});

/** A dispute with two voices under it, in a part of a story. */
const quarrel: CitedSheet = {
  ...sheetOf({ title: "Brief" }, { words: (words: string) => words }, ["claim", "held", "denied", "told"], (words) => ({
    under: "The quay",
    part: words === "told" ? "What was said" : "In dispute",
    cite: words === "denied" ? "art_1/st_2" : "art_1/st_1",
    entry: { lead: `It is ${words}`, facts: [], within: words === "held" || words === "denied" },
  })),
  citations: new Map(["art_1/st_1", "art_1/st_2"].map((id) => [id, citation(id, `Words of ${id}`, null)])),
};

describe("Markdown", () => {
  test("has parts under one heading, and voices under what they quarrel over, which has no words of its own", () => {
    const text = sheetMarkdown(quarrel, "/");
    expect(text.match(/^#.*$/gm)).toEqual(["# Brief", "## The quay", "### In dispute", "### What was said"]);
    expect(text.match(/^ *- .*$/gm)).toEqual([
      "- **It is claim**",
      "  - **It is held**",
      "  - **It is denied**",
      "- **It is told**",
    ]);
    expect(text.match(/Words of art/g)).toHaveLength(3);
    expect(text).toContain("\n    `art_1/st_2`\n");
  });

  test("has each row with its citation and id, and says where it is from", () => {
    const text = sheetMarkdown(sheet(), "/disputes?who=Sulk");
    expect(text).toContain("# What &amp; who");
    expect(text).toContain("## Quay &lt;1&gt;");
    expect(text).toContain("- **Irena Sulk: said** · ");
    expect(text).toContain(
      '  > “two lines, "quoted"” — Irena Sulk, via Vell Courier, 4 May 2031, <https://courier.example/quay?a=1&b=2>',
    );
    expect(text).toContain("\n  `art_1/st_7`\n");
    expect(text).toContain("the first 9 rows; there is more");
    expect(text).toContain("*Sitrep · /disputes?who=Sulk*");
  });

  test("takes nothing that an article says for markup", () => {
    const text = sheetMarkdown(sheet(), "/");
    expect(text).not.toMatch(/<script>|[^\\]\[a\]|[^\\]\*x|[^\\|] \| #/);
  });

  test("sets rows without a way to be told as a table", () => {
    const table: Sheet = sheetOf(
      { title: "Articles" },
      { title: (one: string) => one, url: () => null },
      ["a | b", "c"],
      () => ({}),
    );
    expect(sheetMarkdown({ ...table, citations: new Map() }, "/articles")).toContain(
      "| title |\n| --- |\n| a \\| b |\n| c |",
    );
  });
});

describe("a Word document", () => {
  const opened = async (of: CitedSheet) => {
    const bytes = Buffer.from(await sheetDocument(of, "/disputes?who=Sulk", "sitrep test"));
    const files = unzipSync(bytes);
    const part = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
    return {
      text: (await mammoth.extractRawText({ buffer: bytes })).value,
      html: (await mammoth.convertToHtml({ buffer: bytes })).value,
      part,
    };
  };

  test("has every row with its citation, under its heading", async () => {
    const { text, html, part } = await opened(sheet());
    expect(html).toContain("<h1>Quay &lt;1&gt;</h1>");
    expect(text).toContain("What & who");
    for (const word of [
      "Irena Sulk: said · ",
      "via Vell Courier, 4 May 2031",
      "art_1/st_1",
      `=HYPERLINK("http://evil.example","click")`,
    ])
      expect(text).toContain(word);
    expect(part("word/footer1.xml")).toContain("Sitrep · /disputes?who=Sulk");
    expect(part("docProps/core.xml")).toContain("What &amp; who");
  });

  test("has parts under one heading, and voices further in", async () => {
    const { html, part } = await opened(quarrel);
    expect(html.match(/<h\d>/g)).toEqual(["<h1>", "<h2>", "<h2>"]);
    expect(html.match(/Words of art/g)).toHaveLength(3);
    expect(part("word/document.xml").match(/<w:ind w:left="720"/g)).toHaveLength(4);
  });

  test("is whole whatever an article says, and has no sign that XML does not know", async () => {
    const { text, part } = await opened(sheet());
    expect(text).toContain("<script>alert(1)</script> & [a](javascript:b)");
    expect(part("word/document.xml")).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
  });

  test("leads to addresses of the web and nowhere else", async () => {
    const web = (await opened(sheet())).part("word/_rels/document.xml.rels");
    expect(web).toContain("https://courier.example/quay?a=1&amp;b=2");
    for (const url of ["javascript:alert(1)", "file:///etc/passwd", "ms-word:x", "no address", null]) {
      expect((await opened(sheet(url))).part("word/_rels/document.xml.rels")).not.toContain("/hyperlink");
    }
  });

  test("sets rows without a way to be told as a table, and says where there is nothing", async () => {
    const table = sheetOf({ title: "Articles" }, { first_day: (one: string) => one }, ["2031-05-04"], () => ({}));
    const { html } = await opened({ ...table, citations: new Map() });
    expect(html).toMatch(/<table>.*first day.*2031-05-04.*<\/table>/s);
    const { text } = await opened({ ...table, rows: [], citations: new Map() });
    expect(text).toContain("Nothing.");
  });
});
