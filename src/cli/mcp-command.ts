import { Command, InvalidArgumentError, Option } from "commander";
import type { Effects } from "../run/effects.js";
import { checkedName } from "./checked-name.js";
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
      "Answers an assistant by the Model Context Protocol, over standard input and output: brief, postures, disputes, statements, search, explain and more, each answer with the articles' own words, sources and addresses. The assistant starts this command by itself; docs/assistants.md says how to set it up. It only reads, unless you give --correct-as. Over HTTP, `sitrep serve` answers assistants at /mcp.",
    )
    .addOption(
      new Option("--desk <address>", "the address of the desk, for the links in answers")
        .default("http://127.0.0.1:4311")
        .argParser(checkedAddress),
    )
    .addOption(
      new Option("--correct-as <name>", "let the assistant confirm, reject and undo, under this name").argParser(
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
