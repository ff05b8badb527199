import { mkdirSync, writeFileSync } from "node:fs";
import { afterEach, expect, test, vi } from "vitest";
import { recordedEffects } from "../../test/recorded-effects.js";
import { temporaryFolder } from "../../test/temporary-folder.js";
import { processEffects } from "../run/process-effects.js";
import { runCommandLine } from "./command-line.js";

const path = temporaryFolder();
const article = {
  id: "quay",
  text: "The harbour of Port Quill was shut on Monday, an official said.",
  published: "2031-03-04",
};

vi.setConfig({ testTimeout: 120_000 });
afterEach(() => void vi.unstubAllEnvs());

/** A command on the machine's own files, with the tables that the environment names. */
async function sitrep(tables: string, command: string, ...words: readonly string[]) {
  vi.stubEnv("SITREP_TABLES", tables);
  const { effects, printed, reported } = recordedEffects({ input: [JSON.stringify(article)] });
  const { readFile, listFolder } = processEffects();
  const status = await runCommandLine([command, "--db", path("quay.db"), ...words], {
    ...effects,
    readFile,
    listFolder,
  });
  expect(process.env.SITREP_TABLES ?? "").toBe(tables);
  return { status, printed: printed(), reported: reported() };
}

test("a database goes by the tables that it was made with, whatever is named later", async () => {
  const [own, other] = [path("own"), path("other")];
  for (const folder of [own, other]) mkdirSync(folder);
  writeFileSync(path("own/countries.tsv"), "XQ\tQuillia\t\tQuillian\n");
  expect((await sitrep(own, "add", "-")).status).toBe(0);
  expect((await sitrep("", "brief", "--country", "XQ")).printed).toContain("Quillia");
  const refused = await sitrep(other, "brief");
  expect(refused.status).toBe(1);
  expect(refused.reported).toContain(`goes by the tables in ${own}, and SITREP_TABLES names ${other}`);
  expect((await sitrep(other, "rebuild")).status).toBe(0);
  expect((await sitrep("", "brief", "--country", "XQ")).printed).not.toContain("Quillia");
});

test("tables that cannot be used stop a command before it does anything", async () => {
  const told = await sitrep(path("nowhere"), "add", "-", "--db", path("other.db"));
  expect(told.status).toBe(1);
  expect(told.reported).toBe(`sitrep: Found no folder ${path("nowhere")}, where your own tables should be.\n`);
});
