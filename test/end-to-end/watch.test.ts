import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { runCommandLine } from "../../src/cli/command-line.js";
import { openNetwork } from "../../src/read/fetch.js";
import { openWeb } from "../../src/read/web/open-web.js";
import type { Effects } from "../../src/run/effects.js";
import { unpackBytes } from "../../src/store/packed-bytes.js";
import { openStoreForReading, openStoreForWriting, type WritableStore } from "../../src/store/store.js";
import type { Message } from "../../src/text/message.js";
import { type Answer, type LoopbackSite, openLoopbackSite, pageOf, rssOf } from "../loopback-site.js";
import { recordedEffects, type World } from "../recorded-effects.js";
import { temporaryFolder } from "../temporary-folder.js";

vi.mock("../../src/run/worker-pool.js", () => import("../shared-engine.js"));

const path = temporaryFolder();
const start = Date.parse("2031-03-07T12:00:00Z");
const minute = 60_000;

let site: LoopbackSite;
let database = "";
let databases = 0;
let now = start;

beforeEach(async () => {
  site = await openLoopbackSite();
  databases += 1;
  database = path(`watch-${databases}.db`);
  now = start;
});
afterEach(() => site.close());

/** A command in a world whose network is real and whose clock the test moves. */
async function sitrep(words: readonly string[], world: World = {}, change: Partial<Effects> = {}) {
  const recording = recordedEffects(world);
  const clock = { now: () => now, sleep: async () => undefined, random: () => 0 };
  const effects: Effects = {
    ...recording.effects,
    now: () => new Date(now),
    openWeb: async ({ allowPrivate }) =>
      openWeb(openNetwork({ allowPrivate, timeout: 700 }), clock, { userAgent: "sitrep/test" }),
    ...change,
  };
  const status = await runCommandLine([...words, "--db", database], effects);
  return { status, printed: recording.printed(), reported: recording.reported() };
}

const watch = (...words: readonly string[]) => sitrep(["watch", ...words, "--once", "--allow-private"]);

async function health(...words: readonly string[]) {
  return JSON.parse((await sitrep(["sources", ...words, "--json"])).printed);
}

async function versions() {
  const store = await openStoreForReading(database);
  const rows = await store.tables.selectFrom("version").select(["id", "number", "url", "text", "messages"]).execute();
  await store.close();
  return rows;
}

test("a feed is followed: every item's page is kept, once, with the bytes that came", async () => {
  const { origin, pages } = site;
  pages.set(
    "/feed",
    rssOf([
      { title: "One", link: `${origin}/1` },
      { title: "Two", link: `${origin}/2` },
    ]),
  );
  pages.set("/1", pageOf("Quay shut", "The quay at Orsen was shut on Monday."));
  pages.set("/2", (response) => response.writeHead(301, { location: "/two" }).end());
  pages.set("/two", pageOf("Pier open", "The pier at Orsen was opened on Monday."));
  const first = await watch(`${origin}/feed`);
  expect([first.status, first.reported]).toEqual([0, ""]);
  expect(first.printed).toMatch(
    /^followed .*\/feed\n(added art_.*\n){2}1 source asked, 0 failed: 2 added, .* 0 failed\n$/,
  );
  const { followed } = await health();
  expect(followed).toMatchObject([
    { kind: "feed", title: "Orsen Mail", seen: 2, pages: 2, waiting: 0, lost: 0, lastError: null, gaps: [] },
  ]);
  expect((await versions()).map(({ url }) => url).sort()).toEqual([`${origin}/1`, `${origin}/two`]);
  const store = await openStoreForReading(database);
  const rows = await store.tables.selectFrom("fetched").selectAll().orderBy("requested").execute();
  await store.close();
  expect(rows.map(({ requested, final, status }) => [requested, final, status])).toEqual([
    [`${origin}/1`, `${origin}/1`, 200],
    [`${origin}/2`, `${origin}/two`, 200],
  ]);
  expect(rows.map((row) => Buffer.from(unpackBytes(row)).toString())).toEqual([pages.get("/1"), pages.get("/two")]);
  expect((await sitrep(["verify"])).status).toBe(0);
  const again = await watch();
  expect(again.printed).toBe("1 source asked, 0 failed: 0 added, 0 new versions, 0 known, 0 failed\n");
});

