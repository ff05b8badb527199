import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { recordFaults } from "../../src/record/record-faults.js";
import { pdfFiles } from "../documents/pdf-files.js";
import { recordsIn, root, runBuilt } from "./built-program.js";
import { longText } from "./long-text.js";

const TEXT = "Quay shut\n\nMayor Zoë Okoro said the quay’s crane – the last one – fell at noon. “It’s gone,” she said.";

let folder = "";
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "sitrep-robustness-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The bytes of a text in Windows-1252, for the few characters of these tests that are not Latin-1. */
function windows1252(text: string): Uint8Array {
  const special: Readonly<Record<string, number>> = { "’": 0x92, "“": 0x93, "”": 0x94, "–": 0x96 };
  return Uint8Array.from(text, (character) => special[character] ?? character.charCodeAt(0));
}

function utf16(text: string, { bigEndian }: { readonly bigEndian: boolean }): Uint8Array {
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
  return bigEndian ? bytes.swap16() : bytes;
}

describe("odd files", () => {
  test("every encoding gives the same text and the same statements", async () => {
    const inputs = [
      file("plain.txt", TEXT),
      file("utf-16-little-endian.txt", utf16(TEXT, { bigEndian: false })),
      file("utf-16-big-endian.txt", utf16(TEXT, { bigEndian: true })),
      file("windows-1252.txt", windows1252(TEXT)),
      file("utf-8-with-mark.txt", `\ufeff${TEXT}`),
      file("old-line-ends.txt", TEXT.replaceAll("\n", "\r\n")),
    ];
    const { status, printed } = await runBuilt(["read", ...inputs, "--jsonl"]);
    expect(status).toBe(0);
    const records = recordsIn(printed);
    expect(records.map(({ article }) => article.text)).toEqual(inputs.map(() => TEXT));
    const [plain] = records;
    expect(plain?.statements).not.toEqual([]);
    for (const { statements } of records) expect(statements).toEqual(plain?.statements);
  });

  test("a fault that the PDF library drops ends neither the process nor the other files", async () => {
    // Pages of another generation than their parent asks for: the library fetches both ahead, and waits for neither.
    const report = Buffer.from(pdfFiles["report.pdf"]?.() ?? "").toString("latin1");
    const broken = (kids: string): Buffer =>
      Buffer.from(report.replace(/\/Kids \[[^\]]*\]/, `/Kids [${kids}]`).replace(/\/Count \d+/, "/Count 9"), "latin1");
    const inputs = [
      file("two-pages.pdf", broken("7 0 R 9 7 R 11 7 R")),
      file("no-page.pdf", broken("7 7 R 9 7 R 11 7 R")),
      file("plain.txt", TEXT),
    ];
    const { status, printed, reported } = await runBuilt(["read", ...inputs, "--jsonl"]);
    expect(status).toBe(1);
    expect(reported).toMatch(/^sitrep: .*no-page\.pdf: this PDF is broken.*\n$/);
    const [pdf, plain] = recordsIn(printed);
    expect(pdf?.messages.map(({ code }) => code)).toContain("pages-missing");
    expect(plain?.article.text).toBe(TEXT);
  });

  test("an empty file is an empty record, binary data is refused, and neither stops the others", async () => {
    const binary = Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256);
    const inputs = [file("empty.txt", ""), file("binary.txt", binary), file("plain.txt", TEXT)];
    const { status, printed, reported } = await runBuilt(["read", ...inputs, "--jsonl"]);
    expect(status).toBe(1);
    expect(reported).toMatch(/^sitrep: .*binary\.txt: .*binary data.*\n$/);
    const [empty, plain] = recordsIn(printed);
    expect(empty?.messages.map(({ code }) => code)).toEqual(["empty-text"]);
    expect([empty?.entities, empty?.statements]).toEqual([[], []]);
    expect(plain?.article.text).toBe(TEXT);
  });
});

