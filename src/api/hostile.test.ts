import { mkdirSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { connect } from "node:net";
import fc from "fast-check";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openedServer, ownPage } from "../../test/opened-server.js";
import { addToRecord, servedArticles } from "../../test/served-record.js";
import { temporaryFolder } from "../../test/temporary-folder.js";
import { commands } from "./commands.js";
import { refusalSchema } from "./refusal.js";
import { resources } from "./resources.js";

// Linking and the tables take long on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const path = temporaryFolder();
let app: FastifyInstance;
let reported: () => string;

beforeAll(async () => {
  await addToRecord(path("a.db"), servedArticles);
  mkdirSync(path("pages/assets"), { recursive: true });
  writeFileSync(path("pages/index.html"), "<!doctype html><title>pages</title>");
  mkdirSync(path("docs/methods"), { recursive: true });
  writeFileSync(path("docs/index.html"), "<!doctype html><title>docs</title>");
  writeFileSync(path("docs/methods/reading.html"), "<!doctype html><title>reading</title>");
  writeFileSync(path("secret.txt"), "beside the pages");
  ({ app, reported } = await openedServer(path("a.db"), { patience: 600, pages: path("pages"), docs: path("docs") }));
});
afterAll(() => app.close());

/** Whatever a client sends, it gets an answer or hears what is wrong with it; nothing went wrong here. */
function expectClear(response: { readonly statusCode: number; readonly body: string }, what: string): void {
  expect(response.statusCode, what).toBeLessThan(500);
  if (response.statusCode >= 400)
    expect(refusalSchema.safeParse(JSON.parse(response.body)).error, what).toBeUndefined();
  expect(reported(), what).toBe("");
}

const odd = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.constantFrom(
    "",
    "..",
    "%2e%2e",
    "../../etc/passwd",
    "\0",
    "a\0b",
    "'; drop table version; --",
    '"',
    "*",
    "NEAR(",
    "a AND",
    "()",
  ),
  fc.constantFrom(
    "-1",
    "0",
    "1e9",
    "99999999999999999999",
    "NaN",
    "null",
    "2031-02-30",
    "2031-13-01",
    "9999-12-31T99:99:99Z",
  ),
  fc.constantFrom("art_/st_1", "x/st_99999999999999999999", "sy_", "ev_1", "wh_'", "co_0", "__proto__", "constructor"),
  fc.string({ unit: fc.constantFrom("\u202e", "\u0000", "é", "\ud800", "💣", "%", "/", "\\"), maxLength: 50 }),
  fc.constant("x".repeat(5_000)),
);
const names = [
  "since",
  "until",
  "country",
  "who",
  "story",
  "watch",
  "as_of",
  "added_after",
  "limit",
  "cursor",
  "kind",
  "by",
  "about",
  "q",
  "token",
  "__proto__",
  "a[b]",
];
const query = fc.array(fc.tuple(fc.constantFrom(...names), odd), { maxLength: 5 });

/** As a client that does not care writes it: encoded, or as far as a request of HTTP lets it be raw. */
const asPart = (value: string, raw: boolean): string =>
  raw ? value.replace(/[^\x21-\x7e]|[#?]/g, "") : encodeURIComponent(value.replace(/\p{Surrogate}/gu, "\ufffd"));

describe("a hostile client gets a clear answer", { timeout: 120_000 }, () => {
  test("to any query of any resource", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...resources), odd, query, fc.boolean(), async (resource, id, asked, raw) => {
        const address = resource.path.replace(/:id|\*/, asPart(id, raw));
        const url = `${address}?${asked.map(([name, value]) => `${asPart(name, raw)}=${asPart(value, raw)}`).join("&")}`;
        expectClear(await app.inject({ url }), url);
      }),
      { numRuns: 400 },
    );
  });

  test("to anything sent to any command", async () => {
    const fields = [
      "kind",
      "id",
      "ids",
      "members",
      "fields",
      "by",
      "reason",
      "name",
      "countries",
      "who",
      "kinds",
      "address",
    ];
    const value = fc.oneof(
      fc.constantFrom("hide", "merge", "split", "relabel", "undo"),
      fc.jsonValue({ maxDepth: 3 }),
      odd,
    );
    const payload = fc.oneof(fc.dictionary(fc.constantFrom(...fields), value), fc.jsonValue());
    let at = 0;
    // Reading in opens sockets, and is tested where it is asked for what it should be.
    const tried = commands.filter(({ path: own }) => own !== "/api/examples");
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...tried), odd, payload, async ({ method, path: own, body }, id, sent) => {
        at += 1;
        const url = own.replace(/:\w+/, asPart(id, false));
        const response = await app.inject({
          ...{ method, url, headers: { ...ownPage, "content-type": "application/json" } },
          // One address of many, that is let go on.
          remoteAddress: `10.0.${at >> 8}.${at & 255}`,
          ...(body === null ? {} : { payload: JSON.stringify(sent) }),
        });
        expectClear(response, `${method} ${url} ${JSON.stringify(sent)}`);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    [
      "a huge body",
      { payload: "x".repeat(2_000_000), headers: { ...ownPage, "content-type": "application/json" } },
      413,
    ],
    ["a body that is no JSON", { payload: "{", headers: { ...ownPage, "content-type": "application/json" } }, 400],
    [
      "a body of another type",
      { payload: "a=b", headers: { ...ownPage, "content-type": "application/x-www-form-urlencoded" } },
      400,
    ],
    [
      "JSON with a prototype in it",
      { payload: '{"__proto__":{"a":1}}', headers: { ...ownPage, "content-type": "application/json" } },
      400,
    ],
    ["deep JSON", { payload: "[".repeat(100_000), headers: { ...ownPage, "content-type": "application/json" } }, 400],
  ] as const)("to %s", async (what, sent, status) => {
    const response = await app.inject({ method: "POST", url: "/api/corrections", remoteAddress: "10.9.9.9", ...sent });
    expect(response.statusCode, response.body).toBe(status);
    expectClear(response, what);
  });
});

