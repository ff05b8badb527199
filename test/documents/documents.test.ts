import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { nothingKnown } from "../../src/read/known-facts.js";
import { readMany } from "../../src/read/read-many.js";
import type { ReadingOrNote } from "../../src/read/reading.js";
import { pageAt } from "../../src/text/page-starts.js";
import { epubFiles } from "./epub-files.js";
import { docxFiles, odtFiles, pptxFiles } from "./office-files.js";
import { pdfFiles } from "./pdf-files.js";
import { rtfFiles } from "./rtf-files.js";

/**
 * Documents that the tests write themselves, and what is read of each (`FORMAT/NAME.read`), for people to look at; `[7]` says that page 7 begins.
 * `npx vitest run test/documents -u` accepts what is read now.
 */
const formats: Readonly<Record<string, Readonly<Record<string, () => Uint8Array>>>> = {
  pdf: pdfFiles,
  docx: docxFiles,
  odt: odtFiles,
  pptx: pptxFiles,
  rtf: rtfFiles,
  epub: epubFiles,
};

describe.each(Object.keys(formats))("%s", (format) => {
  const files = Object.entries(formats[format] ?? {});

  test("has ten files, three of them broken or locked", () => {
    expect(files.length).toBeGreaterThanOrEqual(10);
    expect(files.filter(([name]) => /broken|encrypted|bomb|many/.test(name)).length).toBeGreaterThanOrEqual(3);
  });

  test.each(files)("%s", async (name, write) => {
    const shown: string[] = [];
    for (const reading of await readings(write(), name)) shown.push(show(reading));
    await expect(shown.join("\n")).toMatchFileSnapshot(
      fileURLToPath(new URL(`${format}/${name}.read`, import.meta.url)),
    );
  });

  test("any byte that is changed or missing does no harm", async () => {
    const [, write] = files[0] ?? [];
    const whole = write?.() ?? new Uint8Array();
    for (let step = 1; step <= 12; step++) {
      const changed = Uint8Array.from(whole);
      for (let at = step * 7; at < changed.length; at += Math.ceil(changed.length / step))
        changed[at] = (changed[at] ?? 0) ^ (step * 21);
      const cut = changed.subarray(0, Math.ceil((changed.length * step) / 12));
      for (const one of await readings(cut, files[0]?.[0] ?? ""))
        expect(one.kind).toMatch(/^(?:article|unreadable|note)$/);
    }
  });
});

async function readings(bytes: Uint8Array, name: string): Promise<readonly ReadingOrNote[]> {
  const found: ReadingOrNote[] = [];
  for await (const reading of readMany(bytes, name, nothingKnown, async () => new Map())) found.push(reading);
  return found;
}

function show(reading: ReadingOrNote): string {
  if (reading.kind === "note") return `note ${reading.input}: ${reading.note}\n`;
  if (reading.kind === "unreadable") return `unreadable ${reading.input}: ${reading.reason}\n`;
  const { title, outlet, authors, published, publishedFrom, text, pages = [], messages } = reading.article;
  const facts = {
    ...{ title, outlet, authors: authors.length === 0 ? null : authors.join("; ") },
    published: published === null ? null : `${published} (${publishedFrom})`,
    messages: messages.length === 0 ? null : messages.map(({ code, reason }) => `${code}: ${reason}`).join(" "),
  };
  const told = Object.entries(facts).flatMap(([name, value]) => (value === null ? [] : [`  ${name}: ${value}`]));
  let marked = "";
  let at = 0;
  for (const [start] of pages) {
    marked += `${text.slice(at, start)}[${pageAt(pages, start)}]`;
    at = start;
  }
  marked += text.slice(at);
  return [`article ${reading.input}`, ...told, ...marked.split("\n").map((line) => `  | ${line}`.trimEnd()), ""].join(
    "\n",
  );
}
