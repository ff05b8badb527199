import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import axe from "axe-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Desk, openBrowser, openDesk, sitrep } from "./opened-desk.js";

const folder = mkdtempSync(join(tmpdir(), "sitrep-desk-"));
const database = join(folder, "examples.db");
let desk: Desk;
let emptyDesk: Desk;
let browser: Browser;

beforeAll(async () => {
  sitrep("add", "examples", "--db", database);
  [desk, emptyDesk, browser] = await Promise.all([
    openDesk(database),
    openDesk(join(folder, "empty.db")),
    openBrowser(),
  ]);
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await Promise.all([desk?.close(), emptyDesk?.close()]);
  rmSync(folder, { recursive: true, force: true });
});

/** A tab with all that its pages complain of. */
interface Tab {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: readonly string[];
}

async function openTab(): Promise<Tab> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
  return { page, context, complaints };
}

async function open(page: Page, path: string, address = desk.address): Promise<void> {
  await page.goto(address + path);
  await page.locator("main h1").first().waitFor();
  // Each list says that it is on its way until it is there.
  await page.locator("main .waiting").waitFor({ state: "detached" });
}

async function asked<Answer>(path: string): Promise<Answer> {
  return (await (await fetch(`${desk.address}/api${path}`)).json()) as Answer;
}

