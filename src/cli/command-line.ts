import { Command, CommanderError } from "commander";
import { OwnTablesError } from "../run/check-own-tables.js";
import type { Effects } from "../run/effects.js";
import { ModelMissing } from "../run/model-files.js";
import { ownTables, takeOwnTables } from "../run/own-tables.js";
import { version } from "../run/version.js";
import { StoreError } from "../store/store-error.js";
import type { ExitStatus } from "./exit-status.js";
import { messageLine, printable } from "./printable.js";
import { useOwnTables } from "./use-own-tables.js";

/** Runs one command line, without the program's own name, and gives back the exit status. */
export async function runCommandLine(words: readonly string[], given: Effects): Promise<ExitStatus> {
  const effects = withPrintable(given);
  let status: ExitStatus = 0;
  const named = commandNames.filter((name) => name === words[0] || olderNames.get(name) === words[0]);
  const exit = (result: ExitStatus): void => {
    status = result;
  };
  const program = await commandTree(effects, exit, named.length > 0 ? named : commandNames);
  program.hook("preAction", (_, command) => useOwnTables(command, effects));
  const tables = ownTables();
  try {
    await program.parseAsync(words, { from: "user" });
    return status;
  } catch (error) {
    if (error instanceof ModelMissing || error instanceof StoreError || error instanceof OwnTablesError) {
      effects.report(`sitrep: ${error.message}\n`);
      return 1;
    }
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : 2;
  } finally {
    takeOwnTables(tables);
  }
}

/** Nothing that articles, names or addresses hold reaches a terminal as a control character, nor adds a line to a message. */
function withPrintable(effects: Effects): Effects {
  return {
    ...effects,
    print: (text) => effects.print(printable(text)),
    report: (text) => effects.report(printable(messageLine(text))),
  };
}

type CommandMaker = (effects: Effects, exit: (status: ExitStatus) => void) => Command;

