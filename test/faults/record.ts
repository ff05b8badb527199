import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runBuilt } from "../end-to-end/built-program.js";
import type { Check, Fault } from "./fault.js";

/** Faults of what many articles become together: each is added to a record of its own, which is then asked. */
export const checks: Readonly<Record<string, Check>> = {
  M02: async (fault) => {
    const { stories } = await ask<{ stories: readonly { title: string; articles: number }[] }>(fault, ["story"]);
    const sizes = (words: RegExp) => stories.filter(({ title }) => words.test(title)).map(({ articles }) => articles);
    return (
      [/subsidies/, /Earthquake/, /Bus crash/].every((words) => sizes(words).length === 1) &&
      sizes(/subsidies/)[0] === 2
    );
  },
  M04: async (fault) => {
    const { entities } = await ask<{ entities: readonly { kind: string }[] }>(fault, ["who", "Donal Marr"]);
    const { stories } = await ask<{ stories: readonly unknown[] }>(fault, ["story"]);
    return entities.filter(({ kind }) => kind === "person").length === 3 && stories.length === 3;
  },
  C01: async (fault) => {
    const { period } = await ask<{ period: { since: string } }>(fault, ["brief"]);
    return !period.since.startsWith("9999");
  },
};

async function ask<Answer>(fault: Fault, question: readonly string[]): Promise<Answer> {
  const folder = mkdtempSync(join(tmpdir(), "sitrep-fault-"));
  const database = join(folder, "record.db");
  try {
    await runBuilt(["add", `${fault.folder}/${fault.input}`, "--db", database]);
    const { printed } = await runBuilt([...question, "--json", "--db", database]);
    return JSON.parse(printed) as Answer;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
