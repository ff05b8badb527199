import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { inEveryBrowser } from "./every-browser.js";
import { findings, openPage, tabIn } from "./opened-tab.js";

interface Listed {
  readonly items: readonly { readonly id: string }[];
}

inEveryBrowser(inject("exampleRecord"), (opened) => {
  const open = (page: Page, path: string) => openPage(page, opened().desk.address + path);

  async function asked<Answer>(path: string): Promise<Answer> {
    return (await (await fetch(`${opened().desk.address}/api${path}`)).json()) as Answer;
  }

  const ids = async (path: string): Promise<readonly string[]> => (await asked<Listed>(path)).items.map(({ id }) => id);

  /** Presses a key and waits for the notice of what it did. */
  async function press(page: Page, key: string, notice: string | RegExp): Promise<void> {
    await page.keyboard.press(key);
    await page.locator(".notices").getByText(notice).first().waitFor();
  }

  test("the queue is worked through by keyboard alone: confirmed, undone, rejected, undone", async () => {
    const { page, context, complaints } = await tabIn(opened().browser);
    await open(page, "/review?kind=line");
    await page.getByLabel("Your name").fill("Ana");
    const [first, second] = await ids("/review?kind=line&limit=2");
    await page.locator("h1").focus();
    // Without a thing in focus the first press only shows which one is meant.
    await page.keyboard.press("c");
    expect(await page.evaluate("document.activeElement?.closest('[data-reviewed]') !== null")).toBe(true);
    expect(await ids("/corrections")).toEqual([]);
    await press(page, "c", /^Confirmed/);
    expect(await ids("/review?kind=line&limit=1")).toEqual([second]);
    const isOnFirst = "document.querySelector('[data-reviewed]').contains(document.activeElement)";
    await expect.poll(() => page.evaluate(isOnFirst)).toBe(true);
    const [done] = (await asked<{ items: { by: string; kind: string }[] }>("/corrections")).items;
    expect(done).toMatchObject({ by: "Ana", kind: expect.stringMatching(/^confirm/) });
    await press(page, "u", "Taken back; both stay on record.");
    await expect.poll(() => page.locator("[data-reviewed]").first().getAttribute("data-reviewed")).toBe(first);
    await page.locator("[data-reviewed] [data-item]").first().focus();
    await press(page, "x", /^Rejected/);
    expect(await ids("/review?kind=line&limit=1")).toEqual([second]);
    await press(page, "u", "Taken back; both stay on record.");
    await expect.poll(() => ids("/review?kind=line&limit=1")).toEqual([first]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("what is still under way is taken back by the key, and not what was done before it", async () => {
    const { page, context } = await tabIn(opened().browser);
    await open(page, "/review?kind=line");
    const [first] = await ids("/review?kind=line&limit=1");
    await page.locator("[data-reviewed] [data-item]").first().focus();
    await press(page, "c", /^Confirmed/);
    await expect.poll(() => page.locator("[data-reviewed]").first().getAttribute("data-reviewed")).not.toBe(first);
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route("**/api/corrections", async (route) => {
      await held;
      await route.continue();
    });
    const underWay = page.waitForRequest("**/api/corrections");
    await page.locator("[data-reviewed] [data-item]").first().focus();
    await page.keyboard.press("x");
    await underWay;
    await page.keyboard.press("u");
    letGo();
    await page.locator(".notices").getByText("Taken back; both stay on record.").first().waitFor();
    const { items } = await asked<{ items: { kind: string; undone: object | null }[] }>("/corrections");
    expect(items.find(({ kind }) => kind === "hide")?.undone).not.toBeNull();
    expect(items.find(({ kind, undone }) => kind === "confirm" && undone === null)).toBeDefined();
    await press(page, "u", "Taken back; both stay on record.");
    await expect.poll(() => ids("/review?kind=line&limit=1")).toEqual([first]);
    await context.close();
  });

  test("a thing is noted, tagged and assigned by pointer, found by its tag, and the tag comes off again", async () => {
    const { page, context, complaints } = await tabIn(opened().browser);
    await open(page, "/review?kind=line");
    const thing = page.locator("[data-reviewed]").first();
    const dialog = page.locator("dialog[open]");
    await thing.getByRole("button", { name: "Note …" }).click();
    await dialog.getByLabel("The note").fill("ask the port");
    expect(await findings(page)).toEqual([]);
    await dialog.getByLabel("Who are you?").fill("Ben");
    await dialog.getByRole("button", { name: "Save" }).click();
    await thing.getByText("ask the port").waitFor();
    await thing.getByRole("button", { name: "Tag …" }).click();
    await dialog.getByRole("combobox", { name: "The tag" }).fill("ports");
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await thing.locator(".tag", { hasText: "ports" }).waitFor();
    await thing.getByRole("button", { name: "Assign …" }).click();
    await dialog.getByRole("combobox", { name: "Who is to look at it" }).pressSequentially("be");
    await dialog.getByRole("option", { name: "Ben" }).click();
    await dialog.getByRole("button", { name: "Save" }).click();
    await thing.getByText("assigned to").waitFor();
    await page.locator("label", { hasText: /^Tag/ }).locator("select").selectOption("ports");
    await page.waitForURL(/tag=ports/);
    await expect.poll(() => page.locator("[data-reviewed]").count()).toBe(1);
    await page.getByRole("button", { name: "Take the tag ports off" }).click();
    await page.getByText("Nothing is left to be looked at").waitFor();
    await open(page, "/corrections?kind=tag");
    await page.getByText("Tagged “ports”").waitFor();
    await page.getByText("Taken back by").waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("the same by the other hand: confirmed and taken back by pointer, noted and tagged by keyboard alone", async () => {
    const { page, context, complaints } = await tabIn(opened().browser);
    await open(page, "/review?kind=event,state");
    const [first, second] = await ids("/review?limit=2&kind=event,state");
    await page.locator("[data-reviewed]").first().getByRole("button", { name: "Confirm" }).click();
    await page
      .locator(".notices")
      .getByText(/^Confirmed/)
      .waitFor();
    await expect.poll(() => ids("/review?limit=1&kind=event,state")).toEqual([second]);
    await page.locator(".notices").getByRole("button", { name: "Undo" }).first().click();
    await expect.poll(() => ids("/review?limit=1&kind=event,state")).toEqual([first]);
    const dialog = page.locator("dialog[open]");
    await page.locator("[data-reviewed] [data-item]").first().focus();
    await page.keyboard.press("n");
    await dialog.getByLabel("The note").waitFor();
    await page.keyboard.type("seen on the quay");
    await page.keyboard.press("Tab");
    await dialog.getByRole("button", { name: "Save" }).press("Enter");
    await dialog.waitFor({ state: "detached" });
    await page.getByText("seen on the quay").first().waitFor();
    await page.locator("[data-reviewed] [data-item]").first().focus();
    await page.keyboard.press("t");
    await dialog.getByRole("combobox", { name: "The tag" }).waitFor();
    await page.keyboard.type("quays");
    await page.keyboard.press("Enter");
    await page.locator(".tag", { hasText: "quays" }).first().waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("a dispute that is rejected says so as a line does, with the words, and is taken back", async () => {
    const { page, context, complaints } = await tabIn(opened().browser);
    const all = (await asked<{ items: { id: string; kind: string }[] }>("/disputes?limit=50")).items;
    await open(page, "/disputes");
    for (const [kind, notice] of [
      ["statement", /^Rejected both sides of the dispute: “/],
      ["figure", /^Said to be no dispute: “/],
    ] as const) {
      const id = all.find((one) => one.kind === kind)?.id;
      if (id === undefined) continue;
      await page.locator(`[data-reviewed="${id}"] [data-item]`).first().focus();
      await press(page, "x", notice);
      await expect.poll(() => ids("/disputes?limit=50")).not.toContain(id);
      await page.locator(".notices p", { hasText: notice }).getByRole("button", { name: "Undo" }).click();
      await expect.poll(() => ids("/disputes?limit=50")).toContain(id);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("disputes: none of one by a key, two that are one, and back; each has who holds and who denies it", async () => {
    const { page, context, complaints } = await tabIn(opened().browser);
    await open(page, "/");
    await page.keyboard.press("g");
    await page.keyboard.press("d");
    await page.waitForURL(/\/disputes$/);
    await page.locator("[data-reviewed]").first().waitFor();
    const all = await ids("/disputes");
    const first = page.locator("[data-reviewed]").first();
    await first.getByText("Say so").first().waitFor();
    await first.getByText("Deny it").first().waitFor();
    await first.locator("[data-item]").first().focus();
    await press(page, "d", /^Said to be no dispute/);
    await expect.poll(() => ids("/disputes")).not.toContain(all[0]);
    await press(page, "u", "Taken back; both stay on record.");
    await expect.poll(() => page.locator("[data-reviewed]").first().getAttribute("data-reviewed")).toBe(all[0]);
    await page.locator("[data-reviewed] [data-item]").first().focus();
    await page.keyboard.press("s");
    const dialog = page.locator("dialog[open]");
    await dialog.getByRole("combobox", { name: "The other dispute" }).click();
    await dialog.getByRole("option").first().click();
    await page.keyboard.press("Escape");
    await dialog.getByRole("button", { name: "Save" }).click();
    await page
      .locator(".notices")
      .getByText(/one dispute|cannot be one/)
      .or(dialog.getByRole("alert"))
      .first()
      .waitFor();
    await page.goto(`${opened().desk.address}/disputes/${all[0]}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.locator("main .waiting").waitFor({ state: "detached" });
    await page.getByText("First told").waitFor();
    await page.getByText(/^In dispute since/).waitFor();
    expect(complaints.filter((one) => !one.includes("409"))).toEqual([]);
    await context.close();
  });

  test("a speaker is found by the first letters of any name, never by an id", async () => {
    const { page, context, complaints } = await tabIn(opened().browser);
    interface Field {
      readonly field: string;
      readonly values: readonly string[];
      readonly choices: readonly { readonly value: string; readonly label: string }[];
    }
    const lines = await ids("/lines?kind=statement&limit=20");
    for (const id of lines) {
      const { fields } = await asked<{ fields: readonly Field[] }>(`/fields/${encodeURIComponent(id)}`);
      const speaker = fields.find(({ field }) => field === "who");
      const other = speaker?.choices.find(({ value, label }) => !speaker.values.includes(value) && label.includes(" "));
      if (speaker === undefined || other === undefined) continue;
      const [article = "", own = ""] = id.split("/");
      await open(page, `/lines/${article}/${own}`);
      await page.keyboard.press("e");
      const box = page.locator("dialog[open]").getByRole("combobox", { name: "Speaker", exact: true });
      await box.fill(other.label.slice(0, Math.ceil(other.label.length / 2)).toLowerCase());
      await page.getByRole("option", { name: other.label }).first().click();
      expect(await box.inputValue()).toBe(other.label);
      expect(await page.locator("dialog[open]").textContent()).not.toMatch(/\b(?:en|ti|pl)_\d/);
      expect(await findings(page)).toEqual([]);
      await page.locator("dialog[open]").getByRole("button", { name: "Correct", exact: true }).click();
      await page.locator("dialog[open]").waitFor({ state: "detached" });
      const { line } = await asked<{ line: { fields: { field: string; value: string }[] } }>(
        `/things/${encodeURIComponent(id)}`,
      );
      expect(line.fields.find(({ field }) => field === "speaker")?.value).toContain(other.label);
      await press(page, "u", "Taken back; both stay on record.");
      expect(complaints).toEqual([]);
      return context.close();
    }
    throw new Error("Found no statement in the examples with another person to be its speaker.");
  });
});
