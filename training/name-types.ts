/**
 * Learns which names that the tagger takes for people's or bodies' are places', from marked articles, and writes `data/name-weights.tsv`.
 * Usage: `npx tsx training/name-types.ts GOLD [--check]`, which tells besides how often it is right on each fifth of the articles when learnt
 * from the others; five minutes on one core, the same bytes for the same articles. Read are the places and parties of acts in
 * `records/train.jsonl`, the places of those articles of `places/lgl.xml` that weights are tuned on, and the names of `training/bearers.tsv`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { wordsOf } from "../src/extract/grammar/words.js";
import { NamesTogether, placeSigns } from "../src/extract/name-types/place-signs.js";
import { mayNamePlace } from "../src/extract/name-types/places-not-people.js";
import { stepsBefore } from "../src/extract/name-types/settle-names.js";
import { openEngine } from "../src/run/engine.js";
import { readLgl } from "../src/run/evaluate/lgl.js";
import { readGazetteer } from "../src/run/gazetteer/shipped-gazetteer.js";
import { readLexicons, readTable } from "../src/run/lexicon-files.js";
import { likelihoodOf } from "../src/extract/ranking.js";
import { type Span, spansOverlap } from "../src/text/span.js";
import { type Choice, learnWeights } from "./conditional-logit.js";
import { markedBearers, newsBodies, objectsIn } from "./marked-texts.js";

type Marked = { readonly text: string | null; readonly span: Span | null } | null;

interface MarkedArticle {
  readonly id: string;
  readonly text: string;
  readonly places: readonly Span[];
  /** In small letters: whether what bears the name is a place. */
  readonly names: ReadonlyMap<string, boolean>;
  /** What names no place, but for towns that are parties of acts; or where places are marked throughout, all else. */
  readonly others: readonly Span[] | "all else";
}

interface Example {
  readonly article: string;
  readonly isPlace: boolean;
  readonly signs: readonly string[];
}

/** What a person would say that the signs count; a name with more than nothing is a place. */
const prior = new Map<string, number>([
  ["any", -2.5],
  ...each(["in", "at", "near", "around", "outside", "inside", "across", "throughout", "toward", "towards", "into"], 2),
  ...each(["between", "off", "beyond", "through", "via"], 1.7),
  ...each(["from", "to", "for", "on"], 1),
  ...each(["from moves", "to moves"], 2),
  ...each(["of"], 0.5),
  ...each(["besieged"], 3.1),
  ...each(["attacked"], 1.2),
  ["stands before ground", 2.2],
  ["stands ground of", 3.2],
  ["stands before site", 2.2],
  ["stands says", -1.5],
  ["beside ground", 2],
  ["beside holder", 2],
  ["beside next", 1.5],
  ["beside before", 1.5],
  ["fame name noted", 1.5],
  ["fame name large", 2],
  ["fame name middling", 1.5],
  ["fame name small", 1],
  ["fame byname noted", 1.2],
  ["fame byname large", 1.7],
  ["fame byname middling", 1.2],
  ["fame byname small", 0.7],
  ["shape particle", 0.8],
  ["titled", -3],
  ["aged", -3],
  ["apposed title", -3],
  ["public figure", -3],
  ["given", -1.5],
  ["given known", -0.5],
  ["shares person", -2.5],
]);
const learning = { passes: 8, leastCount: 8, prior };

/** So much for names that hang on each of these words, a little less for those listed behind such a name. */
function each(words: readonly string[], weight: number): [string, number][] {
  return words.flatMap((word): [string, number][] => [
    [`stands ${word}`, weight],
    [`stands listed ${word}`, 0.8 * weight],
  ]);
}

const gold = process.argv[2] ?? "";
const effects = { readFile: (path: string) => readFile(path) };
const engine = await openEngine(effects, { threads: 1 });
const lexicons = await readLexicons(effects, await readGazetteer(effects));
const bearers = bearersByArticle();
const articles = [...recordArticles(), ...lglArticles(await readTable("countries", effects)), ...newsArticles()];
const examples: Example[] = [];
for (const article of articles) examples.push(...(await examplesOf(article)));
await engine.close();
if (process.argv.includes("--check")) check();
write();

interface MarkedRecord {
  readonly id: string;
  readonly text: string;
  readonly actions: readonly { readonly place: Marked; readonly actors: Marked[]; readonly recipients: Marked[] }[];
  readonly stances: readonly { readonly holder: Marked; readonly target: Marked }[];
}

