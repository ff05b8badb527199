import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { lineId } from "../src/store/line-id.js";
import { openStoreForReading, type Store } from "../src/store/store.js";

// The program as it is built: the sources run slower by what compiles them on the way.
const built = <Module>(path: string): Promise<Module> => import(new URL(`../dist/${path}`, import.meta.url).href);
const { runCommandLine } = await built<typeof import("../src/cli/command-line.js")>("cli/command-line.js");
const { processEffects } = await built<typeof import("../src/run/process-effects.js")>("run/process-effects.js");

/**
 * How long questions take: `tsx bench/questions.ts DB [--commands] [WORD…]`. Every command that asks the database is run with twenty sets of words, about what is told of
 * often and what is told of once, and the table has the middle, the 95th percentile and the slowest. The commands run inside this process, each opening
 * the database anew, so the start of Node.js is left out; with `--commands` each is a process of its own, five times, and the start is in. With words, only the questions
 * that have one of them in their names. `bench/grow.ts` makes a database.
 */
async function bench(db: string, asCommands: boolean, named: readonly string[]): Promise<void> {
  const subjects = chosenSubjects(db);
  const store = await openStoreForReading(db);
  const { articles } = await store.tables
    .selectFrom("linked")
    .select(({ fn }) => fn.countAll<number>().as("articles"))
    .executeTakeFirstOrThrow();
  await store.close();
  process.stdout.write(
    `${articles} articles\n\n| question | median ms | 95th percentile | slowest |\n| --- | --- | --- | --- |\n`,
  );
  for (const [name, wordsOf] of Object.entries(questions(subjects))) {
    if (named.length > 0 && !named.some((one) => name.includes(one))) continue;
    const times: number[] = [];
    // The first is for what is loaded once.
    for (let turn = asCommands ? 0 : -1; turn < (asCommands ? 5 : turns); turn++) {
      const words = [...wordsOf(Math.max(0, asCommands ? 4 * turn : turn)), "--db", db];
      const started = performance.now();
      if (asCommands) askProcess(words);
      else await ask(words);
      if (turn >= 0) times.push(performance.now() - started);
    }
    times.sort((a, b) => a - b);
    const at = (share: number): string => (times[Math.ceil(share * times.length) - 1] ?? 0).toFixed(0);
    process.stdout.write(`| ${name} | ${at(0.5)} | ${at(0.95)} | ${at(1)} |\n`);
  }
}

const turns = 20;

async function ask(words: readonly string[]): Promise<void> {
  const effects = processEffects();
  let [printed, reported] = ["", ""];
  const status = await runCommandLine(words, {
    ...effects,
    print: async (text) => {
      printed += text;
    },
    report: (text) => {
      reported += text;
    },
  });
  if (status !== 0 || printed === "") throw new Error(`Found no answer to ${words.join(" ")}: ${reported}`);
}

