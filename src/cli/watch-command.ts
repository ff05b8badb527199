import { Command, InvalidArgumentError, Option } from "commander";
import { lazyAnalyser } from "../run/analyse.js";
import type { Effects } from "../run/effects.js";
import { officialId } from "../run/official-id.js";
import { findOfficial } from "../run/official-sources.js";
import { feedsListedIn } from "../run/open-inputs.js";
import { ownTables } from "../run/own-tables.js";
import { type WatchingEvent, watch as watchSources } from "../run/watch/watch.js";
import { followSource, stopFollowing } from "../store/following.js";
import { openStoreForWriting, type WritableStore } from "../store/store.js";
import { dayLength } from "../text/days.js";
import { type AdditionCounts, addedLine, countOf, reasonOf } from "./added-line.js";
import { bytesOption } from "./bytes-option.js";
import { counted } from "./counted.js";
import { type DatabaseOption, databaseOption } from "./database-option.js";
import type { ExitStatus } from "./exit-status.js";
import { allowPrivateOption, outletOption, webPolicy } from "./known-options.js";
import { listOfficial } from "./list-official.js";
import { openQueueAlone, queueOption } from "./queue-option.js";
import { openInTurn } from "./record-in-turn.js";
import { zoneOption } from "./zone-option.js";

interface WatchOptions extends DatabaseOption {
  readonly once?: true;
  readonly every: number;
  readonly stop?: true;
  readonly outlet?: string;
  readonly zone?: string;
  readonly bytes?: string;
  readonly allowPrivate?: true;
  readonly queue?: true;
}

/** `sitrep watch`: follows feeds and pages, and keeps what comes. */
export function watchCommand(effects: Effects, exit: (status: ExitStatus) => void): Command {
  return new Command("watch")
    .summary("follow feeds and pages, and add what comes")
    .description(
      "Follows feeds, sitemaps, single pages, and the feeds that a front page or an OPML file names. The page behind each item is read and added as by `sitrep add`; an edited page becomes a new version. Without a source, it goes on with those that it followed before. At Ctrl-C, it finishes the article in work and ends.",
    )
    .argument(
      "[source...]",
      "addresses of feeds, sitemaps, front pages, OPML files and pages; OPML files; official:NAME for an official source, official: to list them",
    )
    .addOption(new Option("--once", "ask every source once, then end; for cron"))
    .addOption(
      new Option("--every <time>", "how often to ask each source, as 90s, 10m, 2h or 1d")
        .default(10 * 60_000, "10m")
        .argParser(checkedTime),
    )
    .addOption(new Option("--stop", "stop following these sources, then end; their articles stay").conflicts(["once"]))
    .addOption(outletOption())
    .addOption(zoneOption())
    .addOption(bytesOption())
    .addOption(allowPrivateOption())
    .addOption(queueOption())
    .addOption(databaseOption())
    .addHelpText("after", examples)
    .action(async (sources: string[], options: WatchOptions) => exit(await watch(sources, options, effects)));
}

const examples = `
Examples:
  sitrep watch https://news.example/ https://mail.example/feed.xml
  sitrep watch feeds.opml --every 30m
  sitrep watch official:us-advisories
  sitrep watch --once
  sitrep watch --stop https://mail.example/feed.xml

\`sitrep sources\` shows the status of each source.
Exit status: 0 all went well; 1 a source or an article could not be fetched in the last round; 2 wrong usage.`;

function checkedTime(written: string): number {
  const [, number, unit = ""] = /^(\d{1,5})([smhd])$/.exec(written) ?? [];
  const time = Number(number) * (units.get(unit) ?? Number.NaN);
  if (!(time >= shortest && time <= longest)) {
    throw new InvalidArgumentError("Expected a time from 60s to 30d, as 90s, 10m, 2h or 1d.");
  }
  return time;
}

const units: ReadonlyMap<string, number> = new Map([
  ["s", 1_000],
  ["m", 60_000],
  ["h", 3_600_000],
  ["d", dayLength],
]);
const shortest = 60_000;
const longest = 30 * dayLength;

async function watch(sources: readonly string[], options: WatchOptions, effects: Effects): Promise<ExitStatus> {
  const { db, once = false, every } = options;
  if (sources.length === 1 && officialId(sources[0] ?? "") === "") return listOfficial({ json: false }, effects);
  const existing = sources.length === 0;
  const queue = options.queue === true ? await openQueueAlone(db, "watch") : null;
  const opened = { now: effects.now, existing, zone: options.zone, bytes: options.bytes, tables: ownTables() };
  const store = await (queue === null ? openStoreForWriting(db, opened) : openInTurn(db, opened, effects));
  const analyser = lazyAnalyser({ many: true }, effects);
  try {
    const wrong = await noteSources(sources, options, store, effects);
    if (options.stop === true || (wrong > 0 && wrong === sources.length)) return wrong === 0 ? 0 : 1;
    const round = new RoundReport(effects);
    let failed = 0;
    const request = { once, every, queue, ...webPolicy(options) };
    for await (const event of watchSources(request, store, analyser, effects)) {
      await round.tell(event);
      if (event.kind === "round-over") failed = await round.end(once);
    }
    return failed + wrong === 0 ? 0 : 1;
  } finally {
    await analyser.close();
    await store.close();
    await queue?.close();
  }
}

