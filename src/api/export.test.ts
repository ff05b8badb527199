import { parse } from "csv-parse/sync";
import type { FastifyInstance } from "fastify";
import { strFromU8, unzipSync } from "fflate";
import mammoth from "mammoth";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openedServer } from "../../test/opened-server.js";
import { addToRecord, servedArticles } from "../../test/served-record.js";
import { temporaryFolder } from "../../test/temporary-folder.js";
import { routes } from "../../web/src/routes.js";
import { type ExportFormat, exportFormats } from "./export.js";
import { exportedPaths } from "./exported-views.js";

// Linking and the tables take long on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const path = temporaryFolder();
let app: FastifyInstance;

beforeAll(async () => {
  await addToRecord(path("a.db"), servedArticles);
  app = (await openedServer(path("a.db"))).app;
});
afterAll(() => app.close());

const get = async (view: string, format: string, more = "") => {
  const { statusCode, headers, rawPayload, body } = await app.inject(
    `/api/export?${new URLSearchParams({ view, format })}${more}`,
  );
  return { status: statusCode, headers, bytes: rawPayload, text: body };
};
const table = async (view: string): Promise<readonly Record<string, string>[]> =>
  parse((await get(view, "csv")).text, { bom: true, columns: true });
// biome-ignore lint/suspicious/noExplicitAny: what comes back is looked into by tests alone
const asked = async (url: string): Promise<any> => (await app.inject(url)).json();

/** An address of each page that can be handed on. */
async function views(): Promise<readonly string[]> {
  const id = async (list: string): Promise<string> => encodeURIComponent((await asked(`/api/${list}`)).items[0].id);
  const [line] = (await asked("/api/lines?kind=statement")).items;
  const [article = "", own = ""] = line.id.split(/\/(?=st_\d+$)/).map(encodeURIComponent);
  const key = (await asked("/api/postures")).items.find(
    (one: { institution: { key: string } | null }) => one.institution,
  );
  return [
    ...[
      "/",
      "/timeline",
      "/map",
      "/statements",
      "/network",
      "/postures",
      "/disputes",
      "/articles",
      "/stories",
      "/entities",
    ],
    ...["/review", "/corrections", "/search?q=quay", `/selection?line=${encodeURIComponent(line.id)}`],
    `/postures/${encodeURIComponent(key?.institution.key ?? "none")}`,
    `/claims/${article}/${own}`,
    `/lines/${article}/${own}`,
    `/articles/${article}`,
    `/stories/${await id("stories")}`,
    `/entities/${await id("entities")}`,
    `/disputes/${await id("disputes")}`,
    `/things/${await id("events")}`,
  ];
}

