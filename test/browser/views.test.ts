import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inEveryBrowser } from "./every-browser.js";
import { sitrep } from "./opened-desk.js";
import { findings, openPage, tabIn } from "./opened-tab.js";

const folder = mkdtempSync(join(tmpdir(), "sitrep-views-"));
const database = join(folder, "views.db");

beforeAll(() => {
  add(database, [
    { id: "bridge", published: "2031-03-10T09:00:00Z", text: "Rockets hit the bridge of Basra, Iraqi police said." },
    { id: "airport", published: "2031-03-11T12:00:00Z", text: "Protesters stormed the airport of Erbil on Tuesday." },
    { id: "border", published: "2031-03-12T08:00:00Z", text: "Turkey closed its border with Syria on Wednesday." },
  ]);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Reads articles into a record. */
function add(
  to: string,
  articles: readonly { readonly id: string; readonly published: string; readonly text: string }[],
) {
  const file = join(folder, `${articles[0]?.id}.jsonl`);
  writeFileSync(file, articles.map((one) => `${JSON.stringify({ outlet: "Wire", title: one.id, ...one })}\n`).join(""));
  sitrep("add", file, "--db", to);
}

const views = (page: Page) => page.getByRole("dialog", { name: "Saved views" });

inEveryBrowser(database, (opened) => {
  const open = (page: Page, path: string) => openPage(page, opened().desk.address + path);

  describe("periods", () => {
    test("are chosen as one control, by pointer and by keyboard, and the address holds them", async () => {
      const { page, context, complaints } = await tabIn(opened().browser);
      await open(page, "/");
      const periods = page.getByRole("group", { name: "Period" });
      await periods.getByRole("link", { name: "24 hours" }).click();
      await page.waitForURL(/\/\?since=24h$/);
      await page.getByRole("heading", { level: 1, name: "The last 24 hours" }).waitFor();
      await page.getByText("the 24 hours from 11 Mar 2031, 08:00 UTC to 12 Mar 2031, 08:00 UTC").waitFor();
      await page.getByText("2 articles").first().waitFor();
      expect(await periods.locator("[aria-current=true]").allInnerTexts()).toEqual(["24 hours"]);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/\?since=3d$/);
      await page.getByText("3 articles").first().waitFor();
      // The period goes along to the other pages.
      await page.keyboard.press("g");
      await page.keyboard.press("a");
      await page.waitForURL(/\/articles\?since=3d$/);
      await page.locator("main [data-item]").nth(2).waitFor();
      await periods.getByRole("link", { name: "24 hours" }).click();
      await expect.poll(() => page.locator("main [data-item]").count()).toBe(2);
      expect(await findings(page)).toEqual([]);
      await open(page, "/?since=1w");
      expect(await periods.locator("[aria-current=true]").allInnerTexts()).toEqual(["Week"]);
      expect(complaints).toEqual([]);
      await context.close();
    });
  });

  describe("a view", () => {
    test("is saved, opened, renamed and deleted by keyboard alone, and found by Ctrl K", async () => {
      const { page, context, complaints } = await tabIn(opened().browser);
      await open(page, "/articles?since=3d&who=Turkey");
      await page.keyboard.press("v");
      await views(page).getByLabel("Name of this view").waitFor();
      await page.keyboard.type("Borders");
      expect(await findings(page)).toEqual([]);
      await page.keyboard.press("Enter");
      await views(page).getByRole("link", { name: "Borders" }).waitFor();
      await page.keyboard.press("Escape");
      await views(page).waitFor({ state: "detached" });
      await open(page, "/stories");
      await page.keyboard.press("Control+k");
      await page.keyboard.type("bord");
      await page.getByRole("option", { name: /^Borders/ }).waitFor();
      await page.getByRole("option", { name: /^Borders/, selected: true }).waitFor();
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/articles\?since=3d&who=Turkey$/);
      await page.keyboard.press("v");
      await views(page).getByRole("button", { name: "Rename Borders" }).press("Enter");
      await page.keyboard.type("Frontiers");
      await page.keyboard.press("Enter");
      await views(page).getByRole("link", { name: "Frontiers" }).waitFor();
      await views(page).getByRole("button", { name: "Delete Frontiers" }).press("Enter");
      await views(page).getByText("There are no saved views yet.").waitFor();
      expect(complaints).toEqual([]);
      await context.close();
    });

    test("is saved by pointer, stands in the menu of every reader at once, and comes back where its deletion is undone", async () => {
      const one = await tabIn(opened().browser);
      const other = await tabIn(opened().browser);
      await open(other.page, "/timeline");
      await open(one.page, "/postures?host=Turkey");
      const menu = (page: Page) => page.getByRole("navigation", { name: "Pages" });
      await menu(one.page).getByRole("button", { name: "Save this view" }).click();
      await views(one.page).getByLabel("Name of this view").fill("Turkish posts");
      await views(one.page).getByRole("button", { name: "Save", exact: true }).click();
      await views(one.page).getByRole("link", { name: "Turkish posts" }).waitFor();
      await views(one.page).getByRole("button", { name: "Close" }).click();
      expect(await menu(one.page).getByRole("link", { name: "Turkish posts" }).getAttribute("aria-current")).toBe(
        "page",
      );
      await menu(other.page).getByRole("link", { name: "Turkish posts" }).click();
      await other.page.waitForURL(/\/postures\?host=Turkey$/);
      await menu(one.page).getByRole("button", { name: "Save this view" }).click();
      await views(one.page).getByLabel("Name of this view").fill("Turkish posts");
      await views(one.page).getByText("This replaces the view of that name").waitFor();
      await views(one.page).getByRole("button", { name: "Delete Turkish posts" }).click();
      await views(one.page).getByText("There are no saved views yet.").waitFor();
      await one.page.keyboard.press("Escape");
      await menu(other.page).getByRole("link", { name: "Turkish posts" }).waitFor({ state: "detached" });
      await one.page.getByRole("button", { name: "Undo" }).click();
      await menu(other.page).getByRole("link", { name: "Turkish posts" }).waitFor();
      expect([...one.complaints, ...other.complaints]).toEqual([]);
      await Promise.all([one.context.close(), other.context.close()]);
    });
  });

  test("g m, j and Enter open the map's first place, and the keys that ? lists work on its lines", async () => {
    const { page, context, complaints } = await tabIn(opened().browser);
    await open(page, "/");
    await page.keyboard.press("g");
    await page.keyboard.press("m");
    await page.waitForURL(/\/map/);
    const places = page.getByRole("region", { name: "Places" });
    await places.locator("[data-item]").first().waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    const line = places.locator("li.chosen a[data-item]").first();
    await line.waitFor();
    await page.keyboard.press("?");
    const keys = page.getByRole("dialog", { name: "Keys on this page" });
    await keys.getByText("its words in the article").waitFor();
    await page.keyboard.press("Escape");
    await keys.waitFor({ state: "detached" });
    await places.getByRole("button", { expanded: true }).focus();
    await page.keyboard.press("j");
    await page.locator("li.chosen a[data-item]:focus").waitFor();
    await page.keyboard.press("w");
    await page.waitForURL(/\/articles\/.*line=/);
    await page.goBack();
    await places.locator("[data-item]").first().click();
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("the menu counts what is new since one looked, live, and leads to it; what came in since the brief was read is a period", async () => {
    const { page, context, complaints } = await tabIn(opened().browser);
    await open(page, "/");
    await page.locator("main [data-item]").first().waitFor();
    const menu = page.getByRole("navigation", { name: "Pages" });
    // On a first visit nothing is called new.
    await expect.poll(() => page.evaluate("localStorage.getItem('sitrep.seen')")).not.toBeNull();
    expect(await menu.getByRole("link", { name: /since you last looked$/ }).count()).toBe(0);
    // The visit is one of an hour ago.
    await page.evaluate(`{
      const looks = JSON.parse(localStorage.getItem("sitrep.look."));
      looks.now.at = new Date(Date.now() - 3_600_000).toISOString();
      localStorage.setItem("sitrep.look.", JSON.stringify(looks));
    }`);
    add(opened().database, [
      { id: "post", published: "2031-03-09T07:00:00Z", text: "France evacuated its embassy in Khartoum on Sunday." },
    ]);
    const fresh = menu.getByRole("link", { name: "1 story with new articles since you last looked" });
    await fresh.waitFor();
    await menu.getByRole("link", { name: "1 history with something new since you last looked" }).waitFor();
    expect(await findings(page)).toEqual([]);
    await open(page, "/timeline");
    await open(page, "/");
    await page.getByRole("link", { name: "Since your last look" }).click();
    await page.waitForURL(/\/\?added_after=2\d{3}-/);
    await page.getByRole("heading", { level: 1, name: "Since your last look" }).waitFor();
    await page.getByText("1 article", { exact: true }).first().waitFor();
    await page.getByText("France evacuated its embassy").first().waitFor();
    await fresh.click();
    await page.waitForURL(/\/stories\?added_after=/);
    await expect.poll(() => page.locator("main [data-item]").count()).toBe(1);
    await fresh.waitFor({ state: "detached" });
    expect(complaints).toEqual([]);
    await context.close();
  });
});
