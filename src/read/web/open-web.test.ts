import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createSecureServer, type Http2SecureServer, type ServerHttp2Session } from "node:http2";
import { type AddressInfo, createServer as createSocketServer, type Socket } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type NetworkPolicy, openNetwork } from "../fetch.js";
import type { FetchOutcome } from "./fetch-outcome.js";
import { openWeb, type Web } from "./open-web.js";

/** A real server on the loopback; each test says what it answers, and reads what it was asked. */
let server: Server;
let origin: string;
let asked: { readonly path: string; readonly headers: IncomingMessage["headers"] }[] = [];
let answer: (path: string, response: ServerResponse, request: IncomingMessage) => void;
let robots: (response: ServerResponse) => void;
let slept: number[] = [];
const webs: Web[] = [];

const PAGE = "<!doctype html><title>Quay</title><p>The quay is shut.</p>";

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? "";
    if (path === "/robots.txt") return robots(response);
    asked.push({ path, headers: request.headers });
    answer(path, response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  for (const web of webs) web.close();
  server.closeAllConnections();
  server.close();
});

beforeEach(() => {
  asked = [];
  slept = [];
  robots = (response) => void response.writeHead(404).end();
  answer = (_path, response) => void response.end(PAGE);
});

/** A clock that only sleeping moves. */
function webOf(policy: Partial<NetworkPolicy> = {}): Web {
  let now = Date.parse("2031-03-04T09:00:00Z");
  const clock = {
    now: () => now,
    sleep: async (milliseconds: number) => {
      slept.push(milliseconds);
      now += milliseconds;
    },
    random: () => 0,
  };
  const web = openWeb(openNetwork({ allowPrivate: true, timeout: 500, ...policy }), clock, {
    userAgent: "sitrep/test",
  });
  webs.push(web);
  return web;
}

function get(
  path: string,
  web = webOf(),
  validators: { etag: string | null; lastModified: string | null } | null = null,
) {
  return web.fetch({ address: path.startsWith("/") ? `${origin}${path}` : path, validators });
}

function reasonOf(outcome: FetchOutcome): string {
  return outcome.kind === "failed" ? `${outcome.fault}: ${outcome.reason}` : outcome.kind;
}

test("200: bytes, final address, time, and what to ask with next time", async () => {
  answer = (_path, response) => {
    response.writeHead(200, {
      "content-type": "text/html; charset=utf-8",
      etag: '"a"',
      "last-modified": "Tue, 04 Mar 2031 08:00:00 GMT",
    });
    response.end(PAGE);
  };
  const outcome = await get("/quay#top");
  expect(outcome).toMatchObject({
    kind: "fetched",
    movedTo: null,
    validators: { etag: '"a"', lastModified: "Tue, 04 Mar 2031 08:00:00 GMT" },
    retrieval: { address: `${origin}/quay`, contentType: "text/html; charset=utf-8" },
  });
  expect(outcome.kind === "fetched" && Buffer.from(outcome.bytes).toString()).toBe(PAGE);
  expect(asked[0]?.headers["user-agent"]).toBe("sitrep/test");
});

test("304: nothing has changed, and the server was asked for changes only", async () => {
  answer = (_path, response) => void response.writeHead(304).end();
  const validators = { etag: '"a"', lastModified: "Tue, 04 Mar 2031 08:00:00 GMT" };
  expect(await get("/quay", webOf(), validators)).toMatchObject({ kind: "unchanged", validators });
  expect(asked[0]?.headers).toMatchObject({ "if-none-match": '"a"', "if-modified-since": validators.lastModified });
});

test("redirects are followed, and told apart by whether they are for good", async () => {
  answer = (path, response) => {
    if (path === "/old") response.writeHead(301, { location: "/new" }).end();
    else if (path === "/today") response.writeHead(302, { location: "/new" }).end();
    else response.end(PAGE);
  };
  const web = webOf();
  expect(await get("/old", web)).toMatchObject({ kind: "fetched", movedTo: `${origin}/new` });
  expect(await get("/today", web)).toMatchObject({
    kind: "fetched",
    movedTo: null,
    retrieval: { address: `${origin}/new` },
  });
});

