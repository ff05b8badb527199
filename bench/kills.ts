import { killFleet } from "../test/killed-fleet.js";
import { startPostgres } from "../test/postgres-server.js";

/**
 * Kills readers, linkers and connections to the database at random while they work, with an article among them that ends whoever reads it:
 * `tsx bench/kills.ts [KILLS [SEED]]`. The record has then to be what it is without the kills, and the poison to be set aside. Build first.
 */
const [kills = "20", seed = "1"] = process.argv.slice(2);
const server = startPostgres();
try {
  const say = (sentence: string): void => void process.stdout.write(`${sentence}\n`);
  // Two readers with two articles each at work for as long as the kills take.
  const articles = Math.max(200, Number(kills) * 10);
  const killing = {
    server: server.address(),
    kills: Number(kills),
    articles,
    milliseconds: 400,
    seed: Number(seed),
    say,
  };
  const { killed, dead, statuses, record, whole } = await killFleet(killing);
  const sound = {
    texts: JSON.stringify(record.texts) === JSON.stringify(whole.texts) && whole.texts.length === articles,
    record: record.digest === whole.digest && record.faults.length === 0,
    links: JSON.stringify(record.links) === JSON.stringify(whole.links),
    poison: dead.length === 1 && dead[0]?.startsWith("poison:") === true,
    ends: statuses.every((status) => status === 0),
  };
  say(JSON.stringify({ kills: killed, articles, sound, dead, statuses }));
  process.exitCode = Object.values(sound).every(Boolean) ? 0 : 1;
} finally {
  server.stop();
}
