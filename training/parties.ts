/**
 * Learns who is a party of an act, of those whom the reader takes for one and those whom the article names besides, from marked articles, and writes
 * `data/party-weights.tsv`. Usage: `npx tsx training/parties.ts GOLD/records/train.jsonl`; two minutes on one core, the same bytes for the same articles.
 */
import { writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { candidatesOf, featuresOf, type PartyCandidate } from "../src/extract/claims/choose-parties.js";
import { toldActs } from "../src/extract/claims/extract-actions.js";
import { claimContext } from "../src/extract/extract-record.js";
import { untraced } from "../src/extract/provenance.js";
import type { ActionType } from "../src/record/action.js";
import type { Entity } from "../src/record/entity.js";
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
    readonly trigger: { readonly span: Span };
    readonly type: ActionType;
    readonly alt: readonly string[];
    readonly actors: readonly Mark[];
    readonly recipients: readonly Mark[];
  }[];
}

const smallWords = new Set("the a an of its his her their and in on at to for from by s".split(" "));

/** Names of two countries in the forms that news uses beside each other. */
const short = [
  [/\b(?:united states|americans?|washington|u\.s\.?)/g, "us"],
  [/\b(?:united kingdom|british|britain|london)\b/g, "uk"],
] as const;

const effects = { readFile: (path: string) => readFile(path) };
const engine = await openEngine(effects, { threads: 1 });
const lexicons = await readLexicons(effects, await readGazetteer(effects));
const choices: Choice[] = [];
for (const marked of objectsIn<MarkedArticle>(process.argv[2] ?? "")) choices.push(...(await choicesIn(marked)));
await engine.close();
write(learnWeights(choices, { passes: 12, leastCount: 25 }));

/** Of each act that is marked too, whether each candidate is a party of it: a choice between nothing and the candidate. */
async function choicesIn(marked: MarkedArticle): Promise<readonly Choice[]> {
  const document = await engine.annotate({ text: marked.text } as Parameters<typeof engine.annotate>[0]);
  const context = claimContext(marked, document, lexicons);
  const told = toldActs(context, lexicons.actions, untraced);
  const { entities } = context.table;
  const around = { text: document.text, entities, statements: context.statements };
  const candidatesFor = candidatesOf(told, around);
  return told.flatMap((one) => {
    const { act } = one;
    const candidates = candidatesFor(one);
    const mark = marked.actions.find(
      ({ trigger, type, alt }) =>
        spansOverlap(trigger.span, act.trigger.span) && [type, ...alt].includes(act.type),
    );
    if (mark === undefined) return [];
    return (["actors", "recipients"] as const).flatMap((side) =>
      candidates[side].map((one): Choice => {
        const right = mark[side].some((party) => isParty(party, one, entities));
        return { options: [[], featuresOf(one)], right: [!right, right] };
      }),
    );
  });
}

/** Whether a mark means the candidate: by its words, or by most words of a name. */
function isParty(mark: Mark, { mention, doubt }: PartyCandidate, entities: readonly Entity[]): boolean {
  const entity = entities.find(({ id }) => id === mention.entity);
  const spans = doubt === null && entity !== undefined ? entity.mentions : [mention.span];
  const { span } = mark;
  if (span !== null && spans.some((one) => spansOverlap(one, span))) return true;
  const names = [mention.text, entity?.name ?? ""].map(wordsOf);
  return [mark.text ?? "", mark.is ?? ""].map(wordsOf).some((one) => names.some((name) => areAlike(one, name)));
}

function wordsOf(name: string): ReadonlySet<string> {
  const plain = short.reduce((text, [long, by]) => text.replace(long, by), name.toLowerCase());
  return new Set((plain.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !smallWords.has(word)));
}

function areAlike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared > 0 && shared >= 0.6 * Math.min(one.size, other.size) && shared >= 0.34 * Math.max(one.size, other.size);
}

function write(weights: ReadonlyMap<string, number>): void {
  const rows = [...weights].map(([feature, weight]) => `${feature}\t${weight.toFixed(2)}\n`).join("");
  const text = `# What tells who is a party of an act: signs, each with what it counts (the features of \`src/extract/claims/party-features.ts\`).
# Written by \`training/parties.ts\`, not by hand.
${rows}`;
  writeFileSync(new URL("../data/party-weights.tsv", import.meta.url), text);
}
