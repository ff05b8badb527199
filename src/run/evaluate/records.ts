import { join } from "node:path";
import { z } from "zod";
import { fillFacts, nothingKnown } from "../../read/known-facts.js";
import { readInput } from "../../read/read-input.js";
import type { Mention } from "../../record/mention.js";
import type { ArticleRecord } from "../../record/record.js";
import type { Effects } from "../effects.js";
import type { Engine } from "../engine.js";
import { GoldMissing, readGold } from "./gold.js";
import { type Counts, scoreTable, sumCounts } from "./scores.js";

const optional = z.boolean().optional();
const alternatives = z.array(z.string()).optional();
const statementSchema = z.object({
  speaker: z.string().nullable(),
  speakerName: z.string().nullable().optional(),
  content: z.array(z.string()),
  act: z.string(),
  actAlternatives: alternatives,
  optional,
});
const actionSchema = z.object({
  type: z.string(),
  trigger: z.string(),
  alsoTriggers: alternatives,
  status: z.string(),
  alternatives,
  optional,
});
const postureSchema = z.object({
  subject: z.string(),
  aspect: z.string(),
  value: z.string(),
  status: z.string(),
  alternatives,
  optional,
});
const stanceSchema = z.object({
  holder: z.string(),
  relation: z.string(),
  target: z.string().nullable(),
  alternatives,
  optional,
});
const goldSchema = z.object({
  published: z.string().nullable(),
  outlet: z.string().nullable(),
  statements: z.array(statementSchema),
  actions: z.array(actionSchema),
  postures: z.array(postureSchema),
  stances: z.array(stanceSchema),
  entities: z.array(z.object({ name: z.string(), aliases: z.array(z.string()).optional() })),
  mustNot: z.object({
    postures: z.array(z.object({ subject: z.string(), aspect: z.string(), value: z.string() })).optional(),
    actions: z.array(z.object({ text: z.string() })).optional(),
  }),
});
type GoldRecord = z.infer<typeof goldSchema>;

/**
 * Whole records against a careful reader's: `NAME.txt` with `NAME.gold.json` beside it. What is optional there neither adds nor costs. The
 * last row counts what must not come out: a posture or action as happened that the reader names as a trap. Behind the table, a line for
 * each thing of the reader's that we have not and for each of ours that the reader has not.
 */
export async function scoreRecords(folder: string, engine: Engine, effects: Effects): Promise<string> {
  const names = (await effects.listFolder(folder))?.filter((name) => name.endsWith(".gold.json")) ?? [];
  if (names.length === 0) throw new GoldMissing(join(folder, "*.gold.json"));
  const rows = new Map<string, Counts[]>();
  const differences: string[] = [];
  let traps = 0;
  let caught = 0;
  for (const name of names.sort()) {
    const gold = goldSchema.parse(JSON.parse(await readGold(folder, name, effects)));
    const record = await recordOf(join(folder, name.replace(/\.gold\.json$/, ".txt")), gold, engine, effects);
    const same = sameness(gold, record);
    for (const [row, { counts, missed, tooMany }] of rowsOf(record, gold, same)) {
      rows.set(row, [...(rows.get(row) ?? []), counts]);
      differences.push(
        ...missed.map((one) => `missed    ${row}: ${one}`),
        ...tooMany.map((one) => `too many  ${row}: ${one}`),
      );
    }
    const { postures = [], actions = [] } = gold.mustNot;
    traps += postures.length + actions.length;
    // What the reader has too is no trap, though it may share a word with one: "two British diplomats", "Georgian diplomats".
    const own = record.postures.filter((one) => !gold.postures.some((wanted) => isPosture(one, wanted, record, same)));
    caught += postures.filter((trap) => own.some((one) => isTrap(one, trap, same))).length;
    caught += actions.filter(({ text }) => record.actions.some((one) => isToldAsDone(one, text))).length;
  }
  const table = scoreTable(
    `Whole records, ${names.length} articles`,
    new Map([...rows].map(([row, counts]) => [row, sumCounts(counts)])),
  );
  return `${table}Traps fallen into: ${caught} of ${traps}\n\n${differences.map((line) => `${line}\n`).join("")}`;
}