test("what has not changed is not sent again, and an edited page becomes a new version", async () => {
  const { origin, pages, asked } = site;
  let edition = 1;
  const conditional =
    (body: () => string, tag: () => string) => (response: ServerResponse, request: IncomingMessage) => {
      if (request.headers["if-none-match"] === tag()) return void response.writeHead(304).end();
      response.setHeader("etag", tag()).setHeader("content-type", "text/html").end(body());
    };
  pages.set(
    "/feed",
    conditional(
      () => rssOf([{ title: "One", link: `${origin}/1` }]),
      () => '"f"',
    ),
  );
  pages.set(
    "/1",
    conditional(
      () => pageOf("Quay shut", `The quay was shut, edition ${edition}.`),
      () => `"${edition}"`,
    ),
  );
  await watch(`${origin}/feed`);
  now += 70 * minute;
  const same = await watch();
  expect(same.printed).toContain("0 added, 0 new versions");
  expect(asked).toEqual(["/feed", "/1", "/feed", "/1"]);
  edition = 2;
  now += 7 * 60 * minute;
  const edited = await watch();
  expect(edited.printed).toMatch(/^new version art_\w+@2 /);
  expect((await versions()).map(({ number }) => number)).toEqual([1, 2]);
});

test("an item whose page fails is kept by the feed's text, and tried again until its page is had", async () => {
  const { origin, pages } = site;
  pages.set(
    "/feed",
    rssOf([
      { title: "One", link: `${origin}/1`, text: "The quay was shut, the mayor said." },
      { title: "Two", link: `${origin}/2` },
      { title: "Three", text: "The pier was opened, the mayor said." },
    ]),
  );
  pages.set("/1", (response) => response.writeHead(403).end());
  pages.set("/2", (response) => response.writeHead(500).end());
  const first = await watch(`${origin}/feed`);
  expect(first.status).toBe(1);
  expect(first.reported).toMatch(/\/1: the server answers with status 403; tried again after 2031-03-07T13:00/);
  expect(first.reported).toMatch(/\/2: the server answers with status 500; tried again after 2031-03-07T12:05/);
  expect(await health(`${origin}/feed`)).toMatchObject({
    source: { seen: 3, pages: 0, feedTexts: 2, waiting: 1, lost: 0 },
    items: [
      { address: `${origin}/1`, state: "feed-text", tries: 1, reason: "the server answers with status 403" },
      { address: `${origin}/2`, state: "waiting", tries: 1, reason: "the server answers with status 500" },
    ],
  });
  expect((await versions()).map(({ messages }) => JSON.parse(messages).map(({ code }: Message) => code))).toEqual(
    expect.arrayContaining([["feed-summary", "feed-text-only"], ["feed-summary"]]),
  );
  pages.set("/1", pageOf("Quay shut", "The quay at Orsen was shut on Monday."));
  pages.set("/2", pageOf("Pier open", "The pier at Orsen was opened on Monday."));
  now += 6 * minute;
  expect((await watch()).printed).toMatch(/^added art_/);
  now += 60 * minute;
  expect((await watch()).printed).toMatch(/^new version art_\w+@2 /);
  expect(await health(`${origin}/feed`)).toMatchObject({ source: { pages: 2, feedTexts: 1, waiting: 0 }, items: [] });
});