test("redirects without end, and ones that leave the web, are refused", async () => {
  answer = (path, response) => {
    const location =
      path === "/loop" ? "/loop" : path === "/file" ? "file:///etc/passwd" : "http://user:word@host.example/";
    response.writeHead(302, { location }).end();
  };
  const web = webOf();
  expect(reasonOf(await get("/loop", web))).toBe("redirects: it redirects more than 5 times");
  expect(reasonOf(await get("/file", web))).toContain("not file:");
  expect(reasonOf(await get("/user", web))).toContain("name or password");
});

test.each([403, 404, 410])("%d is final", async (status) => {
  answer = (_path, response) => void response.writeHead(status).end("no");
  expect(await get("/quay")).toMatchObject({ kind: "failed", fault: "status", status });
  expect(asked).toHaveLength(1);
});

test("500 is asked three times, each pause longer than the one before", async () => {
  answer = (_path, response) => void response.writeHead(500).end();
  expect(await get("/quay")).toMatchObject({ kind: "failed", status: 500 });
  expect(asked).toHaveLength(3);
  expect(slept.filter((milliseconds) => milliseconds >= 1000)).toEqual([1000, 1000, 2000]);
});

test("429 is waited out as long as it says, and handed on where that is too long", async () => {
  answer = (_path, response) => {
    if (asked.length === 1) response.writeHead(429, { "retry-after": "7" }).end();
    else response.end(PAGE);
  };
  expect((await get("/quay")).kind).toBe("fetched");
  expect(slept).toContain(7000);
  answer = (_path, response) => void response.writeHead(503, { "retry-after": "Tue, 04 Mar 2031 12:00:00 GMT" }).end();
  expect(await get("/quay")).toMatchObject({ kind: "failed", status: 503, retryAt: "2031-03-04T12:00:00.000Z" });
});

test("a server that never ends its answer is left after a while", async () => {
  answer = (_path, response) => {
    const drip = setInterval(() => response.write("."), 20);
    response.on("close", () => clearInterval(drip));
  };
  expect(reasonOf(await get("/slow"))).toBe("timeout: no whole answer within 0.5 s");
});

test("an endless answer is left at the limit", async () => {
  const chunk = Buffer.alloc(1024 * 1024, "x");
  answer = (_path, response) => {
    const pour = (): void => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on("drain", pour);
    pour();
  };
  expect(reasonOf(await get("/endless", webOf({ timeout: 20_000 })))).toContain("longer than 33554432 bytes");
});

test("a gzip bomb is refused, and sound codings are undone", async () => {
  const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
  answer = (path, response) => {
    const coding = path === "/br" ? "br" : "gzip";
    response.setHeader("content-encoding", coding);
    if (path === "/bomb") response.end(bomb);
    else if (path === "/broken") response.end(gzipSync(PAGE).subarray(0, 30));
    else if (path === "/plain") response.end(PAGE);
    else response.end(coding === "br" ? brotliCompressSync(PAGE) : gzipSync(PAGE));
  };
  const web = webOf();
  expect(reasonOf(await get("/bomb", web))).toContain("unpacks to more than");
  expect(reasonOf(await get("/broken", web))).toContain("broken gzip data");
  for (const path of ["/gzip", "/br", "/plain"]) {
    const outcome = await get(path, web);
    expect(outcome.kind === "fetched" && Buffer.from(outcome.bytes).toString(), path).toBe(PAGE);
  }
});

