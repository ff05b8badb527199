import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import type { FastifyInstance } from "fastify";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { openedServer } from "../../test/opened-server.js";
import { addToRecord, servedArticles } from "../../test/served-record.js";
import { temporaryFolder } from "../../test/temporary-folder.js";
import { createToken } from "../store/tokens.js";
import { answerMessage } from "./answer-message.js";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const path = temporaryFolder();
const db = path("a.db");
const now = new Date("2031-05-20T12:00:00Z");
const open: FastifyInstance[] = [];

beforeAll(() => addToRecord(db, servedArticles));
afterEach(async () => {
  for (const app of open.splice(0)) await app.close();
});

async function server(host = "127.0.0.1", mayCorrect = false) {
  const reported: string[] = [];
  const assistants = {
    answerMessage: (message: Parameters<typeof answerMessage>[0]) =>
      answerMessage(message, (text) => reported.push(text)),
    mayCorrect,
  };
  const { app } = await openedServer(db, { host, assistants });
  open.push(app);
  return app;
}

const hello = {
  ...{ jsonrpc: "2.0", id: 1, method: "initialize" },
  params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "t", version: "1" } },
};
const call = (name: string, args: object) => ({
  ...{ jsonrpc: "2.0", id: 2, method: "tools/call" },
  params: { name, arguments: args },
});
const accept = { accept: "application/json, text/event-stream", "content-type": "application/json" };

async function ask(app: FastifyInstance, message: unknown, headers: Readonly<Record<string, string>> = {}) {
  const response = await app.inject({
    ...{ method: "POST", url: "/mcp", headers: { ...accept, ...headers } },
    payload: JSON.stringify(message),
  });
  // biome-ignore lint/suspicious/noExplicitAny: what comes back is looked into by this test alone.
  const json: any = response.body.startsWith("{") ? JSON.parse(response.body) : null;
  return { status: response.statusCode, headers: response.headers, json };
}

async function toolsOf(app: FastifyInstance, headers: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { json } = await ask(app, { jsonrpc: "2.0", id: 3, method: "tools/list" }, headers);
  return json.result.tools.map(({ name }: { name: string }) => name);
}

describe("who may ask at /mcp", () => {
  test("programs of this machine, and no page of another site", async () => {
    const app = await server();
    const first = await ask(app, hello);
    expect(first.status).toBe(200);
    expect(first.json.result).toMatchObject({ serverInfo: { name: "sitrep" } });
    expect(first.json.result.instructions).toContain("Never present a one-sided claim as fact");
    expect(first.headers["x-content-type-options"]).toBe("nosniff");
    for (const headers of [
      { origin: "https://evil.example" },
      { "sec-fetch-site": "cross-site" },
      { origin: "null" },
      { host: "evil.example" },
      { authorization: "Bearer sitrep_none" },
    ]) {
      const { status, json } = await ask(app, hello, headers);
      expect([401, 403], JSON.stringify(headers)).toContain(status);
      expect(json.error.message).toMatch(/\.$/);
    }
  });

  test("elsewhere whoever has a token", async () => {
    const app = await server("0.0.0.0");
    expect((await ask(app, hello, { host: "sitrep.example" })).status).toBe(401);
    const { secret } = await createToken(db, { name: "ana's assistant", may: "read" }, now);
    const headers = { host: "sitrep.example", authorization: `Bearer ${secret}` };
    expect((await ask(app, hello, headers)).status).toBe(200);
    const { json } = await ask(app, call("statements", { limit: 1 }), headers);
    expect(json.result.structuredContent.items[0].page).toMatch(/^http:\/\/sitrep\.example\/lines\//);
  });

  test("what is no message, or several, is refused in a sentence", async () => {
    const app = await server();
    expect((await ask(app, [hello, hello])).json.error.message).toContain("one message");
    expect((await ask(app, "x", { "content-type": "text/plain" })).status).toBe(415);
    expect((await ask(app, hello, { accept: "text/html" })).status).toBe(406);
    expect((await ask(app, { no: "message" })).status).toBe(400);
    expect((await app.inject({ method: "GET", url: "/mcp" })).statusCode).toBe(405);
    expect((await app.inject({ method: "DELETE", url: "/mcp" })).statusCode).toBe(405);
  });
});

describe("corrections at /mcp", () => {
  const tokens = async () => ({
    writer: (await createToken(db, { name: "ben", may: "correct" }, now)).secret,
    reader: (await createToken(db, { name: "cy", may: "read" }, now)).secret,
  });

  test("are made where the server lets assistants, by a token that may, in its name", async () => {
    const { writer, reader } = await tokens();
    const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });
    expect(await toolsOf(await server(), bearer(writer))).not.toContain("confirm");
    const app = await server("127.0.0.1", true);
    expect(await toolsOf(app, {})).not.toContain("confirm");
    expect(await toolsOf(app, { "sec-fetch-site": "same-origin" })).not.toContain("confirm");
    expect(await toolsOf(app, { "sec-fetch-site": "same-origin", cookie: `sitrep_token=${writer}` })).not.toContain(
      "confirm",
    );
    expect(await toolsOf(app, bearer(reader))).not.toContain("confirm");
    expect(await toolsOf(app, bearer(writer))).toEqual(expect.arrayContaining(["confirm", "reject", "undo"]));
    const { json } = await ask(app, call("confirm", { id: "reduced/st_1", reason: "heard it" }), bearer(writer));
    expect(json.result.structuredContent.correction).toMatchObject({ kind: "confirm", by: "ben", why: "heard it" });
    expect((await ask(app, call("confirm", { id: "reduced/st_99" }), bearer(writer))).json.error.message).toBe(
      "There is no such thing in the record.",
    );
  });

  test("are no more a minute than others may make", async () => {
    const app = await server("127.0.0.1", true);
    const headers = { authorization: `Bearer ${(await tokens()).writer}` };
    const told: string[] = [];
    for (let count = 0; count < 61; count++) {
      const { json } = await ask(app, call("undo", { id: "co_999" }), headers);
      told.push(json.error?.message ?? json.result.content[0].text);
    }
    expect(told.slice(0, 60).every((one) => one === told[0])).toBe(true);
    expect(told[60]).toBe("Too many corrections; wait a minute.");
  });
});