test("an official source is followed by its name, under its issuer, and its advice is the ministry's own", async () => {
  const asked: string[] = [];
  const rss = `<rss version="2.0"><channel><title>Travel advice</title><item><title>Chad</title><pubDate>Tue, 04 Mar 2031</pubDate><guid isPermaLink="false">TD</guid><category domain="Threat-Level">Level 4: Do Not Travel</category><description>Reissued with new words on the strait. Armed groups are active.</description></item></channel></rss>`;
  const openWebOf = async () => ({
    fetch: async ({ address }: { readonly address: string }) => {
      asked.push(address);
      const told = { fetched: new Date(now).toISOString(), status: 200, headers: {}, contentType: null, sha256: "" };
      const bytes = new TextEncoder().encode(rss);
      return {
        kind: "fetched" as const,
        retrieval: { requested: address, address, ...told },
        bytes,
        validators: null,
        movedTo: null,
      };
    },
    close: () => undefined,
  });
  const { status, printed } = await sitrep(["watch", "official:us-advisories", "--once"], {}, { openWeb: openWebOf });
  expect([status, printed]).toEqual([
    0,
    expect.stringMatching(/^followed https:.*\nadded .* U\.S\. Department of State · 2031-03-04 · Chad\n/),
  ]);
  expect(asked.length).toBe(1);
  expect((await sitrep(["postures"])).printed).toMatch(/Chad.*do not travel/i);
  expect((await sitrep(["watch", "official:us-advisories", "--stop"])).printed).toMatch(/^stopped https:/);
  const unknown = await sitrep(["watch", "official:moon", "--once"]);
  expect([unknown.status, unknown.reported]).toEqual([
    1,
    expect.stringContaining("there is no official source of this name"),
  ]);
});

test.each([[["watch", "official:"]], [["sources", "--official"]]])("%j lists the official sources", async (words) => {
  const { status, printed } = await sitrep(words);
  expect(status).toBe(0);
  expect(printed).toMatch(/^official:us-advisories · U\.S\. Department of State · .* · https:/);
});

const urlset = (...places: readonly string[]): string =>
  `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">${places.join("")}</urlset>`;
const place = (address: string, date = "2031-03-04", changed = date): string =>
  `<url><loc>${address}</loc><lastmod>${changed}</lastmod><n:news><n:publication><n:name>Orsen Mail</n:name></n:publication><n:publication_date>${date}</n:publication_date><n:title>Quay</n:title></n:news></url>`;

test("a sitemap is followed: its pages are kept, and looked at again when it says that they changed", async () => {
  const { origin, pages, asked } = site;
  const page = (words: string): string =>
    `<!doctype html><title>Quay shut</title><article><p>${words} It was shut by the mayor on Monday.</p></article>`;
  pages.set("/index.xml", `<sitemapindex><sitemap><loc>${origin}/news.xml.gz</loc></sitemap></sitemapindex>`);
  const packed = (text: string) => (response: ServerResponse) => void response.end(gzipSync(text));
  pages.set("/news.xml.gz", packed(urlset(place(`${origin}/1`))));
  pages.set("/1", page("The quay."));
  const first = await watch(`${origin}/index.xml`);
  expect(first.reported).toBe(`sitrep: ${origin}/index.xml: it names 1 sitemap that is followed from now on\n`);
  expect(first.printed).toContain("Orsen Mail · 2031-03-04 · Quay shut");
  pages.set("/1", page("The whole quay."));
  pages.set("/news.xml.gz", packed(urlset(place(`${origin}/1`, "2031-03-04", "2031-03-06"), place(`${origin}/2`))));
  pages.set("/2", page("The pier."));
  now += 40 * minute;
  expect((await watch()).printed).toMatch(/1 added, 1 new version, 0 known, 0 failed\n$/);
  expect(asked.filter((path) => path === "/1").length).toBe(2);
});

test("add says of a sitemap what it is, and reads its pages, from an address and from a file", async () => {
  const { origin, pages } = site;
  const told = urlset(place(`${origin}/1`), place(`${origin}/missing`));
  pages.set("/map.xml", told);
  pages.set("/1", pageOf("Quay shut", "The quay at Orsen was shut on Monday."));
  const byAddress = await sitrep(["add", `${origin}/map.xml`, "--allow-private"]);
  expect(byAddress.reported).toContain(`sitrep: ${origin}/map.xml: this is a sitemap of 2 pages\n`);
  expect(byAddress.reported).toContain(`${origin}/map.xml, item 2: the server answers with status 404`);
  expect([byAddress.status, byAddress.printed]).toEqual([
    1,
    expect.stringContaining("1 added, 0 new versions, 0 known, 1 failed"),
  ]);
  const byFile = await sitrep(["add", "map.xml", "--allow-private"], { files: { "map.xml": told } });
  expect(byFile.printed).toContain("0 added, 0 new versions, 1 known, 1 failed");
});

