import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync } from "node:fs";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import { tools } from "../../src/mcp/tools.js";
import { openStoreForReading, type Store } from "../../src/store/store.js";
import { recordById } from "../../src/store/stored-records.js";
import { allPages, type CallWords, checkedAnswer, randomCalls } from "../assistant-calls.js";
import { temporaryFolder } from "../temporary-folder.js";
import { root, runBuilt } from "./built-program.js";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const path = temporaryFolder();
const db = path("crisis.db");
const started: ChildProcess[] = [];
let store: Store;
let words: CallWords;

beforeAll(async () => {
  copyFileSync(inject("exampleRecord"), db);
  store = await openStoreForReading(db);
  words = await wordsOfRecord();
});
afterAll(async () => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
  await store.close();
});

async function overStdio(options: readonly string[] = []) {
  const args = ["bin/sitrep.js", "mcp", "--db", db, ...options];
  const transport = new StdioClientTransport({ command: process.execPath, args, cwd: root, stderr: "pipe" });
  const client = new Client({ name: "test", version: "1" });
  await client.connect(transport);
  return { client, pid: transport.pid };
}

async function overHttp() {
  const child = spawn(process.execPath, ["bin/sitrep.js", "serve", "--db", db, "--port", "0"], { cwd: root });
  started.push(child);
  const [printed] = (await once(child.stdout, "data")) as [Buffer];
  const address = /http:\S+/.exec(printed.toString("utf8"))?.[0] ?? "";
  const client = new Client({ name: "test", version: "1" });
  await client.connect(new StreamableHTTPClientTransport(new URL("/mcp", address)));
  return { client, address };
}

/** What random calls are made of, as the record itself answers. */
async function wordsOfRecord(): Promise<CallWords> {
  const { client } = await overStdio();
  const ids = async (name: string, args: Record<string, unknown> = {}) =>
    (await allPages(client, { name, arguments: { limit: 50, ...args } }, store)).map(({ id }) => id);
  const kind = ["statement", "action", "posture", "stance"];
  const [lines, articles, stories] = [
    await ids("statements", { kind, until: "2031-03-05" }),
    await ids("articles"),
    await ids("stories"),
  ];
  const things = [await ids("events"), await ids("disputes"), await ids("postures"), await ids("entities")];
  await client.close();
  return {
    days: ["2031-03-03", "2031-03-04", "2031-03-06"],
    lastDays: ["2031-03-09", "2031-03-12", "2031-04-01"],
    names: ["Irena Sulk", "Margaret Ashdown", "Norland", "Tarvenia", "Nobody Atall"],
    words: ["embassy", "strait", '"foreign guns"', "min*", "tanker", "zzz"],
    countries: ["Norland", "Tarvenia", "Atlantis"],
    ids: [...lines, ...articles, ...stories, ...things.flat()],
    ...{ articles, stories },
  };
}

test("200 random calls over each transport: none without words and addresses, none too long, both the same", async () => {
  const calls = randomCalls(words, 200, 21);
  const http = await overHttp();
  const stdio = await overStdio(["--desk", http.address]);
  let told = 0;
  for (const call of calls) {
    const one = await checkedAnswer(stdio.client, call, store);
    const other = await checkedAnswer(http.client, call, store);
    expect(other, JSON.stringify(call)).toEqual(one);
    if (one.items.length > 0) told += 1;
  }
  // A test in which nothing is found proves nothing.
  expect(told).toBeGreaterThan(120);
  expect(new Set(calls.map(({ name }) => name)).size).toBe(tools.filter(({ writes }) => writes === "nothing").length);
  await stdio.client.close();
  await http.client.close();
});

test("pages are the whole list, each item once, however long an answer may be", async () => {
  const { client } = await overStdio();
  for (const name of ["disputes", "postures"]) {
    const ids = async (limit: number) =>
      (await allPages(client, { name, arguments: { limit } }, store)).map(({ id }) => id);
    const [many, few] = [await ids(50), await ids(2)];
    expect(many, name).toEqual(few);
    expect(new Set(many).size, name).toBe(many.length);
    expect(many.length, name).toBeGreaterThan(2);
  }
  const brief = await allPages(client, { name: "brief", arguments: { since: "2031-03-04", limit: 50 } }, store);
  expect(new Set(brief.map(({ section }) => section)).size).toBeGreaterThan(3);
  await client.close();
});

