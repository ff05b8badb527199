import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { inEveryBrowser } from "./every-browser.js";
import { findings, openPage, type Tab, tabIn } from "./opened-tab.js";

const finder = (page: Page) => page.getByRole("combobox", { name: /Find people/ });

inEveryBrowser(inject("exampleRecord"), (opened) => {
  const openTab = (): Promise<Tab> => tabIn(opened().browser);
  const open = (page: Page, path: string) => openPage(page, opened().desk.address + path);

  describe("Ctrl K", () => {
    test("finds by the beginning of any word and in other spellings, the keyboard opens what was found, Esc closes", async () => {
      const { page, context, complaints } = await openTab();
      await open(page, "/articles");
      await page.keyboard.press("Control+k");
      // Whoever types on does not wait until the window is there.
      await page.keyboard.type("zulk");
      const first = page.getByRole("option").first();
      await expect.poll(() => first.textContent()).toContain("Irena Sulk");
      expect(await first.getAttribute("aria-selected")).toBe("true");
      expect(await findings(page)).toEqual([]);
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/entities\/wh_/);
      await expect.poll(() => page.locator("main h1").textContent()).toBe("Irena Sulk");
      await page.keyboard.press("Control+k");
      await finder(page).waitFor();
      await page.keyboard.press("Escape");
      await finder(page).waitFor({ state: "detached" });
      expect(complaints).toEqual([]);
      await context.close();
    });

    test("leads to pages and commands, to an outlet and to a search, by the pointer too", async () => {
      const { page, context, complaints } = await openTab();
      await open(page, "/stories");
      const choose = async (words: string, option: RegExp) => {
        await page.getByRole("button", { name: /^Find/ }).click();
        await finder(page).fill(words);
        await page.getByRole("option", { name: option }).first().click();
        await finder(page).waitFor({ state: "detached" });
      };
      await choose("embassies", /^Postures/);
      await page.waitForURL(/\/postures$/);
      await choose("dark", /^Dark theme/);
      expect(await page.evaluate("document.documentElement.dataset.theme")).toBe("dark");
      await choose("merid", /^Meridian Wire.*article/);
      await page.waitForURL(/\/sources\/Meridian%20Wire$|\/entities\//);
      await choose("mines", /^Search all/);
      await page.waitForURL(/\/search\?q=mines$/);
      expect(complaints).toEqual([]);
      await context.close();
    });
  });

  test("a search is picked from by counted facets, in the address, and a line told many times stands once", async () => {
    const { page, context, complaints } = await openTab();
    await open(page, "/search?q=mines");
    const facet = page.getByRole("complementary").getByRole("link", { name: /^action/ });
    const results = Number(/\d+$/.exec((await facet.textContent())?.trim() ?? "")?.[0]);
    await facet.click();
    await page.waitForURL(/kind=action/);
    await expect.poll(() => page.getByRole("heading", { name: /^Lines/ }).textContent()).toContain(`${results} lines`);
    await page
      .getByText(/told by \d+ articles/)
      .first()
      .waitFor();
    expect(await findings(page)).toEqual([]);
    await page.reload();
    await expect.poll(() => page.getByRole("heading", { name: /^Lines/ }).textContent()).toContain(`${results} lines`);
    await page.getByRole("link", { name: "Clear 1 choice" }).click();
    await page.waitForURL(/q=mines$/);
    await open(page, "/search?q=Zulk");
    await page.getByText("Also found: sulk").waitFor();
    await page.locator("main mark").first().waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("facets are reached, picked and given up by keyboard alone", async () => {
    const { page, context, complaints } = await openTab();
    await open(page, "/search?q=mines");
    await page
      .getByRole("complementary")
      .getByRole("link", { name: /^action/ })
      .waitFor();
    await page.getByRole("searchbox", { name: "Words to look for" }).focus();
    const focused = "document.activeElement?.closest('aside') ? document.activeElement.textContent.trim() : ''";
    for (let presses = 0; presses < 40; presses++) {
      await page.keyboard.press("Tab");
      if (/action/.test(await page.evaluate<string>(focused))) break;
    }
    await page.keyboard.press("Enter");
    await page.waitForURL(/kind=action/);
    const isPicked = "document.activeElement?.getAttribute('aria-current')";
    await expect.poll(() => page.evaluate(isPicked)).toBe("true");
    await page.keyboard.press("Enter");
    await page.waitForURL(/q=mines$/);
    await expect.poll(() => page.evaluate(isPicked)).toBeNull();
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("what a page is narrowed down to goes along to those where it means the same, and past those where it means nothing", async () => {
    const { page, context } = await openTab();
    await open(page, "/?since=2031-03-05&until=2031-03-09&who=Sulk");
    const menu = page.getByRole("navigation", { name: "Pages" });
    await menu.getByRole("link", { name: "Timeline" }).click();
    await page.waitForURL(/\/timeline\?since=2031-03-05&until=2031-03-09&who=Sulk/);
    await menu.getByRole("link", { name: "Sources" }).click();
    await page.waitForURL(/\/sources$/);
    await page.locator("main h1").first().waitFor();
    await page.keyboard.press("g");
    await page.keyboard.press("a");
    await page.waitForURL(/\/articles\?since=2031-03-05&until=2031-03-09&who=Sulk$/);
    await page.getByRole("link", { name: "Show all" }).click();
    await page.waitForURL(/\/articles$/);
    expect(await menu.getByRole("link", { name: "Timeline" }).getAttribute("href")).toBe("/timeline");
    await context.close();
  });

  test("a period is typed as year, month, day, whatever the browser's own order is, and its end is its last day", async () => {
    const context = await opened().browser.newContext({ locale: "en-US", viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await open(page, "/articles");
    await page.getByRole("link", { name: "3 days" }).click();
    await page.waitForURL(/since=3d$/);
    await page.getByRole("link", { name: "Show all" }).click();
    await page.waitForURL(/\/articles$/);
    const from = page.getByRole("group", { name: "From" });
    await from.getByRole("spinbutton").first().click();
    await page.keyboard.type("20310305");
    const to = page.getByRole("group", { name: "To", exact: true });
    await to.getByRole("spinbutton").first().click();
    await page.keyboard.type("20310308");
    await page.keyboard.press("Enter");
    await page.waitForURL(/since=2031-03-05&until=2031-03-09/);
    expect((await from.textContent())?.replace(/\s/g, "")).toContain("2031-03-05");
    expect(await findings(page)).toEqual([]);
    await context.close();
  });

  test("? lists the keys that do something on the page, and each of these does", async () => {
    const { page, context } = await openTab();
    const listed = async (): Promise<string> => {
      await page.keyboard.press("?");
      const window = page.getByRole("dialog", { name: "Keys on this page" });
      await window.waitFor();
      const text = (await window.locator("dl").innerText()).replace(/\s+/g, " ");
      await page.keyboard.press("Escape");
      await window.waitFor({ state: "detached" });
      return text;
    };
    await open(page, "/watches");
    expect(await listed()).not.toMatch(/next line|its words|correct it/);
    await open(page, "/");
    await page.locator("[data-item]").first().waitFor();
    const onBrief = await listed();
    expect(onBrief).toContain("the next line");
    expect(onBrief.includes("correct it")).toBe((await page.locator("[data-correct]").count()) > 0);
    if (onBrief.includes("its words")) {
      await page.keyboard.press("w");
      await page.waitForURL(/\/articles\/.*line=/);
      await page.locator("[data-role]").first().waitFor();
    }
    await open(page, "/search?q=mines");
    expect(await listed()).toContain("its words");
    await page.keyboard.press("j");
    await page.keyboard.press("w");
    await page.waitForURL(/\/articles\/.*line=/);
    await context.close();
  });
});
