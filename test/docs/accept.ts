import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  commandsIn,
  hasPython,
  pagesWithCommands,
  pageText,
  preparedFolder,
  root,
  runCommands,
  withOutputs,
} from "./documented-commands.js";

// `npm run docs:accept`: writes what the commands of the docs print now under them. Read the difference before you commit it.
const folder = mkdtempSync(join(tmpdir(), "sitrep-docs-"));
try {
  const home = preparedFolder(folder);
  for (const page of pagesWithCommands) {
    const text = pageText(page);
    const printed = commandsIn(text).map((command) => {
      if (command.language === "python" && !hasPython()) return null;
      const run = runCommands(command, home);
      if (run.failed !== null) throw new Error(`${page}: ${command.code}${run.failed}`);
      return run.printed;
    });
    const now = withOutputs(text, printed);
    if (now === text) continue;
    writeFileSync(join(root, page), now);
    process.stdout.write(`accepted ${page}\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
