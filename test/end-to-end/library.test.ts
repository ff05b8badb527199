import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import * as library from "../../src/index.js";
import { SitrepError } from "../../src/library/sitrep-error.js";
import { runProgram } from "./run-node.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const page = readFileSync(join(root, "docs/library.md"), "utf8");
const examples = [...page.matchAll(/```js\n(.*?)```(?:\n\n```text\n(.*?)```)?/gs)].map(([, code = "", output]) => ({
  code,
  output,
}));

/** A folder with the examples in it, as the page has them. */
const folder = mkdtempSync(join(tmpdir(), "sitrep-library-"));
symlinkSync(join(root, "examples"), join(folder, "examples"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("docs/library.md", () => {
  test("has examples", () => expect(examples.length).toBeGreaterThan(3));

  test.each(examples.map((example, at) => [at + 1, example] as const))(
    "example %d prints what stands under it",
    async (at, { code, output }) => {
      const file = join(folder, `example-${at}.mjs`);
      writeFileSync(file, code.replace('from "sitrep"', `from ${JSON.stringify(join(root, "dist/index.js"))}`));
      expect(await runProgram(file, folder)).toEqual({ status: 0, output, errors: "" });
    },
    60_000,
  );

  test("tells of every code and every function", () => {
    const { version, ...functions } = library;
    for (const name of Object.keys(functions)) expect(page, name).toContain(name);
    for (const code of Object.keys(codes)) expect(page).toContain(`\`${code}\``);
  });
});

/** All there are: a code that is missing here is an error of types. */
const codes: Record<SitrepError["code"], true> = {
  unreadable: true,
  no_record: true,
  busy: true,
  full: true,
  read_only: true,
  bad_question: true,
  not_found: true,
};

describe("the library", () => {
  const codeOf = (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => "nothing",
      (error) => (error instanceof SitrepError ? error.code : error),
    );

  test("a reader reads bytes by what they are, and many with it", async () => {
    const reader = await library.openReader();
    const html =
      "<html><head><title>Quay</title></head><body><p>The harbour of Orsen is closed, Mayor Ana Roth said on Tuesday.</p></body></html>";
    const record = await reader.read(new TextEncoder().encode(html), { name: "quay.html", published: "2031-03-04" });
    expect(record.article.published).toBe("2031-03-04");
    expect(record.statements[0]?.speaker?.text).toContain("Ana Roth");
    expect(await codeOf(reader.read(new Uint8Array([0, 1, 2, 3])))).toBe("unreadable");
    const outcomes = [];
    for await (const outcome of reader.readAll([
      join(folder, "none.txt"),
      join(root, "examples/2031-03-03-meridian-wire.txt"),
    ]))
      outcomes.push(outcome.kind);
    expect(outcomes).toEqual(["unreadable", "record"]);
    await reader.close();
  });

  test("a record takes articles in once, and answers as the interface does", async () => {
    const path = join(folder, "library.db");
    expect(await codeOf(library.openRecord(path))).toBe("no_record");
    const record = await library.openRecord(path, { create: true });
    const article = join(root, "examples/2031-03-04-halverstad-courier.txt");
    const kinds = async () => {
      const found: string[] = [];
      for await (const { kind } of record.add([article])) found.push(kind);
      return found;
    };
    expect(await kinds()).toEqual(["added"]);
    expect(await kinds()).toEqual(["known"]);
    const first = await record.lines({ kind: ["posture"], limit: 1 });
    const second = await record.lines({ kind: ["posture"], limit: 1, cursor: first.next ?? "" });
    expect(first.items).toHaveLength(1);
    expect(second.items[0]?.id).not.toBe(first.items[0]?.id);
    expect(await codeOf(record.thing("ev_none"))).toBe("not_found");
    expect(await codeOf(record.postures({ limit: 0 }))).toBe("bad_question");
    const { articles } = await record.search("embassy");
    expect(articles.length + (await record.search("embassy")).lines.length).toBeGreaterThan(0);
    await record.close();
  });
});