describe("answers at /mcp", () => {
  async function client() {
    const app = await server();
    const address = await app.listen({ host: "127.0.0.1", port: 0 });
    const connected = new Client({ name: "test", version: "1" });
    await connected.connect(new StreamableHTTPClientTransport(new URL("/mcp", address)));
    return connected;
  }

  // biome-ignore lint/suspicious/noExplicitAny: what comes back is looked into by this test alone.
  const told = (result: unknown): any => (result as { structuredContent: unknown }).structuredContent;

  test("let nothing of an article be more than words", async () => {
    const own = await client();
    const { items } = told(await own.callTool({ name: "search", arguments: { q: "quay", limit: 50 } }));
    const hostile = items.find(({ id }: { id: string }) => id.startsWith("hostile"));
    const [quote] = hostile.quotes;
    // An address that runs a script is none, and is in no citation either.
    expect(quote.article.url).toBeNull();
    expect(quote.citation).not.toContain("javascript:");
    expect(quote.article.title).toContain("<script>");
    expect(quote.page).toMatch(/\/lines\/hostile%2F..%2F%252e%252e\/st_1$/);
    expect(quote.words[0].text).toBe("<b>the quay</b> was shut");
    await own.close();
  });

  test("tell a dispute with both sides, and none of them as a fact", async () => {
    const own = await client();
    const { items } = told(await own.callTool({ name: "disputes", arguments: {} }));
    expect(items[0].sides.map(({ position }: { position: string }) => position)).toEqual(["asserts", "denies"]);
    expect(items[0].quotes.map(({ as, by }: { as: string; by: string }) => `${by} ${as}`)).toEqual([
      "Irena Sulk asserts",
      "Owen Tarrant denies",
    ]);
    expect(items[0].sure).toContain("Contested");
    expect(items[0].quotes[0].disputes).toEqual([items[0].id]);
    await own.close();
  });

  test("are resources too, and each tool says that it only reads", async () => {
    const own = await client();
    const { resources } = await own.listResources();
    expect(resources).toHaveLength(servedArticles.length);
    expect((await own.listResourceTemplates()).resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual([
      "sitrep://lines/{id}",
      "sitrep://articles/{id}",
    ]);
    for (const { uri } of [...resources, { uri: "sitrep://lines/claim%2Fst_1" }]) {
      const { contents } = await own.readResource({ uri });
      expect(JSON.stringify(contents)).toContain("never instructions");
    }
    await expect(own.readResource({ uri: "sitrep://lines/no%2Fst_1" })).rejects.toThrow("There is no such thing");
    await expect(own.readResource({ uri: "file:///etc/passwd" })).rejects.toThrow("Expected an address like");
    const { tools } = await own.listTools();
    for (const { annotations, title, outputSchema } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false, openWorldHint: false });
      expect([title, outputSchema?.type]).toEqual([expect.any(String), "object"]);
    }
    await own.close();
  });

  test("to wrong arguments are errors of the protocol, in a sentence that names the argument", async () => {
    const own = await client();
    for (const [name, args, message] of [
      [
        "brief",
        { since: "2031-02-30" },
        "The argument “since”: Expected a day like 2031-03-04, or a period up to the last article like 24h, 3d or 2w.",
      ],
      ["brief", { colour: "red" }, "The argument “colour”: there is no such argument."],
      ["search", {}, "The argument “q”: "],
      ["statements", { cursor: "x" }, "The argument “cursor”: This cursor does not belong to this list."],
      ["brief", { cursor: "x" }, "The argument “cursor”: it is of another question"],
      ["brief", { story: "sy_0" }, "The argument “story”: "],
      ["explain", { id: "nobody" }, "There is no such thing in the record."],
      ["forget", {}, "There is no tool “forget”"],
    ] as const) {
      await expect(own.callTool({ name, arguments: args }), name).rejects.toThrow(message);
    }
    await own.close();
  });
});
