import { Command, InvalidArgumentError, Option } from "commander";
import type { Effects } from "../run/effects.js";
import { type DatabaseOption, databaseOption } from "./database-option.js";
import type { ExitStatus } from "./exit-status.js";

/** What `sitrep mcp` can be told. */
export interface McpOptions extends DatabaseOption {
  readonly desk: string;
  readonly correctAs?: string;
}

/** `sitrep mcp`: lets an assistant ask the record. */
export function mcpCommand(effects: Effects, exit: (status: ExitStatus) => void): Command {
  return new Command("mcp")
    .summary("let an assistant ask the record, by the Model Context Protocol")
    .description(
      "Answers an assistant over standard input and output by the Model Context Protocol: brief, postures, disputes, statements, search and explain, each answer with the articles' own words, their sources and addresses. The assistant starts it by itself; docs/assistants.md says how it is set up. It only reads, unless --correct-as allows more. Ends when the assistant closes it. Over HTTP, `sitrep serve` answers assistants at /mcp.",
    )
    .addOption(
      new Option("--desk <address>", "where `sitrep serve` shows the record: answers name its pages")
        .default("http://127.0.0.1:4311")
        .argParser(checkedAddress),
    )
    .addOption(
      new Option("--correct-as <name>", "let the assistant confirm, reject and undo, by this name").argParser(
        checkedName,
      ),
    )
    .addOption(databaseOption())
    .action(async (options: McpOptions) => {
      // The protocol's library is loaded by this command alone.
      const { serveAssistant } = await import("./serve-assistant.js");
      exit(await serveAssistant(options, effects));
    });
}

function checkedAddress(written: string): string {
  if (!/^https?:\/\/[^\s]+$/i.test(written) || !URL.canParse(written)) {
    throw new InvalidArgumentError("Expected an address like http://127.0.0.1:4311.");
  }
  return written.replace(/\/+$/, "");
}

function checkedName(name: string): string {
  const trimmed = name.trim();
  if (trimmed === "" || trimmed.length > 100) throw new InvalidArgumentError("Expected a name of 1 to 100 characters.");
  return trimmed;
}
