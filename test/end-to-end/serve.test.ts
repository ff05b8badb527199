import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, expect, test, vi } from "vitest";
import { temporaryFolder } from "../temporary-folder.js";
import { root, runBuilt } from "./built-program.js";

vi.setConfig({ testTimeout: 120_000 });

const path = temporaryFolder();
const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
});

/** `sitrep serve` as a process of its own, once it has said where it is. */
async function serve(words: readonly string[]) {
  const child = spawn(process.execPath, ["bin/sitrep.js", "serve", ...words], { cwd: root });
  started.push(child);
  let printed = "";
  let reported = "";
  child.stderr.on("data", (part: Buffer) => {
    reported += part.toString("utf8");
  });
  const ended = once(child, "exit").then(([status]) => status as number | null);
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (part: Buffer) => {
      printed += part.toString("utf8");
      const found = /http:\S+/.exec(printed);
      if (found !== null) resolve(found[0]);
    });
    void ended.then((status) => reject(new Error(`it ended with status ${status}: ${reported}`)));
  });
  return { child, address, ended, reported: () => reported };
}

const article = (id: string, words: string): string =>
  `${JSON.stringify({ id, outlet: "Vell Courier", published: "2031-05-04", text: `Irena Sulk said ${words}.` })}\n`;

test("it says where it is, answers, shows what another process adds, and ends when it is told to", async () => {
  const db = path("new.db");
  const server = await serve(["--db", db, "--port", "0"]);
  const get = async (route: string) => (await fetch(new URL(route, server.address))).json();
  expect(await get("/api/status")).toMatchObject({ database: { articles: 0 }, mayCorrect: true, examples: true });
  expect((await fetch(server.address, { headers: { accept: "text/html" } })).headers.get("content-type")).toContain(
    "text/html",
  );

  const stream = await fetch(new URL("/api/changes", server.address));
  const heard = hearOf(stream, "event: added");
  const adding = runBuilt(["add", "-", "--db", db], article("one", "the quay was safe"));
  const at = await heard;
  const added = await adding;
  expect(added).toMatchObject({ status: 0 });
  expect(at.text).toContain('"id":"one"');
  expect(await get("/api/articles")).toMatchObject({ items: [{ id: "one" }], next: null });

  const taken = await runBuilt(["serve", "--db", db, "--port", new URL(server.address).port]);
  expect(taken).toMatchObject({ status: 1, reported: expect.stringContaining("is in use") });

  server.child.kill("SIGTERM");
  expect(await server.ended).toBe(0);
  expect(server.reported()).toBe("");
});

test("it ends with 0 and without a word while its threads answer", async () => {
  const db = path("busy.db");
  const told = Array.from({ length: 30 }, (_, at) => article(`told${at}`, `quay ${at} was safe`)).join("");
  expect(await runBuilt(["add", "-", "--db", db], told)).toMatchObject({ status: 0 });
  const server = await serve(["--db", db, "--port", "0"]);
  const routes = ["brief?", "timeline/lanes?", "review?", "search?q=quay&"];
  const asked = Array.from({ length: 300 }, (_, at) => {
    const day = `2031-${String(1 + (at % 12)).padStart(2, "0")}-0${1 + (at % 9)}`;
    return fetch(new URL(`/api/${routes[at % routes.length]}until=${day}`, server.address));
  });
  // One has been answered, so the others are being asked.
  await Promise.race(asked);
  server.child.kill("SIGTERM");
  await Promise.allSettled(asked);
  expect(await server.ended).toBe(0);
  expect(server.reported()).toBe("");
});

test("it corrects on a thread of its own", async () => {
  const db = path("correct.db");
  expect(await runBuilt(["add", "-", "--db", db], article("one", "the quay was safe"))).toMatchObject({ status: 0 });
  const server = await serve(["--db", db, "--port", "0"]);
  const hide = await fetch(new URL("/api/corrections", server.address), {
    method: "POST",
    headers: { origin: new URL(server.address).origin, "content-type": "application/json" },
    body: JSON.stringify({ kind: "hide", id: "one/st_1", by: "ana" }),
  });
  expect([hide.status, await hide.json()]).toMatchObject([201, { id: "co_1", by: "ana" }]);
  const lines = await fetch(new URL("/api/lines", server.address));
  expect(JSON.stringify(await lines.json())).not.toContain("one/st_1");
  server.child.kill("SIGINT");
  expect(await server.ended).toBe(0);
});

/** The text of a stream up to and with the block that has these words in it. */
async function hearOf(stream: Response, words: string): Promise<{ readonly text: string }> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const part of stream.body ?? []) {
    text += decoder.decode(part, { stream: true });
    const from = text.indexOf(words);
    if (from >= 0 && text.indexOf("\n\n", from) >= 0) return { text };
  }
  throw new Error(`the stream ended without ${words}: ${text}`);
}
