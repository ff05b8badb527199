import { readdirSync, readFileSync } from "node:fs";
import type { Command } from "commander";
import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { openApi } from "../src/api/open-api.js";
import { refusalStatus } from "../src/api/refusal.js";
import { commandTree } from "../src/cli/command-line.js";
import { actionTypes, entityKinds, postureValues, speechActs } from "../src/record/kinds.js";
import { recordSchema } from "../src/record/record.js";
import { evaluationTasks } from "../src/run/evaluation.js";
import { messageCodes } from "../src/text/message.js";
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

test("every page of docs/ is linked from the README", () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  for (const name of readdirSync(docs)) expect(readme).toContain(`docs/${name}`);
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
