import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { inEveryBrowser } from "./every-browser.js";
import { findings, tabIn } from "./opened-tab.js";

const folder = mkdtempSync(join(tmpdir(), "sitrep-docs-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pages = ["", "commands.html", "compare.html", "tutorial.html", "methods/claims.html"];

inEveryBrowser(join(folder, "empty.db"), (opened, name) => {
  test("the desk leads to the docs, and a search in them to a section", async () => {
    const { page, context, complaints } = await tabIn(opened().browser);
    await page.goto(opened().desk.address);
    await page.getByRole("link", { name: "Docs" }).first().click();
    await page.waitForURL("**/docs/");
    await page.getByRole("searchbox", { name: "Search the docs" }).fill("sitrep watchlist");
    await page.getByRole("link", { name: "sitrep watchlist" }).first().click();
    await page.waitForURL("**/docs/commands.html#sitrep-watchlist");
    await page.getByRole("link", { name: "Desk", exact: true }).click();
    await page.waitForURL(`${opened().desk.address}/`);
    expect(complaints).toEqual([]);
    await context.close();
  });

  // What a page looks like is seen in one browser; what it does in both.
  if (name !== "chromium") return;

  test("every page of the docs fits a narrow screen, and axe finds nothing serious in either theme", async () => {
    const { page, context, complaints } = await tabIn(opened().browser);
    const wrong: string[] = [];
    for (const path of pages) {
      for (const width of [360, 1440]) {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(`${opened().desk.address}/docs/${path}`);
        const over = await page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
        if (over > 0) wrong.push(`${path} at ${width} by ${over}`);
      }
      wrong.push(...(await findings(page)));
      await page.emulateMedia({ colorScheme: "dark" });
      wrong.push(...(await findings(page, ["color-contrast"])));
      await page.emulateMedia({ colorScheme: "light" });
    }
    expect(wrong).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("the docs can be read without scripts", async () => {
    const context = await opened().browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${opened().desk.address}/docs/`);
    await page.getByRole("navigation", { name: "Docs" }).getByRole("link", { name: "Disputes" }).click();
    await page.getByRole("heading", { name: "Who holds it" }).waitFor();
    expect(await page.getByRole("searchbox").count()).toBe(0);
    await context.close();
  });
});
