import { Command, Option } from "commander";
import type { Effects } from "../run/effects.js";
import type { Queue } from "../store/engine/queue.js";
import { openQueue } from "../store/queue.js";
import { oneLine } from "../text/one-line.js";
import { counted } from "./counted.js";
import { type DatabaseOption, databaseOption } from "./database-option.js";
import type { ExitStatus } from "./exit-status.js";

interface ListOptions extends DatabaseOption {
  readonly json?: true;
}

interface SomeOptions extends DatabaseOption {
  readonly all?: true;
}

/** `sitrep dead`: what no reader could read. */
export function deadCommand(effects: Effects, exit: (status: ExitStatus) => void): Command {
  const command = new Command("dead")
    .summary("see and settle what readers set aside")
    .description(
      "Work that failed, or whose reader came to an end, is tried again alone, three times; then it is set aside, and keeps nothing else from being read. These commands list it, give it out again, and drop it.",
    );
  command
    .command("list")
    .description("Lists what was set aside, with the reason.")
    .addOption(new Option("--json", "print it as one JSON object"))
    .addOption(databaseOption())
    .action(async (options: ListOptions) => exit(await list(options, effects)));
  command
    .command("retry [id...]")
    .description("Gives work out again, as after an update of Sitrep.")
    .addOption(new Option("--all", "all of it"))
    .addOption(databaseOption())
    .action(async (ids: string[], options: SomeOptions) =>
      exit(await settle(ids, options, effects, (queue, some) => queue.retryDead(some), "given out again")),
    );
  command
    .command("drop [id...]")
    .description("Drops work for good: what it holds is not read.")
    .addOption(new Option("--all", "all of it"))
    .addOption(databaseOption())
    .action(async (ids: string[], options: SomeOptions) =>
      exit(await settle(ids, options, effects, (queue, some) => queue.dropDead(some), "dropped")),
    );
  return command;
}

async function list({ db, json }: ListOptions, effects: Effects): Promise<ExitStatus> {
  const dead = await withQueue(db, async (queue) =>
    (await queue.dead()).map(({ id, input, reason, since }) => ({ id, input, reason, since })),
  );
  if (json) await effects.print(`${JSON.stringify({ dead }, null, 2)}\n`);
  else if (dead.length === 0) await effects.print("Nothing is set aside.\n");
  else
    for (const { id, input, reason, since } of dead) {
      await effects.print(`${id} · ${oneLine(input)} · ${since} · ${oneLine(reason).slice(0, 300)}\n`);
    }
  return 0;
}

async function settle(
  ids: readonly string[],
  { db, all }: SomeOptions,
  effects: Effects,
  act: (queue: Queue, ids: readonly string[] | null) => Promise<number>,
  done: string,
): Promise<ExitStatus> {
  const wrong = ids.find((id) => !/^\d{1,15}(?:\.\d{1,9})?$/.test(id));
  if (wrong !== undefined || (ids.length === 0) !== (all === true)) {
    const what = wrong === undefined ? "name ids, or say --all" : `${wrong} is no id`;
    effects.report(`sitrep: ${what}; \`sitrep dead list\` lists them\n`);
    return 2;
  }
  const count = await withQueue(db, (queue) => act(queue, all === true ? null : ids));
  await effects.print(`${counted(count, "piece")} of work ${done}\n`);
  return all === true || count === ids.length ? 0 : 1;
}

async function withQueue<Result>(db: string, work: (queue: Queue) => Promise<Result>): Promise<Result> {
  const queue = await openQueue(db);
  try {
    return await work(queue);
  } finally {
    await queue.close();
  }
}