describe("every page that shows lines", () => {
  test("can be handed on: each is a page of the desk, and is asked for here", async () => {
    const pages = new Set(routes.map((route) => route.path));
    expect(exportedPaths.filter((one) => !pages.has(one))).toEqual([]);
    const kept = ["/sources", "/sources/:id", "/add", "/tour", "/watches"];
    expect([...pages].filter((one) => !exportedPaths.includes(one))).toEqual(kept);
    expect(await views()).toHaveLength(exportedPaths.length);
  });

  test("is a file in each format", async () => {
    for (const view of await views()) {
      for (const format of Object.keys(exportFormats) as ExportFormat[]) {
        const { status, headers, bytes, text } = await get(view, format);
        // What has no line has no evidence.
        if (status === 400 && format === "bundle") {
          expect([view, text]).toEqual([view, expect.stringContaining("no line on this page")]);
          continue;
        }
        expect([view, format, status]).toEqual([view, format, 200]);
        expect(headers["content-type"]).toBe(exportFormats[format].type);
        expect(headers["content-disposition"]).toMatch(/^attachment; filename="[a-z0-9-]+\.[a-z]+"$/);
        expect(bytes.length).toBeGreaterThan(format === "jsonl" ? -1 : 20);
      }
    }
  });

  test("has as many rows as the page shows", async () => {
    const disputes = (await asked("/api/disputes")).items as { sides: { ends: { words: string }[] }[] }[];
    const ends = disputes.flatMap(({ sides }) => sides.flatMap((side) => side.ends.map(({ words }) => words)));
    expect(ends.length).toBeGreaterThan(1);
    expect((await table("/disputes")).map(({ words }) => words)).toEqual(ends);
    const articles = (await asked("/api/articles")).items as { id: string }[];
    expect((await table("/articles")).map(({ id }) => id)).toEqual(articles.map(({ id }) => id));
    const histories = (await asked("/api/postures")).items as { states: { from: string }[] }[];
    expect((await table("/postures")).map(({ from }) => from)).toEqual(
      histories.flatMap(({ states }) => states.map(({ from }) => from)),
    );
  });

  test("is narrowed down by what its address says", async () => {
    expect((await table("/articles?since=2031-05-10")).map(({ published }) => published)).toEqual([
      "2031-05-11",
      "2031-05-10",
    ]);
    expect(await table("/postures?state=staffing evacuated&seen=1")).not.toEqual([]);
    expect(await table("/postures?state=airspace closed")).toEqual([]);
    expect((await table("http://desk.example:4311/articles?until=2031-05-05")).map(({ outlet }) => outlet)).toEqual([
      "Vell Courier",
    ]);
  });

  test("is as the record was at the moment that is asked for", async () => {
    const { text } = await get("/articles", "jsonl", "&as_of=2030-01-01");
    expect(text).toBe("");
  });

  test("gives each line its citation, the same that is copied", async () => {
    for (const row of await table("/search?q=quay")) {
      if (row.line === "") continue;
      const { items } = await asked(`/api/citations?of=${encodeURIComponent(row.line ?? "")}`);
      expect(row.citation?.replace(/^'/, "")).toBe(items[0].citation);
    }
  });

  test("has nothing in it that a spreadsheet would run, and no markup of an article", async () => {
    for (const view of await views()) {
      const cells = (await table(view)).flatMap((row) => Object.values(row));
      expect(cells.filter((cell) => /^\s*[=+@]/.test(cell))).toEqual([]);
      expect((await get(view, "markdown")).text).not.toMatch(/<(?:script|img|b)\b/i);
    }
  });
});

test("a Word document of the brief has the words of every line of its rows", async () => {
  const { bytes } = await get("/?since=2031-05-01", "docx");
  const { value } = await mammoth.extractRawText({ buffer: bytes });
  const told = await table("/?since=2031-05-01");
  expect(told.length).toBeGreaterThan(2);
  for (const { line = "", citation = "" } of told.filter((row) => row.line !== "")) {
    expect(value).toContain(line);
    expect(value).toContain(citation.slice(0, 40).replace(/\s+/g, " "));
  }
});

test("a bundle of selected lines has these lines and their articles alone", async () => {
  const ids = ["reduced/st_1", "claim/st_1"];
  const { bytes } = await get(
    `/selection?${new URLSearchParams(ids.map((id): [string, string] => ["line", id]))}`,
    "bundle",
  );
  const files = unzipSync(bytes);
  const lines = strFromU8(files["lines.jsonl"] ?? new Uint8Array())
    .trimEnd()
    .split("\n");
  expect(lines.map((line) => JSON.parse(line).id).sort()).toEqual([...ids].sort());
  expect(Object.keys(files).filter((name) => name.startsWith("articles/"))).toHaveLength(2);
});

describe("what cannot be handed on", () => {
  test.each([
    ["/add", "csv", 400, "cannot be handed on"],
    ["mailto:a@b.example", "csv", 400, "cannot be handed on"],
    ["/disputes/di_none", "csv", 404, "no such thing"],
    ["/selection?line=none%2Fst_1", "csv", 404, "no line none/st_1"],
    ["/disputes?since=yesterday", "csv", 400, "Expected a day"],
    ["/disputes", "xls", 400, "format"],
    ["/search", "csv", 400, "q"],
    ["//evil.example/x", "csv", 400, "cannot be handed on"],
  ])("%s as %s", async (view, format, status, words) => {
    const answer = await get(view, format);
    expect([answer.status, answer.text]).toEqual([status, expect.stringContaining(words)]);
    expect(answer.headers["content-disposition"]).toBeUndefined();
  });

  test("more lines than a selection has", async () => {
    const many = Array.from({ length: 101 }, (_, at): [string, string] => ["line", `a/st_${at + 1}`]);
    expect(await get(`/selection?${new URLSearchParams(many)}`, "csv")).toMatchObject({ status: 400 });
  });
});