function askProcess(words: readonly string[]): void {
  const root = fileURLToPath(new URL("..", import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, ["bin/sitrep.js", ...words], { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(`Found no answer to ${words.join(" ")}: ${stderr}`);
}

/** What is asked about: each a list from what is told of most often to what is told of once. */
interface Subjects {
  readonly people: readonly string[];
  readonly countries: readonly string[];
  readonly words: readonly string[];
  readonly days: readonly string[];
  readonly who: readonly string[];
  readonly stories: readonly string[];
  readonly events: readonly string[];
  readonly histories: readonly string[];
  readonly disputes: readonly string[];
  readonly origins: readonly string[];
  readonly statements: readonly string[];
  readonly actions: readonly string[];
  readonly postures: readonly string[];
  readonly articles: readonly string[];
}

function questions(of: Subjects): Readonly<Record<string, (turn: number) => readonly string[]>> {
  const at = (list: readonly string[], turn: number): string => list[turn % list.length] ?? "";
  const weekOf = (turn: number): readonly string[] => [
    ...["--since", at(of.days, turn)],
    ...["--until", new Date(Date.parse(at(of.days, turn)) + 7 * 86_400_000).toISOString().slice(0, 10)],
  ];
  const ofAllDays = ["--since", "1900-01-01"];
  return {
    "brief of the last day": () => ["brief"],
    "brief of a week": (turn) => ["brief", ...weekOf(turn)],
    "brief of all days": () => ["brief", ...ofAllDays],
    "brief of a country, last day": (turn) => ["brief", "--country", at(of.countries, turn)],
    "brief of a country, a week": (turn) => ["brief", "--country", at(of.countries, turn), ...weekOf(turn)],
    "brief of a country, all days": (turn) => ["brief", "--country", at(of.countries, turn), ...ofAllDays],
    "brief of somebody, a week": (turn) => ["brief", "--who", at(of.people, turn), ...weekOf(turn)],
    "brief of somebody, all days": (turn) => ["brief", "--who", at(of.people, turn), ...ofAllDays],
    "brief of a story": (turn) => ["brief", "--story", at(of.stories, turn), ...ofAllDays],
    "timeline of a week": (turn) => ["timeline", ...weekOf(turn)],
    "timeline of all days": () => ["timeline"],
    "timeline of a country": (turn) => ["timeline", "--country", at(of.countries, turn)],
    statements: () => ["statements"],
    "statements --by": (turn) => ["statements", "--by", at(of.people, turn)],
    "statements --by --about": (turn) => ["statements", "--by", at(of.people, turn), "--about", at(of.words, turn)],
    "statements of a week": (turn) => ["statements", ...weekOf(turn)],
    "actions --about": (turn) => ["actions", "--about", at(of.words, turn)],
    postures: () => ["postures"],
    "postures --about": (turn) => ["postures", "--about", at(of.words, turn)],
    "postures --history": () => ["postures", "--history"],
    "postures --history --country": (turn) => ["postures", "--history", "--country", at(of.countries, turn)],
    "postures --history --about": (turn) => ["postures", "--history", "--about", at(of.words, turn)],
    disputes: () => ["disputes"],
    "disputes of a week": (turn) => ["disputes", ...weekOf(turn)],
    origins: (turn) => ["origins", at(of.statements, turn)],
    search: (turn) => ["search", at(of.words, turn)],
    sources: () => ["sources"],
    "story, the list": () => ["story"],
    "story ID": (turn) => ["story", at(of.stories, turn)],
    "who NAME": (turn) => ["who", at(of.people, turn)],
    "who, a surname": (turn) => ["who", at(of.people, turn).split(" ").at(-1) ?? ""],
    "who ID": (turn) => ["who", at(of.who, turn)],
    "explain a statement": (turn) => ["explain", at(of.statements, turn)],
    "explain an action": (turn) => ["explain", at(of.actions, turn)],
    "explain a posture": (turn) => ["explain", at(of.postures, turn)],
    "explain an article": (turn) => ["explain", at(of.articles, turn)],
    "explain a story": (turn) => ["explain", at(of.stories, turn)],
    "explain an event": (turn) => ["explain", at(of.events, turn)],
    "explain a history": (turn) => ["explain", at(of.histories, turn)],
    "explain a dispute": (turn) => ["explain", at(of.disputes, turn)],
    "explain an origin": (turn) => ["explain", at(of.origins, turn)],
    "explain an entity": (turn) => ["explain", at(of.who, turn)],
  };
}

/** Chosen by a process of its own: the millions of rows that it goes through would slow down what is measured. */
function chosenSubjects(db: string): Subjects {
  const words = [...process.execArgv, fileURLToPath(import.meta.url), db, "--subjects"];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
  if (status !== 0) throw new Error(`Found nothing to ask ${db} about: ${stderr}`);
  return JSON.parse(stdout) as Subjects;
}

async function subjectsOf(store: Store): Promise<Subjects> {
  const frequent = async (column: string, table: string, where = "1"): Promise<readonly string[]> => {
    const { rows } = await sql<{ readonly id: string }>`
      select ${sql.ref(column)} as id from ${sql.table(table)} where ${sql.raw(where)}
      group by 1 order by count(*) desc, 1`.execute(store.tables);
    return spread(rows.map(({ id }) => id));
  };
  const lines = async (kind: string): Promise<readonly string[]> => {
    const { rows } = await sql<{ readonly version: string; readonly line: string }>`
      select version.id as version, line.id as line from line join trace on trace.line = line.key
      join version on version.key = line.version where line.kind = ${kind} order by line.key`.execute(store.tables);
    const step = rows.length / turns;
    return Array.from({ length: turns }, (_, turn) => rows[Math.floor(turn * step)]).flatMap((row) =>
      row === undefined ? [] : [lineId(row.version, row.line)],
    );
  };
  const { rows: days } = await sql<{ readonly day: string }>`select distinct day from linked order by day`.execute(
    store.tables,
  );
  const { rows: articles } = await sql<{ readonly id: string }>`select id from version order by key`.execute(
    store.tables,
  );
  const evenly = (list: readonly string[]): readonly string[] =>
    Array.from({ length: turns }, (_, turn) => list[Math.floor((turn * list.length) / turns)] ?? "");
  return {
    people: await frequent("name", "member", "key like 'person %' and instr(name, ' ') > 0"),
    countries: await frequent("country", "entity", "country is not null"),
    words: ["people", "embassy", "war", "vote", "police", "president", "oil", "court", "strike", "border"],
    days: evenly(days.map(({ day }) => day)),
    who: await frequent("who", "member"),
    stories: await frequent("story", "linked"),
    events: await frequent("event", "telling"),
    histories: await frequent("history", "telling", "history is not null"),
    disputes: await frequent("dispute", "dispute_end"),
    origins: await frequent("origin", "trace"),
    statements: await lines("statement"),
    actions: await lines("action"),
    postures: await lines("posture"),
    articles: evenly(articles.map(({ id }) => id)),
  };
}

/** Some of a list that falls steeply: many of its first, and fewer and fewer behind. */
function spread(list: readonly string[]): readonly string[] {
  const last = Math.max(0, list.length - 1);
  const places = Array.from({ length: turns }, (_, turn) => Math.round((last + 1) ** (turn / (turns - 1))) - 1);
  return places.map((at) => list[Math.min(at, last)] ?? "");
}

const [db, ...rest] = process.argv.slice(2);
if (db === undefined) throw new RangeError("Found no path; expected DB [--commands] [WORD…].");
if (rest.includes("--subjects")) {
  const store = await openStoreForReading(db);
  process.stdout.write(JSON.stringify(await subjectsOf(store)));
  await store.close();
} else {
  await bench(
    db,
    rest.includes("--commands"),
    rest.filter((word) => word !== "--commands"),
  );
}
