import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inspect, inspectItems, type KillPoint, runAndKill, seededChance } from "../test/killed-process.js";
import { openLoopbackFeeds } from "../test/loopback-site.js";

/**
 * Kills `sitrep add` and `sitrep watch` at random, over and over: `tsx bench/kill.ts [KILLS [SEED [add|watch]]]`, half of them each. After each kill it looks for
 * articles that were told as added and are not there, for texts that are there twice, and for faults; at the end it holds the database against one
 * whose writer was never killed. The times of the kills follow the seed, though where they fall in the program's work is chance. Build first.
 */
async function bench(kills: number, seed: number, only: string | null): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), "sitrep-kill-"));
  const chance = seededChance(seed);
  try {
    const adding = only === "watch" || (await killAdd(only === null ? Math.ceil(kills / 2) : kills, folder, chance));
    const watching = only === "add" || (await killWatch(only === null ? Math.floor(kills / 2) : kills, folder, chance));
    return adding && watching;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const root = fileURLToPath(new URL("..", import.meta.url));

/** Says what is wrong as soon as it is found. */
class Checks {
  sound = true;

  hold(what: string, fine: boolean): void {
    if (!fine) process.stdout.write(`${what}\n`);
    this.sound &&= fine;
  }
}

async function killAdd(kills: number, folder: string, chance: () => number): Promise<boolean> {
  const checks = new Checks();
  // Six articles for each kill, so that the end comes after the last of them.
  const input = exampleLines(join(root, "examples"), kills * 6);
  const program = (name: string) => [join(root, "bin/sitrep.js"), "add", "-", "--db", join(folder, name)];
  const at = (): KillPoint => ({ lines: Math.floor(chance() * 6), milliseconds: chance() * 500 });
  const path = join(folder, "killed.db");
  const told = await killOften("add", kills, { words: program("killed.db"), input, path, at }, checks);
  await runAndKill(program("killed.db"), input, null);
  await runAndKill(program("whole.db"), input, null);
  const killed = await inspect(path, told);
  const whole = await inspect(join(folder, "whole.db"), []);
  checks.hold("add: not what it would be without the kills", JSON.stringify(killed) === JSON.stringify(whole));
  return summarise("add", kills, whole.ids.length, checks);
}

/** Hosts of the invented feeds; one gives a page a second. */
const hosts = 6;

async function killWatch(kills: number, folder: string, chance: () => number): Promise<boolean> {
  const checks = new Checks();
  const { feeds, close } = await openLoopbackFeeds(hosts, kills);
  const words = (name: string) => [
    join(root, "bin/sitrep.js"),
    ...["watch", ...feeds, "--once", "--allow-private", "--db", join(folder, name)],
  ];
  const input = "";
  // The first lines are those of the feeds, before anything is fetched.
  const at = (): KillPoint => ({ lines: Math.floor(chance() * (hosts + 6)), milliseconds: chance() * 1_500 });
  const path = join(folder, "watched.db");
  const told = await killOften("watch", kills, { words: words("watched.db"), input, path, at }, checks);
  told.push(...(await runAndKill(words("watched.db"), input, null)));
  await runAndKill(words("undisturbed.db"), input, null);
  await close();
  const killed = await inspect(path, told);
  const whole = await inspect(join(folder, "undisturbed.db"), []);
  // Pages come in the order in which hosts answer, so the order is left out.
  const texts = (ids: readonly string[]): string => [...ids].sort().join(" ");
  checks.hold("watch: not what it would be without the kills", texts(killed.ids) === texts(whole.ids));
  checks.hold("watch: an article was told twice", new Set(told).size === told.length);
  const { seen, kept } = await inspectItems(path);
  checks.hold(`watch: ${seen} items seen, ${kept} kept of ${hosts * kills}`, seen === hosts * kills && kept === seen);
  checks.hold(`watch: ${killed.faults.join("; ")}`, killed.faults.length + killed.doubled.length === 0);
  return summarise("watch", kills, whole.ids.length, checks);
}

interface Killing {
  readonly words: readonly string[];
  readonly input: string;
  /** Of the database. */
  readonly path: string;
  readonly at: () => KillPoint;
}

/** What the program told before its kills. */
async function killOften(
  name: string,
  kills: number,
  { words, input, path, at }: Killing,
  checks: Checks,
): Promise<string[]> {
  const told: string[] = [];
  for (let kill = 1; kill <= kills; kill++) {
    told.push(...(await runAndKill(words, input, at())));
    const { lost, doubled, faults, ids } = await inspect(path, told);
    checks.hold(`${name}, kill ${kill}: lost ${lost.join(", ")}`, lost.length === 0);
    checks.hold(`${name}, kill ${kill}: ${doubled.length} texts twice`, doubled.length === 0);
    checks.hold(`${name}, kill ${kill}: ${faults.join("; ")}`, faults.length === 0);
    process.stdout.write(`${name}, kill ${kill} of ${kills}: ${told.length} told, ${ids.length} there\n`);
  }
  checks.hold(`${name}: an article was told twice`, new Set(told).size === told.length);
  return told;
}

function summarise(name: string, kills: number, articles: number, { sound }: Checks): boolean {
  process.stdout.write(
    `${name}: ${kills} kills, ${articles} articles: ${sound ? "nothing lost, nothing doubled" : "BROKEN"}\n`,
  );
  return sound;
}

/** The examples, over and over, each time with another last line. */
function exampleLines(folder: string, count: number): string {
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .map((name) => readFileSync(join(folder, name), "utf8"));
  return Array.from({ length: count }, (_, index) => {
    const text = `${texts[index % texts.length]}\n\nItem ${index}.`;
    return `${JSON.stringify({ id: `a${index}`, text, published: "2031-03-04" })}\n`;
  }).join("");
}

const [kills = "10", seed = "1", only = null] = process.argv.slice(2);
process.exitCode = (await bench(Number(kills), Number(seed), only)) ? 0 : 1;
