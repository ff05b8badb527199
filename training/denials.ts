/**
 * Learns which claim a denial denies, from the stories of `training/denied/` and the reports of `training/marked/`, and writes `data/denial-weights.tsv`.
 * Usage: `npx tsx training/denials.ts [--check]`, which tells besides, story by story set aside in five parts, how often it is right; a
 * minute on one core, the same bytes for the same stories.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { bestOf, type Weights } from "../src/extract/ranking.js";
import { deniable, noneDenied } from "../src/link/disputes/denied-features.js";
import { comparedAmong, mayDeny } from "../src/link/disputes/over-propositions.js";
import { claimsOf, denialsIn, type Proposition, saidIn } from "../src/link/disputes/propositions.js";
import { matchEntities } from "../src/link/entities/match-entities.js";
import { inOrder } from "../src/link/link-input.js";
import { traceOrigins } from "../src/link/origins/trace-origins.js";
import { whoIsOf } from "../src/link/settled.js";
import type { Article } from "../src/doc/article.js";
import { openEngine } from "../src/run/engine.js";
import { readLinkLexicons } from "../src/run/link-lexicons.js";
import { type Span, spansOverlap } from "../src/text/span.js";
import { type Choice, learnWeights } from "./conditional-logit.js";

/** Words of one article of a story; "#2" behind them means the second place where they stand. */
interface Passage {
  readonly article: number;
  readonly words: string;
}

interface MarkedStory {
  readonly articles: readonly { readonly outlet: string; readonly published: string; readonly text: string }[];
  readonly denials: readonly (Passage & { readonly claims: readonly Passage[] })[];
}

/** A denial that the program finds, what it may deny, and which of that it does. */
interface Found {
  readonly choice: Choice;
  readonly claims: readonly Proposition[];
  /** The number of the marked denial that it is, `null` for none. */
  readonly marked: number | null;
}

/** How much likelier than all others a claim has to be: a wrong dispute costs more trust than a missed one. */
const bias = 0.3;

/** And where the denial does not say that it is one: in the news such sentences are many more than in the stories. */
const implicitBias = 0.5;

/** A report so long holds several statements. */
const leastLength = 500;

const folder = new URL("denied/", import.meta.url);
const effects = { readFile: (path: string) => readFile(path) };
const engine = await openEngine(effects, { threads: 1 });
const lexicons = await readLinkLexicons(effects);
const stories: MarkedStory[] = readdirSync(folder)
  .filter((name) => name.endsWith(".jsonl"))
  .sort()
  .flatMap((name) => readFileSync(new URL(name, folder), "utf8").split("\n"))
  .filter((line) => line.trim() !== "")
  .map((line) => JSON.parse(line));
const found: (readonly Found[])[] = [];
for (const story of stories) found.push(await choicesIn(story));
const plain: Found[] = [];
for (const report of plainReports()) plain.push(...(await choicesIn(report)));
await engine.close();
if (process.argv.includes("--check")) for (const bias of [0, 0.4, 0.8, 1.2]) check(bias);
write(weightsFrom([...found.flat(), ...plain]));

async function choicesIn(story: MarkedStory): Promise<readonly Found[]> {
  const inputs = await Promise.all(
    story.articles.map(async ({ outlet, published, text }, i) => {
      const article = { text, outlet: outlet || null, published: published || null, id: `art_${i}`, authors: [], messages: [], title: null, url: null };
      return { id: String(i), fetched: null, record: await engine.analyse(article as unknown as Article) };
    }),
  );
  const articles = inOrder(inputs);
  const storyOf = new Map(articles.map(({ id }) => [id, "story"]));
  const members = matchEntities(articles, storyOf, lexicons.names).flatMap((one) =>
    one.members.map(({ article, entity }) => ({ who: one.id, article, entity })),
  );
  const textOf = new Map(articles.map(({ id, record }) => [id, record.article.outlet ?? id]));
  const settled = { articles, storyOf, textOf, whoIs: whoIsOf(members) };
  const origins = traceOrigins(settled, lexicons.agencies);
  const denials = denialsIn(settled, origins);
  const claims = claimsOf(saidIn(settled, origins), denials);
  const comparedOf = comparedAmong([...claims, ...denials], lexicons.weights);
  const contents = (claim: Proposition): readonly Span[] =>
    inputs[Number(claim.article)]?.record.statements.find(({ id }) => id === claim.line)?.content.spans ?? claim.spans;
  return denials.map((denial) => {
    const marked = story.denials.findIndex((one) => holds(one, denial.article, denial.spans, story));
    const right = story.denials[marked]?.claims ?? [];
    const options = deniable(denial, claims.filter((claim) => mayDeny(denial, claim)), comparedOf);
    const isRight = options.map(({ item }) => right.some((one) => holds(one, item.article, contents(item), story)));
    return {
      claims: options.map(({ item }) => item),
      choice: {
        options: [noneDenied(denial), ...options.map(({ features }) => features)],
        right: [!isRight.includes(true), ...isRight],
      },
      marked: marked < 0 ? null : marked,
    };
  });
}

