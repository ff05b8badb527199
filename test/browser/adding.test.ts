import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";
import { createToken } from "../../src/store/tokens.js";
import { inEveryBrowser } from "./every-browser.js";
import { findings, openPage, type Tab, tabIn } from "./opened-tab.js";

const folder = mkdtempSync(join(tmpdir(), "sitrep-adding-"));
const database = join(folder, "a.db");

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const adding = (page: Page) => page.getByRole("dialog", { name: "Add to the record" });

inEveryBrowser(database, (opened) => {
  const openTab = (): Promise<Tab> => tabIn(opened().browser);
  const open = (page: Page, path: string) => openPage(page, opened().desk.address + path);

  describe("from any page", () => {
    test("the key a opens a window in which a text is pasted; it is read, and opened from there", async () => {
      const { page, context, complaints } = await openTab();
      for (const path of ["/disputes", "/review", "/postures", "/map"]) {
        await open(page, path);
        await page.getByText("Nothing is in the record yet. The brief says how to begin.").waitFor();
      }
      await open(page, "/watches");
      await page.keyboard.press("a");
      await adding(page).waitFor();
      expect(await findings(page)).toEqual([]);
      for (const name of ["Text", "Files", "Official source", "From the browser"]) {
        await page.getByRole("tab", { name }).click();
        expect(await findings(page)).toEqual([]);
      }
      await page.getByRole("tab", { name: "Text" }).click();
      await page
        .getByRole("textbox", { name: "Text", exact: true })
        .fill("The quay of Selm was shut on Monday, said Ana Brandl, a minister.");
      await page.getByRole("textbox", { name: "Title" }).fill("Selm shuts its quay");
      await page.getByRole("textbox", { name: "Outlet" }).fill("Selm Post");
      await adding(page).getByRole("spinbutton").first().click();
      await page.keyboard.type("20310304");
      await adding(page).getByRole("button", { name: "Add", exact: true }).click();
      await adding(page).getByText("1 added").waitFor();
      await adding(page).getByRole("link", { name: "Open it" }).click();
      await page.waitForURL(/\/articles\//);
      await page.getByText("Selm shuts its quay").first().waitFor();
      expect(complaints).toEqual([]);
      await context.close();
    });

    test("files that are dropped are read one by one, each failure with its reason", async () => {
      const { page, context } = await openTab();
      await open(page, "/corrections");
      await page.evaluate(`{
        const data = new DataTransfer();
        data.items.add(new File(["The port of Karn reopened, its master Olga Venn said."], "port.txt"));
        data.items.add(new File(["PK\\u0003\\u0004nothing"], "broken.docx"));
        data.items.add(new File([], "empty.pdf"));
        const over = new DragEvent("dragover", { dataTransfer: data, bubbles: true, cancelable: true });
        document.body.dispatchEvent(over);
        document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
        if (!over.defaultPrevented) throw new Error("files may not be dropped here");
      }`);
      await adding(page).waitFor();
      const row = (name: string) => adding(page).locator("li", { hasText: name }).first();
      await row("port.txt").getByText("1 added").waitFor();
      await row("broken.docx").getByText("1 failed").waitFor();
      expect(await row("broken.docx").textContent()).toMatch(/broken\.docx: \S/);
      await row("empty.pdf").getByText("This file is empty.").waitFor();
      await context.close();
    });

    test("an address that is pasted where nobody types is offered, and one of a private network is refused with the reason", async () => {
      const { page, context } = await openTab();
      await open(page, "/watches");
      await page.evaluate(`{
        const data = new DataTransfer();
        data.setData("text/plain", "http://127.0.0.1:9/secret");
        // Firefox makes no event of this kind with what it is given.
        const pasted = Object.defineProperty(new Event("paste", { bubbles: true }), "clipboardData", { value: data });
        document.body.dispatchEvent(pasted);
      }`);
      await adding(page).waitFor();
      expect(await page.getByLabel(/^Address of/).inputValue()).toBe("http://127.0.0.1:9/secret");
      await adding(page).getByRole("button", { name: "Add", exact: true }).click();
      await adding(page)
        .getByText(/private/)
        .waitFor();
      await context.close();
    });
  });

  test("the button for the bar of bookmarks brings the page of another site, which nobody adds but a reader", async () => {
    const { page, context, complaints } = await openTab();
    await open(page, "/add");
    await page.getByRole("tab", { name: "From the browser" }).click();
    const script = await page.getByText("Add to Sitrep", { exact: true }).getAttribute("href");
    expect(script).toMatch(/^javascript:/);
    const site = await otherSite("<title>Elsewhere</title><p>The bridge is shut.</p>");
    await page.goto(site.address);
    const [tab] = await Promise.all([
      context.waitForEvent("page"),
      page.evaluate(decodeURI(script?.slice("javascript:".length) ?? "")),
    ]);
    await tab.getByLabel(/^Address of/).waitFor();
    expect(await tab.getByLabel(/^Address of/).inputValue()).toBe(`${site.address}/`);
    await tab.getByText("Elsewhere").waitFor();
    expect(await tab.locator("main li").count()).toBe(0);
    expect(complaints.filter((one) => one.startsWith(opened().desk.address))).toEqual([]);
    await context.close();
    site.server.close();
  });

  test("a source is followed from its page, which says how it fares, and no more", async () => {
    const { page, context, complaints } = await openTab();
    await open(page, `/sources/${encodeURIComponent("official:us-advisories")}`);
    await page.getByRole("button", { name: "Follow", exact: true }).click();
    await page.getByText("Not reached yet").waitFor();
    await page.getByText("Next visit").waitFor();
    await page.getByRole("button", { name: "Follow no more" }).click();
    await page.getByText("Not followed any more", { exact: true }).waitFor();
    expect(await findings(page)).toEqual([]);
    await open(page, "/sources/Selm%20Post");
    await page.getByLabel("Grade of Selm Post").selectOption("B");
    await page.getByText(/graded by/).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("whoever may only read is offered nothing to add", async () => {
    const secret = (await createToken(opened().database, { name: "eve", may: "read" }, new Date())).secret;
    const context = await opened().browser.newContext({ extraHTTPHeaders: { authorization: `Bearer ${secret}` } });
    const page = await context.newPage();
    await open(page, "/add");
    await page.getByText(/Your token may read this record, but not add to it/).waitFor();
    expect(await page.getByRole("button", { name: "Add", exact: true }).count()).toBe(0);
    await page.keyboard.press("a");
    await page.waitForTimeout(300);
    expect(await adding(page).count()).toBe(0);
    await context.close();
  });
});

async function otherSite(html: string): Promise<{ readonly server: Server; readonly address: string }> {
  const server = createServer((_, response) => response.setHeader("content-type", "text/html").end(html));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, address: `http://localhost:${(server.address() as AddressInfo).port}` };
}
