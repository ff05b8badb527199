/** Numbers from 0 to below 1 that follow from a seed (Mulberry32). */
export type Random = () => number;

/** The numbers of a seed, always the same. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A file with a few things done to it that make it wrong, as chance has it; `others` are what a piece may come from. */
export function mutated(bytes: Buffer, others: readonly Buffer[], random: Random): Buffer {
  let file = bytes;
  const times = 1 + Math.floor(random() ** 2 * 6);
  for (let i = 0; i < times; i++) file = pick(mutations, random)(file, others, random);
  return file.subarray(0, largest);
}

/** In bytes: so that a thousand files are tried in a minute. */
const largest = 200_000;

type Mutation = (file: Buffer, others: readonly Buffer[], random: Random) => Buffer;

const mutations: readonly Mutation[] = [
  function flipBytes(file, _, random) {
    const changed = Buffer.from(file);
    const count = 1 + Math.floor(random() ** 2 * 30);
    for (let i = 0; i < count && changed.length > 0; i++) changed[below(changed.length, random)] = below(256, random);
    return changed;
  },
  function cut(file, _, random) {
    const [from, to] = stretch(file, random);
    return random() < 0.5 ? file.subarray(0, from) : Buffer.concat([file.subarray(0, from), file.subarray(to)]);
  },
  function double(file, _, random) {
    const [from, to] = stretch(file, random);
    const times = 1 + Math.floor(random() ** 4 * 500);
    const piece = file.subarray(from, to);
    return around(
      file,
      from,
      Buffer.concat(Array.from({ length: Math.min(times, largest / (piece.length + 1)) }, () => piece)),
    );
  },
  function splice(file, others, random) {
    const other = pick(others, random);
    const [from, to] = stretch(other, random);
    return around(file, below(file.length + 1, random), other.subarray(from, to));
  },
  function changeNumbers(file, _, random) {
    return Buffer.from(
      file.toString("latin1").replace(/\d+/g, (number) => (random() < 0.3 ? pick(oddNumbers, random) : number)),
      "latin1",
    );
  },
  function nest(file, _, random) {
    const opening = pick(openings, random).repeat(1 + Math.floor(random() ** 3 * 20_000));
    return around(file, below(file.length + 1, random), Buffer.from(opening.slice(0, largest / 2)));
  },
  function mixEncodings(file, _, random) {
    const [from, to] = stretch(file, random);
    const text = file.subarray(from, to).toString("utf8");
    const other = Buffer.from(text, pick(["utf16le", "latin1", "base64", "hex"] as const, random));
    return around(Buffer.concat([file.subarray(0, from), file.subarray(to)]), from, other);
  },
  function insert(file, _, random) {
    return around(file, below(file.length + 1, random), Buffer.from(pick(oddWords, random), "latin1"));
  },
  function inFront(file, _, random) {
    return Buffer.concat([Buffer.from(pick(oddWords, random), "latin1"), file]);
  },
  function turnLineEnds(file, _, random) {
    return Buffer.from(
      file.toString("latin1").replace(/\r?\n/g, pick(["\r", "\r\n", "\n\n", "", "\0\n"], random)),
      "latin1",
    );
  },
];

const oddNumbers = ["0", "-1", "255", "65536", "2147483648", "99999999999999999999", "1e999", "NaN", "00", "0x7f"];

const openings = [
  ...[
    "<div>",
    "<table><tr><td>",
    "<b><i>",
    "<svg><g>",
    "<a href=x>",
    "<!--",
    "<![CDATA[",
    "<x:y>",
    "</p>",
    "&amp;",
    "&#x",
  ],
  ...["[", '{"a":', '[{"text":"a"},', '"', "(", "{", "“", "> ", "=?utf-8?q?", "--x\r\n", "a,", "<v A>", "{\\b"],
];

const oddWords = [
  ...[
    "\0",
    "\xff\xfe",
    "\xfe\xff",
    "\xef\xbb\xbf",
    "\x1f\x8b\x08\0",
    "PK\x03\x04",
    "%PDF-1.7\n",
    "WARC/1.0\r\n",
    "From a\n",
  ],
  ...[
    "<?xml version='1.0' encoding='utf-16'?>",
    "<!DOCTYPE a [<!ENTITY b 'c'>]>",
    "&b;",
    "\xed\xa0\x80",
    "\xc0\xaf",
    "\x1b[2J",
  ],
  ...[
    "charset=utf-7",
    "Content-Type: multipart/mixed; boundary=x\r\n",
    "Content-Transfer-Encoding: base64\r\n",
    "]]>",
    "\r\n\r\n",
  ],
  ...["WEBVTT\n\n00:00.000 --> 99:99:99.999\n", "__proto__", '{"constructor":{"prototype":1}}', "\u0000".repeat(1000)],
];

function pick<Item>(items: readonly Item[], random: Random): Item {
  const item = items[below(items.length, random)];
  if (item === undefined) throw new RangeError("Found nothing to pick from; expected something.");
  return item;
}

function below(count: number, random: Random): number {
  return Math.floor(random() * count);
}

/** Where a stretch of the file begins and ends; mostly a short one. */
function stretch(file: Buffer, random: Random): readonly [from: number, to: number] {
  const from = below(file.length + 1, random);
  return [from, Math.min(file.length, from + Math.ceil(random() ** 3 * file.length))];
}

function around(file: Buffer, at: number, piece: Buffer): Buffer {
  return Buffer.concat([file.subarray(0, at), piece, file.subarray(at)]);
}