async function recordOf(path: string, gold: GoldRecord, engine: Engine, effects: Effects): Promise<ArticleRecord> {
  const known = { ...nothingKnown, published: gold.published, outlet: gold.outlet };
  const reading = await readInput(await effects.readFile(path), path, fillFacts(known, nothingKnown));
  if (reading.kind === "unreadable") throw new Error(`${path}: ${reading.reason}`);
  return engine.analyse(reading.article);
}

type Sameness = (mention: Mention | null, wanted: string) => boolean;

/** Whether a mention stands for what the gold names: the words share one that tells, or the entity's name is one of its names. */
function sameness(gold: GoldRecord, record: ArticleRecord): Sameness {
  const aliases = new Map(gold.entities.map(({ name, aliases: others = [] }) => [name, [name, ...others]]));
  return (mention, wanted) => {
    if (mention === null) return false;
    const entity = record.entities.find(({ id }) => id === mention.entity);
    const ours = [mention.text, ...(entity ? [entity.name] : [])];
    const theirs = aliases.get(wanted) ?? [...aliases.values()].find((names) => names.includes(wanted)) ?? [wanted];
    return ours.some((one) => theirs.some((other) => shareWord(one, other)));
  };
}

function rowsOf(record: ArticleRecord, gold: GoldRecord, same: Sameness): readonly (readonly [string, Matching])[] {
  return [
    [
      "statements",
      match(record.statements, gold.statements, told.statements, ({ content, speaker }, wanted) => {
        const said = content.text === "" ? [] : wordsOf(content.text);
        const theirs = new Set(wanted.content.flatMap(wordsOf));
        const shared = said.filter((word) => theirs.has(word)).length;
        const close = shared >= Math.max(said.length, theirs.size) / 2 && (shared > 0 || theirs.size === 0);
        return close && (wanted.speaker === null ? speaker === null : same(speaker, wanted.speaker));
      }),
    ],
    [
      "actions",
      match(record.actions, gold.actions, told.actions, (one, wanted) => {
        const triggers = [wanted.trigger, ...(wanted.alsoTriggers ?? [])];
        const named = triggers.some((trigger) => shareWord(trigger, one.trigger.text));
        return named && [wanted.type, ...(wanted.alternatives ?? [])].includes(one.type);
      }),
    ],
    [
      "postures",
      match(record.postures, gold.postures, told.postures, (one, wanted) => isPosture(one, wanted, record, same)),
    ],
    [
      "stances",
      match(record.stances, gold.stances, told.stances, ({ holder, relation, target }, wanted) => {
        const relations = [wanted.relation, ...(wanted.alternatives ?? [])];
        return (
          relations.includes(relation) &&
          same(holder, wanted.holder) &&
          (wanted.target === null || same(target.mention, wanted.target) || target.statement !== null)
        );
      }),
    ],
  ];
}

interface Matching {
  readonly counts: Counts;
  /** Of what the reader has, in a few words each. */
  readonly missed: readonly string[];
  /** Of ours, likewise. */
  readonly tooMany: readonly string[];
}

/** A line of ours and one of the reader's in a few words. */
interface Wording<Ours, Gold> {
  readonly ours: (one: Ours) => string;
  readonly theirs: (one: Gold) => string;
}