function recordArticles(): MarkedArticle[] {
  return objectsIn<MarkedRecord>(join(gold, "records/train.jsonl")).map(({ id, text, actions, stances }) => {
    const places = actions.map(({ place }) => place);
    const parties = [
      ...actions.flatMap(({ actors, recipients }) => [...actors, ...recipients]),
      ...stances.flatMap(({ holder, target }) => [holder, target]),
    ];
    const names = places.flatMap((place) => (place?.text ? [[place.text.toLowerCase().replace(/^the /, ""), true] as const] : []));
    return { id, text, places: spansOf(places), names: new Map([...names, ...(bearers.get(id) ?? [])]), others: spansOf(parties) };
  });
}

function spansOf(marks: readonly Marked[]): Span[] {
  return marks.flatMap((mark) => (mark?.span ? [mark.span] : []));
}

function lglArticles(countries: string): MarkedArticle[] {
  return readLgl(readFileSync(join(gold, "places/lgl.xml"), "utf8"), countries)
    .filter(({ half }) => half === "tune")
    .map(({ id, text, toponyms }) => ({
      id,
      text,
      places: toponyms.map(({ span }) => span),
      names: new Map(),
      others: "all else",
    }));
}

/** The names that `training/bearers.tsv` has of each article, and whether they are places'. */
function bearersByArticle(): Map<string, Map<string, boolean>> {
  const found = new Map<string, Map<string, boolean>>();
  for (const { name, bearer, articles } of markedBearers())
    for (const id of articles) {
      const names = found.get(id) ?? new Map<string, boolean>();
      found.set(id, names.set(name.toLowerCase(), bearer === "place"));
    }
  return found;
}

function newsArticles(): MarkedArticle[] {
  return newsBodies(gold).flatMap(({ id, text }) => {
    const names = bearers.get(id);
    return names === undefined ? [] : [{ id, text, places: [], names, others: [] }];
  });
}

async function examplesOf(article: MarkedArticle): Promise<Example[]> {
  const document = await engine.annotate({ text: article.text } as Parameters<typeof engine.annotate>[0]);
  const words = wordsOf(document);
  const names = stepsBefore.reduce((before, step) => step(words, before, lexicons), document.layers.names.names);
  const together = new NamesTogether(words, names, lexicons);
  return names.flatMap((name, at) => {
    if (!mayNamePlace(words, name, lexicons)) return [];
    const signs = placeSigns(words, names, at, together, lexicons);
    const isPlace = labelOf(words.span(name), article, mayBePlace(signs));
    return isPlace === null ? [] : [{ article: article.id, isPlace, signs }];
  });
}

/** A name that the gazetteer knows and nobody else in the article shares. */
function mayBePlace(signs: readonly string[]): boolean {
  return !signs.includes("fame none") && !signs.includes("shares person");
}

/** Whether the name is marked as a place; `null` where the marks do not tell. */
function labelOf(span: Span, { text, places, names, others }: MarkedArticle, mayBePlace: boolean): boolean | null {
  const overlapping = places.filter((place) => spansOverlap(place, span));
  const isSame = overlapping.some((place) => Math.abs(place[0] - span[0]) + Math.abs(place[1] - span[1]) < 12);
  const told = names.get(text.slice(...span).toLowerCase());
  if (isSame || told !== undefined) return isSame || told === true;
  if (others === "all else") return overlapping.length > 0 ? null : false;
  return !mayBePlace && others.some((other) => spansOverlap(other, span)) ? false : null;
}

function weightsFrom(learnt: readonly Example[]): Map<string, number> {
  const choices = learnt.map(({ isPlace, signs }): Choice => ({ options: [[], signs], right: [!isPlace, isPlace] }));
  return learnWeights(choices, learning);
}

/** Prints precision and recall on each fifth of the articles, learnt from the others. */
function check(): void {
  const ids = [...new Set(examples.map(({ article }) => article))];
  const fifth = new Map(ids.map((id, at) => [id, at % 5]));
  let [right, told, marked] = [0, 0, 0];
  for (let part = 0; part < 5; part++) {
    const weights = weightsFrom(examples.filter(({ article }) => fifth.get(article) !== part));
    for (const { isPlace, signs } of examples.filter(({ article }) => fifth.get(article) === part)) {
      const isTold = likelihoodOf(signs, weights) > 0.5;
      if (isTold && isPlace) right++;
      if (isTold) told++;
      if (isPlace) marked++;
    }
  }
  console.log(`${examples.length} names, ${marked} of places: precision ${(right / told).toFixed(3)}, recall ${(right / marked).toFixed(3)}`);
}

function write(): void {
  const rows = [...weightsFrom(examples)].map(([sign, weight]) => `${sign}\t${weight.toFixed(2)}\n`).join("");
  const text = `# What tells that a name is a place's: signs, each with what it counts (\`src/extract/name-types/place-signs.ts\`).
# Written by \`training/name-types.ts\`, not by hand.
${rows}`;
  writeFileSync(new URL("../data/name-weights.tsv", import.meta.url), text);
}
