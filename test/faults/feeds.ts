import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { escapeHtml } from "../../src/read/feed/markup.js";
import { parseTable } from "../../src/text/table.js";
import { recordsIn, runBuilt } from "../end-to-end/built-program.js";
import { type Check, type Fault, readFault } from "./fault.js";

/** The faults of feeds, of the network and of XML. */
export const checks: Readonly<Record<string, Check>> = {
  ...Object.fromEntries(["A01", "A03", "A05", "A06", "A08", "A09", "A10", "A11"].map((id) => [id, isDated])),
  A14: async (fault) => (await onlyArticle(fault)).published === null,
  A16: async (fault) => !(await onlyArticle(fault)).published?.includes("99:99"),
  A17: async (fault) => (await onlyArticle(fault)).title === "Ferries turned back",
  A22: async (fault) => (await onlyArticle(fault)).title === "Ferries turned back",
  A24: async (fault) => /^Ferries.? turned back$/u.test((await onlyArticle(fault)).title ?? ""),
  A26: async (fault) => (await onlyArticle(fault)).title === "Ferries",
  A27: async (fault) => (await onlyArticle(fault)).text.includes("Odile Brandt said the pier was shut"),
  A28: async (fault) => (await onlyArticle(fault)).outlet === "Lorrimer Mail",
  B02: async () => (await ownDatesRight()) >= 95,
  F08: async (fault) => {
    const { status, reported } = await readFault(fault);
    return status === 1 && reported.includes("this is a sitemap");
  },
  F09: async (fault) => {
    const { title, text, published, authors } = await onlyArticle(fault);
    const facts = [title, published, authors.join()].join("|") === "Pier stays closed|2031-03-03T06:00:00Z|Ada Lenz";
    return facts && text.includes("the northern pier in Lorrimer") && !text.includes("<");
  },
  N01: (fault) =>
    onSite(fault, async (origin) => {
      const { added, found } = await addedAndFound(`${origin}/status.rss`, "pier");
      return added === 3 && found === 3;
    }),
  N03: (fault) =>
    onSite(fault, async (origin) => (await titlesAt(`${origin}/cookie.rss`)).join() === "Pier one closed"),
  N09: (fault) =>
    onSite(fault, async (origin) =>
      (await addedAndFound(`${origin}/rel/feed.xml`, "pier")).printed.includes("2031-03-03"),
    ),
  N20: async (fault) => {
    const certificate = (name: string): string =>
      fileURLToPath(new URL(`../loopback-certificate/${name}.pem`, import.meta.url));
    const words = [join(fault.folder, fault.input), certificate("key"), certificate("cert")];
    process.env.NODE_EXTRA_CA_CERTS = certificate("cert");
    return whileRunning(spawn(process.execPath, words, { stdio: "ignore" }), 4427, async () => {
      const { printed } = await runBuilt(["read", "https://127.0.0.1:4427/", "--jsonl", "--allow-private"]);
      return recordsIn(printed)[0]?.article.text.includes("Ada Lenz said no.") === true;
    });
  },
};

/** The article of an input that holds one. */
async function onlyArticle(fault: Fault) {
  const { records } = await readFault(fault);
  const [first, second] = records;
  if (first === undefined || second !== undefined) throw new Error(`${records.length} articles instead of one`);
  return first.article;
}

/** Whether the article is of the day that the fault's answer names. */
async function isDated(fault: Fault): Promise<boolean> {
  const day = /\d{4}-\d{2}-\d{2}/.exec(fault.right)?.[0] ?? "no day";
  return (await onlyArticle(fault)).published?.startsWith(day) === true;
}

/** The public list of dates is not at hand; this is one of our own. */
async function ownDatesRight(): Promise<number> {
  const dates = parseTable(readFileSync(new URL("../feed-dates/dates.tsv", import.meta.url), "utf8"));
  const items = dates.map(
    ([written = ""], index) => `<item><title>Pier ${index}</title><pubDate>${escapeHtml(written)}</pubDate></item>`,
  );
  return inFolder(async (folder) => {
    const path = join(folder, "dates.rss");
    await writeFile(path, `<rss version="2.0"><channel><title>Mail</title>${items.join("")}</channel></rss>`);
    const records = recordsIn((await runBuilt(["read", path, "--jsonl"])).printed);
    return dates.filter(([, right], index) => (records[index]?.article.published ?? "-") === right).length;
  });
}

async function titlesAt(address: string): Promise<readonly (string | null)[]> {
  const { printed } = await runBuilt(["read", address, "--jsonl", "--allow-private"]);
  return recordsIn(printed).map(({ article }) => article.title);
}

/** What an address gives to a new database: how many articles, and how many of them hold a word. */
function addedAndFound(address: string, word: string) {
  return inFolder(async (folder) => {
    const db = ["--db", join(folder, "faults.db")];
    const { printed } = await runBuilt(["add", address, "--allow-private", ...db]);
    const search = await runBuilt(["search", word, "--json", ...db]);
    const found: { readonly articles?: readonly unknown[] } = JSON.parse(search.printed);
    return { printed, added: Number(/^(\d+) added/m.exec(printed)?.[1]), found: found.articles?.length ?? 0 };
  });
}

/** Does something while the folder's site of invented pages is there. */
async function onSite(fault: Fault, work: (origin: string) => Promise<boolean>): Promise<boolean> {
  const port = await freePort();
  const [path = ""] = fault.input.split(" ");
  const site = spawn("python3", [join(fault.folder, path), String(port)], { stdio: "ignore" });
  return whileRunning(site, port, () => work(`http://127.0.0.1:${port}`));
}

async function whileRunning(child: ChildProcess, port: number, work: () => Promise<boolean>): Promise<boolean> {
  try {
    await untilOpen(port);
    return await work();
  } finally {
    child.kill();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

/** Resolves once something listens there; rejects after ten seconds. */
async function untilOpen(port: number): Promise<void> {
  for (let tries = 100; tries > 0; tries--) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => resolve(true)).on("error", () => resolve(false));
      socket.unref();
    });
    if (open) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`nothing listens on port ${port}`);
}

async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "sitrep-faults-"));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
