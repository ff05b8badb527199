import { copyFileSync } from "node:fs";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { openedServer, ownPage } from "../../test/opened-server.js";
import { addToRecord, hostileTitle, laterArticle, servedArticles } from "../../test/served-record.js";
import { temporaryFolder } from "../../test/temporary-folder.js";
import { createToken, revokeTokens } from "../store/token-file.js";
import { commands } from "./commands.js";
import { documentedPath, openApi } from "./open-api.js";
import { resources } from "./resources.js";

// Linking and the tables take long on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const path = temporaryFolder();
let app: FastifyInstance;

beforeAll(async () => {
  await addToRecord(path("a.db"), servedArticles);
  app = (await openedServer(path("a.db"))).app;
});
afterAll(() => app.close());

const get = async (url: string, headers: Readonly<Record<string, string>> = {}, to = app) => {
  const response = await to.inject({ url, headers });
  return { status: response.statusCode, headers: response.headers, text: response.body, json: bodyOf(response.body) };
};
const post = async (url: string, payload: object, headers: Readonly<Record<string, string>> = ownPage, to = app) => {
  const response = await to.inject({ method: "POST", url, payload, headers });
  return { status: response.statusCode, json: bodyOf(response.body) };
};
// biome-ignore lint/suspicious/noExplicitAny: what comes back is looked into by tests alone, and checked against its schema in one of them.
const bodyOf = (text: string): any => (text.startsWith("{") ? JSON.parse(text) : null);

/** A record of its own, for whoever changes it. */
async function another(name: string, host = "127.0.0.1") {
  for (const end of ["", "-wal"]) copyIfThere(path(`a.db${end}`), path(`${name}.db${end}`));
  return (await openedServer(path(`${name}.db`), { host })).app;
}
function copyIfThere(from: string, to: string): void {
  try {
    copyFileSync(from, to);
  } catch {
    // A database that was closed has no log beside it.
  }
}

