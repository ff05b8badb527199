import { brotliCompressSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { allOf } from "../../../test/all-of.js";
import { type ArchiveEntry, readArchive } from "./read-archive.js";

const PAGE = "<!doctype html><title>Quay</title><p>The northern quay is shut.</p>";
const TYPE = "text/html; charset=utf-8";

interface RecordOptions {
  readonly length?: number;
  readonly address?: string;
}

function warcRecord(
  type: string,
  content: string | Buffer,
  { length, address = "https://mail.example/quay" }: RecordOptions = {},
): Buffer {
  const bytes = Buffer.from(content);
  const head = `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${address}\r\nWARC-Date: 2031-03-04T08:15:00Z\r\nContent-Type: application/http\r\nContent-Length: ${length ?? bytes.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from("\r\n\r\n")]);
}

function http(status: number, body: string | Buffer, headers = `Content-Type: ${TYPE}\r\n`): Buffer {
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status} Somehow\r\n${headers}\r\n`), Buffer.from(body)]);
}

const page = (address: string): Buffer => warcRecord("response", http(200, PAGE), { address });
const three = ["a", "b", "c"].map((name) => page(`https://mail.example/${name}`));

/** The bytes in pieces of a size that divides nothing. */
async function* pieces(bytes: Uint8Array, size = 977): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

function entriesOf(...parts: readonly Uint8Array[]): Promise<readonly ArchiveEntry[]> {
  return allOf(readArchive(pieces(Buffer.concat(parts))));
}

function short(entries: readonly ArchiveEntry[]): readonly string[] {
  return entries.map((entry) => {
    if (entry.kind === "page")
      return `page ${entry.page.address?.split("/").at(-1)} ${Buffer.from(entry.page.bytes).equals(Buffer.from(PAGE))}`;
    return entry.kind === "passed" ? entry.what : `broken at ${entry.place.offset}: ${entry.reason}`;
  });
}

test("a page comes with its address, its time of fetching, its type and its place", async () => {
  const info = warcRecord("warcinfo", "software: quill\r\n");
  const [, entry] = await entriesOf(info, page("https://mail.example/quay"));
  expect(entry).toMatchObject({
    kind: "page",
    place: { record: 2, offset: info.length },
    page: { address: "https://mail.example/quay", fetched: "2031-03-04T08:15:00Z", contentType: TYPE },
  });
});

test("what is no page is passed over by name", async () => {
  const entries = await entriesOf(
    warcRecord("request", "GET / HTTP/1.1\r\n\r\n"),
    warcRecord("response", http(404, PAGE)),
    warcRecord("response", http(200, "%PDF", "Content-Type: application/pdf\r\n")),
    warcRecord("response", http(200, PAGE, "")),
  );
  expect(short(entries)).toEqual(["request", "status 404", "application/pdf", "page quay true"]);
});

test("chunks and codings are undone, and bodies that only claim them are taken as they are", async () => {
  const half = PAGE.length >> 1;
  const chunked = `${half.toString(16)}\r\n${PAGE.slice(0, half)}\r\n${(PAGE.length - half).toString(16)};x=1\r\n${PAGE.slice(half)}\r\n0\r\n\r\n`;
  const headers = (more: string): string => `Content-Type: ${TYPE}\r\n${more}\r\n`;
  const bodies = [
    http(200, chunked, headers("Transfer-Encoding: chunked")),
    http(200, PAGE, headers("Transfer-Encoding: chunked")),
    http(200, gzipSync(PAGE), headers("Content-Encoding: gzip")),
    http(200, PAGE, headers("Content-Encoding: gzip")),
    http(200, brotliCompressSync(PAGE), headers("Content-Encoding: br")),
    http(200, PAGE, headers("Content-Encoding: br")),
  ];
  const entries = await entriesOf(...bodies.map((body) => warcRecord("response", body)));
  expect(short(entries)).toEqual(bodies.map(() => "page quay true"));
});

