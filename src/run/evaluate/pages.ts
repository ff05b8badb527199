import { join } from "node:path";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import type { Article } from "../../doc/article.js";
import { nothingKnown } from "../../read/known-facts.js";
import { isElement, isText, type PageElement, type PageNode, walkPage } from "../../read/page/page-node.js";
import { readPage } from "../../read/page/read-page.js";
import type { Effects } from "../effects.js";
import { GoldMissing, readGold } from "./gold.js";
import { PageDateCounts } from "./page-dates.js";

/** Words in a shingle. */
const shingle = 4;

/**
 * Bodies of pages against those expected, by the words that stand behind one another (multisets of shingles of four words, titles left out), beside
 * what Readability finds by itself on the same parser; then how often the facts that a page is known to tell are found.
 */
export async function scorePages(gold: string, effects: Effects): Promise<string> {
  const names = (await effects.listFolder(join(gold, "pages"))) ?? [];
  if (names.length === 0) throw new GoldMissing(join(gold, "pages"));
  const ours: number[] = [];
  const theirs: number[] = [];
  const facts = { publishedTime: [0, 0], title: [0, 0], siteName: [0, 0], byline: [0, 0], lang: [0, 0] };
  const dates = new PageDateCounts();
  const days = { right: 0, all: 0 };
  const worst: { readonly name: string; readonly difference: number; readonly f1: number }[] = [];
  for (const name of names) {
    const source = await readGold(gold, join("pages", name, "source.html"), effects);
    const expected = bodyText(await readGold(gold, join("pages", name, "expected.html"), effects));
    const reading = await readPage(new TextEncoder().encode(source), name, nothingKnown);
    if (reading.kind === "unreadable") throw new Error(`${name}: ${reading.reason}`);
    const { article } = reading;
    await dates.count(name, source);
    const body = bodyOf(article);
    const own = shingleF1(body, expected);
    const readability = shingleF1(readabilityText(source), expected);
    ours.push(own);
    theirs.push(readability);
    worst.push({ name, difference: own - readability, f1: own });
    const metadata: Readonly<Record<string, unknown>> = JSON.parse(
      await readGold(gold, join("pages", name, "expected-metadata.json"), effects),
    );
    const found = {
      publishedTime: article.published,
      title: article.title,
      siteName: article.outlet,
      byline: article.authors.join(", ") || null,
      lang: article.language,
    };
    const day = dayOf(metadata.publishedTime);
    if (day !== null) {
      days.all += 1;
      if (day === dayOf(article.published)) days.right += 1;
    }
    for (const [fact, counts] of Object.entries(facts)) {
      const wanted = metadata[fact];
      if (typeof wanted !== "string" || wanted.trim() === "") continue;
      counts[1] = (counts[1] ?? 0) + 1;
      if (found[fact as keyof typeof found] !== null) counts[0] = (counts[0] ?? 0) + 1;
    }
  }
  const mean = (scores: readonly number[]): string =>
    ((100 * scores.reduce((sum, score) => sum + score, 0)) / scores.length).toFixed(2);
  const lines = [
    `Pages, ${names.length}: mean F1 of shingles of ${shingle} words`,
    `  sitrep${mean(ours).padStart(16)}`,
    `  Readability${mean(theirs).padStart(11)}`,
    "Facts found of those that are known to be told",
    ...Object.entries(facts).map(
      ([fact, [found = 0, all = 0]]) => `  ${fact.padEnd(16)}${String(found).padStart(4)} of ${all}`,
    ),
    `  the same day${String(days.right).padStart(8)} of ${days.all}`,
    ...dates.lines(),
    "Furthest below Readability",
    ...worst
      .sort((a, b) => a.difference - b.difference)
      .slice(0, 12)
      .map(
        (one) =>
          `  ${one.name.padEnd(44)}${(100 * one.difference).toFixed(1).padStart(7)}${(100 * one.f1).toFixed(1).padStart(7)}`,
      ),
  ];
  return `${lines.join("\n")}\n`;
}

/** The day in UTC of a written time, `null` where it is none. */
function dayOf(written: unknown): string | null {
  const time = typeof written === "string" ? Date.parse(written) : Number.NaN;
  return Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10);
}

function bodyOf({ title, text }: Article): string {
  return title !== null && text.startsWith(title) ? text.slice(title.length) : text;
}

function bodyText(html: string): string {
  const { document } = parseHTML(`<html><body>${html}</body></html>`) as unknown as {
    document: { readonly documentElement: PageElement };
  };
  return spacedText(document.documentElement);
}

function readabilityText(html: string): string {
  const { document } = parseHTML(html) as unknown as { document: unknown };
  const reader = new Readability<PageNode>(document as never, { serializer: (node) => node as unknown as PageNode });
  try {
    const content = reader.parse()?.content ?? null;
    return content === null ? "" : spacedText(content);
  } catch {
    return "";
  }
}

/** All text under a node, with a space wherever an element begins or ends that is not part of a line. */
function spacedText(root: PageNode): string {
  let text = "";
  const mark = (node: PageNode): void => {
    if (isElement(node) && !inline.has(node.localName)) text += " ";
  };
  walkPage(
    root,
    (node) => {
      mark(node);
      if (isText(node)) text += node.textContent ?? "";
      return "inside";
    },
    mark,
  );
  return text;
}

const inline = new Set(
  "a abbr b bdi bdo cite code del dfn em font i ins kbd mark q s samp small span strong sub sup tt u var wbr".split(
    " ",
  ),
);

function shingleF1(found: string, expected: string): number {
  const [a, b] = [shinglesOf(found), shinglesOf(expected)];
  let shared = 0;
  let total = 0;
  for (const [key, count] of a) {
    shared += Math.min(count, b.get(key) ?? 0);
    total += count;
  }
  for (const count of b.values()) total += count;
  return total === 0 ? 1 : (2 * shared) / total;
}

function shinglesOf(text: string): ReadonlyMap<string, number> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let at = 0; at + shingle <= Math.max(words.length, shingle); at++) {
    const key = words.slice(at, at + shingle).join(" ");
    if (key !== "") counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