describe("odd texts", () => {
  const odd: Readonly<Record<string, string>> = {
    "white space alone": " \n\t\n",
    "one character": "x",
    "marks alone": "“” ‘’ \"\" '' … — . . .",
    "one word, very long": "a".repeat(50_000),
    "one sentence, very long": `Osten said ${"that the quay and ".repeat(500)}`,
    "marks that open and never close": "“He said ".repeat(300),
    "marks inside marks": `${"“He said ‘".repeat(40)}no${"’”".repeat(40)}`,
    "lone surrogates and controls": "He said \ud800 was \u0000 there.\ufffe “\udc00”",
    "characters of two units": "“😀 was here,” said 𝒥onas Pell. ".repeat(3),
    "another script": "部长说,边界已经关闭。「我们不会离开」,他说。",
    "one word a line": "Osten\nsaid\nhe\nwould\nstay\n".repeat(20),
  };
  const input = Object.entries(odd)
    .map(([id, text]) => `${JSON.stringify({ id, text })}\n`)
    .join("");

  test("are read without a fault, each kept as it is", async () => {
    const { status, printed, reported } = await runBuilt(["read", "-", "--jsonl"], input);
    expect([status, reported]).toEqual([0, ""]);
    const records = recordsIn(printed);
    expect(Object.fromEntries(records.map(({ article }) => [article.id, article.text]))).toEqual(odd);
    expect(records.flatMap(recordFaults)).toEqual([]);
  });

  test("are shown without a fault", async () => {
    for (const words of [
      ["show", "-"],
      ["show", "-", "--conllu"],
      ["read", "-"],
    ]) {
      const { status, reported } = await runBuilt(words, input);
      expect([status, reported]).toEqual([0, ""]);
    }
  }, 120_000);
});

describe("many articles", () => {
  const folder = join(root, "examples");
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .map((name) => readFileSync(join(folder, name), "utf8"));
  // Of very different lengths, so that workers finish out of order.
  const articles = Array.from({ length: 24 }, (_, i) => (i % 3 === 0 ? TEXT : (texts[i % texts.length] ?? TEXT)));
  const lines = articles.map((text, i) => `${JSON.stringify({ id: `a${i}`, text })}\n`).join("");

  test("come out in the order in which they came in, whole, sound, the same on two runs, in bounded memory", async () => {
    const first = await runBuilt(["read", "-", "--jsonl"], lines);
    const second = await runBuilt(["read", "-", "--jsonl"], lines);
    expect([first.status, first.reported]).toEqual([0, ""]);
    expect(second.printed).toBe(first.printed);
    const records = recordsIn(first.printed);
    expect(records.map(({ article }) => article.id)).toEqual(articles.map((_, i) => `a${i}`));
    expect(records.map(({ article }) => article.text)).toEqual(articles);
    expect(records.flatMap(recordFaults)).toEqual([]);
    expect(first.memory).toBeLessThan(1000);
  });

  test("a record is the same alone and among others", async () => {
    const path = file("alone.txt", TEXT);
    const others = texts.slice(0, 5).map((text, i) => file(`other-${i}.txt`, text));
    const alone = await runBuilt(["read", path, "--json"]);
    const among = await runBuilt(["read", ...others, path, "--jsonl"]);
    expect(recordsIn(among.printed).at(-1)).toEqual(JSON.parse(alone.printed));
  });

  test("a broken line is named, and the lines around it are read", async () => {
    const good = (id: string): string => `${JSON.stringify({ id, text: TEXT })}\n`;
    const { status, printed, reported } = await runBuilt(
      ["read", "-", "--jsonl"],
      `${good("a")}{"id": "b"\n${good("c")}`,
    );
    expect(status).toBe(1);
    expect(recordsIn(printed).map(({ article }) => article.id)).toEqual(["a", "c"]);
    expect(reported).toContain("line 2");
  });
});

test("of a text of 200,000 words the first 75,000 or so are read, the rest is kept, and a message says where reading ends", async () => {
  const text = longText(200_000);
  const { status, printed, reported, memory } = await runBuilt(["read", file("long.txt", text), "--jsonl"]);
  expect([status, reported]).toEqual([0, ""]);
  const [record] = recordsIn(printed);
  expect(record?.article.text).toBe(text);
  expect(record === undefined ? ["no record"] : recordFaults(record)).toEqual([]);
  const [cut] = record?.messages ?? [];
  expect(cut).toMatchObject({ code: "text-cut", span: [expect.any(Number), text.length] });
  const end = cut?.span?.[0] ?? 0;
  expect(text.slice(0, end).split(/\s+/).length).toBeGreaterThan(65_000);
  const last = record?.statements.at(-1)?.evidence.at(-1)?.[1] ?? 0;
  expect([last > 0.99 * end, last <= end]).toEqual([true, true]);
  expect(memory).toBeLessThan(1000);
}, 600_000);
