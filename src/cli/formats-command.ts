import { Command, Option } from "commander";
import { readFormats, refusedFormats } from "../read/formats.js";
import type { Effects } from "../run/effects.js";
import type { ExitStatus } from "./exit-status.js";

/** `sitrep formats`: lists what can be read. */
export function formatsCommand(effects: Effects, exit: (status: ExitStatus) => void): Command {
  return new Command("formats")
    .summary("list the formats that can be read")
    .description(
      "Lists the formats that can be read, with what becomes an article, and those that are recognised and refused. A file's format is recognised by its content, and by its name where the content does not tell.",
    )
    .addOption(new Option("--json", "print the list as one JSON object"))
    .action(async ({ json }: { readonly json?: true }) => {
      const refused = Object.values(refusedFormats).map(({ name, endings }) => ({ name, endings }));
      await effects.print(json ? `${JSON.stringify({ read: readFormats, refused }, null, 2)}\n` : page(refused));
      exit(0);
    });
}

function page(refused: readonly { readonly name: string; readonly endings: string }[]): string {
  const read = readFormats.map(({ name, endings, articles }) => `  ${columns(name, endings)}${articles}`);
  return [
    "Read",
    ...read,
    "",
    "Known and refused",
    ...refused.map(({ name, endings }) => `  ${columns(name, endings)}`),
  ]
    .map((line) => `${line.trimEnd()}\n`)
    .join("");
}

function columns(name: string, endings: string): string {
  return `${name.padEnd(36)}${endings.padEnd(28)}`;
}