/** What is asked of each resource; a resource without a question here fails the test. */
const questions: Readonly<Record<string, readonly string[]>> = {
  "/api/status": ["/api/status", "/api/status?as_of=2031-05-01"],
  "/api/brief": [
    "/api/brief",
    "/api/brief?since=2031-05-01&who=Sulk",
    "/api/brief?country=Norland&until=2031-06-01",
    "/api/brief?since=24h",
    "/api/brief?added_after=2031-05-05T12:00Z",
  ],
  "/api/timeline": ["/api/timeline", "/api/timeline?since=2031-05-05"],
  "/api/due": ["/api/due", "/api/due?on=2031-05-20&who=Sulk"],
  "/api/timeline/lanes": [
    "/api/timeline/lanes",
    "/api/timeline/lanes?since=2031-05-05&who=Sulk",
    "/api/timeline/lanes?until=2031-01-01",
  ],
  "/api/map": ["/api/map", "/api/map?since=2031-05-05", "/api/map?until=2031-01-01"],
  "/api/statements": ["/api/statements", "/api/statements?who=Tarrant", "/api/statements?party=wh_nobody"],
  "/api/map/lines": ["/api/map/lines?name=Vell", "/api/map/lines?lat=30.5&lon=47.8&precision=city&limit=1"],
  "/api/network": ["/api/network", "/api/network?kind=material_conflict,disputes"],
  "/api/network/lines": [
    "/api/network/lines?from=wh_nobody&to=wh_nobody",
    "/api/network/lines?from=a&to=b&kind=supports",
  ],
  "/api/postures": ["/api/postures", "/api/postures?about=embassy"],
  "/api/lines": [
    "/api/lines",
    "/api/lines?kind=statement,action&limit=1",
    "/api/lines?by=Sulk&who=Sulk&since=2031-05-01",
  ],
  "/api/disputes": ["/api/disputes", "/api/disputes?who=Tarrant&kind=statement,figure&reviewed=false&assigned=Ben"],
  "/api/events": ["/api/events", "/api/events?kind=action"],
  "/api/stories": ["/api/stories", "/api/stories?who=Sulk"],
  "/api/entities": ["/api/entities", "/api/entities?q=Sulk"],
  "/api/articles": ["/api/articles", "/api/articles?country=Norland"],
  "/api/articles/:id": [`/api/articles/${encodeURIComponent("hostile/../%2e%2e")}`],
  "/api/articles/:id/record": [
    "/api/articles/claim/record",
    `/api/articles/${encodeURIComponent("hostile/../%2e%2e")}/record`,
  ],
  "/api/citations": [
    "/api/citations?of=claim/st_1&of=evacuated/ac_1&of=reduced/po_1&of=denial%230-20",
    "/api/citations?of=nothing",
  ],
  "/api/search": ["/api/search?q=quay", "/api/search?q=embassy&limit=1"],
  "/api/search/facets": ["/api/search/facets?q=quay", "/api/search/facets?q=Sulk&kind=statement&day=2031-05-05"],
  "/api/find": ["/api/find?q=sul", "/api/find?q=ISIS", "/api/find?q=%3F"],
  "/api/origins/*": ["/api/origins/claim/st_1", "/api/origins/reduced%2Fpo_1"],
  "/api/sources": ["/api/sources"],
  "/api/sources/:id": ["/api/sources/official%3Aus-advisories"],
  "/api/claims/*": ["/api/claims/claim/st_1", "/api/claims/reduced%2Fpo_1"],
  "/api/review": ["/api/review", "/api/review?kind=dispute,state&limit=1", "/api/review?tag=quays&who=Sulk"],
  "/api/remarks": ["/api/remarks"],
  "/api/fields/*": ["/api/fields/claim/st_1", "/api/fields/reduced/po_1"],
  "/api/corrections": ["/api/corrections", "/api/corrections?by=ana&kind=note,hide&about=claim/st_1"],
  "/api/watches": ["/api/watches"],
  "/api/views": ["/api/views"],
  "/api/unread": [
    "/api/unread",
    "/api/unread?stories=2031-05-06&postures=2031-05-06&disputes=2031-05-06&review=2031-05-06",
  ],
};

describe("what is documented", () => {
  const described = openApi() as unknown as Described;
  interface Described {
    readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly responses: Responses }>>>>;
    readonly components: { readonly schemas: Readonly<Record<string, object>> };
  }
  type Responses = Readonly<
    Record<string, { readonly content?: { readonly "application/json": { readonly schema: object } } }>
  >;

  /** The schema of an answer as the served description has it, and not as the code does. */
  const schemaOf = (url: string, method: string, status: string): z.ZodType => {
    const schema = described.paths[url]?.[method]?.responses[status]?.content?.["application/json"].schema;
    const whole = JSON.stringify({ ...schema, $defs: described.components.schemas });
    return z.fromJSONSchema(JSON.parse(whole.replaceAll("#/components/schemas/", "#/$defs/")));
  };

  test.each(resources.map((one) => [one.path]))("is what %s answers", async (route) => {
    const asked = questions[route] ?? (await thingsToAsk(route));
    expect(asked.length, `questions for ${route}`).toBeGreaterThan(0);
    const schema = schemaOf(documentedPath(route), "get", "200");
    for (const url of asked) {
      const { status, json, text } = await get(url);
      expect(status, `${url}: ${text.slice(0, 300)}`).toBe(200);
      const parsed = schema.safeParse(json);
      expect(parsed.error?.issues ?? [], url).toEqual([]);
      // A field that nobody documented does not pass either.
      expect(schema.safeParse({ ...json, undocumented: 1 }).success, url).toBe(false);
    }
  });

  /** An id of every kind that the lists give. */
  const thingsToAsk = async (route: string): Promise<readonly string[]> => {
    const lists = ["postures", "disputes", "events", "stories", "entities", "lines", "articles"];
    const found = await Promise.all(lists.map(async (list) => (await get(`/api/${list}`)).json.items));
    if (route === "/api/entities/:id") return found[4].map(({ id }: { id: string }) => `/api/entities/${id}`);
    const ids: string[] = found.flatMap((items) => items.map(({ id }: { id: string }) => id));
    const origin = (await get("/api/origins/claim/st_1")).json.told.origin.id;
    return [...ids, origin, "claim/en_1"].map((id) => `/api/things/${encodeURIComponent(id)}`);
  };

  test("is what every error looks like", async () => {
    const schema = schemaOf("/api/brief", "get", "400");
    for (const url of ["/api/brief?since=x", "/api/nothing", "/api/things/nothing", "/api/%zz"]) {
      const { json } = await get(url);
      expect(schema.safeParse(json).error?.issues ?? [], url).toEqual([]);
    }
  });

  test("is every address that answers, and the description is served", async () => {
    expect((await get("/api/openapi.json")).json).toEqual(JSON.parse(JSON.stringify(described)));
    const known = [...resources, ...commands].map((one) => documentedPath(one.path));
    expect(Object.keys(described.paths).sort()).toEqual(
      [...new Set([...known, "/api/jobs/{id}", "/api/changes", "/api/export", "/api/openapi.json"])].sort(),
    );
  });
});

