import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { browserNames } from "./every-browser.js";
import { openBrowser, openDesk } from "./opened-desk.js";
import { tabIn } from "./opened-tab.js";

const folder = mkdtempSync(join(tmpdir(), "sitrep-gone-"));
const database = join(folder, "a.db");

beforeAll(() => copyFileSync(inject("exampleRecord"), database));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(browserNames)("in %s", (name) => {
  test("when the server goes every page says so, one that was never opened too, and all come back by themselves", async () => {
    const browser = await openBrowser(name);
    const first = await openDesk(database);
    const port = new URL(first.address).port;
    const { page, context } = await tabIn(browser);
    await page.goto(`${first.address}/articles`);
    await page.locator("main [data-item]").first().waitFor();
    await first.close();
    const banner = page.getByText(/^The server does not answer\. You see what/);
    await banner.waitFor();
    // What was read before is still there, and a page whose script was never fetched says what is the matter.
    expect(await page.locator("main [data-item]").count()).toBeGreaterThan(0);
    await page.keyboard.press("g");
    await page.keyboard.press("s");
    await page.getByRole("heading", { name: "The server does not answer" }).waitFor();
    await page.keyboard.press("Control+k");
    await page.getByText("This could not be fetched").waitFor();
    const second = await openDesk(database, port);
    await page.locator("main [data-item]").first().waitFor({ timeout: 20_000 });
    expect(new URL(page.url()).pathname).toBe("/stories");
    expect(await banner.count()).toBe(0);
    // A page that was open stays as it is, and goes on.
    await second.close();
    await banner.waitFor();
    const third = await openDesk(database, port);
    await banner.waitFor({ state: "detached", timeout: 20_000 });
    await context.close();
    await third.close();
  });
});