test("notices that share one page are told apart, kept by the feed's text, and found", async () => {
  const { origin, pages, asked } = site;
  const notice = (number: number, text: string): string =>
    `<item><title>Notice</title><link>${origin}/notices</link><guid isPermaLink="false">n-${number}</guid><description>${text}</description></item>`;
  const feed = (...notices: readonly string[]): string =>
    `<rss version="2.0"><channel><title>Orsen Port</title>${notices.join("")}</channel></rss>`;
  pages.set("/feed", feed(notice(1, "Pier 1 is shut, Brandt said."), notice(2, "Pier 2 is open, Brandt said.")));
  pages.set("/notices", pageOf("Notices", "There are no notices."));
  expect((await watch(`${origin}/feed`)).printed).toMatch(/\b0 failed: 2 added, .* 0 failed\n$/);
  expect(await versions()).toMatchObject([
    { url: `${origin}/notices#item=n-1`, text: expect.stringContaining("Pier 1") },
    { url: `${origin}/notices#item=n-2`, text: expect.stringContaining("Pier 2") },
  ]);
  expect((await sitrep(["search", "open"])).printed).toContain("Pier 2");
  pages.set("/feed", feed(notice(1, "Pier 1 is shut, Brandt said."), notice(2, "Pier 2 is shut, Brandt said.")));
  now += 40 * minute;
  expect((await watch()).printed).toMatch(/0 added, 1 new version, /);
  expect((await sitrep(["add", `${origin}/feed`, "--allow-private"])).printed).toMatch(
    /0 added, 0 new versions, 2 known/,
  );
  expect(asked.filter((path) => path === "/notices")).toEqual([]);
});

test("an item that never gives anything is named as lost, and comes back when its feed edits it", async () => {
  const { origin, pages } = site;
  pages.set("/feed", rssOf([{ title: "Gone", link: `${origin}/gone` }]));
  await watch(`${origin}/feed`);
  for (let day = 0; day < 4; day++) {
    now += 25 * 60 * minute;
    await watch();
  }
  const { printed } = await sitrep(["sources", `${origin}/feed`]);
  expect(printed).toMatch(/1 item: 1 lost/);
  expect(printed).toMatch(
    /\/gone · lost · .* · 4 tries in vain · the server answers with status 404 · not tried again/,
  );
  pages.set("/gone", pageOf("Quay shut", "The quay at Orsen was shut on Monday."));
  pages.set("/feed", rssOf([{ title: "Gone, and back", link: `${origin}/gone` }]));
  expect((await watch()).printed).toMatch(/^added art_/);
  expect((await health()).followed).toMatchObject([{ pages: 1, lost: 0 }]);
});

test("a busy host is left alone as long as it says, and its other pages are put off", async () => {
  const { origin, pages, asked } = site;
  const items = [1, 2, 3].map((number) => ({ title: `Report ${number}`, link: `${origin}/${number}` }));
  pages.set("/feed", rssOf(items));
  for (const { link } of items) {
    pages.set(new URL(link).pathname, (response) => response.writeHead(429, { "retry-after": "3600" }).end());
  }
  const first = await watch(`${origin}/feed`);
  expect(asked).toEqual(["/feed", "/1"]);
  expect(first.reported.match(/put off/g)).toHaveLength(2);
  now += 30 * minute;
  await watch();
  expect(asked).toEqual(["/feed", "/1", "/feed"]);
  for (const { title, link } of items) pages.set(new URL(link).pathname, pageOf(title, `${title} tells of a quay.`));
  now += 40 * minute;
  expect((await watch()).printed).toContain(": 3 added,");
});

