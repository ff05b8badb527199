import { mkdirSync, writeFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openedServer } from "../../test/opened-server.js";
import { temporaryFolder } from "../../test/temporary-folder.js";
import { openStoreForWriting } from "../store/store.js";

const path = temporaryFolder();
const script = "document.title = 'the desk';".repeat(40);
let app: FastifyInstance;

beforeAll(async () => {
  mkdirSync(path("pages/assets"), { recursive: true });
  writeFileSync(path("pages/index.html"), "<h1>The desk</h1>");
  writeFileSync(path("pages/assets/desk.js"), script);
  writeFileSync(path("pages/assets/desk.js.gz"), gzipSync(script));
  await (await openStoreForWriting(path("a.db"), { now: () => new Date("2031-05-05T12:00:00Z") })).close();
  ({ app } = await openedServer(path("a.db"), { pages: path("pages") }));
});

afterAll(() => app?.close());

const get = (url: string, headers: Readonly<Record<string, string>>) => app.inject({ url, headers });

test("a script goes out packed to whoever can unpack it, and plain to all others", async () => {
  const packed = await get("/assets/desk.js", { "accept-encoding": "gzip, deflate, br" });
  expect(gunzipSync(packed.rawPayload).toString()).toBe(script);
  expect(packed.headers).toMatchObject({ "content-encoding": "gzip", vary: "accept-encoding" });
  expect(packed.headers["content-type"]).toMatch(/javascript/);
  expect(packed.headers["cache-control"]).toContain("immutable");

  const plain = await get("/assets/desk.js", {});
  expect(plain.body).toBe(script);
  expect(plain.headers["content-encoding"]).toBeUndefined();
});

test("a page that nobody has packed goes out all the same, from its own address and from any of the desk's", async () => {
  for (const url of ["/", "/postures"]) {
    const page = await get(url, { accept: "text/html", "accept-encoding": "gzip" });
    expect([page.statusCode, page.body]).toEqual([200, "<h1>The desk</h1>"]);
  }
});
