import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inEveryBrowser } from "./every-browser.js";
import { sitrep } from "./opened-desk.js";
import { openPage, tabIn } from "./opened-tab.js";

const folder = mkdtempSync(join(tmpdir(), "sitrep-correcting-"));
const database = join(folder, "lock.db");

const told = ["Vell Courier", "Orsen Mail"].map((outlet, at) => ({
  ...{ id: `lock${at}`, outlet, published: `2031-05-0${at + 4}`, title: `The lock of Vell, ${outlet}` },
  text: `Irena Sulk, the harbour master of Vell, said that the lock was shut on Sunday. Norland expelled two diplomats of Tarvenia, wrote the ${outlet}.`,
}));

beforeAll(() => {
  const file = join(folder, "told.jsonl");
  writeFileSync(file, told.map((one) => `${JSON.stringify(one)}\n`).join(""));
  sitrep("add", file, "--db", database);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Named {
  readonly items: readonly { readonly id: string; readonly name: string }[];
}

inEveryBrowser(database, (opened) => {
  const open = (page: Page, path: string) => openPage(page, opened().desk.address + path);
  const asked = async <Answer>(path: string): Promise<Answer> =>
    (await (await fetch(`${opened().desk.address}/api${path}`)).json()) as Answer;
  const named = async (name: string) => (await asked<Named>(`/entities?q=${encodeURIComponent(name)}`)).items;
  const form = (page: Page) => page.locator("dialog[open]");

  test("a person is renamed by keyboard alone, goes by both names, and has the old one back", async () => {
    const { page, context, complaints } = await tabIn(opened().browser);
    const [sulk] = await named("Irena Sulk");
    await open(page, `/entities/${sulk?.id}`);
    await page.keyboard.press("e");
    await form(page).getByLabel("Rename: show it by another name").focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("Tab");
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("Irena Sulk-Varga");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Ana");
    await page.keyboard.press("Enter");
    await form(page).waitFor({ state: "detached" });
    await page.getByRole("heading", { level: 1, name: "Irena Sulk-Varga" }).waitFor();
    for (const name of ["Irena Sulk", "Sulk-Varga"]) {
      expect(await named(name), name).toMatchObject([{ id: sulk?.id, name: "Irena Sulk-Varga" }]);
    }
    await page.keyboard.press("u");
    await page.getByText("Taken back; both stay on record.").waitFor();
    expect(await named("Irena Sulk")).toMatchObject([{ id: sulk?.id, name: "Irena Sulk" }]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("a person is renamed by pointer, and an empty name is not taken", async () => {
    const { page, context } = await tabIn(opened().browser);
    const [sulk] = await named("Irena Sulk");
    await open(page, `/entities/${sulk?.id}`);
    await page.locator("[data-correct]").first().click();
    await form(page).getByLabel("Rename: show it by another name").check();
    await form(page).getByLabel("The name").fill("");
    await form(page).getByRole("button", { name: "Correct", exact: true }).click();
    expect(await page.evaluate("document.querySelector('dialog input:invalid')?.validity.valueMissing")).toBe(true);
    await form(page).getByLabel("The name").fill("I. Sulk");
    await form(page).getByRole("button", { name: "Correct", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "I. Sulk" }).waitFor();
    await page.getByRole("button", { name: "Undo" }).first().click();
    await page.getByText("Taken back; both stay on record.").waitFor();
    await context.close();
  });

  test("a field of a line is corrected by keyboard alone, and copies of the text have it too", async () => {
    const { page, context } = await tabIn(opened().browser);
    const expelled = async () =>
      (await asked<{ items: { id: string; status: string; words: string }[] }>("/lines?kind=action")).items.filter(
        ({ words }) => words.includes("expelled"),
      );
    const before = await expelled();
    await open(page, `/lines/${before[0]?.id}`);
    await page.keyboard.press("e");
    await form(page).getByLabel("How sure it is").focus();
    await page.keyboard.type("denied");
    await form(page).getByRole("button", { name: "Correct", exact: true }).focus();
    await page.keyboard.press("Enter");
    await form(page).waitFor({ state: "detached" });
    expect((await expelled()).find(({ id }) => id === before[0]?.id)?.status).toBe("denied");
    await page.keyboard.press("u");
    await page.getByText("Taken back; both stay on record.").waitFor();
    expect(await expelled()).toEqual(before);
    // Who did what, and what stood there before, is shown and handed on.
    await open(page, "/corrections?kind=relabel");
    await page.getByText("Before: happened").first().waitFor();
    const [saved] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "CSV" }).click()]);
    const [names, ...rows] = readFileSync(await saved.path(), "utf8")
      .trim()
      .split("\r\n");
    expect(names).toMatch(/at,by,what,.*before,after/);
    expect(rows.join("\n")).toContain("happened,denied");
    await context.close();
  });

  test("an official source is found by words of it, without the pointer", async () => {
    const { page, context } = await tabIn(opened().browser);
    await open(page, "/corrections");
    await page.keyboard.press("a");
    const adding = page.getByRole("dialog", { name: "Add to the record" });
    await adding.getByRole("tab", { name: "Address" }).focus();
    for (let times = 0; times < 3; times++) await page.keyboard.press("ArrowRight");
    await adding.getByLabel("Filter the list").focus();
    const all = await adding.getByRole("button", { name: /^Read in / }).count();
    await page.keyboard.type("travel");
    await expect.poll(() => adding.getByRole("button", { name: /^Read in / }).count()).toBeLessThan(all);
    expect(await adding.getByRole("button", { name: /^Read in .*travel/i }).count()).toBeGreaterThan(0);
    await page.keyboard.press("Escape");
    await adding.waitFor({ state: "detached" });
    await context.close();
  });

  test("a page that breaks says so, and the others work", async () => {
    const { page, context } = await tabIn(opened().browser);
    await open(page, "/entities");
    // An answer that nobody should give: the same line twice.
    await page.evaluate(`{
      const real = window.fetch;
      window.fetch = async (...asked) => {
        const answer = await real(...asked);
        if (!/\\/things\\/wh_/.test(String(asked[0]?.url ?? asked[0]))) return answer;
        const told = await answer.json();
        told.entity.lines = [...told.entity.lines, ...told.entity.lines];
        return Response.json(told, { headers: answer.headers });
      };
    }`);
    await page.getByRole("link", { name: "Irena Sulk" }).click();
    await page.getByRole("heading", { name: "This page could not be shown" }).waitFor();
    await page.getByRole("link", { name: "Disputes", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "Disputes" }).waitFor();
    await context.close();
  });
});
