import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inspect, runAndKill, seededChance } from "../test/killed-process.js";

/**
 * Kills `sitrep add` at random, over and over: `tsx bench/kill.ts [KILLS [SEED]]`. After each kill it looks for articles that were told as added and
 * are not there, for texts that are there twice, and for faults; at the end it holds the database against one whose writer was never killed. The
 * times of the kills follow the seed, though where they fall in the program's work is chance. Build first.
 */
async function bench(kills: number, seed: number): Promise<boolean> {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), "sitrep-kill-"));
  const chance = seededChance(seed);
  // Six articles for each kill, so that the end comes after the last of them.
  const input = exampleLines(join(root, "examples"), kills * 6);
  const program = (name: string) => [join(root, "bin/sitrep.js"), "add", "-", "--db", join(folder, name)];
  const told: string[] = [];
  let sound = true;
  const check = (what: string, fine: boolean): void => {
    if (!fine) process.stdout.write(`${what}\n`);
    sound &&= fine;
  };
  try {
    for (let kill = 1; kill <= kills; kill++) {
      const at = { lines: Math.floor(chance() * 6), milliseconds: chance() * 500 };
      told.push(...(await runAndKill(program("killed.db"), input, at)));
      const { lost, doubled, faults, ids } = await inspect(join(folder, "killed.db"), told);
      check(`kill ${kill}: lost ${lost.join(", ")}`, lost.length === 0);
      check(`kill ${kill}: ${doubled.length} texts twice`, doubled.length === 0);
      check(`kill ${kill}: ${faults.join("; ")}`, faults.length === 0);
      process.stdout.write(`kill ${kill} of ${kills}: ${told.length} told, ${ids.length} there\n`);
    }
    await runAndKill(program("killed.db"), input, null);
    await runAndKill(program("whole.db"), input, null);
    const killed = await inspect(join(folder, "killed.db"), told);
    const whole = await inspect(join(folder, "whole.db"), []);
    check("the database is not what it would be without the kills", JSON.stringify(killed) === JSON.stringify(whole));
    check("an article was told twice", new Set(told).size === told.length);
    process.stdout.write(
      `${kills} kills, ${whole.ids.length} articles: ${sound ? "nothing lost, nothing doubled" : "BROKEN"}\n`,
    );
    return sound;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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

const [kills = "10", seed = "1"] = process.argv.slice(2);
process.exitCode = (await bench(Number(kills), Number(seed))) ? 0 : 1;