describe("answers", () => {
  test("bear an ETag by which they are not sent twice", async () => {
    const first = await get("/api/brief");
    const etag = String(first.headers.etag);
    expect((await get("/api/brief", { "if-none-match": etag })).status).toBe(304);
    expect((await get("/api/brief", { "if-none-match": `W/"x", ${etag}` })).status).toBe(304);
    expect((await get("/api/brief", { "if-none-match": '"x"' })).status).toBe(200);
  });

  test("let nothing of an article be more than a string", async () => {
    for (const url of ["/api/articles", "/api/brief?since=2031-05-01", "/api/search?q=quay"]) {
      const { headers, text } = await get(url);
      expect(headers["content-type"]).toBe("application/json; charset=utf-8");
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["content-security-policy"]).toContain("default-src 'none'");
      expect(text).not.toContain("\n");
    }
    const { json } = await get("/api/articles?limit=1");
    expect(json.items[0].title).toBe(hostileTitle);
  });

  test("find where the words stand", async () => {
    const { json } = await get("/api/search?q=quay");
    const marked = (text: string, highlights: readonly (readonly [number, number])[]) =>
      highlights.map(([start, end]) => text.slice(start, end));
    for (const { words, highlights } of json.lines) expect(marked(words, highlights)).toContain("quay");
    for (const { excerpt, highlights } of json.articles) expect(marked(excerpt, highlights)).toContain("quay");
    expect(json.lines.length * json.articles.length).toBeGreaterThan(0);
  });

  test("are pages when asked for pages only", async () => {
    expect((await get("/postures", { accept: "text/html" })).text).toContain("<h1>");
    expect((await get("/api/postures/x", { accept: "text/html" })).status).toBe(404);
    expect((await get("/../../etc/passwd", { accept: "*/*" })).status).toBe(404);
  });
});

