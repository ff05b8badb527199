/**
 * Learns who or what bears a name (a person, a body, a place, a thing) from marked names, and writes `data/bearer-weights.tsv`.
 * Usage: `npx tsx training/bearers.ts GOLD [--check]`, which tells besides, name by name set aside in five parts, how often it is right;
 * three minutes on one core, the same bytes for the same articles. `training/bearers.tsv` has the names, each with what bears it and the
 * articles where it stands.
 */
import { writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { type Bearer, bearerCandidates, bearers, likeliestBearer } from "../src/extract/naming/names/bearer-features.js";
import { settleNames } from "../src/extract/name-types/settle-names.js";
import { openBearersOf } from "../src/extract/naming/resolve-entities.js";
import type { Weights } from "../src/extract/ranking.js";
import { draftStatements } from "../src/extract/statements/extract-statements.js";
import { openEngine } from "../src/run/engine.js";
import { readGazetteer } from "../src/run/gazetteer/shipped-gazetteer.js";
import { readLexicons } from "../src/run/lexicon-files.js";
import { type Choice, learnWeights } from "./conditional-logit.js";
import { markedBearers, newsBodies, objectsIn } from "./marked-texts.js";

/** A name as one article has it, with what tells for each bearer. */
interface Example {
  readonly name: string;
  readonly bearer: Bearer;
  readonly features: readonly string[];
}

const learning = { passes: 20, leastCount: 3 };

const gold = process.argv[2] ?? "";
const marked = new Map(
  markedBearers().map(({ name, bearer, articles }) => [name, { bearer: bearerCalled(bearer), articles }]),
);
const effects = { readFile: (path: string) => readFile(path) };
const engine = await openEngine(effects, { threads: 1 });
const lexicons = await readLexicons(effects, await readGazetteer(effects));
const wanted = new Set([...marked.values()].flatMap(({ articles }) => articles));
const examples: Example[] = [];
const records = objectsIn<{ readonly id: string; readonly text: string; readonly outlet: string | null }>(
  `${gold}/records/train.jsonl`,
);
for (const { id, text, outlet } of [...newsBodies(gold).map((one) => ({ ...one, outlet: null })), ...records]) {
  if (!wanted.has(id)) continue;
  const document = settleNames(await engine.annotate({ text } as Parameters<typeof engine.annotate>[0]), lexicons);
  const drafts = draftStatements(document, lexicons.statements);
  for (const { draft, features } of openBearersOf(document, drafts, lexicons.entities, { outlet })) {
    const mark = marked.get(draft.name);
    if (mark?.articles.includes(id)) examples.push({ name: draft.name, bearer: mark.bearer, features });
  }
}
await engine.close();
if (process.argv.includes("--check")) check();
write(weightsFrom(examples));

function bearerCalled(word: string): Bearer {
  const bearer = bearers.find((one) => one === word);
  if (bearer === undefined) throw new TypeError(`Found "${word}"; expected one of ${bearers.join(", ")}.`);
  return bearer;
}

function weightsFrom(some: readonly Example[]): Weights {
  const choices = some.map(({ bearer, features }): Choice => ({
    options: bearerCandidates(features).map((candidate) => candidate.features),
    right: bearers.map((one) => one === bearer),
  }));
  return learnWeights(choices, learning);
}

function check(): void {
  const parts = 5;
  const names = [...new Set(examples.map(({ name }) => name))].sort();
  const partOf = new Map(names.map((name, at) => [name, at % parts]));
  let right = 0;
  for (let part = 0; part < parts; part++) {
    const weights = weightsFrom(examples.filter(({ name }) => partOf.get(name) !== part));
    const aside = examples.filter(({ name }) => partOf.get(name) === part);
    right += aside.filter(({ bearer, features }) => likeliestBearer(features, weights) === bearer).length;
  }
  console.log(`${right} of ${examples.length} names in articles right (${(right / examples.length).toFixed(3)})`);
}

function write(weights: Weights): void {
  const rows = [...weights].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, weight]) => `${name}\t${weight.toFixed(2)}`);
  const text = [
    "# What tells who or what bears a name: signs, each with what it counts (the features of `src/extract/naming/names/bearer-features.ts`).",
    "# Written by `training/bearers.ts`, not by hand.",
    ...rows,
  ];
  writeFileSync(new URL("../data/bearer-weights.tsv", import.meta.url), `${text.join("\n")}\n`);
}