test("a source that fails is asked less and less often, and its health says why", async () => {
  const { origin, pages, asked } = site;
  const answers: readonly Answer[] = [
    (response) => response.writeHead(500).end(),
    (response) => {
      const drip = setInterval(() => response.write("<rss>"), 50);
      response.on("close", () => clearInterval(drip));
    },
    (response) => void response.writeHead(200, { "content-length": "500" }).write("short", () => response.destroy()),
    (response) => response.setHeader("content-encoding", "gzip").end("no gzip at all, says the harbour office"),
  ];
  const reasons: string[] = [];
  for (const answer of answers) {
    pages.set("/feed", answer);
    await watch(`${origin}/feed`);
    const [source] = (await health()).followed;
    reasons.push(source.error);
    now = Date.parse(source.next);
  }
  expect(reasons).toEqual([
    "the server answers with status 500",
    "no whole answer within 0.7 s",
    "the server broke its answer off",
    expect.any(String),
  ]);
  expect(now - start).toBe((20 + 40 + 80 + 160) * minute);
  const before = asked.length;
  now -= minute;
  await watch();
  expect(asked).toHaveLength(before);
  now += minute;
  pages.set("/feed", rssOf([]));
  expect((await watch()).status).toBe(0);
  expect((await health()).followed).toMatchObject([{ failures: 0, lastError: expect.any(String), kind: "feed" }]);
});

test("a feed that holds nothing of what it held is told as a gap", async () => {
  const { origin, pages } = site;
  for (const number of [1, 2]) pages.set(`/${number}`, pageOf(`Report ${number}`, `Report ${number} of the quay.`));
  pages.set("/feed", rssOf([{ title: "One", link: `${origin}/1` }]));
  await watch(`${origin}/feed`);
  now += 24 * 60 * minute;
  pages.set("/feed", rssOf([{ title: "Two", link: `${origin}/2` }]));
  expect((await watch()).reported).toContain("items may have been missed");
  expect((await health()).followed[0].gaps).toEqual([
    { since: "2031-03-07T12:00:00.000Z", until: "2031-03-08T12:00:00.000Z" },
  ]);
});

test("a front page leads to its feeds, an OPML file to all that it names, and a page is followed itself", async () => {
  const { origin, pages } = site;
  const alternate = '<link rel="alternate" type="application/rss+xml"';
  pages.set(
    "/",
    `<!doctype html><html><head>${alternate} href="/feed">${alternate} title="Comments" href="/comments"></head></html>`,
  );
  pages.set("/feed", rssOf([{ title: "One", link: `${origin}/1` }]));
  pages.set("/other", rssOf([{ title: "One", link: `${origin}/1` }]));
  pages.set("/1", pageOf("Quay shut", "The quay at Orsen was shut on Monday."));
  pages.set("/notice", pageOf("Notice", "Pilots are to call the harbour office."));
  const opml = `<opml version="2.0"><body><outline text="Other" xmlUrl="${origin}/other"/></body></opml>`;
  const words = ["watch", `${origin}/`, "feeds.opml", `${origin}/notice`, "--once", "--allow-private"];
  const { printed, reported, status } = await sitrep(words, { files: { "feeds.opml": opml } });
  expect([status, reported]).toEqual([0, `sitrep: ${origin}/: it names 1 feed that is followed from now on\n`]);
  expect(printed).toContain("4 sources asked, 0 failed: 2 added");
  expect((await health()).followed).toMatchObject([
    { address: `${origin}/`, kind: "feed-list", seen: 0 },
    { address: `${origin}/other`, kind: "feed", pages: 1 },
    { address: `${origin}/notice`, kind: "page", pages: 1, lost: 0 },
    { address: `${origin}/feed`, kind: "feed", pages: 1, foundIn: `${origin}/` },
  ]);
  expect(site.asked.filter((asked) => asked === "/1")).toHaveLength(1);
  pages.set("/notice", pageOf("Notice", "Pilots are to call the harbour office before noon."));
  now += 10 * minute;
  expect((await watch()).printed).toMatch(/^new version art_\w+@2 /);
  pages.delete("/notice");
  expect((await watch()).reported).toMatch(/\/notice: the server answers with status 404; tried again after/);
  expect((await health()).followed[2]).toMatchObject({ error: "the server answers with status 404", failures: 1 });
  const stopped = await sitrep(["watch", "--stop", `${origin}/notice`, `${origin}/never`]);
  expect([stopped.status, stopped.printed]).toEqual([1, `stopped ${origin}/notice\n`]);
});

