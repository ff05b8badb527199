import { Command, Option } from "commander";
import type { Effects } from "../run/effects.js";
import { createToken, readTokens, revokeTokens } from "../store/tokens.js";
import { checkedName } from "./checked-name.js";
import { type DatabaseOption, databaseOption } from "./database-option.js";
import type { ExitStatus } from "./exit-status.js";

interface CreateOptions extends DatabaseOption {
  readonly readOnly?: true;
}

interface ListOptions extends DatabaseOption {
  readonly json?: true;
}

/** `sitrep token`: who may read from another machine, and correct. */
export function tokenCommand(effects: Effects, exit: (status: ExitStatus) => void): Command {
  const command = new Command("token")
    .summary("let somebody use `sitrep serve` from another machine")
    .description(
      "Makes, lists and revokes tokens. A server that listens at any other address than this machine's own asks everybody for a token. A correction is shown with the name of the token that made it.",
    );
  command
    .command("create <name>")
    .description("Makes a token and prints it, this once: only a hash is kept.")
    .addOption(new Option("--read-only", "the token may read, but not correct"))
    .addOption(databaseOption())
    .action(async (name: string, options: CreateOptions) => exit(await create(checkedName(name), options, effects)));
  command
    .command("list")
    .description("Lists the tokens, without their secrets.")
    .addOption(new Option("--json", "print them as one JSON object"))
    .addOption(databaseOption())
    .action(async (options: ListOptions) => exit(await list(options, effects)));
  command
    .command("revoke <id>")
    .description("Revokes a token by its id, or all tokens of a name. A running server stops accepting it at once.")
    .addOption(databaseOption())
    .action(async (id: string, options: DatabaseOption) => exit(await revoke(id, options, effects)));
  return command;
}

async function create(name: string, { db, readOnly }: CreateOptions, effects: Effects): Promise<ExitStatus> {
  const may = readOnly ? "read" : "correct";
  const { token, secret } = await createToken(db, { name, may }, effects.now());
  await effects.print(`${secret}\n`);
  effects.report(`sitrep: ${token.id} for ${name}, to ${words[may]}; this is the only time that it is shown\n`);
  return 0;
}

const words = { read: "read", correct: "read and correct" } as const;

async function list({ db, json }: ListOptions, effects: Effects): Promise<ExitStatus> {
  const tokens = (await readTokens(db)).map(({ sha256: _, ...token }) => token);
  const lines = tokens.map(({ id, name, may, created }) => `${id} · ${name} · may ${words[may]} · made ${created}\n`);
  if (json) await effects.print(`${JSON.stringify({ tokens }, null, 2)}\n`);
  else
    await effects.print(
      lines.length === 0 ? "There are no tokens; `sitrep token create` makes one.\n" : lines.join(""),
    );
  return 0;
}

async function revoke(id: string, { db }: DatabaseOption, effects: Effects): Promise<ExitStatus> {
  const revoked = await revokeTokens(db, id);
  if (revoked.length === 0) {
    effects.report(`sitrep: there is no token ${id}; \`sitrep token list\` lists them\n`);
    return 2;
  }
  await effects.print(revoked.map((one) => `revoked ${one.id} of ${one.name}\n`).join(""));
  return 0;
}
