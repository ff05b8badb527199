/**
 * Learns which time and which place an article tells for an act, from marked articles, and writes `data/time-weights.tsv` and
 * `data/place-weights.tsv`. Usage: `npx tsx training/circumstances.ts GOLD/records/train.jsonl`; two minutes on one core, the same
 * bytes for the same articles.
 */
import { writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { FullyAnnotated } from "../src/doc/document.js";
import { settleNames } from "../src/extract/name-types/settle-names.js";
import { resolveEntities } from "../src/extract/naming/resolve-entities.js";
import { extractPlaces } from "../src/extract/places/extract-places.js";
import { noPlaceFeatures, placeFeatures } from "../src/extract/places/place-features.js";
import { placesWithinReach } from "../src/extract/places/place-of-act.js";
import { draftStatements, extractStatements } from "../src/extract/statements/extract-statements.js";
import { admittedBy, type TellingClause } from "../src/extract/telling-clause.js";
import { extractTimes } from "../src/extract/times/extract-times.js";
import { noTimeFeatures, timeFeatures } from "../src/extract/times/time-features.js";
import { timesWithinReach } from "../src/extract/times/times-within-reach.js";
import { wordsOf } from "../src/extract/grammar/words.js";
import type { ActionType } from "../src/record/action.js";
import { openEngine } from "../src/run/engine.js";
import { readGazetteer } from "../src/run/gazetteer/shipped-gazetteer.js";
import { readLexicons } from "../src/run/lexicon-files.js";
import { type Span, spansOverlap } from "../src/text/span.js";
import { type Choice, learnWeights } from "./conditional-logit.js";
import { objectsIn } from "./marked-texts.js";

/** Words of the article, or what is meant where none stand there. */
interface Mark {
  readonly text: string | null;
  readonly is: string | null;
  readonly span: Span | null;
}

interface MarkedArticle {
  readonly text: string;
  readonly published: string | null;
  readonly outlet: string | null;
  readonly actions: readonly {
    readonly trigger: Mark;
    readonly type: ActionType;
    readonly recipients: readonly Mark[];
    readonly time: string | null;
    readonly place: Mark | null;
  }[];
  readonly postures: readonly { readonly words: Mark; readonly since: string | null }[];
}

/** How much likelier than all others a choice has to be; below nothing, as readers leave out more than they make up. */
const timeBias = -0.7;
const placeBias = -0.4;

const effects = { readFile: (path: string) => readFile(path) };
const engine = await openEngine(effects, { threads: 1 });
const lexicons = await readLexicons(effects, await readGazetteer(effects));
const times: Choice[] = [];
const places: Choice[] = [];
for (const marked of objectsIn<MarkedArticle>(process.argv[2] ?? "")) {
  const article = { text: marked.text } as Parameters<typeof engine.annotate>[0];
  addChoices(marked, await engine.annotate(article));
}
await engine.close();
write("time", "which time an article tells for an act or a state", times, timeBias);
write("place", "which place an article tells for an act", places, placeBias);

function addChoices(marked: MarkedArticle, annotated: FullyAnnotated): void {
  const document = settleNames(annotated, lexicons);
  const words = wordsOf(document);
  const drafts = draftStatements(document, lexicons.statements);
  const table = resolveEntities(document, drafts, lexicons.entities, { outlet: marked.outlet });
  const allTimes = extractTimes(words, lexicons.times, marked.published);
  const allPlaces = extractPlaces(document, lexicons.places);
  const statements = extractStatements(document, drafts, { table, times: allTimes, weights: lexicons.circumstances }, lexicons.statements);
  const topOf = ({ span }: Mark) => {
    const range = span && words.range(span);
    return range === null ? null : words.top(range);
  };
  const acts = marked.actions.flatMap((act) => {
    const head = topOf(act.trigger);
    const range = act.trigger.span && words.range(act.trigger.span);
    if (head === null || range === null) return [];
    const theme = words
      .children(head)
      .find((one) => words.deprel(one) === "obj" && range.first <= one && one < range.end);
    return [{ act, head, theme: theme ?? null }];
  });
  const heads = new Set(acts.flatMap(({ head, theme }) => (theme === null ? [head] : [head, theme])));
  const clauseOf = (head: number, theme: number | null, others: ReadonlySet<number>, span: Span): TellingClause => ({
    anchors: [head, ...(theme === null ? [] : [theme])],
    isOther: (token) => token !== head && token !== theme && others.has(token),
    admits: admittedBy(span, statements, words),
  });
  const addTime = (clause: TellingClause, value: string | null) => {
    const within = timesWithinReach(clause, allTimes, words);
    const rights = rightTimes(
      within.map(({ time }) => time.value),
      value,
    );
    // Whether a weekday of an article without a date is right, nobody can tell.
    const kept = within.map((_, i) => rights[i] !== null);
    const among = { clause, times: within, words };
    const options = within.filter((_, i) => kept[i]).map((time) => timeFeatures(time, among));
    times.push(choice(noTimeFeatures(among), options, rights.filter((right) => right !== null)));
  };
  for (const { act, head, theme } of acts) {
    const clause = clauseOf(head, theme, heads, act.trigger.span ?? [0, 0]);
    addTime(clause, act.time);
    const placed = { ...clause, kind: { type: act.type }, recipients: act.recipients.flatMap((one) => topOf(one) ?? []) };
    const within = placesWithinReach(placed, words, allPlaces);
    const among = { act: placed, mentions: within, words };
    places.push(
      choice(
        noPlaceFeatures(among),
        within.map((one) => placeFeatures(one, among)),
        rightPlaces(within.map(({ place }) => place), act.place),
      ),
    );
  }
  const states = marked.postures.flatMap((posture) => {
    const head = topOf(posture.words);
    return head === null ? [] : [{ posture, head }];
  });
  const stateHeads = new Set(states.map(({ head }) => head));
  for (const { posture, head } of states) {
    addTime(clauseOf(head, null, stateHeads, words.span({ first: head, end: head + 1 })), posture.since);
  }
}

/** A choice of nothing or one of the options; nothing is right where no option is. */
function choice(none: readonly string[], options: readonly (readonly string[])[], right: readonly boolean[]): Choice {
  return { options: [none, ...options], right: [!right.includes(true), ...right] };
}

/** Which values tell the marked one: the same day, or where none does, one that holds it or lies in it; `null` for those that cannot be known. */
function rightTimes(values: readonly (string | null)[], marked: string | null): (boolean | null)[] {
  const isSame = (value: string | null) => value?.slice(0, 10) === marked?.slice(0, 10);
  const hasSame = marked !== null && values.some(isSame);
  return values.map((value) => {
    if (value === null || value.startsWith("XXXX")) return null;
    if (marked === null) return false;
    return hasSame ? isSame(value) : value.startsWith(marked) || marked.startsWith(value);
  });
}

/** Which places the marked words name: those within the words, or where there are none, those of that name elsewhere. */
function rightPlaces(found: readonly { readonly text: string; readonly span: Span }[], marked: Mark | null): boolean[] {
  const span = marked?.span ?? null;
  const overlapping = found.map((place) => span !== null && spansOverlap(place.span, span));
  if (marked === null || overlapping.includes(true)) return overlapping;
  const plain = (text: string) => text.toLowerCase().replace(/^the /, "");
  return found.map(({ text }) => plain(marked.text ?? marked.is ?? "").includes(plain(text)));
}

function write(kind: "time" | "place", about: string, choices: readonly Choice[], bias: number): void {
  const weights = learnWeights(choices);
  weights.set("none", (weights.get("none") ?? 0) + bias);
  const rows = [...weights].map(([feature, weight]) => `${feature}\t${weight.toFixed(2)}\n`).join("");
  const text = `# What tells ${about}: signs, each with what it counts (the features of \`src/extract/${kind}s/${kind}-features.ts\`).
# Written by \`training/circumstances.ts\`, not by hand.
${rows}`;
  writeFileSync(new URL(`../data/${kind}-weights.tsv`, import.meta.url), text);
}