test("asked to end, it finishes the article at hand and leaves the rest for the next round", async () => {
  const { origin, pages } = site;
  const stopping = new AbortController();
  const items = [1, 2, 3].map((number) => ({ title: `Report ${number}`, link: `${origin}/${number}` }));
  pages.set("/feed", rssOf(items));
  for (const { title, link } of items) pages.set(new URL(link).pathname, pageOf(title, `${title} tells of a quay.`));
  // The second page is never sent whole.
  pages.set("/2", () => stopping.abort());
  const words = ["watch", `${origin}/feed`, "--allow-private"];
  const { printed, status, reported } = await sitrep(words, {}, { stopSignal: () => stopping.signal });
  expect([status, reported]).toEqual([0, ""]);
  expect(printed.match(/^added/gm)).toHaveLength(1);
  expect((await health()).followed).toMatchObject([{ seen: 3, pages: 1, waiting: 2, error: null }]);
  pages.set("/2", pageOf("Report 2", "Report 2 tells of a quay."));
  expect((await watch()).printed).toContain(": 2 added,");
});

test("without --once it waits for the next turn, and goes on", async () => {
  const { origin, pages, asked } = site;
  pages.set("/feed", rssOf([]));
  const stopping = new AbortController();
  const waits: number[] = [];
  const pause = async (milliseconds: number): Promise<void> => {
    waits.push(milliseconds);
    now += milliseconds;
    if (waits.length === 3) stopping.abort();
  };
  const effects = { stopSignal: () => stopping.signal, pause };
  const words = ["watch", `${origin}/feed`, "--every", "30m", "--allow-private"];
  expect((await sitrep(words, {}, effects)).status).toBe(0);
  expect(waits).toEqual([30 * minute, 30 * minute, 30 * minute]);
  expect(asked).toEqual(["/feed", "/feed", "/feed"]);
});

test("between rounds others may write, and the next round waits until they have", async () => {
  const { origin, pages, asked } = site;
  pages.set("/feed", rssOf([]));
  const stopping = new AbortController();
  let other: WritableStore | null = null;
  const waits: number[] = [];
  const pause = async (milliseconds: number): Promise<void> => {
    waits.push(milliseconds);
    now += milliseconds;
    if (waits.length === 1) other = await openStoreForWriting(database, { now: () => new Date(now) });
    else if (waits.length === 3) await other?.close();
    else if (waits.length === 4) stopping.abort();
  };
  const words = ["watch", `${origin}/feed`, "--every", "30m", "--allow-private"];
  expect((await sitrep(words, {}, { stopSignal: () => stopping.signal, pause })).status).toBe(0);
  expect(waits).toEqual([30 * minute, 1_000, 1_000, expect.any(Number)]);
  expect(asked).toEqual(["/feed", "/feed"]);
});

test("add takes the page behind each item, and the feed's text where there is none", async () => {
  const { origin, pages } = site;
  pages.set(
    "/",
    `<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head></html>`,
  );
  pages.set(
    "/feed",
    rssOf([
      { title: "One", link: `${origin}/1`, text: "The quay was shut." },
      { title: "Two", link: `${origin}/2`, text: "The pier was opened." },
    ]),
  );
  pages.set("/1", pageOf("Quay shut", "The quay at Orsen was shut on Monday."));
  const { status, printed, reported } = await sitrep(["add", `${origin}/`, "--allow-private"]);
  expect([status, reported]).toEqual([0, `sitrep: ${origin}/: it names 1 feed\n`]);
  expect(printed).toContain("2 added");
  const kept = await versions();
  expect(kept.map(({ url }) => url)).toEqual([`${origin}/1`, `${origin}/2`]);
  expect(kept[0]?.text).toContain("Mayor Ada Lenz said");
  expect(kept[1]?.messages).toContain("feed-text-only");
});

test.each([[["watch", "quay.txt"]], [["watch", "ftp://quay.example/"]]])("%j cannot be followed", async (words) => {
  const { status, reported } = await sitrep(words);
  expect([status, reported]).toEqual([1, expect.stringContaining("neither an http(s) address nor an OPML file")]);
});

test.each([[["--every", "5s"]], [["--every", "soon"]], [["--once", "--stop"]]])("%j is wrong usage", async (words) => {
  expect((await sitrep(["watch", ...words])).status).toBe(2);
});
