import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import { parquetReadObjects } from "hyparquet";
import mammoth from "mammoth";
import type { Browser, Page } from "playwright-core";
import { extractText } from "unpdf";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Desk, openBrowser, openDesk, sitrep } from "./opened-desk.js";
import { findings, type Tab, tabIn } from "./opened-tab.js";

const folder = mkdtempSync(join(tmpdir(), "sitrep-handing-on-"));
const database = join(folder, "quay.db");
let desk: Desk;
let browser: Browser;

const told = [
  {
    id: "quay",
    outlet: "Vell Courier",
    published: "2031-05-04",
    url: "https://courier.example/quay",
    title: "=1+1 Quay shut",
    text: `France closed its embassy in Basra on Sunday, the ministry said.\n\nIrena Sulk, the harbour master of Vell, said that divers from Tarvenia had mined the old quay of Vell at night. The ferry Calder Star lies at the old quay of Vell, and the pilots of Vell stay ashore.\n\nRockets hit the airport of Erbil on Saturday, Iraqi police said.`,
  },
  {
    id: "denied",
    outlet: "Orsen Mail",
    published: "2031-05-05",
    url: "https://mail.example/denied",
    title: "Minister denies that the quay is shut",
    text: `Owen Tarrant, the transport minister, denied that divers from Tarvenia had mined the old quay of Vell. The ferry Calder Star lies at the old quay of Vell, and the pilots of Vell stay ashore.\n\n"The quay was never shut," Tarrant said on Monday.`,
  },
];

beforeAll(async () => {
  const file = join(folder, "told.jsonl");
  writeFileSync(file, told.map((one) => `${JSON.stringify(one)}\n`).join(""));
  sitrep("add", file, "--db", database);
  [desk, browser] = await Promise.all([openDesk(database), openBrowser()]);
});

