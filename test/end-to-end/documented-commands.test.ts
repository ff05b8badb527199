import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import {
  commandsIn,
  hasPython,
  pagesWithCommands,
  pageText,
  preparedFolder,
  runCommands,
} from "../docs/documented-commands.js";

const folder = mkdtempSync(join(tmpdir(), "sitrep-docs-"));
const python = hasPython();
const home = preparedFolder(folder);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Whether it prints all but a tenth of the lines: processors with and without AVX-512 read a little otherwise, and the page was printed by one of either kind. */
function isNearly(printed: string, output: string): boolean {
  const lines = output.split("\n");
  const missing = lines.filter((line) => !printed.split("\n").includes(line));
  return missing.length <= lines.length / 10;
}

// In this order and one after the other: later pages go on with what earlier ones made. `npm run docs:accept` writes the outputs anew.
describe.each(pagesWithCommands)("%s", (page) => {
  const commands = commandsIn(pageText(page));

  test("shows commands", () => expect(commands.length).toBeGreaterThan(0));

  for (const command of commands) {
    const { language, code, output } = command;
    test.skipIf(language === "python" && !python)(
      code.trim(),
      () => {
        const { printed, failed } = runCommands(command, home);
        expect(failed).toBeNull();
        if (output !== null && !isNearly(printed, output)) expect(printed).toBe(output);
      },
      120_000,
    );
  }
});
