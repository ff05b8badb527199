import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { docsSite } from "../build/docs/docs-site.js";
import { openApi } from "../src/api/open-api.js";
import { refusalStatus } from "../src/api/refusal.js";
import { commandTree } from "../src/cli/command-line.js";
import { actionTypes, entityKinds, postureValues, speechActs } from "../src/record/kinds.js";
import { recordSchema } from "../src/record/record.js";
import { evaluationTasks } from "../src/run/evaluation.js";
import { messageCodes } from "../src/text/message.js";
import { lineColumns } from "../src/view/csv.js";
import { recordedEffects } from "./recorded-effects.js";

const docs = new URL("../docs/", import.meta.url);
const page = (name: string): string => readFileSync(new URL(name, docs), "utf8");
const { commands } = await commandTree(recordedEffects({}).effects, () => undefined);

describe("docs/commands.md", () => {
  const text = page("commands.md");

  test.each(
    commands.map((command) => [command.name(), command] as const),
  )("tells of %s and its options", (name, command) => {
    const section = sectionOf(text, `sitrep ${name}`);
    expect(section, `a section "## sitrep ${name}"`).not.toBe("");
    for (const option of optionsOf(command)) expect(section, `${option} of ${name}`).toContain(`\`${option}`);
  });

  test.each(evaluationTasks.map(({ name }) => name))("tells of the task %s", (name) => {
    expect(sectionOf(text, "sitrep eval")).toContain(`| \`${name}\` |`);
  });

  test("names every column of the table that `sitrep export` prints", () => {
    const told = sectionOf(text, "sitrep export").match(/The columns of `csv` are (.*?) None is/s)?.[1] ?? "";
    expect([...told.matchAll(/`(\w+)`/g)].map(([, column]) => column)).toEqual(lineColumns);
  });

  test("tells of no option that the program does not have", () => {
    const known = new Set([...commands.flatMap(optionsOf), "--help", "--version"]);
    const told = [...text.matchAll(/`(--[a-z-]+)/g)].map((match) => match[1] ?? "");
    expect(told.filter((option) => !known.has(option))).toEqual([]);
  });
});

describe("docs/api.md", () => {
  const text = page("api.md");
  const told = [...text.matchAll(/^\| `(?:(POST|DELETE) )?(\/api\/[^`]*)` \|/gm)].map(
    ([, method = "GET", path]) => `${method} ${path}`,
  );

  test("tells of every address, and of no other", () => {
    const described = openApi() as { readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>> };
    const known = Object.entries(described.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(told.sort()).toEqual(known.sort());
  });

  test("names every parameter", () => {
    const { paths } = openApi() as { readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>> };
    const parameters = Object.values(paths)
      .flatMap((methods) => Object.values(methods))
      .flatMap((one) => (one as { readonly parameters?: readonly { readonly name: string }[] }).parameters ?? []);
    const names = new Set(parameters.map(({ name }) => name));
    expect(names.size).toBeGreaterThan(20);
    for (const name of names) expect(text, name).toMatch(new RegExp(`[\`"{]${name}[\`"}]`));
  });

  test("tells of every code of an error, with its status", () => {
    for (const [code, status] of Object.entries(refusalStatus)) expect(text).toContain(`| \`${code}\` | ${status} |`);
  });
});

describe("docs/messages.md", () => {
  test("has a line for each message code, and for no other", () => {
    const told = [...page("messages.md").matchAll(/^\| `([a-z-]+)` \|/gm)].map((match) => match[1]);
    expect(told.sort()).toEqual([...messageCodes].sort());
  });
});

describe("docs/record.md", () => {
  const text = page("record.md");

  test("names every field of the record", () => {
    for (const field of fieldsOf(recordSchema)) expect(text).toMatch(new RegExp(`["\`]${field}["\`]`));
  });

  test("names every value of its lists", () => {
    const values = [...speechActs, ...actionTypes, ...entityKinds, ...Object.values(postureValues).flat()];
    for (const value of values) expect(text).toMatch(new RegExp(`\\b${value}\\b`));
  });
});

describe("the site of the docs", () => {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const { pages, sections, pictures } = docsSite(root);
  const bySource = new Map(pages.map((page) => [page.source, page]));

  test("has all pages, and every one of docs/ in its menu", () => {
    expect(pages.length).toBeGreaterThan(20);
    const front = bySource.get("docs/index.md");
    const listed = new Set(front?.links.map(({ file }) => file));
    const own = pages.map(({ source }) => source).filter((source) => source.startsWith("docs/"));
    expect(own.filter((source) => !listed.has(source))).toEqual(["docs/index.md"]);
  });

  test("has no link to a page, a heading or a file that is not there", () => {
    const dead = pages.flatMap(({ source, links }) =>
      links
        .filter(({ file, id }) => {
          if (file === null) return false;
          const to = bySource.get(file);
          return to === undefined ? !existsSync(`${root}/${file}`) : id !== "" && !to.ids.has(id);
        })
        .map(({ href }) => `${source}: ${href}`),
    );
    expect(dead).toEqual([]);
  });

  test("leads within itself to what it has, by the links as a browser sees them", () => {
    const has = new Map(pages.map(({ address, html }) => [address, new Set(html.match(/(?<= id=")[^"]*/g))]));
    const files = new Set([
      "style.css",
      "theme.js",
      "search.js",
      "icon.svg",
      ...pictures.map((file) => file.slice("docs/".length)),
    ]);
    const dead = pages.flatMap(({ address, html }) =>
      [...html.matchAll(/ (?:href|src|srcset)="([^"]*)"/g)]
        .map(([, href = ""]) => href)
        .filter((href) => {
          if (/^https?:/.test(href)) return false;
          const { pathname, hash } = new URL(href, `http://site/docs/${address}`);
          if (pathname === "/") return false;
          const path = pathname.replace(/^\/docs\//, "");
          return hash === "" ? !has.has(path) && !files.has(path) : has.get(path)?.has(hash.slice(1)) !== true;
        })
        .map((href) => `${address}: ${href}`),
    );
    expect(dead).toEqual([]);
  });

  test("finds a section by its words, at a place that there is", () => {
    expect(sections.filter(({ text }) => text.includes("Model Context Protocol")).length).toBeGreaterThan(2);
    const ids = new Map(pages.map(({ address, ids: own }) => [address, own]));
    for (const { address, id, heading } of sections) {
      expect(id === "" || ids.get(address)?.has(id), `${address}: ${heading}`).toBe(true);
    }
  });

  test("has no script or style within a page, as the desk's content policy asks", () => {
    for (const { html } of pages)
      expect(html).not.toMatch(/<style|<script(?! src="[^"]+"(?: defer)?><\/script>)| style=| on[a-z]+="/);
  });

  test("gives each page a title, one heading of the first level, and headings that differ", () => {
    for (const { source, html } of pages) {
      expect(html.match(/<h1[> ]/g), source).toHaveLength(1);
      const ids = html.match(/(?<=<h[2-6] id=")[^"]*/g) ?? [];
      expect(new Set(ids).size, source).toBe(ids.length);
    }
  });
});

test("no prose holds the marks of a merge or a folder of the machine it was written on", () => {
  const root = new URL("../", import.meta.url);
  const prose = execFileSync("git", ["ls-files", "*.md"], { cwd: root, encoding: "utf8" }).trim().split("\n");
  const marked = prose.filter((name) =>
    /<{7}|>{7}|\/tmp\/|\/home\/\w+\/work/.test(readFileSync(new URL(name, root), "utf8")),
  );
  expect(prose.length).toBeGreaterThan(10);
  expect(marked).toEqual([]);
});

test("the links of the README lead to files", () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  const links = [...readme.matchAll(/\]\(([^)#:]+)[^)]*\)/g)].map(([, path = ""]) => path);
  expect(links.length).toBeGreaterThan(10);
  for (const path of links.filter((one) => !one.startsWith("http"))) {
    expect(existsSync(new URL(`../${path}`, import.meta.url)), path).toBe(true);
  }
});

test("figures that docs/methods.md sums up stand on the pages that it names", () => {
  const rows = [
    ...page("methods.md").matchAll(
      /^\| .* \| ([\d. ,]+(?: of \d+)?) \| .* \| \[.*\]\((methods\/[a-z-]+\.md)#.*\) \|$/gm,
    ),
  ];
  expect(rows.length).toBeGreaterThan(8);
  for (const [row, figures = "", file = ""] of rows) {
    for (const figure of figures.match(/\d+(?:\.\d+)?/g) ?? []) expect(page(file), row).toContain(figure);
  }
});

function sectionOf(text: string, heading: string): string {
  const [, ...after] = text.split(`\n## ${heading}\n`);
  return after[0]?.split("\n## ")[0] ?? "";
}

/** Its own, and those of its commands. */
function optionsOf(command: Command): readonly string[] {
  const own = command.options.flatMap(({ long }) => long ?? []);
  return [...own, ...command.commands.flatMap(optionsOf)];
}

/** The names of all fields of a schema, at any depth. */
function fieldsOf(schema: z.ZodType): ReadonlySet<string> {
  const fields = new Set<string>();
  const seen = new Set<unknown>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    if ("shape" in value && typeof value.shape === "object" && value.shape !== null) {
      for (const name of Object.keys(value.shape)) fields.add(name);
    }
    for (const inner of Object.values(value)) visit(inner);
  };
  visit(schema.def);
  return fields;
}