describe("pages of a list", () => {
  const all = async (url: string, to: FastifyInstance, between: () => Promise<void>) => {
    const items: unknown[] = [];
    let next: string | null = "";
    while (next !== null) {
      const { json, status }: Awaited<ReturnType<typeof get>> = await get(`${url}${next && `&cursor=${next}`}`, {}, to);
      expect(status).toBe(200);
      items.push(...json.items);
      next = json.next;
      await between();
    }
    return items;
  };
  const lists = ["lines", "articles", "events", "stories", "entities", "postures", "disputes"];

  test("are the whole list, each item once, also when articles come in between", async () => {
    const own = await another("pages");
    const whole = await Promise.all(lists.map(async (list) => (await get(`/api/${list}`, {}, own)).json.items));
    let added = false;
    for (const [at, list] of lists.entries()) {
      const items = await all(`/api/${list}?limit=2${at === 0 ? "" : "&as_of=2031-05-21"}`, own, async () => {
        if (!added) await addToRecord(path("pages.db"), [laterArticle], "2031-05-22T00:00:00Z");
        added = true;
      });
      expect(items, list).toEqual(whole[at]);
    }
    expect((await get("/api/articles", {}, own)).json.items).toHaveLength(servedArticles.length + 1);
    await own.close();
  });

  test("have cursors that are good for no other list", async () => {
    const { next } = (await get("/api/lines?limit=2")).json;
    for (const url of [
      `/api/articles?cursor=${next}`,
      `/api/lines?kind=action&cursor=${next}`,
      `/api/lines?cursor=${next}x`,
    ]) {
      expect((await get(url)).json.error).toMatchObject({ code: "bad_request", field: "cursor" });
    }
    expect((await get(`/api/lines?limit=3&cursor=${next}`)).status).toBe(200);
  });
});

test("countries are called as the tables call them, of people, bodies and facets alike", async () => {
  const { items } = (await get("/api/entities?limit=50")).json as {
    items: { country: string | null; countryName: string | null }[];
  };
  const named = items.filter(({ country }) => country === "NO");
  expect(named.length).toBeGreaterThan(0);
  expect(new Set(named.map(({ countryName }) => countryName))).toEqual(new Set(["Norway"]));
  expect(items.filter(({ country }) => country === null).every(({ countryName }) => countryName === null)).toBe(true);
});

test("as_of leaves out what came in later, and its text of before an edit comes back", async () => {
  const own = await another("as-of");
  const [edited] = servedArticles;
  if (edited === undefined) throw new Error("an article is needed");
  const before = (await get("/api/articles/reduced/record", {}, own)).json;
  const newer = { ...edited.record.article, text: edited.record.article.text.replace("Families", "All families") };
  const moved = JSON.parse(JSON.stringify({ ...edited.record, article: newer, statements: [], postures: [] }));
  await addToRecord(path("as-of.db"), [{ ...edited, record: moved }, laterArticle], "2031-05-22T08:00:00Z");
  const ids = async (url: string): Promise<readonly string[]> =>
    (await get(url, {}, own)).json.items.map(({ id }: { id: string }) => id);
  expect(await ids("/api/articles")).toEqual(expect.arrayContaining(["later", "reduced@2"]));
  const old = await ids("/api/articles?as_of=2031-05-22");
  expect(old).toContain("reduced");
  expect(old).not.toContain("later");
  expect((await get("/api/things/later?as_of=2031-05-22", {}, own)).status).toBe(404);
  expect(await ids("/api/lines?as_of=2031-05-21T10:00:00%2B02:00")).toContain("reduced/st_1");
  expect(await ids("/api/lines")).not.toContain("reduced/st_1");
  expect(await ids("/api/articles?as_of=2031-05-20")).toEqual([]);
  expect((await get("/api/articles/reduced/record?as_of=2031-05-22", {}, own)).json).toEqual(before);
  await own.close();
});