/**
 * Marked reports of `training/marked/` in which nobody denies anything: stories are full of denials, and in the news most of what says "not" denies nothing that
 * anybody claims.
 */
function plainReports(): readonly MarkedStory[] {
  const marked = new URL("marked/", import.meta.url);
  const reports = readdirSync(marked)
    .filter((name) => name.endsWith(".jsonl"))
    .sort()
    .flatMap((name) => readFileSync(new URL(name, marked), "utf8").split("\n"))
    .filter((line) => line.trim() !== "")
    .map((line): { readonly text: string; readonly claims: readonly (readonly unknown[])[] } => JSON.parse(line));
  const denies = ([, , label, status]: readonly unknown[]) =>
    label === "disputes" || label === "REJECT" || label === "plays_down" || status === "denied";
  return reports
    .filter(({ text, claims }) => text.length > leastLength && !claims.some(denies))
    .map(({ text }) => ({ articles: [{ outlet: "", published: "", text }], denials: [] }));
}

/** Whether a passage stands on these spans of an article. */
function holds({ article, words }: Passage, of: string, spans: readonly Span[], { articles }: MarkedStory): boolean {
  if (String(article) !== of) return false;
  const [wanted = "", which = "1"] = words.split("#");
  let start = -1;
  for (let i = 0; i < Number(which); i++) start = articles[article]?.text.indexOf(wanted, start + 1) ?? -1;
  return start >= 0 && spans.some((span) => spansOverlap(span, [start, start + wanted.length]));
}

function weightsFrom(all: readonly Found[]): Map<string, number> {
  const weights = learnWeights(
    all.map(({ choice }) => choice),
    { passes: 300, leastCount: 8 },
  );
  const add = (feature: string, more: number) => weights.set(feature, (weights.get(feature) ?? 0) + more);
  add("none", bias);
  add("none say implicit", implicitBias);
  return weights;
}

/** Tells how often disputes of stories that were not learnt from are right, and how many of the marked ones are found. */
function check(bias = 0): void {
  const parts = 5;
  let [right, told, wanted, hit, reachable, denials] = [0, 0, 0, 0, 0, 0];
  for (let part = 0; part < parts; part++) {
    const weights = weightsFrom([...found.filter((_, i) => i % parts !== part).flat(), ...plain]);
    weights.set("none", (weights.get("none") ?? 0) + bias);
    stories.forEach((story, i) => {
      if (i % parts !== part) return;
      const gold = story.denials.flatMap(({ claims }, number) => (claims.length > 0 ? [number] : []));
      wanted += gold.length;
      const hits = new Set<number>();
      const could = new Set<number>();
      for (const { choice, marked } of found[i] ?? []) {
        denials++;
        if (!choice.right[0] && marked !== null) could.add(marked);
        const at = chosen(choice, weights);
        if (at === 0) continue;
        told++;
        if (!choice.right[at]) continue;
        right++;
        if (marked !== null) hits.add(marked);
      }
      hit += hits.size;
      reachable += could.size;
    });
  }
  const share = (a: number, b: number) => `${a} of ${b} (${((100 * a) / b).toFixed(1)} %)`;
  process.stdout.write(
    `${stories.length} stories, ${denials} denials found; ${share(reachable, wanted)} marked ones can be had; right ${share(right, told)}; found ${share(hit, wanted)}\n`,
  );
}

function chosen({ options: [none = [], ...others] }: Choice, weights: Weights): number {
  const best = bestOf(others.map((features, i) => ({ item: i + 1, features })), none, weights);
  return best ?? 0;
}

function write(weights: Weights): void {
  const rows = [...weights].map(([feature, weight]) => `${feature}\t${weight.toFixed(2)}\n`).join("");
  const text = `# What tells which claim a denial denies: signs, each with what it counts (the features of \`src/link/disputes/denied-features.ts\`).
# Written by \`training/denials.ts\`, not by hand.
${rows}`;
  writeFileSync(new URL("../data/denial-weights.tsv", import.meta.url), text);
}
