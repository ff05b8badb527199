import fc from "fast-check";
import { expect, test } from "vitest";
import { allOf } from "../../../test/all-of.js";
import { parseFieldNames, withFieldMap } from "../entries/field-names.js";
import { nothingKnown } from "../known-facts.js";
import type { Reading } from "../reading.js";
import { readJsonLines } from "./read-json-lines.js";
import { splitLines } from "./split-lines.js";

async function* pieces(...parts: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield typeof part === "string" ? new TextEncoder().encode(part) : part;
}

async function readingsOf(...parts: readonly (string | Uint8Array)[]): Promise<readonly Reading[]> {
  return allOf(readJsonLines(pieces(...parts), "standard input", nothingKnown));
}

test("a line becomes an article with the given id and the text unchanged", async () => {
  const text = "  Two spaces before,\r\nand a line end behind.\n";
  const line = { id: "x1", text, title: "Quay", published: "2031-03-04", url: "https://example.org/1", outlet: "Post" };
  const [reading] = await readingsOf(JSON.stringify(line));
  expect(reading).toMatchObject({
    kind: "article",
    article: {
      id: "x1",
      text,
      title: "Quay",
      published: "2031-03-04",
      publishedFrom: "option",
      url: "https://example.org/1",
      outlet: "Post",
    },
  });
});

test("bad lines are named by number and the others go on", async () => {
  const readings = await readingsOf(
    '{"id": "a", "text": "One."}\nnot json\n\n{"id": "b"}\n[1]\n',
    Uint8Array.of(0x7b, 0xff, 0x7d, 0x0a),
    '{"id": "c", "text": "Two.", "title": null, "published": null}',
  );
  expect(readings.map(({ kind, input }) => [kind, input])).toEqual([
    ["article", "standard input, line 1"],
    ["unreadable", "standard input, line 2"],
    ["unreadable", "standard input, line 4"],
    ["unreadable", "standard input, line 5"],
    ["unreadable", "standard input, line 6"],
    ["article", "standard input, line 7"],
  ]);
});

test("the reason says what is wrong with the line", async () => {
  const lines = [
    '{"id": "a"}',
    '{"text": 3}',
    '{"text": "a", "url": {}}',
    '{"text": "a", "id": ""}',
    '"text"',
    '{"id": ',
  ];
  const readings = await readingsOf(lines.join("\n"));
  const reasons = [
    '"text" is missing',
    '"text" is no string',
    '"url" is no string',
    '"id" is empty',
    "is no object",
    "not JSON",
  ];
  expect(readings).toMatchObject(reasons.map((reason) => ({ reason: expect.stringContaining(reason) })));
});

test("an article comes before the next line has come in", async () => {
  let asked = 0;
  async function* slow(): AsyncGenerator<Uint8Array> {
    for (const id of ["a", "b"]) {
      asked += 1;
      yield new TextEncoder().encode(`{"id": "${id}", "text": "Words."}\n`);
    }
  }
  const readings = readJsonLines(slow(), "standard input", nothingKnown);
  await readings.next();
  expect(asked).toBe(1);
  await readings.return(undefined);
});

test("a line over the limit is named, and its neighbours are read", async () => {
  const lines = await allOf(splitLines(pieces("short\nmuch too ", "long\nend"), 6));
  expect(lines.map(({ kind, number }) => [kind, number])).toEqual([
    ["line", 1],
    ["too-long", 2],
    ["line", 3],
  ]);
});

test("lines do not depend on where the stream is cut", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: fc.constantFrom("a", "é", "\n") }), fc.nat(40), async (text, at) => {
      const bytes = new TextEncoder().encode(text);
      const texts = async (...parts: readonly Uint8Array[]): Promise<readonly string[]> =>
        (await allOf(splitLines(pieces(...parts)))).map((line) =>
          line.kind === "line" ? new TextDecoder().decode(line.bytes) : "",
        );
      expect(await texts(bytes.subarray(0, at), bytes.subarray(at))).toEqual(await texts(bytes));
      expect(await texts(bytes)).toEqual(
        text.endsWith("\n") || text === "" ? text.split("\n").slice(0, -1) : text.split("\n"),
      );
    }),
  );
});

const names = parseFieldNames(
  "text\tbody\ntext\tmessage\ntitle\ttitle\ntitle\theadline\npublished\tday\noutlet\tuser.name\n",
);

test("a line without a text of this program's own is read by the names of data", async () => {
  const lines =
    '{"headline": "Quay", "body": "It is shut.", "user": {"name": "Mail"}}\n{"id": "b"}\n{"text": " As it is. "}\n';
  const readings = await allOf(readJsonLines(pieces(lines), "in", nothingKnown, async () => names));
  expect(readings).toMatchObject([
    { kind: "article", article: { text: "Quay\n\nIt is shut.", title: "Quay", outlet: "Mail" } },
    { kind: "unreadable", reason: expect.stringContaining('"text" is missing') },
    { kind: "article", article: { text: " As it is. " } },
  ]);
});

test("names that a person gives come first, also before a text", async () => {
  const given = withFieldMap(
    names,
    new Map([
      ["text", "words"],
      ["published", "when"],
    ]),
  );
  const line = '{"text": "unused", "words": "It is shut.", "when": "2031-03-04"}\n';
  const readings = await allOf(readJsonLines(pieces(line), "in", nothingKnown, async () => given));
  expect(readings).toMatchObject([{ article: { text: "It is shut.", published: "2031-03-04" } }]);
});