describe("corrections", () => {
  test("hide a line, say by whom, and are taken back", async () => {
    const own = await another("hide");
    const lines = async () => (await get("/api/lines", {}, own)).json.items.map(({ id }: { id: string }) => id);
    const made = await post(
      "/api/corrections",
      { kind: "hide", id: "reduced/st_1", by: "ben", reason: "a slip" },
      ownPage,
      own,
    );
    expect(made).toMatchObject({ status: 201, json: { id: "co_1", kind: "hide", by: "ben", why: "a slip" } });
    expect(await lines()).not.toContain("reduced/st_1");
    expect((await post("/api/corrections", { kind: "hide", id: "reduced/st_1" }, ownPage, own)).status).toBe(409);
    expect((await post("/api/corrections/co_1/undo", {}, ownPage, own)).json).toMatchObject({
      kind: "undo",
      by: "ana",
    });
    expect(await lines()).toContain("reduced/st_1");
    expect((await post("/api/corrections/co_1/undo", {}, ownPage, own)).json.error.code).toBe("conflict");
    expect((await post("/api/corrections/co_9/undo", {}, ownPage, own)).json.error.code).toBe("not_found");
    expect((await get("/api/corrections", {}, own)).json.items.map(({ id }: { id: string }) => id)).toEqual([
      "co_2",
      "co_1",
    ]);
    await own.close();
  });

  test("relabel, merge and split", async () => {
    const own = await another("others");
    const relabel = { kind: "relabel", id: "evacuated/ac_1", fields: { status: "denied" } };
    expect((await post("/api/corrections", relabel, ownPage, own)).status).toBe(201);
    expect((await get("/api/things/evacuated%2Fac_1", {}, own)).text).toContain('"denied"');
    const { items } = (await get("/api/entities", {}, own)).json;
    const [sulk, tarrant] = ["Irena Sulk", "Owen Tarrant"].map(
      (name) => items.find((one: { name: string }) => one.name === name).id,
    );
    expect((await post("/api/corrections", { kind: "merge", ids: [sulk, tarrant] }, ownPage, own)).status).toBe(201);
    const split = { kind: "split", id: sulk, members: ["denial/en_1"] };
    expect((await post("/api/corrections", split, ownPage, own)).json).toMatchObject({ kind: "split-entity" });
    expect((await post("/api/corrections", { kind: "merge", ids: [sulk, "sy_1"] }, ownPage, own)).status).toBe(409);
    await own.close();
  });

  test("keep watches", async () => {
    const own = await another("watches");
    const watch = { name: "a/b", countries: ["NO"], who: [], kinds: ["action"] };
    expect((await post("/api/watches", watch, ownPage, own)).status).toBe(201);
    expect((await get("/api/watches", {}, own)).json.items).toMatchObject([watch]);
    expect((await get("/api/brief?watch=a/b", {}, own)).json.about).toEqual(["watch “a/b”"]);
    const remove = { method: "DELETE", url: "/api/watches/a%2Fb", headers: ownPage } as const;
    expect((await own.inject(remove)).statusCode).toBe(204);
    expect((await own.inject(remove)).statusCode).toBe(404);
    await own.close();
  });

  test("wait for the process that writes, and say that it does", async () => {
    const own = await another("busy");
    const { lockForWriting } = await import("../store/writer-lock.js");
    const unlock = lockForWriting(path("busy.db"));
    expect((await post("/api/corrections", { kind: "hide", id: "claim/st_1" }, ownPage, own)).json.error.code).toBe(
      "busy",
    );
    expect((await get("/api/brief", {}, own)).status).toBe(200);
    unlock();
    await own.close();
  });
});