test("a length that is too long, an answer that is not HTTP and a hang-up are faults, not crashes", async () => {
  const replies = ["HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\nshort", "220 mail ready\r\n", ""];
  const sockets = new Set<Socket>();
  let reply = "";
  const odd = createSocketServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.once("data", (data) => {
      const isRobots = data.toString().startsWith("GET /robots.txt");
      socket.end(isRobots ? "HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\nconnection: close\r\n\r\n" : reply);
    });
  });
  await new Promise<void>((resolve) => odd.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(odd.address() as AddressInfo).port}/`;
  for (const one of replies) {
    reply = one;
    expect(reasonOf(await get(address))).toMatch(/^broken: /);
  }
  for (const socket of sockets) socket.destroy();
  odd.close();
});

test("robots.txt is obeyed: what it forbids is not asked for, and its pause is kept", async () => {
  robots = (response) => void response.end("User-agent: *\nDisallow: /private\nCrawl-delay: 5\n");
  const web = webOf();
  expect(reasonOf(await get("/private/quay", web))).toContain("robots.txt asks not to fetch");
  expect(asked).toEqual([]);
  await get("/a", web);
  await get("/b", web);
  expect(slept).toContain(5000);
});

test("a robots.txt that fails bars the site; one that is not there does not", async () => {
  robots = (response) => void response.writeHead(503).end();
  expect(reasonOf(await get("/quay"))).toMatch(/^robots-unread: its robots.txt could not be read/);
  robots = (response) => void response.writeHead(403).end();
  expect((await get("/quay")).kind).toBe("fetched");
});

test("addresses of this machine and of private networks are refused in every notation", async () => {
  const { port } = new URL(origin);
  const web = webOf({ allowPrivate: false });
  const hosts = [
    "127.0.0.1",
    "2130706433",
    "0x7f.1",
    "0177.0.0.1",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "0.0.0.0",
    "localhost",
    "169.254.169.254",
    "10.0.0.1",
  ];
  for (const host of hosts) {
    expect(reasonOf(await get(`http://${host}:${port}/quay`, web)), host).toMatch(/^forbidden: .*no public address/);
  }
  expect(asked).toEqual([]);
});

