import { expect, test } from "vitest";
import type { Article } from "../doc/article.js";
import { sha256 } from "../text/hash.js";
import { nothingKnown } from "./known-facts.js";
import { readInput } from "./read-input.js";

const TEXT = "Ferry crews walk out\n\nCrews of the Vell ferries walked out on Monday, their union said.";

async function articleIn(content: string | Uint8Array, name = "article.txt", known = nothingKnown): Promise<Article> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const reading = await readInput(bytes, name, known);
  if (reading.kind !== "article") throw new Error(`unreadable: ${reading.reason}`);
  return reading.article;
}

async function reasonFor(bytes: Uint8Array, name: string): Promise<string> {
  const reading = await readInput(bytes, name, nothingKnown);
  return reading.kind === "unreadable" ? reading.reason : "";
}

test("a text file becomes an article with its headline, and nothing is made up", async () => {
  expect(await articleIn(`${TEXT}\r\n\r\n`)).toEqual({
    id: `art_${sha256(TEXT).slice(0, 16)}`,
    url: null,
    title: "Ferry crews walk out",
    outlet: null,
    authors: [],
    published: null,
    publishedFrom: null,
    language: "en",
    sha256: sha256(TEXT),
    text: TEXT,
    messages: [],
  });
});

test("what is known beforehand is kept, and says where it is from", async () => {
  const known = { ...nothingKnown, id: "a-7", outlet: "Vell Courier", published: "2031-03-04" };
  expect(await articleIn(TEXT, "article.txt", known)).toMatchObject({
    id: "a-7",
    outlet: "Vell Courier",
    published: "2031-03-04",
    publishedFrom: "option",
  });
});

test("a publication time that cannot be read is unknown, with a message", async () => {
  const article = await articleIn(TEXT, "article.txt", { ...nothingKnown, published: "4/3/2031" });
  expect(article).toMatchObject({ published: null, publishedFrom: null });
  expect(article.messages.map(({ code }) => code)).toEqual(["published-unreadable"]);
});

test("an empty file is an article without words, with a message", async () => {
  const article = await articleIn(" \n\n");
  expect(article).toMatchObject({ text: "", title: null, language: null });
  expect(article.messages.map(({ code }) => code)).toEqual(["empty-text"]);
});

test("a first paragraph that is a sentence is no headline", async () => {
  expect((await articleIn("The ferries stopped.\n\nNobody said why.")).title).toBeNull();
  expect((await articleIn("Ferries stop")).title).toBeNull();
});

test("a page is known by its content, whatever its name", async () => {
  const page = "<!doctype html><title>Quay closed</title><p>The quay at Orsen was closed to all ships on Monday.</p>";
  expect((await articleIn(page, "download")).text).toBe(
    "Quay closed\n\nThe quay at Orsen was closed to all ships on Monday.",
  );
});

test("a text that quotes markup is still a text", async () => {
  expect((await articleIn("He wrote <b>no</b> on the wall.")).text).toBe("He wrote <b>no</b> on the wall.");
});

test.each([
  ["report.pdf", Buffer.from("%PDF-1.7 …"), /PDF/],
  ["report.docx", Buffer.from("PK\x03\x04…"), /this Word document cannot be unpacked: its data are broken or cut off/],
  ["photos.zip", Buffer.from("PK\x03\x04…"), /ZIP/],
  ["page.html.gz", Uint8Array.of(0x1f, 0x8b, 8, 0), /gzip/],
  ["crawl.warc", Buffer.from("WARC/1.1\r\n"), /web archive/],
  ["articles.jsonl", Buffer.from('{"id": "a", "text": "…"}'), /JSON Lines/],
  ["photo.txt", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10), /image/],
  ["noise.txt", Uint8Array.of(7, 0, 1, 0, 3, 9, 0, 2), /binary/],
])("%s is named for what it is", async (name, bytes, reason) => {
  expect(await reasonFor(bytes, name)).toMatch(reason);
});