describe("what is handed over", () => {
  const bytes = { ...ownPage, "content-type": "application/octet-stream" };
  const sendFile = async (to: FastifyInstance, query: string, payload: string | Buffer, headers: object = bytes) => {
    const response = await to.inject({ method: "POST", url: `/api/files?${query}`, payload, headers: { ...headers } });
    return { status: response.statusCode, json: bodyOf(response.body) };
  };
  const ended = async (to: FastifyInstance, id: string) => {
    await vi.waitFor(async () => expect((await get(`/api/jobs/${id}`, {}, to)).json.message).not.toBeNull(), 60_000);
    return (await get(`/api/jobs/${id}`, {}, to)).json;
  };

  test("is a job: a text, a file, and one that cannot be read, with the reason", async () => {
    const own = await another("handed");
    const facts = { outlet: "Selm Post", published: "2031-05-09", title: "Selm shuts" };
    const text = await post(
      "/api/texts",
      { text: "The harbour of Selm was shut, Ana Brandl said.", ...facts },
      ownPage,
      own,
    );
    expect(text).toMatchObject({ status: 202, json: { kind: "text", what: "Selm shuts" } });
    const file = await sendFile(own, "name=..%2Fnote.txt&outlet=Selm%20Post", "The quay of Selm reopened on Monday.");
    const broken = await sendFile(own, "name=broken.docx", Buffer.from("PK\u0003\u0004nothing"));
    expect([file.status, file.json.what, broken.status]).toEqual([202, "note.txt", 202]);
    expect(await ended(own, text.json.id)).toMatchObject({ state: "done", message: "1 added", reasons: [] });
    expect(await ended(own, file.json.id)).toMatchObject({ message: "1 added", articles: [expect.any(String)] });
    const failed = await ended(own, broken.json.id);
    expect([failed.message, failed.reasons.length]).toEqual(["1 failed", 1]);
    expect(failed.reasons[0]).toMatch(/^broken\.docx: /);
    const source = (await get("/api/sources/Selm%20Post", {}, own)).json;
    expect(source).toMatchObject({ outlet: { articles: 2, grade: "F" }, followed: [], official: null });
    expect(source.articles[0]).toMatchObject({ title: "Selm shuts", published: "2031-05-09" });
    await own.close();
  });

  test("is bounded, and nobody but a page of this server hands anything over", async () => {
    expect((await sendFile(app, "name=a.txt", "")).json.error).toMatchObject({ code: "bad_request" });
    expect((await sendFile(app, "name=a.txt", "{}", { ...ownPage, "content-type": "application/json" })).status).toBe(
      400,
    );
    expect((await sendFile(app, "name=a.txt&nonsense=1", "x")).json.error.field).toBe("nonsense");
    const long = { ...bytes, "content-length": String(33 * 1024 * 1024) };
    expect((await sendFile(app, "name=a.txt", "x", long)).json.error).toMatchObject({ code: "too_large" });
    expect((await sendFile(app, "name=a.txt", "x", { ...bytes, "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await post("/api/texts", { text: "a".repeat(200_001) })).json.error.field).toBe("text");
    expect((await post("/api/texts", { text: "…" })).json.error.field).toBe("text");
    expect((await post("/api/texts", { text: "A text.", url: "javascript:1" })).json.error.field).toBe("url");
  });

  test("is followed, and its page says how it fares", async () => {
    const own = await another("followed");
    const address = "https://wire.example/world.rss";
    const url = `/api/sources/${encodeURIComponent(address)}`;
    expect((await get(url, {}, own)).status).toBe(404);
    expect(await post("/api/followed", { address }, ownPage, own)).toEqual({
      status: 201,
      json: { address, outcome: "followed" },
    });
    expect((await post("/api/followed", { address }, ownPage, own)).json.outcome).toBe("known");
    expect((await post("/api/followed", { address: "official:nowhere" }, ownPage, own)).status).toBe(404);
    expect((await post("/api/followed", { address: "file:///etc/passwd" }, ownPage, own)).status).toBe(400);
    expect((await get(url, {}, own)).json).toMatchObject({
      outlet: null,
      followed: [{ address, stopped: null, lastItem: null, open: [] }],
    });
    const stop = { method: "DELETE", url: `/api/followed/${encodeURIComponent(address)}`, headers: ownPage } as const;
    expect((await own.inject(stop)).statusCode).toBe(204);
    expect((await own.inject(stop)).statusCode).toBe(404);
    expect((await post("/api/followed", { address }, ownPage, own)).json.outcome).toBe("resumed");
    await own.close();
  });
});

describe("who may do what", () => {
  const hide = { kind: "hide", id: "claim/st_1" };
  const refused = async (headers: Readonly<Record<string, string>>, to = app) =>
    (await post("/api/corrections", hide, headers, to)).json.error.code;

  test("at this machine: its own pages, and no other site's", async () => {
    expect(await refused({})).toBe("forbidden");
    expect(await refused({ "sec-fetch-site": "cross-site" })).toBe("forbidden");
    expect(await refused({ "sec-fetch-site": "same-site" })).toBe("forbidden");
    expect(await refused({ origin: "http://evil.example", host: "localhost:4311" })).toBe("forbidden");
    expect(await refused({ origin: "null", host: "localhost:4311" })).toBe("forbidden");
    expect(
      await refused({ "sec-fetch-site": "cross-site", origin: "http://localhost:4311", host: "localhost:4311" }),
    ).toBe("forbidden");
    expect(await refused({ ...ownPage, host: "evil.example" })).toBe("forbidden");
    const rebound = await get("/api/brief", { host: "evil.example" });
    expect(rebound.json.error.code).toBe("forbidden");
    for (const host of ["localhost:1", "127.0.0.1", "[::1]:4311"])
      expect((await get("/api/status", { host })).status).toBe(200);
    expect(await refused({ origin: "http://localhost:4311", host: "localhost:4311", authorization: "Bearer x" })).toBe(
      "unauthorized",
    );
    const own = await another("origin");
    const headers = { origin: "http://localhost:4311", host: "localhost:4311" };
    expect((await post("/api/corrections", hide, headers, own)).status).toBe(201);
    await own.close();
  });

  test("from other machines: who has a token, by its name, until it is revoked", async () => {
    const own = await another("remote", "0.0.0.0");
    const now = new Date("2031-05-20T00:00:00Z");
    const ben = createToken(path("remote.db"), { name: "ben", may: "correct" }, now).secret;
    const eve = createToken(path("remote.db"), { name: "eve", may: "read" }, now);
    const host = "desk.example:4311";
    const bearer = (secret: string) => ({ authorization: `Bearer ${secret}`, host });
    expect((await get("/api/status", { host }, own)).status).toBe(401);
    expect((await get("/", { host }, own)).status).toBe(401);
    expect((await get("/api/status", { host, ...ownPage }, own)).status).toBe(401);
    expect((await get("/api/status", bearer(`${ben}x`), own)).status).toBe(401);
    expect((await get("/api/status", bearer(ben), own)).json.mayCorrect).toBe(true);
    expect((await get("/api/status", bearer(eve.secret), own)).json.mayCorrect).toBe(false);
    expect(await refused(bearer(eve.secret), own)).toBe("forbidden");
    const made = await post("/api/corrections", { ...hide, by: "somebody else" }, bearer(ben), own);
    expect(made.json).toMatchObject({ by: "ben" });
    const kept = await get(`/articles?q=1&token=${ben}`, { host }, own);
    expect(kept).toMatchObject({ status: 303, headers: { location: "/articles?q=1" } });
    expect(kept.headers["set-cookie"]).toMatch(/HttpOnly; SameSite=Lax/);
    const cookie = String(kept.headers["set-cookie"]).split(";")[0] ?? "";
    expect((await get("/api/status", { host, cookie }, own)).status).toBe(200);
    expect(await refused({ host, cookie }, own)).toBe("forbidden");
    expect(await refused({ host, cookie, ...ownPage }, own)).toBe("conflict");
    expect((await get(`//evil.example/?token=${ben}`, { host }, own)).headers.location).toBe("/evil.example/");
    revokeTokens(path("remote.db"), eve.token.id);
    revokeTokens(path("remote.db"), "ben");
    expect((await get("/api/status", bearer(ben), own)).status).toBe(401);
    expect((await get("/api/status", { host, cookie }, own)).status).toBe(401);
    await own.close();
  });

  test("not without end", async () => {
    const own = await another("often");
    const statuses = new Set<number>();
    for (let at = 0; at < 70; at++) statuses.add((await post("/api/corrections", {}, ownPage, own)).status);
    expect([...statuses]).toEqual([400, 429]);
    expect((await get("/api/brief", {}, own)).status).toBe(200);
    await own.close();
  });
});