test("the whole text of an article comes out, passage by passage", async () => {
  const { client } = await overStdio();
  const [id = ""] = words.articles;
  const passages = await allPages(client, { name: "article", arguments: { id, limit: 4 } }, store);
  const text = passages.flatMap(({ quotes }) => quotes.flatMap((one) => one.words.map(({ text }) => text))).join("");
  const stored = await recordById(store, id);
  expect(text.replace(/\s+/g, "")).toBe(stored?.record.article.text.replace(/\s+/g, ""));
  await client.close();
});

test("an assistant that was let corrects by its name; one that was not has no tool for it", async () => {
  const reader = await overStdio();
  const names = async (client: Client) => (await client.listTools()).tools.map(({ name }) => name);
  expect(await names(reader.client)).not.toContain("confirm");
  await expect(reader.client.callTool({ name: "confirm", arguments: { id: "x" } })).rejects.toThrow("There is no tool");
  await reader.client.close();

  const { client } = await overStdio(["--correct-as", "Ana's assistant"]);
  const line = words.ids.find((one) => one.includes("/st_")) ?? "";
  const made = await client.callTool({ name: "reject", arguments: { id: line, reason: "not said" } });
  expect(made.structuredContent).toMatchObject({
    correction: { id: "co_1", kind: "hide", by: "Ana's assistant", why: "not said" },
  });
  const again = await client.callTool({ name: "reject", arguments: { id: line } });
  expect(again).toMatchObject({ isError: true, content: [{ type: "text" }] });
  const undone = await client.callTool({ name: "undo", arguments: { id: "co_1" } });
  expect(undone.structuredContent).toMatchObject({ correction: { kind: "undo", by: "Ana's assistant" } });
  const confirmed = await client.callTool({ name: "confirm", arguments: { id: line } });
  expect(confirmed.isError).toBeFalsy();
  const { items } = await checkedAnswer(client, { name: "explain", arguments: { id: line } }, store);
  expect(items[0]?.sure).toContain("Confirmed by Ana's assistant.");
  await client.close();
});

test("what was asked before the client closed is answered, on standard output nothing else stands, and the process ends", async () => {
  const message = (id: number, method: string, params: object) =>
    `${JSON.stringify({ jsonrpc: "2.0", id, method, params })}\n`;
  const hello = { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "t", version: "1" } };
  const input = [
    message(1, "initialize", hello),
    "no message\n",
    message(2, "tools/call", { name: "brief", arguments: {} }),
    message(3, "tools/call", { name: "brief", arguments: { since: "yesterday" } }),
  ].join("");
  const { status, printed, reported } = await runBuilt(["mcp", "--db", db], input);
  expect(status).toBe(0);
  const answers = printed
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(answers.map(({ id }) => id).sort()).toEqual([1, 2, 3]);
  expect(answers.find(({ id }) => id === 3)?.error).toEqual({
    code: -32602,
    message:
      "The argument “since”: Expected a day like 2031-03-04, or a period up to the last article like 24h, 3d or 2w.",
  });
  expect(reported).toBe("sitrep: a line on standard input is no message of JSON-RPC 2.0\n");
});

test("a database that is not there is told on standard error, and nothing on standard output", async () => {
  const { status, printed, reported } = await runBuilt(["mcp", "--db", path("none.db")]);
  expect({ status, printed }).toEqual({ status: 1, printed: "" });
  expect(reported).toContain("none.db");
});

/** Says on standard error which modules of the protocol's library are loaded. */
const tellLoaded = `data:text/javascript,${encodeURIComponent(`import { register } from "node:module";
register("data:text/javascript," + encodeURIComponent("export async function load(url, context, next) { if (url.includes('@modelcontextprotocol')) process._rawDebug('LOADED ' + url); return next(url, context); }"));`)}`;

test("no other command loads the protocol's library", async () => {
  const loaded = async (given: readonly string[]) => {
    const child = spawn(process.execPath, ["--import", tellLoaded, "bin/sitrep.js", ...given], { cwd: root });
    let reported = "";
    child.stderr.on("data", (part: Buffer) => {
      reported += part.toString("utf8");
    });
    child.stdout.resume();
    child.stdin.end();
    await once(child, "close");
    return reported.includes("LOADED");
  };
  expect(await loaded(["--help"])).toBe(false);
  expect(await loaded(["read", "examples/2031-03-03-meridian-wire.txt"])).toBe(false);
  expect(await loaded(["mcp", "--db", db])).toBe(true);
});
