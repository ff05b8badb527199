import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { inEveryBrowser } from "./every-browser.js";
import { type Desk, openDesk, sitrep } from "./opened-desk.js";
import { findings, openPage, type Tab, tabIn } from "./opened-tab.js";

const folder = mkdtempSync(join(tmpdir(), "sitrep-desk-"));
const database = join(folder, "examples.db");
let emptyDesk: Desk;

beforeAll(async () => {
  copyFileSync(inject("exampleRecord"), database);
  // Places of the examples are invented, and on no map.
  const placed = join(folder, "placed.jsonl");
  const text =
    "Rockets hit the airport of Erbil on Tuesday, Iraqi police said.\n\nProtesters stormed the French consulate in Basra on Monday.\n\nTurkey closed its border with Syria.";
  writeFileSync(placed, `${JSON.stringify({ id: "placed", text, outlet: "Wire", published: "2031-03-12" })}\n`);
  sitrep("add", placed, "--db", database);
  emptyDesk = await openDesk(join(folder, "empty.db"));
});

afterAll(async () => {
  await emptyDesk?.close();
  rmSync(folder, { recursive: true, force: true });
});

inEveryBrowser(database, (opened, name) => {
  const openTab = (): Promise<Tab> => tabIn(opened().browser);

  const open = (page: Page, path: string, address = opened().desk.address) => openPage(page, address + path);

  async function asked<Answer>(path: string): Promise<Answer> {
    return (await (await fetch(`${opened().desk.address}/api${path}`)).json()) as Answer;
  }

  // What a page looks like is seen in one browser; what it does in both.
  if (name === "chromium") {
    describe("every page", () => {
      test("shows what it is of without a complaint, and axe finds nothing serious in either theme", async () => {
        const { page, context, complaints } = await openTab();
        const line = (await asked<{ items: { id: string }[] }>("/lines?kind=statement")).items[0]?.id ?? "";
        const [article = "", own = ""] = line.split("/");
        const first = async (path: string): Promise<string> =>
          (await asked<{ items: { id: string }[] }>(path)).items[0]?.id ?? "";
        const paths = [
          ...[
            "/",
            "/?since=2031-03-03",
            "/postures",
            "/timeline",
            "/map",
            "/statements",
            "/network",
            "/articles",
            "/stories",
          ],
          ...[
            "/entities",
            "/sources",
            "/search?q=mines",
            "/watches",
            "/corrections",
            "/add",
            "/tour",
            "/tour?stop=4",
            "/sources/Meridian%20Wire",
            "/nowhere",
          ],
          ...["/disputes", "/disputes?kind=statement&reviewed=false", "/review", "/review?kind=line,state"],
          `/claims/${article}/${own}`,
          `/articles/${article}?line=${own}`,
          `/lines/${article}/${own}`,
          `/disputes/${await first("/disputes")}`,
          `/things/${await first("/events")}`,
          `/things/${await first("/postures")}`,
          "/postures/in_mission%3AFR%3AIQ%3ABasra",
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
      });

      test("of what has a page of its own leads there, from the address of anything", async () => {
        const { page, context, complaints } = await openTab();
        const first = async (path: string): Promise<string> =>
          (await asked<{ items: { id: string }[] }>(path)).items[0]?.id ?? "";
        for (const kind of ["articles", "entities", "stories"]) {
          const id = await first(`/${kind}`);
          await open(page, `/things/${id}`);
          await page.waitForURL(`${opened().desk.address}/${kind}/${id}`);
        }
        expect(complaints).toEqual([]);
        await context.close();
      });

      test("fits a narrow screen and a middling one", async () => {
        const { page, context } = await openTab();
        const over = () => page.evaluate<number>("document.documentElement.scrollWidth - innerWidth");
        const lists = [
          "/",
          "/postures",
          "/articles",
          "/stories",
          "/entities",
          "/sources",
          "/search?q=mines",
          "/watches",
          "/add",
          "/tour?stop=4",
          "/sources/Meridian%20Wire",
        ];
        lists.push("/disputes", "/review", "/corrections");
        const pictures = ["/timeline", "/map", "/statements", "/network"];
        for (const path of [...lists, ...pictures]) {
          await page.setViewportSize({ width: 360, height: 740 });
          await open(page, path);
          expect(await over(), `${path} at 360`).toBeLessThanOrEqual(0);
          // A picture is drawn anew where the window has grown.
          await page.setViewportSize({ width: 900, height: 740 });
          await expect.poll(over, { message: `${path} at 900` }).toBeLessThanOrEqual(0);
        }
        await context.close();
      });
    });
  }

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
    await page.waitForURL(`${opened().desk.address}/`);
    await page.waitForFunction(`document.activeElement?.getAttribute("href") === ${JSON.stringify(left)}`);
    await page.keyboard.press("?");
    const keys = page.getByRole("dialog", { name: "Keys on this page" });
    await keys.waitFor();
    await page.keyboard.press("Escape");
    await keys.waitFor({ state: "detached" });
    await page.keyboard.press("/");
    await page.keyboard.type("mines");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/search\?q=mines/);
    await page.locator("main mark").first().waitFor();
    await context.close();
  });

  test("keys pressed before a page is there are meant for that page, and not for the one that is left", async () => {
    const { page, context } = await openTab();
    await open(page, "/?since=2031-03-03");
    await page.route("**/api/disputes?*", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 600));
      await route.continue();
    });
    for (const key of ["g", "d", "j", "Enter"]) await page.keyboard.press(key);
    await page.waitForURL("**/disputes/di_*");
    await context.close();
  });

  describe("the pictures, by the keyboard alone", () => {
    test.each([
      "/timeline",
      "/map",
      "/network?as=picture",
    ])("%s: the tab key comes to a mark, arrows lead on, + and 0 zoom, and the address says where one is", async (path) => {
      const { page, context, complaints } = await openTab();
      await open(page, path);
      const focused = () => page.evaluate<string | null>("document.activeElement?.getAttribute('data-key')");
      await page.locator("svg [data-key][tabindex='0']").first().waitFor();
      for (let presses = 0; presses < 60 && (await focused()) === null; presses++) await page.keyboard.press("Tab");
      const first = await focused();
      expect(first).not.toBeNull();
      for (const arrow of ["ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp"]) {
        await page.keyboard.press(arrow);
        await page.waitForTimeout(50);
        if ((await focused()) !== first) break;
      }
      expect(await focused()).not.toBe(first);
      const there = await focused();
      expect(there).not.toBeNull();
      for (let times = 0; times < 4; times++) await page.keyboard.press("+");
      await page.waitForURL(/[?&]seen=/);
      const near = page.url();
      expect(await focused()).toBe(there);
      await page.keyboard.press("0");
      await page.waitForURL((url) => url.href !== near);
      // The address alone brings back what was seen.
      await open(page, near.slice(opened().desk.address.length));
      await page.locator("svg [data-key][tabindex='0']").first().waitFor();
      expect(page.url()).toBe(near);
      expect(complaints).toEqual([]);
      await context.close();
    });

    test("/timeline: marks have words beside them, the axis says the year, and the panel covers no lane", async () => {
      const { page, context, complaints } = await openTab();
      await page.setViewportSize({ width: 1440, height: 900 });
      await open(page, "/timeline");
      const mark = page.locator("svg a.point").first();
      await mark.waitFor();
      expect(await page.locator("svg text.beside").count()).toBeGreaterThan(10);
      expect(await page.locator("svg text.tick").first().textContent()).toMatch(/ 2031$/);
      await mark.hover();
      const panel = await page.getByRole("region", { name: "The chosen mark" }).boundingBox();
      const chart = await page.locator("svg:has(a.point)").boundingBox();
      expect(panel?.x).toBeGreaterThanOrEqual((chart?.x ?? 0) + (chart?.width ?? 0));
      expect(complaints).toEqual([]);
      await context.close();
    });

    test("/network: a dense one is a matrix, whose cells open the lines behind them by arrows and Enter", async () => {
      const { page, context, complaints } = await openTab();
      await open(page, "/network");
      const cells = page.getByRole("group", { name: /^Matrix/ }).locator("[data-key]");
      await cells.first().waitFor();
      await page.locator("[data-key][tabindex='0']").focus();
      const first = await page.evaluate<string | null>("document.activeElement?.getAttribute('data-key')");
      await page.keyboard.press("ArrowRight");
      await page.waitForFunction(`document.activeElement?.getAttribute("data-key") !== ${JSON.stringify(first)}`);
      await page.keyboard.press("Enter");
      await page.waitForURL(/[?&]edge=/);
      const behind = page.getByRole("region", { name: "The lines behind an edge" });
      await behind.locator("a[href^='/lines/']").first().waitFor();
      await page.getByRole("link", { name: "Picture" }).click();
      await page.waitForURL(/[?&]as=picture/);
      await page.getByRole("group", { name: /^Network/ }).waitFor();
      expect(complaints).toEqual([]);
      await context.close();
    });

    test("/map: a mark opens its words, and the wheel scrolls the page unless Ctrl is held", async () => {
      const { page, context } = await openTab();
      await open(page, "/map");
      const mark = page.locator("svg [data-key][tabindex='0']").first();
      await mark.waitFor();
      const box = await page.locator("svg:has([data-key])").first().boundingBox();
      await page.mouse.move((box?.x ?? 0) + 200, (box?.y ?? 0) + 100);
      await page.mouse.wheel(0, 200);
      await page.waitForTimeout(400);
      expect(page.url()).not.toContain("seen=");
      await page.keyboard.down("Control");
      await page.mouse.wheel(0, -200);
      await page.keyboard.up("Control");
      await page.waitForURL(/[?&]seen=/);
      await context.close();
    });

    test("/map: one click on a mark opens its lines beside the map, coastlines are files, and the second click in the list closes them", async () => {
      const { page, context, complaints } = await openTab();
      const fetched: string[] = [];
      page.on("response", (response) => fetched.push(response.url()));
      await open(page, "/map");
      const mark = page.locator("svg a.mark[aria-label^='Erbil']");
      await mark.locator("circle.reach").click();
      const place = page.getByRole("button", { name: /^Erbil/ });
      await page.locator("li.chosen").getByText("Rockets hit the airport").first().waitFor();
      expect(await place.getAttribute("aria-expanded")).toBe("true");
      await page.waitForURL(/[?&]at=/);
      for (let times = 0; times < 3; times++) await page.getByRole("button", { name: "Zoom in" }).click();
      // Nearer, the mark that was chosen is still in sight.
      expect(await mark.count()).toBe(1);
      await place.click();
      expect(await place.getAttribute("aria-expanded")).toBe("false");
      expect(fetched.some((url) => /countries-110m.*\.json$/.test(url))).toBe(true);
      expect(fetched.filter((url) => /countries.*\.js$/.test(url))).toEqual([]);
      expect(complaints).toEqual([]);
      await context.close();
    });

    test("/statements: what is contested comes first, and six columns fit 1440 pixels", async () => {
      const { page, context, complaints } = await openTab();
      await page.setViewportSize({ width: 1440, height: 900 });
      await open(page, "/statements");
      const contested = page.getByRole("region", { name: /^Contested/ });
      await contested.getByRole("list", { name: "Disputed by" }).first().waitFor();
      const frame = page.getByRole("region", { name: "Parties side by side" });
      expect((await contested.boundingBox())?.y).toBeLessThan((await frame.boundingBox())?.y ?? 0);
      expect(await frame.locator(".head h2").count()).toBe(6);
      expect(await frame.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
      expect(complaints).toEqual([]);
      await context.close();
    });

    test("/statements: j and k go through the statements in order, and the enter key opens one", async () => {
      const { page, context, complaints } = await openTab();
      await open(page, "/statements");
      await page.locator("[data-item]").first().waitFor();
      await page.keyboard.press("j");
      const first = await page.evaluate<string | null>("document.activeElement?.getAttribute('href')");
      await page.keyboard.press("j");
      const second = await page.evaluate<string | null>("document.activeElement?.getAttribute('href')");
      expect(first).not.toBeNull();
      expect(second).not.toBe(first);
      await page.keyboard.press("k");
      expect(await page.evaluate("document.activeElement?.getAttribute('href')")).toBe(first);
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/lines\//);
      expect(complaints).toEqual([]);
      await context.close();
    });
  });

  describe("the board", () => {
    test("is narrowed down by its filters, each with counts and in the address, and leads to an institution with its words", async () => {
      const { page, context, complaints } = await openTab();
      await open(page, "/postures");
      const aspect = page.getByLabel("Aspect");
      const choice = await aspect.locator("option", { hasText: /^Border \(\d+\)$/ }).textContent();
      const count = Number(/\d+/.exec(choice ?? "")?.[0]);
      await aspect.selectOption("border");
      await page.waitForURL(/[?&]aspect=border/);
      await page.locator("main").getByText(`${count} state`).first().waitFor();
      expect(await page.locator("main [data-item]").count()).toBe(count);
      await page.getByRole("link", { name: "Show all" }).click();
      await page.waitForURL((url) => !url.searchParams.has("aspect"));
      await open(page, "/postures?host=Turkey");
      await page.getByRole("link", { name: "Its own" }).first().click();
      await page.waitForURL(/\/postures\/in_border/);
      await page.getByText("Turkey closed its border with Syria.").first().waitFor();
      expect(complaints).toEqual([]);
      await context.close();
    });

    test("is gone through by keyboard alone: a filter, a state, its words", async () => {
      const { page, context, complaints } = await openTab();
      await open(page, "/");
      await page.keyboard.press("g");
      await page.keyboard.press("p");
      await page.waitForURL(/\/postures$/);
      await page.getByLabel("Aspect").focus();
      await page.keyboard.type("Border");
      await page.waitForURL(/[?&]aspect=border/);
      await page.locator("main [data-item]").first().waitFor();
      await page.locator("h1").focus();
      await page.keyboard.press("j");
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/things\/hi_|\/postures\//);
      await page.locator("main q, main mark, main [data-item]").first().waitFor();
      expect(complaints).toEqual([]);
      await context.close();
    });

    test("says so where nobody tells of an institution", async () => {
      const { page, context } = await openTab();
      await open(page, "/postures/in_mission%3AXX%3AYY");
      await page.getByRole("heading", { name: "No such institution" }).waitFor();
      await context.close();
    });
  });

  test("the brief tells each line once, and beside it what is new since the last look", async () => {
    const { page, context, complaints } = await openTab();
    await open(page, "/?since=2031-03-03");
    await page.getByText("From your next visit on").waitFor();
    const lines = await page.evaluate<readonly string[]>(
      "[...document.querySelectorAll('main li.line')].map(({ id }) => id)",
    );
    expect(lines.length).toBeGreaterThan(10);
    expect(new Set(lines).size).toBe(lines.length);
    // A visit of an hour ago that saw nothing: all is new, and the index leads to the line on the page.
    const look = {
      at: new Date(Date.now() - 3_600_000).toISOString(),
      lastAdded: "2031-03-02T00:00:00.000Z",
      lines: {},
    };
    await page.evaluate(
      `localStorage.setItem("sitrep.look.", ${JSON.stringify(JSON.stringify({ before: null, now: look }))})`,
    );
    await open(page, "/?since=2031-03-03");
    const index = page.getByRole("complementary", { name: "New to you, and due" });
    const link = index.locator("a[href^='#line-']").first();
    await link.waitFor();
    const target = await link.getAttribute("href");
    await link.click();
    await page.waitForFunction(`document.querySelector(":target")?.id === ${JSON.stringify(target?.slice(1))}`);
    await index.getByRole("button", { name: "Mark all as seen" }).click();
    await index.getByText("Nothing here is new to you.").waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("an article has its title once, and its list says what was said", async () => {
    const { page, context } = await openTab();
    const { items } = await asked<{ items: { id: string; words: string }[] }>("/lines?kind=statement");
    const [line] = items;
    const [article = "", own = ""] = line?.id.split("/") ?? [];
    await open(page, `/articles/${article}?line=${own}`);
    await page.locator("[data-role]").first().waitFor();
    const title = (await page.locator("main h1").textContent())?.trim() ?? "";
    expect((await page.locator("main").innerText()).split(title)).toHaveLength(2);
    await page
      .locator(".list")
      .getByText((line?.words ?? "").slice(0, 40))
      .first()
      .waitFor();
    await context.close();
  });

  test("two that are one are merged by name, and parted again by taking that back; one article's is split off", async () => {
    const { page, context, complaints } = await openTab();
    type People = { items: { id: string; name: string; kind: string; articles: number }[] };
    const named = async (name: string): Promise<People["items"]> =>
      (await asked<People>(`/entities?q=${encodeURIComponent(name)}`)).items;
    const [own, other] = (await asked<People>("/entities?limit=100")).items.filter(
      ({ kind, name, articles }) => kind === "person" && articles > 2 && name.includes(" "),
    );
    if (own === undefined || other === undefined) throw new Error("Found nobody in the examples to merge.");
    await open(page, `/entities/${own.id}`);
    await page.locator("[data-correct]").first().click();
    const dialog = page.locator("dialog[open]");
    await dialog.getByLabel("Merge: others are the same").check();
    await dialog.getByRole("combobox", { name: "A name of the others" }).fill(other.name);
    await dialog.getByRole("option", { name: other.name }).first().click();
    await dialog.getByLabel("Why?").fill("seen by eye");
    await dialog.getByRole("button", { name: "Correct", exact: true }).click();
    await dialog.waitFor({ state: "detached" });
    expect((await named(other.name)).map(({ id }) => id)).toEqual([own.id]);
    await page.getByRole("button", { name: "Undo" }).first().click();
    await page.getByText("Taken back; both stay on record.").waitFor();
    expect((await named(other.name)).map(({ id }) => id)).toContain(other.id);

    await open(page, `/entities/${own.id}`);
    await page.locator("[data-correct]").first().click();
    await dialog.getByLabel("Split: some of it is another").check();
    await dialog.locator("fieldset.members input").first().check();
    await dialog.getByRole("button", { name: "Correct", exact: true }).click();
    await dialog.waitFor({ state: "detached" });
    expect((await named(own.name)).length).toBe(2);
    await page.getByRole("button", { name: "Undo" }).first().click();
    await page.getByText("Taken back; both stay on record.").waitFor();
    expect((await named(own.name)).length).toBe(1);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("a field of a line is corrected by a list, and that is taken back", async () => {
    const { page, context } = await openTab();
    const line = (await asked<{ items: { id: string }[] }>("/lines?kind=action")).items[1]?.id ?? "";
    await open(page, `/lines/${line}`);
    await page.locator("[data-correct]").first().click();
    const dialog = page.locator("dialog[open]");
    await dialog.getByLabel("How sure it is").waitFor();
    await dialog.getByRole("button", { name: "Correct", exact: true }).click();
    await dialog.getByText("Nothing was changed yet.").waitFor();
    await dialog.getByLabel("How sure it is").selectOption("denied");
    await dialog.getByRole("button", { name: "Correct", exact: true }).click();
    await page.getByRole("button", { name: "Undo" }).first().waitFor();
    await page.getByText("denied").first().waitFor();
    await page.getByRole("button", { name: "Undo" }).first().click();
    await page.getByText("Taken back; both stay on record.").waitFor();
    await context.close();
  });

  test("a line is rejected with a reason, and that is taken back", async () => {
    const { page, context } = await openTab();
    const line = (await asked<{ items: { id: string }[] }>("/lines?kind=action")).items[0]?.id ?? "";
    const listed = async (): Promise<boolean> =>
      (await asked<{ items: { id: string }[] }>("/lines?kind=action&limit=500")).items.some(({ id }) => id === line);
    await open(page, `/lines/${line}`);
    await page.locator("[data-correct]").first().click();
    const dialog = page.locator("dialog[open]");
    await dialog.getByLabel("Reject it").check();
    await dialog.getByLabel("Who are you?").fill("Ana");
    await dialog.getByLabel("Why?").fill("a headline, no act");
    await dialog.getByRole("button", { name: "Correct" }).click();
    await page.getByRole("button", { name: "Undo" }).first().waitFor();
    expect(await listed()).toBe(false);
    await open(page, "/corrections");
    const own = page.getByRole("listitem").filter({ hasText: "a headline, no act" });
    await own.getByRole("button", { name: "Undo" }).click();
    await own.getByText("Taken back by").waitFor();
    expect(await listed()).toBe(true);
    await context.close();
  });

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
      sitrep("add", hostile, "--db", opened().database);
      await page
        .getByText(/new articles?/)
        .first()
        .waitFor();
      await page.getByText("gpj.exe").first().waitFor();
      for (const path of ["/articles/hostile", "/articles/long", "/", "/stories", "/search?q=harbour"])
        await open(page, path);
      await open(page, "/articles/hostile");
      expect(await page.locator("main img, main script, main svg[onload], a[href^=javascript]").count()).toBe(0);
      expect(await page.evaluate("window.ran ?? null")).toBeNull();
      expect(complaints).toEqual([]);
      await context.close();
    });
  });

  test("an empty record and ? lead to a tour of one article, which the keyboard alone goes through", async () => {
    const { page, context, complaints } = await openTab();
    await open(page, "/", emptyDesk.address);
    await page.getByRole("link", { name: "A tour of one article" }).press("Enter");
    await page.waitForURL(/\/tour$/);
    for (const stop of [2, 3, 4]) {
      await page.getByRole("link", { name: "Next" }).press("Enter");
      await page.getByText(`${stop} of 4`).waitFor();
    }
    expect(await page.locator("[data-role=words]").textContent()).toBe("that foreigners were in danger");
    await page.getByRole("link", { name: "Give it something to read" }).waitFor();
    await open(page, "/articles");
    await page.keyboard.press("?");
    await page.getByRole("dialog").getByRole("link", { name: "A tour of one article" }).press("Enter");
    await page.waitForURL(/\/tour$/);
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("a record with nothing in it offers to read something", async () => {
    const { page, context, complaints } = await openTab();
    await open(page, "/", emptyDesk.address);
    await page.getByRole("button", { name: "Read the example crisis" }).waitFor();
    await page.getByLabel("A feed, a front page or an article").fill("https://127.0.0.1:1/feed");
    await page.getByRole("button", { name: "Read it" }).click();
    await page.getByText(/1 failed/).waitFor();
    expect(await findings(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