interface Finding {
  readonly id: string;
  readonly impact?: string | null;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe holds to be serious or worse, by rule and element. */
async function findings(page: Page, rules: readonly string[] = []): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const options = { resultTypes: ["violations"], ...(rules.length === 0 ? {} : { runOnly: rules }) };
  const run = `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations)`;
  const found = (await page.evaluate(run)) as readonly Finding[];
  return found
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${page.url()} ${id}: ${nodes[0]?.html.slice(0, 200)}`);
}

describe("every page", () => {
  test("shows what it is of without a complaint, and axe finds nothing serious in either theme", async () => {
    const { page, context, complaints } = await openTab();
    const line = (await asked<{ items: { id: string }[] }>("/lines?kind=statement")).items[0]?.id ?? "";
    const [article = "", own = ""] = line.split("/");
    const first = async (path: string): Promise<string> =>
      (await asked<{ items: { id: string }[] }>(path)).items[0]?.id ?? "";
    const paths = [
      ...["/", "/?since=2031-03-03", "/postures", "/timeline", "/map", "/says", "/network", "/articles", "/stories"],
      ...["/entities", "/sources", "/search?q=mines", "/watches", "/corrections", "/nowhere"],
      `/articles/${article}?line=${own}`,
      `/lines/${article}/${own}`,
      `/things/${await first("/disputes")}`,
      `/things/${await first("/events")}`,
      `/things/${await first("/postures")}`,
      `/entities/${await first("/entities")}`,
      `/stories/${await first("/stories")}`,
    ];
    const serious: string[] = [];
    for (const path of paths) {
      await open(page, path);
      serious.push(...(await findings(page)));
      // The other theme has other colours and nothing else.
      await page.emulateMedia({ colorScheme: "dark" });
      serious.push(...(await findings(page, ["color-contrast"])));
      await page.emulateMedia({ colorScheme: "light" });
    }
    expect(serious).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  }, 180_000);

  test("fits a narrow screen", async () => {
    const { page, context } = await openTab();
    await page.setViewportSize({ width: 360, height: 740 });
    const wide: string[] = [];
    for (const path of ["/", "/postures", "/articles", "/stories", "/sources", "/search?q=mines", "/watches"]) {
      await open(page, path);
      const over = await page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
      if (over > 0) wide.push(`${path} by ${over}`);
    }
    expect(wide).toEqual([]);
    await context.close();
  }, 60_000);
});

test("the keyboard alone leads from the brief to the words of a line, and back to where one was", async () => {
  const { page, context } = await openTab();
  await open(page, "/");
  await page.locator("[data-item]").first().waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  const left = await page.evaluate<string | null>("document.activeElement?.getAttribute('href')");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/(?:lines|things)\//);
  await page.locator("[data-words]").first().waitFor();
  await page.keyboard.press("w");
  await page.waitForURL(/\/articles\/.*line=/);
  await page.locator("[data-role]").first().waitFor();
  await page.goBack();
  await page.goBack();
  await page.waitForURL(`${desk.address}/`);
  await page.waitForFunction(`document.activeElement?.getAttribute("href") === ${JSON.stringify(left)}`);
  await page.keyboard.press("?");
  await page.locator("dialog[open]").waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await page.keyboard.type("mines");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/search\?q=mines/);
  await page.locator("main mark").first().waitFor();
  await context.close();
}, 60_000);

test("a line is hidden with a reason, and that is taken back", async () => {
  const { page, context } = await openTab();
  const line = (await asked<{ items: { id: string }[] }>("/lines?kind=action")).items[0]?.id ?? "";
  const listed = async (): Promise<boolean> =>
    (await asked<{ items: { id: string }[] }>("/lines?kind=action&limit=500")).items.some(({ id }) => id === line);
  await open(page, `/lines/${line}`);
  await page.locator("[data-correct]").first().click();
  const dialog = page.locator("dialog[open]");
  await dialog.getByLabel("Hide it").check();
  await dialog.getByLabel("Who are you?").fill("Ana");
  await dialog.getByLabel("Why?").fill("a headline, no act");
  await dialog.getByRole("button", { name: "Correct" }).click();
  await page.getByRole("button", { name: "Undo" }).first().waitFor();
  expect(await listed()).toBe(false);
  await open(page, "/corrections");
  await page.getByText("a headline, no act").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("Taken back by").waitFor();
  expect(await listed()).toBe(true);
  await context.close();
}, 60_000);

describe("what comes in while a page is open", () => {
  test("is told of and is on the page, though its words try to be more than words", async () => {
    const { page, context, complaints } = await openTab();
    await open(page, "/articles");
    const hostile = join(folder, "hostile.jsonl");
    const markup = `<img src=x onerror="window.ran = 1"><script>window.ran = 2</script> ‮gpj.exe⁦ {@html x} [a](javascript:window.ran=3)`;
    const text = `${markup}\n\n“<svg onload=window.ran=4> The harbour was shut,” said Ana Brandl, a minister.`;
    const articles = [
      { id: "hostile", title: markup, text, outlet: "<b>Outlet</b>", url: "javascript:window.ran=5" },
      {
        id: "long",
        title: "A".repeat(1_000_000),
        text: "The port was shut on Monday, the minister said.",
        outlet: "Long",
      },
    ].map((one) => JSON.stringify({ ...one, published: "2031-03-13" }));
    writeFileSync(hostile, `${articles.join("\n")}\n`);
    sitrep("add", hostile, "--db", database);
    const added = performance.now();
    await page
      .getByText(/new articles?/)
      .first()
      .waitFor();
    await page.getByText("gpj.exe").first().waitFor();
    expect(performance.now() - added).toBeLessThan(2_000);
    for (const path of ["/articles/hostile", "/articles/long", "/", "/stories", "/search?q=harbour"])
      await open(page, path);
    await open(page, "/articles/hostile");
    expect(await page.locator("main img, main script, main svg[onload], a[href^=javascript]").count()).toBe(0);
    expect(await page.evaluate("window.ran ?? null")).toBeNull();
    expect(complaints).toEqual([]);
    await context.close();
  }, 120_000);
});

test("a record with nothing in it offers to read something", async () => {
  const { page, context, complaints } = await openTab();
  await open(page, "/", emptyDesk.address);
  await page.getByRole("button", { name: "Read the example crisis" }).waitFor();
  await page.getByLabel("A feed, a front page or an article").fill("https://127.0.0.1:1/feed");
  await page.getByRole("button", { name: "Read it" }).click();
  await page.getByText(/did not work|failed/).waitFor();
  expect(await findings(page)).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
}, 60_000);
