import { Command, Option } from "commander";
import type { Effects } from "../run/effects.js";
import { type FollowedSource, findFollowed, findOpenItems, type OpenItem } from "../store/queries/followed.js";
import { type FoundSource, findSources } from "../store/queries/sources.js";
import type { Store } from "../store/store.js";
import { oneLine } from "../text/one-line.js";
import { gradeCommand } from "./correct-commands.js";
import { counted } from "./counted.js";
import { type DatabaseOption, databaseOption } from "./database-option.js";
import type { ExitStatus } from "./exit-status.js";
import { listOfficial } from "./list-official.js";
import { withRecord } from "./with-record.js";

interface SourcesOptions extends DatabaseOption {
  readonly json?: true;
  readonly official?: true;
}

/** `sitrep sources`: says how the sources that are followed fare, and whose articles the database has. */
export function sourcesCommand(effects: Effects, exit: (status: ExitStatus) => void): Command {
  const command = new Command("sources")
    .summary("show source status, and articles by outlet")
    .description(
      "Prints a line for each source that is followed: when it last answered, when it last failed and why, what became of its items, and when it is asked next. Then a line for each outlet: its articles, their dates, when the last came in, and its grade. With a source, lists its items that have no page.",
    )
    .argument("[source]", "the address of a source that is followed")
    .addOption(
      new Option("--official", "list the ready-made official sources instead, for `sitrep watch official:NAME`"),
    )
    .addOption(new Option("--json", "print the answer as one JSON object"))
    .addOption(databaseOption())
    .action(async (source: string | undefined, options: SourcesOptions) =>
      exit(await sources(source, options, effects)),
    );
  // Options behind `grade` are of that: both take --db and --json.
  return command.enablePositionalOptions().addCommand(gradeCommand(effects, exit));
}

async function sources(
  address: string | undefined,
  { db, json, official }: SourcesOptions,
  effects: Effects,
): Promise<ExitStatus> {
  if (official === true) return listOfficial({ json: json === true }, effects);
  return await withRecord(db, async (store) => {
    return address === undefined
      ? await all(store, json === true, effects)
      : await one(store, address, json === true, effects);
  });
}

async function all(store: Store, json: boolean, effects: Effects): Promise<ExitStatus> {
  const followed = await findFollowed(store);
  const found = await findSources(store);
  if (json) await effects.print(`${JSON.stringify({ sources: found, followed }, null, 2)}\n`);
  else {
    const lines = [
      ...followed.map(healthOf),
      ...(followed.length > 0 && found.length > 0 ? [""] : []),
      ...found.map(lineOf),
    ];
    await effects.print(lines.length === 0 ? "No matches.\n" : `${lines.map(oneLine).join("\n")}\n`);
  }
  return 0;
}

async function one(store: Store, address: string, json: boolean, effects: Effects): Promise<ExitStatus> {
  const source = (await findFollowed(store)).find((followed) => followed.address === address);
  if (source === undefined) {
    effects.report(`sitrep: ${address} is not followed; \`sitrep sources\` names those that are\n`);
    return 2;
  }
  const items = await findOpenItems(store, address);
  if (json) await effects.print(`${JSON.stringify({ source, items }, null, 2)}\n`);
  else {
    const gaps = source.gaps.map(({ since, until }) => `  items may have been missed between ${since} and ${until}`);
    await effects.print(
      `${[oneLine(healthOf(source)), ...gaps, ...items.map((item) => `  ${oneLine(itemLine(item))}`)].join("\n")}\n`,
    );
  }
  return 0;
}

function healthOf(source: FollowedSource): string {
  const { address, kind, title, stopped, lastSuccess, lastError, error, failures, gaps, next } = source;
  const name = title === null ? address : `${address} (${title})`;
  return [
    name,
    kind ?? "not reached yet",
    lastSuccess === null ? "no success yet" : `last success ${lastSuccess}`,
    lastError === null
      ? "no error"
      : `last error ${lastError}, ${error}${failures > 1 ? ` (${failures} times in a row)` : ""}`,
    ...(kind === "feed-list" ? [] : [itemsOf(source)]),
    ...(gaps.length === 0 ? [] : [`${counted(gaps.length, "gap")}`]),
    stopped === null ? `next ${next}` : `stopped ${stopped}`,
  ].join(" · ");
}

function itemsOf({ seen, pages, feedTexts, waiting, lost }: FollowedSource): string {
  const parts = [
    ...(pages === 0 ? [] : [`${pages} by their pages`]),
    ...(feedTexts === 0 ? [] : [`${feedTexts} by the feed's text`]),
    ...(waiting === 0 ? [] : [`${waiting} waiting`]),
    lost === 0 ? "none lost" : `${lost} lost`,
  ];
  return `${counted(seen, "item")}: ${parts.join(", ")}`;
}

function itemLine({ id, address, state, seen, tries, reason, next }: OpenItem): string {
  return [
    address ?? id,
    stateNames[state],
    `seen ${seen}`,
    ...(tries === 0 ? [] : [`${tries} ${tries === 1 ? "try" : "tries"} in vain`]),
    ...(reason === null ? [] : [reason]),
    next === null ? "not tried again" : `next ${next}`,
  ].join(" · ");
}

const stateNames = {
  waiting: "waiting",
  page: "kept",
  "feed-text": "kept by the feed's text",
  "given-up": "lost",
} as const;

function lineOf({ outlet, articles, edits, first, last, added, grade, graded }: FoundSource): string {
  const dates = first === null ? "dates unknown" : first === last ? first : `${first} to ${last}`;
  return [
    outlet ?? "(outlet unknown)",
    counted(articles, "article") + (edits === 0 ? "" : `, ${counted(edits, "later version")}`),
    dates,
    `last added ${added}`,
    graded === null ? `grade ${grade}, not graded` : `grade ${grade} by ${graded.by} ${graded.at.slice(0, 10)}`,
  ].join(" · ");
}