test("a public name that stands for a private address is refused when it is connected to", async () => {
  const { port } = new URL(origin);
  const resolve = async () => [{ address: "127.0.0.1", family: 4 }];
  const address = `http://quay.example:${port}/quay`;
  expect(reasonOf(await get(address, webOf({ allowPrivate: false, resolve })))).toMatch(
    /^forbidden: quay\.example \(127/,
  );
  expect(asked).toEqual([]);
  expect((await get(address, webOf({ allowPrivate: true, resolve }))).kind).toBe("fetched");
});

test.each([
  "quay",
  "ftp://host.example/",
  "http://",
  "javascript:alert(1)",
])("%s is no address to fetch", async (address) => {
  expect((await webOf().fetch({ address, validators: null })).kind).toBe("failed");
});

test("a cookie that is set on the way comes back on the way, and not at the next fetch", async () => {
  answer = (path, response, request) => {
    if (path === "/feed" && request.headers.cookie === "seen=1; n=2") return void response.end("feed");
    response
      .writeHead(302, {
        location: path === "/feed" ? "/check" : "/feed",
        "set-cookie": ["seen=1; Expires=Fri, 04 Mar 2095 08:00:00 GMT", "n=2"],
      })
      .end();
  };
  const web = webOf();
  expect(reasonOf(await get("/feed", web))).toBe("fetched");
  expect(asked.map(({ path, headers }) => [path, headers.cookie])).toEqual([
    ["/feed", undefined],
    ["/check", "seen=1; n=2"],
    ["/feed", "seen=1; n=2"],
  ]);
  await get("/feed", web);
  expect(asked[3]?.headers.cookie).toBeUndefined();
});

describe("a server of HTTP/2 alone", () => {
  const pem = (name: string): string =>
    readFileSync(new URL(`../../../test/loopback-certificate/${name}.pem`, import.meta.url), "utf8");
  const [trusted, key] = [pem("cert"), pem("key")];
  let only: Http2SecureServer;
  const sessions: ServerHttp2Session[] = [];
  let address = "";

  beforeAll(async () => {
    only = createSecureServer({ key, cert: trusted, allowHTTP1: false });
    only.on("session", (session) => void sessions.push(session));
    only.on("stream", (stream, headers) => {
      if (headers[":path"] === "/robots.txt") stream.respond({ ":status": 404 }, { endStream: true });
      else if (headers[":path"] === "/hang") stream.respond({ ":status": 200 });
      else if (headers[":path"] === "/break") stream.close();
      else {
        stream.respond({ ":status": 200, "content-type": "text/html", "set-cookie": ["a=1", "b=2"] });
        stream.end(headers[":path"] === "/big" ? "x".repeat(33 * 1024 * 1024) : PAGE);
      }
    });
    await new Promise<void>((resolve) => only.listen(0, "127.0.0.1", resolve));
    address = `https://127.0.0.1:${(only.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    for (const session of sessions) session.destroy();
    only.close();
  });

  test("is read", async () => {
    const web = webOf({ trusted });
    for (const path of ["/quay", "/pier"]) {
      const outcome = await get(`${address}${path}`, web);
      expect(outcome).toMatchObject({ kind: "fetched", retrieval: { status: 200, contentType: "text/html" } });
      expect(outcome.kind === "fetched" && Buffer.from(outcome.bytes).toString()).toBe(PAGE);
    }
  });

  test("keeps the limits of time and size, and what breaks off is told", { timeout: 60_000 }, async () => {
    const web = webOf({ trusted, timeout: 30_000 });
    expect(reasonOf(await get(`${address}/big`, web))).toMatch(/^too-big/);
    expect(reasonOf(await get(`${address}/break`, web))).toMatch(/^broken/);
    expect(reasonOf(await get(`${address}/hang`, webOf({ trusted })))).toMatch(/^timeout/);
  });

  test("is not reached by a name that stands for a private address", async () => {
    const { port } = new URL(address);
    const resolve = async () => [{ address: "127.0.0.1", family: 4 }];
    const outcome = await get(`https://mail.example:${port}/`, webOf({ trusted, allowPrivate: false, resolve }));
    expect(reasonOf(outcome)).toMatch(/^forbidden/);
  });

  test("is not trusted without a certificate that holds", async () => {
    expect(reasonOf(await get(`${address}/quay`))).toMatch(/^unreachable: .*certificate/);
  });
});

test("a refusal that is none of HTTP/2 stays what it is", async () => {
  answer = (_path, response) => void response.writeHead(403).end("No robots here, use HTTP/2 to see.");
  expect(reasonOf(await get("/quay"))).toBe("status: the server answers with status 403");
});

const leadingOn = (target: string): string =>
  `<html><head><meta http-equiv="refresh" content="0; url=${target}"><title>Redirecting</title></head><body><a href="${target}">Go on</a></body></html>`;

describe("a page that only leads on", () => {
  test("is followed as a redirect is", async () => {
    answer = (path, response) => void response.end(path === "/a" ? leadingOn("/b") : PAGE);
    const outcome = await get("/a");
    expect(outcome).toMatchObject({ kind: "fetched", retrieval: { address: `${origin}/b` }, movedTo: null });
  });

  test("is followed five times at most", async () => {
    answer = (path, response) => void response.end(leadingOn(`${path}x`));
    expect(reasonOf(await get("/a"))).toContain("redirects: it redirects more than 5 times");
  });

  test("leads to no other kind of address, and to none that robots.txt bars", async () => {
    answer = (_path, response) => void response.end(leadingOn("file:///etc/passwd"));
    expect(reasonOf(await get("/a"))).toContain("forbidden: it redirects to an address that is not fetched");
    robots = (response) => void response.end("User-agent: *\nDisallow: /b");
    answer = (_path, response) => void response.end(leadingOn("/b"));
    expect(reasonOf(await get("/a"))).toContain("robots:");
  });

  test("is taken as it is where it leads to itself", async () => {
    answer = (_path, response) => void response.end(leadingOn("/a#top"));
    expect(await get("/a")).toMatchObject({ kind: "fetched", retrieval: { address: `${origin}/a` } });
  });
});