const told = {
  statements: {
    ours: ({ id, speaker, cue, content }) => `${id} ${speaker?.text ?? "–"} · ${cue?.text ?? "–"} · ${content.text}`,
    theirs: ({ speaker, content }) => `${speaker ?? "–"} · ${content.join(" … ")}`,
  } satisfies Wording<ArticleRecord["statements"][number], GoldRecord["statements"][number]>,
  actions: {
    ours: ({ id, type, status, actors, trigger, recipients }) =>
      `${id} ${namesOf(actors)} → ${namesOf(recipients)} · ${type} “${trigger.text}” · ${status}`,
    theirs: ({ type, trigger, status }) => `${type} “${trigger}” · ${status}`,
  } satisfies Wording<ArticleRecord["actions"][number], GoldRecord["actions"][number]>,
  postures: {
    ours: ({ id, subject, aspect, value, status }) => `${id} ${subject?.text ?? "–"} · ${aspect}/${value} · ${status}`,
    theirs: ({ subject, aspect, value, status }) => `${subject} · ${aspect}/${value} · ${status}`,
  } satisfies Wording<ArticleRecord["postures"][number], GoldRecord["postures"][number]>,
  stances: {
    ours: ({ id, holder, relation, target }) =>
      `${id} ${holder?.text ?? "–"} ${relation} ${target.mention?.text ?? target.statement ?? "–"}`,
    theirs: ({ holder, relation, target }) => `${holder} ${relation} ${target ?? "–"}`,
  } satisfies Wording<ArticleRecord["stances"][number], GoldRecord["stances"][number]>,
};

function namesOf(mentions: readonly Mention[]): string {
  return mentions.map(({ text }) => text).join(", ") || "–";
}

/** Pairs each gold item with the first of ours that is right and free; items in pairs with an optional one count nowhere. */
function match<Ours, Gold extends { readonly optional?: boolean | undefined }>(
  ours: readonly Ours[],
  gold: readonly Gold[],
  wording: Wording<Ours, Gold>,
  isRight: (one: Ours, wanted: Gold) => boolean,
): Matching {
  const free = new Set(ours);
  const missed: string[] = [];
  let right = 0;
  let forgiven = 0;
  for (const wanted of [...gold].sort((a, b) => Number(a.optional ?? false) - Number(b.optional ?? false))) {
    const found = [...free].find((one) => isRight(one, wanted));
    if (found === undefined) {
      if (!wanted.optional) missed.push(wording.theirs(wanted));
      continue;
    }
    free.delete(found);
    if (wanted.optional) forgiven += 1;
    else right += 1;
  }
  const counts = { right, found: ours.length - forgiven, gold: gold.filter((wanted) => !wanted.optional).length };
  return { counts, missed, tooMany: [...free].map(wording.ours) };
}

function isPosture(
  { aspect, value, status, subject, evidence }: ArticleRecord["postures"][number],
  wanted: GoldRecord["postures"][number],
  { article: { text } }: ArticleRecord,
  same: Sameness,
): boolean {
  const values = [`${wanted.aspect}/${wanted.value}`, ...(wanted.alternatives ?? [])];
  const about = same(subject, wanted.subject) || evidence.some(([a, b]) => text.slice(a, b).includes(wanted.subject));
  return values.includes(`${aspect}/${value}`) && status === wanted.status && about;
}

function isTrap(
  { aspect, value, status, subject }: ArticleRecord["postures"][number],
  trap: { readonly subject: string; readonly aspect: string; readonly value: string },
  same: Sameness,
): boolean {
  return status === "happened" && aspect === trap.aspect && value === trap.value && same(subject, trap.subject);
}

function isToldAsDone({ status, accordingTo, trigger }: ArticleRecord["actions"][number], text: string): boolean {
  return status === "happened" && accordingTo === null && shareWord(trigger.text, text);
}

function shareWord(a: string, b: string): boolean {
  const others = new Set(wordsOf(b));
  return wordsOf(a).some((word) => others.has(word));
}

const small = new Set(
  "a an and as at by for from had has have he her his in is it its of on or our s she that the their them they to was were with".split(
    " ",
  ),
);

function wordsOf(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = words.filter((word) => !small.has(word));
  return telling.length > 0 ? telling : words;
}
