import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { findFollowed } from "../src/store/queries/followed.js";
import { openStoreForReading } from "../src/store/store.js";
import { storedRecords } from "../src/store/stored-records.js";
import { verifyStore } from "../src/store/verify.js";

/** When to kill: so long after so many lines have been printed. `null` lets the process come to its end. */
export type KillPoint = { readonly lines: number; readonly milliseconds: number } | null;

/** Runs a program that prints a line for each article that it has added, and kills it; what comes back are the ids that it told. */
export function runAndKill(words: readonly string[], input: string, at: KillPoint): Promise<readonly string[]> {
  const child = spawn(process.execPath, words, { stdio: ["pipe", "pipe", "inherit"] });
  // A killed process reads no more.
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  let printed = "";
  let timer: NodeJS.Timeout | null = null;
  const aim = (): void => {
    if (at === null || timer !== null || wholeLines(printed).length < at.lines) return;
    timer = setTimeout(() => child.kill("SIGKILL"), at.milliseconds);
  };
  child.stdout.on("data", (chunk: Buffer) => {
    printed += chunk.toString("utf8");
    aim();
  });
  aim();
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", () => {
      if (timer !== null) clearTimeout(timer);
      resolve(wholeLines(printed).flatMap((line) => /^(?:added|new version) (\S+)/.exec(line)?.[1] ?? []));
    });
  });
}

function wholeLines(printed: string): readonly string[] {
  return printed.split("\n").slice(0, -1);
}

/** What is wrong with a database after its writer was killed: articles told as added and not there, texts there twice, faults; and what it holds. */
export async function inspect(path: string, told: readonly string[]) {
  if (!existsSync(path)) return { lost: told, doubled: [], faults: [], ids: [], digest: "" };
  const store = await openStoreForReading(path);
  const faults: string[] = [];
  const { digest } = await verifyStore(store, { fault: (sentence) => faults.push(sentence), step: () => undefined });
  const ids: string[] = [];
  const texts: string[] = [];
  for await (const { record } of storedRecords(store)) {
    ids.push(record.article.id);
    texts.push(record.article.text);
  }
  await store.close();
  const there = new Set(ids);
  return {
    lost: told.filter((id) => !there.has(id)),
    doubled: texts.filter((text, index) => texts.indexOf(text) < index),
    faults,
    ids,
    digest,
  };
}

/** How many items the sources of a database have shown, and how many of them are articles. */
export async function inspectItems(path: string): Promise<{ readonly seen: number; readonly kept: number }> {
  if (!existsSync(path)) return { seen: 0, kept: 0 };
  const store = await openStoreForReading(path);
  const followed = await findFollowed(store);
  await store.close();
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
  return { seen: sum(followed.map(({ seen }) => seen)), kept: sum(followed.map(({ pages }) => pages)) };
}

/** Numbers from 0 up to 1 that look random and are the same on every run (mulberry32). */
export function seededChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
