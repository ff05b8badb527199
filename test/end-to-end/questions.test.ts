import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { toldById } from "../../src/ask/told-by-id.js";
import { runCommandLine } from "../../src/cli/command-line.js";
import { renderStored } from "../../src/cli/render-stored.js";
import { plainStyle } from "../../src/cli/style.js";
import { processEffects } from "../../src/run/process-effects.js";
import { openStoreForReading } from "../../src/store/store.js";
import { recordedEffects, type World } from "../recorded-effects.js";

// Articles are read by workers that start from source, which a busy machine takes long for.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const examples = new URL("../../examples/", import.meta.url);
const wire = readFileSync(new URL("2031-03-05-meridian-wire.txt", examples), "utf8");

/** A paper that prints the agency's story, and one that tells what became of a posture in it. */
const others = [
  { id: "copy", outlet: "Vell Courier", published: "2031-03-06", text: wire },
  {
    id: "closed",
    outlet: "Vell Courier",
    published: "2031-03-09",
    text: "Vell shuts its embassy in Oslovar\n\nVell closed its embassy in Oslovar on Sunday. The Vell embassy in Oslovar had suspended visa services.",
  },
];

/** The articles of the first days in which the news breaks, with what `sitrep.json` says of them. */
const firstDays =
  /^(?:2031-03-03-(?:meridian-wire|oslovar-today)|2031-03-04-.*|2031-03-05-(?:belmar-gazette|meridian-wire)|2031-03-06-halverstad-courier|sitrep)\.(?:txt|html|json)$/;

let folder = "";
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "sitrep-questions-"));
  const files = Object.fromEntries(
    readdirSync(examples)
      .filter((name) => firstDays.test(name))
      .map((name) => [`examples/${name}`, readFileSync(new URL(name, examples))]),
  );
  const input = [others.map((one) => `${JSON.stringify(one)}\n`).join("")];
  const added = await sitrep(["add", "examples", "-"], { files, input });
  expect(added).toMatchObject({ status: 0 });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function sitrep(words: readonly string[], world: World = {}) {
  const recording = recordedEffects(world);
  const status = await runCommandLine([...words, "--db", join(folder, "news.db")], recording.effects);
  return { status, printed: recording.printed(), reported: recording.reported() };
}

const idPattern =
  /\b(?:(?:art_[0-9a-f]{16}|copy|closed)(?:@\d+)?(?:\/[a-z]{2}_\d+)?|(?:sy|ev|di|hi|or|wh|cg)_[0-9a-f]{16})\b/g;

/** Words of the articles and ids of inputs look alike: only those with a line behind them count. */
function idsIn(page: string): readonly string[] {
  return (page.match(idPattern) ?? []).filter((id) => id.includes("_"));
}

const lists = [
  ["statements"],
  ["actions"],
  ["postures"],
  ["postures", "--history"],
  ["disputes"],
  ["story"],
  ["search", "strait"],
  ["who", "Irena Sulk"],
  ["who", "norland"],
];

describe("every id that a command prints", () => {
  const opened = new Set<string>();

  test.each(
    lists.map((words) => [words.join(" "), words] as const),
  )("of %s opens, and so does every id on the page that it opens", async (_, words) => {
    const { printed, status } = await sitrep(words);
    expect(status).toBe(0);
    const ids = new Set(idsIn(printed));
    expect(ids.size).toBeGreaterThan(0);
    for (const id of opened) ids.delete(id);
    const store = await openStoreForReading(join(folder, "news.db"));
    // A set that grows while it is walked over is walked over to its end.
    for (const id of ids) {
      const view = await toldById(store, id, processEffects());
      expect(view, id).not.toBeNull();
      opened.add(id);
      if (view === null) continue;
      for (const next of idsIn(renderStored(view, { style: plainStyle, width: 100 })))
        if (!opened.has(next)) ids.add(next);
    }
    await store.close();
  });

  test("stands at the end of a line, one for each of the answer", async () => {
    for (const [words, ids] of [
      [["disputes"], /"id": "(di_\w+|[^"]+\/\w+)"/g],
      [["postures", "--history"], /"id": "(hi_\w+|[^"]+\/\w+)"/g],
      [["story"], /"id": "(sy_\w+)"/g],
    ] as const) {
      const { printed } = await sitrep([...words, "--json"]);
      const found = [...printed.matchAll(ids)].map((match) => match[1] ?? "");
      expect(found.length).toBeGreaterThan(0);
      const page = (await sitrep(words)).printed;
      for (const id of found) expect(page).toMatch(new RegExp(`(^|\\s)${id}$`, "m"));
    }
  });
});

/** A value of that shape: a list has at least one of what it holds, and every one has these fields. */
type Shape = { readonly [field: string]: Shape | readonly [Shape] | null };

const copied = { id: null, copy: null };
const end = { id: null, words: null };
const line: Shape = {
  ...{ line: null, who: null, whom: null, mark: null, facts: null, sides: null },
  ...{ words: { text: null }, told: { in: [{ id: null, title: null }] } },
};

const promised: readonly (readonly [string, Shape])[] = [
  ["story", { stories: [{ id: null }] }],
  ["story STORY", { articles: [copied] }],
  [
    "postures --history",
    {
      histories: [
        { subject: { name: null }, aspect: null, states: [{ value: null, standing: null, tellings: [end] }] },
      ],
    },
  ],
  ["disputes", { disputes: [{ id: null, about: null, sides: [{ position: null, ends: [end] }] }] }],
  ["actions", { lines: [{ id: null, type: null, who: null, whom: null, words: null, status: null }] }],
  ["brief --since 2031-03-01 --until 2031-03-10", { statements: { lines: [line] }, actions: { lines: [line] } }],
  ["brief --since 2031-03-01 --until 2031-03-10", { changes: { lines: [line] }, postures: { lines: [line] } }],
  ["brief --since 2031-03-01 --until 2031-03-10", { disputes: { lines: [line] } }],
  ["who Sulk", { entities: [{ id: null, name: null, articles: null }] }],
  ["who ENTITY", { entities: [{ id: null, name: null, articles: null }] }],
  ["who norland", { entities: [{ id: null, name: null, articles: null }] }],
];