/** Each command's module, loaded when it is needed: `eval` loads more than `read` takes to read an article. */
const commands = {
  read: async (): Promise<CommandMaker> => (await import("./read-command.js")).readCommand,
  show: async (): Promise<CommandMaker> => (await import("./show-command.js")).showCommand,
  explain: async (): Promise<CommandMaker> => (await import("./explain-command.js")).explainCommand,
  add: async (): Promise<CommandMaker> => (await import("./add-command.js")).addCommand,
  watch: async (): Promise<CommandMaker> => (await import("./watch-command.js")).watchCommand,
  reader: async (): Promise<CommandMaker> => (await import("./reader-command.js")).readerCommand,
  linker: async (): Promise<CommandMaker> => (await import("./linker-command.js")).linkerCommand,
  dead: async (): Promise<CommandMaker> => (await import("./dead-command.js")).deadCommand,
  serve: async (): Promise<CommandMaker> => (await import("./serve-command.js")).serveCommand,
  mcp: async (): Promise<CommandMaker> => (await import("./mcp-command.js")).mcpCommand,
  token: async (): Promise<CommandMaker> => (await import("./token-command.js")).tokenCommand,
  brief: async (): Promise<CommandMaker> => (await import("./brief-command.js")).briefCommand,
  timeline: async (): Promise<CommandMaker> => (await import("./timeline-command.js")).timelineCommand,
  due: async (): Promise<CommandMaker> => (await import("./due-command.js")).dueCommand,
  watchlist: async (): Promise<CommandMaker> => (await import("./watchlist-command.js")).watchlistCommand,
  alerts: async (): Promise<CommandMaker> => (await import("./alerts-command.js")).alertsCommand,
  statements: async (): Promise<CommandMaker> => (await import("./lines-commands.js")).statementsCommand,
  actions: async (): Promise<CommandMaker> => (await import("./lines-commands.js")).actionsCommand,
  postures: async (): Promise<CommandMaker> => (await import("./postures-command.js")).posturesCommand,
  story: async (): Promise<CommandMaker> => (await import("./story-command.js")).storyCommand,
  disputes: async (): Promise<CommandMaker> => (await import("./disputes-command.js")).disputesCommand,
  origins: async (): Promise<CommandMaker> => (await import("./origins-command.js")).originsCommand,
  who: async (): Promise<CommandMaker> => (await import("./who-command.js")).whoCommand,
  search: async (): Promise<CommandMaker> => (await import("./search-command.js")).searchCommand,
  sources: async (): Promise<CommandMaker> => (await import("./sources-command.js")).sourcesCommand,
  merge: async (): Promise<CommandMaker> => (await import("./correct-commands.js")).mergeCommand,
  split: async (): Promise<CommandMaker> => (await import("./correct-commands.js")).splitCommand,
  reject: async (): Promise<CommandMaker> => (await import("./correct-commands.js")).rejectCommand,
  note: async (): Promise<CommandMaker> => (await import("./correct-commands.js")).noteCommand,
  tag: async (): Promise<CommandMaker> => (await import("./correct-commands.js")).tagCommand,
  assign: async (): Promise<CommandMaker> => (await import("./correct-commands.js")).assignCommand,
  review: async (): Promise<CommandMaker> => (await import("./review-command.js")).reviewCommand,
  confirm: async (): Promise<CommandMaker> => (await import("./correct-commands.js")).confirmCommand,
  rename: async (): Promise<CommandMaker> => (await import("./correct-commands.js")).renameCommand,
  relabel: async (): Promise<CommandMaker> => (await import("./correct-commands.js")).relabelCommand,
  undo: async (): Promise<CommandMaker> => (await import("./correct-commands.js")).undoCommand,
  corrections: async (): Promise<CommandMaker> => (await import("./corrections-command.js")).correctionsCommand,
  export: async (): Promise<CommandMaker> => (await import("./export-command.js")).exportCommand,
  verify: async (): Promise<CommandMaker> => (await import("./verify-command.js")).verifyCommand,
  zone: async (): Promise<CommandMaker> => (await import("./zone-command.js")).zoneCommand,
  rebuild: async (): Promise<CommandMaker> => (await import("./rebuild-command.js")).rebuildCommand,
  formats: async (): Promise<CommandMaker> => (await import("./formats-command.js")).formatsCommand,
  eval: async (): Promise<CommandMaker> => (await import("./eval-command.js")).evalCommand,
} as const;

type CommandName = keyof typeof commands;

/** What commands were called before, which works as well. */
const olderNames: ReadonlyMap<CommandName, string> = new Map([["reject", "hide"]]);

const commandNames = Object.keys(commands) as readonly CommandName[];

/** The program with those of its commands that are named, or all; the docs test walks over it. */
export async function commandTree(
  effects: Effects,
  exit: (status: ExitStatus) => void,
  names: readonly CommandName[] = commandNames,
): Promise<Command> {
  const program = new Command("sitrep")
    .description(
      "Reads news articles and keeps a record of who said what, who did what to whom, and which institution was put in which state. Every line has the article's own words.",
    )
    .version(version)
    .enablePositionalOptions()
    .addHelpText("after", "\nStart here:\n  sitrep read article.txt\n  sitrep help read");
  for (const make of await Promise.all(names.map((name) => commands[name]()))) program.addCommand(make(effects, exit));
  for (const command of [program, ...program.commands.flatMap((one) => [one, ...one.commands])]) {
    command
      .exitOverride()
      .showHelpAfterError("(--help shows how to use it)")
      .configureOutput({
        writeOut: (text) => void effects.print(text),
        writeErr: effects.report,
        getOutHelpWidth: () => Math.min(effects.output.columns, 100),
        getErrHelpWidth: () => Math.min(effects.errors.columns, 100),
        getOutHasColors: () => effects.output.colours,
        getErrHasColors: () => effects.errors.colours,
      });
  }
  return program;
}
