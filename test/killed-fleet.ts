import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { addReadings } from "../src/run/add-inputs.js";
import { lazyLinkLexicons } from "../src/run/link-lexicons.js";
import { pack } from "../src/run/queue/work.js";
import { readPostgresAddress } from "../src/store/engine/postgres/postgres-address.js";
import { openPostgresConnection } from "../src/store/engine/postgres/postgres-connection.js";
import { openQueue } from "../src/store/queue.js";
import { openStoreForWriting } from "../src/store/store.js";
import { bundledProcess } from "./bundled-process.js";
import { endAll, type Member, recordOf, startMember, waitUntilDone } from "./fleet.js";
import { seededChance } from "./killed-process.js";
import { recordedEffects } from "./recorded-effects.js";
import { simpleArticle } from "./simple-record.js";
import { simpleAnalyser } from "./worked-off.js";

export interface Killing {
  /** A server, as an address without a schema. */
  readonly server: string;
  readonly kills: number;
  readonly articles: number;
  /** How long an article takes to read. */
  readonly milliseconds: number;
  readonly seed: number;
  readonly say: (sentence: string) => void;
}

const names = ["Ada Lenz", "Ben Hale", "Cora Dean", "Eli Foss", "Ida Moor"];
const towns = ["Orsen", "Vell", "Tarn", "Skarn"];

function invented(number: number) {
  const [name, town] = [names[number % names.length], towns[number % towns.length]];
  const text = `${name} said that pier ${number} of ${town} was shut. Norland shelled ${town}. The Vell embassy closed.`;
  const published = `2031-03-0${1 + (number % 6)}T08:00:00Z`;
  return simpleArticle(text, { id: `a${number}`, published, outlet: `Paper ${number % 7}` });
}

/**
 * Two readers and two linkers work off articles, among them one that ends whoever reads it; processes and connections are killed at random meanwhile, and started
 * again. Gives what the record holds then, and one of the same articles that nobody disturbed.
 */
export async function killFleet({ server, kills, articles, milliseconds, seed, say }: Killing) {
  const [place, undisturbed] = [`${server}&schema=killed`, `${server}&schema=undisturbed`];
  const good = Array.from({ length: articles }, (_, number) => invented(number));
  await addUndisturbed(undisturbed, good);
  await giveOut(place, good);
  const folder = mkdtempSync(join(tmpdir(), "sitrep-fleet-"));
  const reader = [await bundledProcess("reading-process.ts", folder), String(milliseconds), "2"];
  const words = [["linker"], ["linker"], reader, reader];
  const members: Member[] = words.map((own) => startMember(own, place));
  const chance = seededChance(seed);
  const connection = openPostgresConnection(readPostgresAddress(server), async () => undefined);
  const killed = { linker: 0, reader: 0, connection: 0 };
  /** Also readers that the poison ended, and whoever was not up yet when its connection was. */
  const startEnded = (): void => {
    for (const [at, { child }] of members.entries()) {
      if (child.killed || child.exitCode !== null || child.signalCode !== null)
        members[at] = startMember(words[at] ?? [], place);
    }
  };
  for (let kill = 1; kill <= kills; kill++) {
    await sleep(200 + chance() * 1_000);
    const which = Math.floor(chance() * 5);
    const member = members[which];
    if (member === undefined) {
      await connection.rows(ending);
      killed.connection += 1;
    } else {
      member.child.kill("SIGKILL");
      killed[which < 2 ? "linker" : "reader"] += 1;
    }
    startEnded();
    if (kill % 10 === 0) say(`${kill} of ${kills}`);
  }
  await connection.end();
  const respawning = setInterval(startEnded, 500);
  // A machine that does other work too writes and links a few articles a second.
  const state = await waitUntilDone(place, Math.max(240, articles));
  clearInterval(respawning);
  const statuses = await endAll(members);
  rmSync(folder, { recursive: true, force: true });
  const queue = await openQueue(place);
  const dead = (await queue.dead()).map(({ input, reason }) => `${input}: ${reason}`);
  await queue.close();
  return { killed, state, dead, statuses, record: await recordOf(place), whole: await recordOf(undisturbed) };
}

/** Ends a connection of the program, whichever. */
const ending = `select pg_terminate_backend(pid) from pg_stat_activity
  where application_name = 'sitrep' and pid <> pg_backend_pid() order by random() limit 1`;

type Articles = readonly ReturnType<typeof invented>[];

function readingOf(article: Articles[number]) {
  return { kind: "article" as const, input: article.id, article, retrieval: null, source: null };
}

async function addUndisturbed(place: string, articles: Articles): Promise<void> {
  const { effects } = recordedEffects({});
  const store = await openStoreForWriting(place, { now: effects.now });
  const readings = (async function* () {
    yield* articles.map(readingOf);
  })();
  for await (const _ of addReadings(readings, store, simpleAnalyser, lazyLinkLexicons(effects)));
  await store.close();
}

async function giveOut(place: string, articles: Articles): Promise<void> {
  await (await openStoreForWriting(place, { now: () => new Date() })).close();
  const queue = await openQueue(place);
  const poison = simpleArticle("Ada Lenz said this was poison.", { id: "poison" });
  const all = [...articles.slice(0, 20), poison, ...articles.slice(20)];
  await queue.give(
    all.map((article) => {
      const arrival = { article, input: article.id, fetched: null, sourceSha256: null };
      return { input: article.id, work: pack({ kind: "article", arrival, watched: null }) };
    }),
  );
  await queue.close();
}
