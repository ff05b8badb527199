import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { ArticleRecord } from "../../src/record/record.js";
import { recordsIn, runBuilt } from "../end-to-end/built-program.js";
import { type Check, type Fault, readFault } from "./fault.js";

const first = "Harbour master Odile Brandt said on Monday";
const third = "Transport minister Pavel Orsini denied t";
const eight = [
  first,
  "The coast guard confirmed that two ferri",
  third,
  "“We acted within the hour,” Orsini told ",
  "The opposition Coastal Union accused the",
  "Divers from the naval base at Port Vesht",
  "Insurers estimate the damage at four mil",
  "Residents of the old town said they had ",
];

/** Whether one article was read and is as it should be. */
function article(isRight: (record: ArticleRecord) => boolean): Check {
  return async (fault) => {
    const [record, ...others] = (await readFault(fault)).records;
    return record !== undefined && others.length === 0 && isRight(record);
  };
}

function text(has: readonly string[], hasNot: readonly string[] = []): Check {
  return article(
    ({ article: { text: read } }) =>
      has.every((one) => read.includes(one)) && !hasNot.some((one) => read.includes(one)),
  );
}

function published(start: string | null): Check {
  return article(({ article: { published: day } }) =>
    start === null ? day === null : day?.startsWith(start) === true,
  );
}

function authors(names: readonly string[]): Check {
  return article(({ article: read }) => read.authors.join() === names.join());
}

function isWithoutBody({ messages }: ArticleRecord): boolean {
  return messages.some(({ code }) => code === "page-body-missing");
}

export const checks: Readonly<Record<string, Check>> = {
  A29: authors(["Ada Lenz", "Bo Marr", "Tom Peake"]),
  A30: text([first, third], ["exercise your right"]),
  A32: article((record) => isWithoutBody(record) && !record.article.text.includes("partners")),
  A33: text(eight),
  A37: text(eight),
  A39: article(isWithoutBody),
  A41: text([first, "The coast guard confirmed that two ferri"], ["Subscribe now", "Already a subscriber"]),
  A49: published(null),
  A51: published(null),
  A53: article(
    ({ article: { title, published: day, authors: names } }) =>
      title === "Pier stays closed in Lorrimer" && day === "2031-03-03" && names.join() === "Ada Lenz",
  ),
  A54: published("2031-03-03"),
  A56: published("2031-03-03"),
  A58: published("2031-03-03"),
  A60: article(({ article: { authors: names } }) => names.join().toLowerCase() === "abby lenz,toby marr,robert peake"),
  A61: authors(["Ada Lenz"]),
  N11: (fault) =>
    onSite(fault, async (origin) => {
      const [record] = await addedFrom(`${origin}/login.rss`);
      const told = record?.messages.map(({ code }) => code) ?? [];
      return told.includes("feed-text-only") && record?.article.text.includes("pier 14 would close") === true;
    }),
  N13: (fault) =>
    onSite(fault, async (origin) => {
      const run = await runBuilt(["read", `${origin}/soft404`, "--jsonl", "--allow-private"]);
      return recordsIn(run.printed).every(isWithoutBody);
    }),
};

/** What the program takes into a database of its own from an address. */
async function addedFrom(address: string): Promise<readonly ArticleRecord[]> {
  const folder = await mkdtemp(join(tmpdir(), "sitrep-faults-"));
  try {
    const database = join(folder, "faults.db");
    await runBuilt(["add", address, "--db", database, "--allow-private"]);
    return recordsIn((await runBuilt(["export", "--db", database])).printed);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What is true of the folder's own site while it runs on the loopback; its process ends with the question. */
async function onSite(fault: Fault, ask: (origin: string) => Promise<boolean>): Promise<boolean> {
  const port = await freePort();
  const site = spawn("python3", [`${fault.folder}/net/site.py`, String(port)], { stdio: "ignore" });
  try {
    await answers(site, `http://127.0.0.1:${port}/art/1`);
    return await ask(`http://127.0.0.1:${port}`);
  } finally {
    site.kill();
  }
}

async function answers(site: ChildProcess, address: string): Promise<void> {
  for (let tries = 0; tries < 50 && site.exitCode === null; tries++) {
    const isUp = await fetch(address).then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await wait(100);
  }
  throw new Error(`the site did not answer at ${address}`);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