/** Follows the sources, or ends that; how many of them cannot be. */
async function noteSources(
  sources: readonly string[],
  { stop, outlet }: WatchOptions,
  store: WritableStore,
  effects: Effects,
): Promise<number> {
  let wrong = 0;
  for (const name of sources) {
    const named = await sourcesNamed(name, effects);
    if ("reason" in named) {
      wrong += 1;
      effects.report(`sitrep: ${name}: ${named.reason}\n`);
      continue;
    }
    for (const address of named.addresses) {
      const told: string | null =
        stop === true ? await unfollow(store, address) : await follow(store, address, outlet ?? named.issuer);
      if (told === null) {
        wrong += 1;
        effects.report(`sitrep: ${address}: this is not followed\n`);
      } else await effects.print(`${told} ${address}\n`);
    }
  }
  return wrong;
}

function follow(store: WritableStore, address: string, outlet: string | null): Promise<string> {
  return followSource(store, { address, outlet, foundIn: null, kind: null });
}

async function unfollow(store: WritableStore, address: string): Promise<string | null> {
  return (await stopFollowing(store, address)) ? "stopped" : null;
}

/** The addresses that a source stands for, in their standard form, and who speaks there where that is known; or why it is no source. */
async function sourcesNamed(
  name: string,
  effects: Effects,
): Promise<{ readonly addresses: readonly string[]; readonly issuer: string | null } | { readonly reason: string }> {
  const id = officialId(name);
  if (id !== null) {
    const official = await findOfficial(id, effects);
    return "reason" in official ? official : { addresses: [official.address], issuer: official.issuer };
  }
  const feeds = await feedsListedIn(name, effects);
  const addresses = feeds === null ? [name] : feeds.map(({ address }) => address);
  const checked = addresses.flatMap((address) => standardAddress(address) ?? []);
  if (checked.length > 0) return { addresses: checked, issuer: null };
  return { reason: "this is neither an http(s) address nor an OPML file; `sitrep add` reads files" };
}

function standardAddress(written: string): string | null {
  if (!/^https?:\/\//i.test(written) || !URL.canParse(written)) return null;
  const url = new URL(written);
  url.hash = "";
  return url.href;
}

/** Prints what a round tells, and counts it. */
class RoundReport {
  readonly #effects: Pick<Effects, "print" | "report">;
  #counts: AdditionCounts = nothingCounted();
  #asked = 0;
  #failed = 0;
  #open = 0;
  #given = 0;

  constructor(effects: Pick<Effects, "print" | "report">) {
    this.#effects = effects;
  }

  async tell(event: WatchingEvent): Promise<void> {
    if (event.kind === "source") this.#tellSource(event);
    else if (event.kind === "article") await this.#tellArticle(event);
    else if (event.kind === "given") this.#given += 1;
    else if (event.kind === "item") this.#tellItem(event);
  }

  /** Prints what the round came to, unless nothing did; gives back how much went wrong in it. */
  async end(always: boolean): Promise<number> {
    const { added, newVersions, known, failed } = this.#counts;
    if (always || added + newVersions + failed + this.#given > 0) {
      const sources = `${counted(this.#asked, "source")} asked, ${this.#failed} failed`;
      const given = this.#given === 0 ? "" : `${this.#given} given out, `;
      const open = this.#open === 0 ? "" : `; ${counted(this.#open, "item")} without a page`;
      await this.#effects.print(
        `${sources}: ${given}${added} added, ${counted(newVersions, "new version")}, ${known} known, ${failed} failed${open}\n`,
      );
    }
    const wrong = this.#failed + failed + this.#open;
    this.#counts = nothingCounted();
    this.#asked = 0;
    this.#failed = 0;
    this.#open = 0;
    this.#given = 0;
    return wrong;
  }

  #tellSource({ asked }: Extract<WatchingEvent, { kind: "source" }>): void {
    const { address } = asked.source;
    this.#asked += 1;
    if (asked.kind === "failed") {
      this.#failed += 1;
      this.#effects.report(`sitrep: ${address}: ${asked.reason}\n`);
    } else for (const note of asked.notes) this.#effects.report(`sitrep: ${address}: ${note}\n`);
  }

  async #tellArticle({ addition }: Extract<WatchingEvent, { kind: "article" }>): Promise<void> {
    this.#counts[countOf(addition)] += 1;
    if ("reason" in addition) this.#effects.report(`sitrep: ${addition.input}: ${reasonOf(addition)}\n`);
    else if (addition.kind === "added") await this.#effects.print(addedLine(addition));
  }

  #tellItem({ input, reason, next }: Extract<WatchingEvent, { kind: "item" }>): void {
    this.#open += 1;
    const then = next === null ? "not tried again" : `tried again after ${next}`;
    this.#effects.report(`sitrep: ${input}: ${reason}; ${then}\n`);
  }
}

function nothingCounted(): AdditionCounts {
  return { added: 0, newVersions: 0, known: 0, failed: 0 };
}