test.each(promised)("what other programs read of %s is there, under its name", async (words, shape) => {
  const first = async (list: string, of: string): Promise<string> => {
    const all = JSON.parse((await sitrep([...list.split(" "), "--json"])).printed);
    return all[of][0].id;
  };
  const command = words
    .replace("STORY", words.includes("STORY") ? await first("story", "stories") : "")
    .replace("ENTITY", words.includes("ENTITY") ? await first("who norland", "entities") : "");
  expectShape(JSON.parse((await sitrep([...command.split(" "), "--json"])).printed), shape, words);
});

function expectShape(value: unknown, shape: Shape | readonly [Shape] | null, at: string): void {
  if (shape === null) return;
  if (Array.isArray(shape)) {
    expect(Array.isArray(value) && value.length > 0, `${at} is a list that holds something`).toBe(true);
    for (const one of value as readonly unknown[]) expectShape(one, shape[0] as Shape, `${at}[]`);
    return;
  }
  for (const [field, within] of Object.entries(shape)) {
    expect(value, at).toHaveProperty(field);
    expectShape((value as Record<string, unknown>)[field], within, `${at}.${field}`);
  }
}

interface Views {
  readonly stories: readonly { readonly id: string; readonly articles: number; readonly texts: number }[];
  readonly disputes: readonly {
    readonly id: string;
    readonly sides: readonly {
      readonly ends: readonly { readonly id: string; readonly article: { readonly id: string } }[];
    }[];
  }[];
  readonly histories: readonly { readonly id: string; readonly subject: { readonly name: string } }[];
  readonly more: boolean;
}

async function asked(...words: readonly string[]): Promise<Views> {
  return JSON.parse((await sitrep([...words, "--json"])).printed) as Views;
}

test("a copy is told as one, with whose text it is and why, and counts as no text of its own", async () => {
  const story = (await asked("story")).stories.find(({ articles, texts }) => texts < articles);
  const articles = story?.articles ?? 0;
  expect(story).toMatchObject({ texts: articles - 1 });
  const { printed } = await sitrep(["story", story?.id ?? ""]);
  expect(printed).toMatch(/ copy\n {2}copy, unchanged \(Meridian Wire’s text\): [^;]*; of\s+art_e4faa1e36ae67562\n/);
  for (const part of ["Articles", "Postures"]) expect(printed).toContain(`\n${part}\n`);
  expect(printed).not.toContain("Vell shuts its embassy");
  expect((await sitrep(["story", story?.id ?? "", "--limit", "2"])).printed).toContain(`… and ${articles - 2} more`);
});

test("disputes and histories are those that are asked for", async () => {
  const all = (await asked("disputes")).disputes.map(({ id }) => id);
  const ofStories: string[] = [];
  for (const { id } of (await asked("story")).stories) {
    ofStories.push(...(await asked("disputes", "--story", id)).disputes.map((dispute) => dispute.id));
  }
  expect(all).not.toEqual([]);
  expect([...new Set(ofStories)].sort()).toEqual([...all].sort());
  expect((await asked("disputes", "--story", "sy_0")).disputes).toEqual([]);
  expect((await asked("disputes", "--until", "2031-03-01")).disputes).toEqual([]);
  const one = await asked("disputes", "--limit", "1");
  expect([one.disputes.length, one.more]).toEqual([1, true]);
  const about = (await asked("postures", "--history", "--about", "visa appointments")).histories;
  expect(about.map(({ subject }) => subject.name)).toEqual(["consulate in Port Veshti", "Visa appointments"]);
  expect((await asked("postures", "--history", "--country", "Ardland")).histories).not.toEqual([]);
  expect((await asked("postures", "--history", "--country", "Chad")).histories).toEqual([]);
  expect((await sitrep(["postures", "--country", "Chad"])).status).toBe(2);
});

test("origins counts independent voices: a copy adds none", async () => {
  const { printed, status } = await sitrep(["origins", "copy/po_1"]);
  expect(status).toBe(0);
  expect(printed).toContain("Told by one voice alone");
  expect(printed).toMatch(
    /1 voice\s+\(Meridian\s+Wire\s+itself\), 2\s+articles · reported,\s+credibility\s+3,\s+possibly\s+true\s+ev_/,
  );
});

test("an explained line tells its article, the way of its claim, the other tellings and the disputes", async () => {
  const { sides } = (await asked("disputes")).disputes[0] ?? { sides: [] };
  const line = sides.flatMap(({ ends }) => ends).find(({ id }) => id.includes("/st_"));
  const { printed } = await sitrep(["explain", line?.id ?? ""]);
  for (const part of ["Fields", "Article", "Who told whom", "Disputes"]) expect(printed).toContain(`\n${part}\n`);
  expect(printed.replace(/\s/g, "")).toContain(line?.article.id.replace("art_", "") ?? "none");
});

test("what the database does not have is named, with what to do", async () => {
  for (const words of [
    ["explain", "di_0"],
    ["story", "sy_0"],
    ["origins", "art_0/st_1"],
    ["who", "Nobody Known"],
  ]) {
    const { status, printed, reported } = await sitrep(words);
    expect([status, printed]).toEqual([2, ""]);
    expect(reported).toMatch(/^sitrep: The database (has|knows) no/);
  }
});