describe("over a socket", () => {
  let port = 0;
  beforeAll(async () => {
    await app.listen({ port: 0, host: "127.0.0.1" });
    const address = app.server.address();
    if (address !== null && typeof address === "object") port = address.port;
  });

  /** What comes back to words that are sent piece by piece, and whether the server ended it. */
  const talk = (pieces: readonly string[], pause: number): Promise<string> => talkUntilLeft([...pieces], pause);
  /** The same; takes what it sends out of the pieces. */
  const talkUntilLeft = (left: string[], pause: number): Promise<string> =>
    new Promise((resolve) => {
      const socket = connect(port, "127.0.0.1");
      let heard = "";
      const timer = setInterval(() => {
        const piece = left.shift();
        if (piece !== undefined && socket.writable) socket.write(piece);
      }, pause);
      socket.on("data", (data: Buffer) => {
        heard += data.toString("latin1");
      });
      socket.on("error", () => undefined);
      socket.on("close", () => {
        clearInterval(timer);
        resolve(heard);
      });
    });

  test("who sends a request too slowly is told so, and let go", async () => {
    const slow = Array.from({ length: 400 }, (_, at) => `X-${at}: y\r\n`);
    const left = Array.from({ length: 20 }, () => ["GET /api/brief HTTP/1.1\r\nHost: localhost\r\n", ...slow]);
    const heard = await Promise.all(left.map((pieces) => talkUntilLeft(pieces, 50)));
    for (const one of heard) expect(one).toMatch(/^HTTP\/1\.1 408 /);
    for (const pieces of left) expect(pieces).not.toEqual([]);
    const body = [
      "POST /api/corrections HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n",
      ..."x".repeat(400),
    ];
    expect(await talk(body, 50)).toMatch(/^HTTP\/1\.1 408 /);
    expect((await app.inject("/api/status")).statusCode).toBe(200);
  });

  /** What the server answers to an address just as it is written. */
  const getRaw = (address: string, accept: string): Promise<{ readonly statusCode: number; readonly body: string }> =>
    new Promise((resolve, reject) => {
      const asked = request({ port, host: "127.0.0.1", path: address, headers: { accept } }, (response) => {
        let body = "";
        response.setEncoding("utf8").on("data", (part: string) => {
          body += part;
        });
        response.on("end", () => resolve({ statusCode: response.statusCode ?? 0, body }));
      });
      asked.on("error", reject).end();
    });

  test("the docs lie in a folder of their own", async () => {
    const [bare, first, inner, none] = await Promise.all(
      ["/docs", "/docs/", "/docs/methods/reading.html", "/docs/none.html"].map((url) => app.inject(url)),
    );
    expect([bare?.statusCode, bare?.headers.location]).toEqual([308, "/docs/"]);
    expect(first?.body).toContain("<title>docs</title>");
    expect(first?.headers["content-security-policy"]).toContain("script-src 'self'");
    expect(inner?.body).toContain("<title>reading</title>");
    expect(none?.statusCode).toBe(404);
  });

  test("no address leads out of the pages, and none is an error", async () => {
    const step = fc.constantFrom(
      ...["api", "..", ".", "%2e%2e", "%2f", "%5c", "\\", "", "things", "%00", "%zz", "%", "assets", "package.json"],
      ...["secret.txt", "index.html", "%c0%ae", "..%2f..%2f", "....//", "a:", "%2e%2e%2fsecret.txt", "docs", "methods"],
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 8 }),
        fc.constantFrom("text/html", "*/*", ""),
        async (steps, accept) => {
          const response = await getRaw(`/${steps.join("/")}`, accept);
          expect(response.body).not.toContain("beside the pages");
          if (response.statusCode === 308) return;
          if (response.body.startsWith("<!doctype")) expect(response.statusCode).toBe(200);
          else expectClear(response, steps.join("/"));
        },
      ),
      { numRuns: 400 },
    );
  });

  test("what is no HTTP, and headers without end, are refused", async () => {
    expect(await talk(["HELO there\r\n\r\n"], 1)).toMatch(/^HTTP\/1\.1 400 /);
    const headers = `GET / HTTP/1.1\r\nHost: localhost\r\n${"X-Long: y\r\n".repeat(4_000)}\r\n`;
    expect(await talk([headers], 1)).toMatch(/^HTTP\/1\.1 431 /);
  });

  test("memory stays flat under many questions, each asked once", async () => {
    const ask = async (from: number, to: number): Promise<void> => {
      for (let at = from; at < to; at++) await app.inject(`/api/timeline?who=Sulk&until=2031-06-01&about=${at}&by=x`);
      for (let at = from; at < to; at++) await app.inject(`/api/lines?limit=${1 + (at % 400)}&who=Sulk${at}`);
    };
    const heap = (): number => {
      globalThis.gc?.();
      return process.memoryUsage().heapUsed;
    };
    await ask(0, 300);
    const before = heap();
    await ask(300, 1_300);
    expect(heap() - before).toBeLessThan(60 * 1024 * 1024);
  });
});
