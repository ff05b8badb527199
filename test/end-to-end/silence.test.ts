import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { isTracingForbidden, type TracedProgram, traced } from "./traced-program.js";

vi.setConfig({ testTimeout: 300_000 });

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sitrep-silence-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const article = (id: string): string =>
  JSON.stringify({ id, published: "2031-05-04", text: `Norland shelled Orsen, Irena Sulk said in ${id}.` });

async function ended({ child }: TracedProgram): Promise<number | null> {
  const [status] = await once(child, "exit");
  return status as number | null;
}

/** Nothing asked of the network, and nothing written but where the words of the command say. */
function expectSilence(program: TracedProgram, written: readonly string[] = []): void {
  expect(program.leaks(written)).toEqual([]);
  expect(readdirSync(join(folder, "home"))).toEqual([]);
}

test.skipIf(isTracingForbidden())("reading asks nothing of the network and writes nothing", async () => {
  // Several are read by worker threads, which open the model themselves.
  const input = join(folder, "three.jsonl");
  writeFileSync(input, ["one", "two", "three"].map(article).join("\n"));
  for (const words of [
    ["read", "examples/2031-03-03-meridian-wire.txt"],
    ["read", input, "--jsonl"],
  ]) {
    const program = traced(words, folder, { network: "none" });
    program.child.stdout?.resume();
    expect(await ended(program)).toBe(0);
    expectSilence(program);
  }
});

test.skipIf(isTracingForbidden())(
  "adding, asking and serving write the database alone, and answer those that ask",
  async () => {
    const input = join(folder, "three.jsonl");
    const db = join(folder, "record.db");
    writeFileSync(input, ["one", "two", "three"].map(article).join("\n"));
    for (const words of [
      ["add", input, "--db", db],
      ["brief", "--db", db],
    ]) {
      const program = traced(words, folder, { network: "none" });
      program.child.stdout?.resume();
      expect(await ended(program)).toBe(0);
      expectSilence(program, [db]);
    }
    const server = traced(["serve", "--db", db, "--port", "0"], folder, { network: "loopback" });
    const address = await new Promise<string>((resolve) => {
      server.child.stdout?.on("data", (part: Buffer) => {
        const found = /http:\S+/.exec(part.toString("utf8"));
        if (found !== null) resolve(found[0]);
      });
    });
    for (const route of ["/", "/api/status", "/api/brief"])
      expect((await fetch(new URL(route, address))).status).toBe(200);
    server.stop();
    await ended(server);
    expectSilence(server, [db]);
  },
);