afterAll(async () => {
  await desk?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function opened(path: string, tab?: Tab): Promise<Tab> {
  const one = tab ?? (await tabIn(browser));
  await one.page.goto(desk.address + path);
  await one.page.locator("main h1").first().waitFor();
  await one.page.locator("main .waiting").waitFor({ state: "detached" });
  return one;
}

/** What the menu "Hand on" of the page gives: its name and its bytes. */
async function handedOn(page: Page, choice: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  await page.locator("[data-hand-on]").click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.locator("details[open] button", { hasText: choice }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

const rowsOf = (bytes: Buffer): readonly Record<string, string>[] => parse(bytes, { bom: true, columns: true });

const choices = ["Link", "Word", "Markdown", "CSV", "Parquet", "GeoJSON", "Evidence bundle", "Print, or PDF"];

describe("the menu", () => {
  test("has the same choices on every page that shows lines, and none on a form", async () => {
    const tab = await tabIn(browser);
    const { page, context, complaints } = tab;
    for (const path of [
      "/",
      "/postures",
      "/disputes",
      "/timeline",
      "/map",
      "/statements",
      "/network",
      "/articles",
      "/stories",
      "/search?q=quay",
    ]) {
      await opened(path, tab);
      await page.locator("[data-hand-on]").click();
      const buttons = page.locator("details[open] li button");
      const names = (await buttons.allTextContents()).map((name) => name.trim());
      expect([path, names]).toEqual([path, choices.map((choice) => expect.stringMatching(`^${choice} `))]);
      await page.keyboard.press("Escape");
      await page.locator("details[open] [data-hand-on]").waitFor({ state: "detached" });
    }
    for (const path of ["/add", "/watches", "/sources"]) {
      await opened(path, tab);
      expect(await page.locator("[data-hand-on]").count()).toBe(0);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("is open to axe, and to the keyboard alone", async () => {
    const { page, context } = await opened("/disputes");
    await page.locator("[data-hand-on]").focus();
    await page.keyboard.press("Enter");
    await page.locator("details[open]").waitFor();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toMatch(/^Link/);
    await page.keyboard.press("Escape");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Hand on");
    await context.close();
  });

  test("copies the address of the view, filters and all", async () => {
    const { page, context } = await opened("/articles?since=2031-05-05");
    await allowCopying(page);
    await page.locator("[data-hand-on]").click();
    await page.locator("details[open] button", { hasText: "Link" }).click();
    await page.getByText("Copied the link").waitFor();
    expect(await copied(page)).toBe(`${desk.address}/articles?since=2031-05-05`);
    await context.close();
  });
});

describe("a file of a page", () => {
  test("has what the page shows, as CSV and as Parquet", async () => {
    const { page, context } = await opened("/articles?since=2031-05-05");
    const titles = await page.locator("main li a[data-item]").allTextContents();
    const { name, bytes } = await handedOn(page, "CSV");
    expect(name).toBe("articles.csv");
    expect(rowsOf(bytes).map(({ title }) => title)).toEqual(titles.map((title) => title.trim()));
    const parquet = (await handedOn(page, "Parquet")).bytes;
    const file = parquet.buffer.slice(parquet.byteOffset, parquet.byteOffset + parquet.length) as ArrayBuffer;
    expect((await parquetReadObjects({ file })).map(({ title }) => title)).toEqual(titles.map((title) => title.trim()));
    await context.close();
  });

  test("runs nothing where a spreadsheet opens it", async () => {
    const { page, context } = await opened("/articles");
    const cells = rowsOf((await handedOn(page, "CSV")).bytes).map(({ title }) => title);
    expect(cells).toContain("'=1+1 Quay shut");
    await context.close();
  });

  test("has the claims of the disputes that are shown, and who stands where, as a Word document", async () => {
    const { page, context } = await opened("/disputes");
    const claims = await page.locator("main h3 a[data-item]").allTextContents();
    expect(claims.length).toBeGreaterThan(0);
    const { name, bytes } = await handedOn(page, "Word");
    expect(name).toBe("disputes.docx");
    const { value } = await mammoth.extractRawText({ buffer: bytes });
    for (const claim of claims) expect(value.toLowerCase()).toContain(claim.trim().toLowerCase());
    expect(value).toContain("Owen Tarrant");
    expect(value).toContain("Orsen Mail");
    await context.close();
  });

  test("has the places of the map", async () => {
    const { page, context } = await opened("/map");
    const { features } = JSON.parse((await handedOn(page, "GeoJSON")).bytes.toString("utf8"));
    expect(features.map((one: { properties: { place: string } }) => one.properties.place)).toContain("Erbil");
    const [lon, lat] = features.find((one: { properties: { place: string } }) => one.properties.place === "Erbil")
      .geometry.coordinates;
    expect([Math.round(lon), Math.round(lat)]).toEqual([44, 36]);
    await context.close();
  });

  test("is refused in a sentence where there is nothing to bundle", async () => {
    const { page, context } = await opened("/articles");
    await page.locator("[data-hand-on]").click();
    await page.locator("details[open] button", { hasText: "Evidence bundle" }).click();
    await page.getByText("There is no line on this page").waitFor();
    await context.close();
  });

  test("is the same from the command line", async () => {
    const { page, context } = await opened("/postures");
    const { bytes } = await handedOn(page, "CSV");
    const out = join(folder, "postures.csv");
    sitrep("export", `${desk.address}/postures`, "--format", "csv", "--out", out, "--db", database);
    expect(readFileSync(out, "utf8")).toBe(bytes.toString("utf8"));
    await context.close();
  });
});

test("a page prints with its lines and without menus", async (context) => {
  if (browser.browserType().name() !== "chromium") return context.skip();
  const { page, context: own } = await opened("/disputes");
  const { text } = await extractText(new Uint8Array(await page.pdf()), { mergePages: true });
  expect(text).toContain("Owen Tarrant");
  for (const word of ["Hand on", "Statements by party", "Select", "Not a dispute"]) expect(text).not.toContain(word);
  await own.close();
});

describe("a line", () => {
  test("is copied with its citation, by pointer and by keyboard", async () => {
    const { page, context } = await opened("/search?q=quay");
    await allowCopying(page);
    const line = page.locator("li.row", { hasText: "never shut" }).first();
    await line.hover();
    await line.locator("[data-cite]").click();
    await page.getByText("Copied with its citation.").waitFor();
    const text = await copied(page);
    expect(text).toMatch(
      /^“The quay was never shut” — .*Tarrant.*, via Orsen Mail, 5 May 2031, https:\/\/mail\.example\/denied \[denied\/st_\d+\]$/,
    );
    await writeClipboard(page, "");
    await line.locator("[data-item]").focus();
    await page.keyboard.press("y");
    await expect.poll(() => copied(page), { timeout: 20_000 }).toBe(text);
    await context.close();
  });

  test("is selected on several pages, and all are handed on together as evidence", async () => {
    const tab = await opened("/search?q=never");
    const { page, context } = tab;
    const [first] = await page.locator("li.row").all();
    await first?.hover();
    await first?.locator("[data-select]").click();
    await page.getByRole("link", { name: "1 selected line" }).waitFor();
    await page.goto(`${desk.address}/search?q=harbour`);
    await page.locator("li.row [data-item]").first().focus();
    await page.keyboard.press("m");
    await page.getByRole("link", { name: "2 selected lines" }).click();
    await page.locator("main ol > li").nth(1).waitFor();
    expect(new URL(page.url()).searchParams.getAll("line")).toHaveLength(2);
    expect(await findings(page)).toEqual([]);
    const files = unzipSync((await handedOn(page, "Evidence bundle")).bytes);
    const lines = strFromU8(files["lines.jsonl"] ?? new Uint8Array())
      .trimEnd()
      .split("\n");
    expect(lines.map((one) => JSON.parse(one).id).sort()).toEqual(
      new URL(page.url()).searchParams.getAll("line").sort(),
    );
    expect(strFromU8(files["citations.md"] ?? new Uint8Array())).toContain("never shut");
    await page.getByRole("button", { name: "Leave out" }).first().click();
    await page.getByRole("heading", { name: "1 selected line" }).waitFor();
    await page.getByRole("button", { name: "Clear" }).click();
    await page.getByRole("heading", { name: "Nothing selected" }).waitFor();
    await context.close();
  });
});

async function allowCopying(page: Page): Promise<void> {
  if (browser.browserType().name() !== "chromium") return;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
}

function copied(page: Page): Promise<string> {
  return page.evaluate<string>("navigator.clipboard.readText()");
}

function writeClipboard(page: Page, text: string): Promise<void> {
  return page.evaluate<void>(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
}