test.each([
  ["plain", Buffer.concat(three)],
  ["a member for each record", Buffer.concat(three.map((record) => gzipSync(record)))],
  ["one member for all", gzipSync(Buffer.concat(three))],
  [
    "members that end within records",
    Buffer.concat([gzipSync(Buffer.concat(three).subarray(0, 300)), gzipSync(Buffer.concat(three).subarray(300))]),
  ],
])("gives the same pages packed as %s", async (_how, bytes) => {
  expect(short(await entriesOf(bytes))).toEqual(["page a true", "page b true", "page c true"]);
});

test("a broken member costs its own record and no other", async () => {
  const members = three.map((record) => gzipSync(record));
  const [first = Buffer.of(), second = Buffer.of(), third = Buffer.of()] = members;
  const damaged = Buffer.from(second);
  damaged.fill(0xff, 20, 60);
  const entries = short(await entriesOf(first, damaged, third));
  expect(entries[0]).toBe("page a true");
  expect(entries.at(-1)).toBe("page c true");
  expect(entries.filter((one) => one.startsWith(`broken at ${first.length}:`))).toHaveLength(1);
});

test("a bomb is given up, and what stands behind it is read", async () => {
  const zeros = Buffer.alloc(128 * 1024 * 1024);
  const bomb = gzipSync(
    Buffer.concat([Buffer.from(`WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9000000000\r\n\r\n`), zeros]),
  );
  const [a = Buffer.of(), b = Buffer.of()] = three.map((record) => gzipSync(record));
  const entries = short(await entriesOf(a, bomb, b));
  expect([entries[0], entries.at(-1)]).toEqual(["page a true", "page b true"]);
  expect(entries.join()).toContain("unpack to more than 200 times their size");
});

test.each([
  ["too long", 100_000],
  ["too short", 40],
])("a length that is %s costs no other record, nor the page that is all there", async (_what, length) => {
  const whole = http(200, PAGE, `Content-Type: ${TYPE}\r\nContent-Length: ${PAGE.length}\r\n`);
  const entries = short(
    await entriesOf(warcRecord("response", whole, { length, address: "https://mail.example/odd" }), ...three),
  );
  expect(entries[0]).toMatch(/its page is whole, and is read$/);
  expect(entries.slice(1).map((one) => one.slice(0, 6))).toEqual(["page o", "page a", "page b", "page c"]);
});

test("a file that is cut off names the record that it ends in", async () => {
  const bytes = Buffer.concat(three);
  const entries = short(await entriesOf(bytes.subarray(0, bytes.length - 30)));
  expect(entries).toEqual([
    "page a true",
    "page b true",
    `broken at ${bytes.length - (three[2]?.length ?? 0)}: the record is cut off`,
  ]);
});

test("ARC files are read, with addresses that hold spaces, and past records without a length", async () => {
  const line = (address: string, length: number | string): string =>
    `${address} 192.0.2.7 20310304081500 text/html ${length}\n`;
  const body = http(200, PAGE);
  const info = "1 0 Quill\nURL IP-address Archive-date Content-type Archive-length\n";
  const entries = await entriesOf(
    Buffer.from(line("filedesc://quay.arc", info.length) + info),
    Buffer.from(`\n${line("https://mail.example/no", "many")}`),
    Buffer.from(`\n${line("https://mail.example/a b", body.length)}`),
    body,
  );
  expect(short(entries)).toEqual([
    "warcinfo",
    expect.stringContaining('no length that can be read ("many")'),
    "page a%20b true",
  ]);
  expect(entries[2]).toMatchObject({ page: { fetched: "2031-03-04T08:15:00Z" } });
});

test("any bytes give entries and no crash, and the same ones each time", async () => {
  const archive = Buffer.concat(three.map((record) => gzipSync(record)));
  const damage = fc.array(fc.tuple(fc.nat(archive.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(damage, fc.boolean(), async (changes, packed) => {
      const bytes = Buffer.from(packed ? archive : Buffer.concat(three));
      for (const [at, value] of changes) bytes[at] = value;
      const first = short(await entriesOf(bytes));
      expect(first.length).toBeGreaterThan(0);
      expect(short(await allOf(readArchive(pieces(bytes, 64))))).toEqual(first);
    }),
    { numRuns: 60 },
  );
});
