import { z } from "zod";
import type { Action, ActionType } from "../../record/action.js";
import type { Mention } from "../../record/mention.js";
import type { ArticleRecord } from "../../record/record.js";
import type { Effects } from "../effects.js";
import type { Engine } from "../engine.js";
import { bareArticle } from "./bare-article.js";
import { readGoldLines } from "./gold.js";
import { type Counts, f1, percent, scoreTable, sumCounts, tableRow } from "./scores.js";

const goldSentence = z.object({ sentence: z.string(), actor: z.string(), recipient: z.string(), root: z.string() });

type GoldSentence = z.infer<typeof goldSentence>;

/** A gold sentence with the root classes that the record gives for its actor and recipient, and for anybody. */
export interface ScoredSentence {
  readonly root: string;
  /** The class of the action that has the actor and the recipient, `null` where none has. */
  readonly found: string | null;
  /** The same, or where none has them, the class of the sentence's first action. */
  readonly anyhow: string | null;
  readonly part: Part;
}

/** Whether the reader that ships learnt from the sentence. */
type Part = "not learnt from" | "learnt from";

const parts: readonly Part[] = ["not learnt from", "learnt from"];

/** Every fifth is left out, as `training/sentences.py` leaves it out. */
const partAt = (index: number): Part => (index % 5 === 0 ? "not learnt from" : "learnt from");

/** PLOVER's quad classes: verbal or material, cooperation or conflict. */
const quads: Readonly<Record<string, readonly string[]>> = {
  "verbal cooperation": ["AGREE", "CONSULT", "SUPPORT"],
  "material cooperation": ["COOPERATE", "AID", "YIELD"],
  "verbal conflict": ["REQUEST", "ACCUSE", "REJECT", "THREATEN"],
  "material conflict": ["PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"],
};

/**
 * Actions against sentences with a given actor and recipient. An action has them where they share a word with one of its actors and one of its
 * recipients, by the mention's words or those of another mention of the same entity; of several such actions the first counts.
 */
export async function scoreActions(gold: string, engine: Engine, effects: Effects): Promise<string> {
  const sentences = await readGoldLines(gold, "events/plover-train.jsonl", goldSentence, effects);
  const scored: ScoredSentence[] = [];
  for (const [index, sentence] of sentences.entries()) {
    const record = await engine.analyse(bareArticle(`${index}`, sentence.sentence));
    scored.push(scoreSentence(sentence, record, partAt(index)));
  }
  return actionReport(scored);
}

/** A table for each part, and one of what they come to. */
export function actionReport(scored: readonly ScoredSentence[]): string {
  const byPart = parts.map((part) => [part, scored.filter((one) => one.part === part)] as const);
  const tables = byPart.map(([part, own]) => tableOf(`Actions, ${own.length} sentences ${part}`, own));
  const head = tableRow("", ["right", "of", "macro-F1", "quads", "class"]);
  return [...tables, head + byPart.map(([part, own]) => sumsRow(part, own)).join("")].join("\n");
}

function tableOf(title: string, scored: readonly ScoredSentence[]): string {
  const [roots, classes] = [countsByRoot(scored), countsByQuad(scored)];
  const sums = [
    ["all roots", sumCounts(roots.values())],
    ["all quads", sumCounts(classes.values())],
  ] as const;
  return scoreTable(title, new Map([...roots, sums[0], ...classes, sums[1]]));
}

/** Right sentences, macro-F1 of roots and of quad classes, and how often the class is right whoever is in it. */
function sumsRow(name: string, scored: readonly ScoredSentence[]): string {
  const right = scored.filter(({ found, root }) => found === root).length;
  const anyhow = scored.filter((one) => one.anyhow === one.root).length;
  const macros = [macroOf(countsByRoot(scored)), macroOf(countsByQuad(scored))];
  return tableRow(name, [right, scored.length, ...macros, scored.length === 0 ? "–" : percent(anyhow / scored.length)]);
}

/** What the record of a gold sentence says of its actor and recipient. */
export function scoreSentence(
  { sentence, actor, recipient, root }: GoldSentence,
  record: ArticleRecord,
  part: Part,
): ScoredSentence {
  const [wantedActor, wantedRecipient] = [wordsOf(actor), wordsOf(recipient)];
  const given = wordsOf(sentence);
  // "An actor" and "a recipient" stand in the gold where the sentence tells of none.
  const has = (mentions: readonly Mention[], wanted: ReadonlySet<string>) =>
    ![...wanted].some((word) => given.has(word)) || mentions.some((mention) => shareWord(mention, wanted, record));
  const match = record.actions.find(
    ({ actors, recipients }) => has(actors, wantedActor) && has(recipients, wantedRecipient),
  );
  const found = match === undefined ? null : rootOf(match);
  const [first] = record.actions;
  return { root, found, anyhow: found ?? (first ? rootOf(first) : null), part };
}

/** PLOVER's first edition, which the gold follows, has one class for CONCEDE and RETREAT. */
function rootOf({ type }: Pick<Action, "type">): string {
  return type === "CONCEDE" || type === "RETREAT" ? "YIELD" : (type satisfies ActionType);
}

function shareWord(
  { text, entity }: Mention,
  wanted: ReadonlySet<string>,
  { entities, article }: ArticleRecord,
): boolean {
  const others = entities.find(({ id }) => id === entity)?.mentions ?? [];
  return [text, ...others.map((span) => article.text.slice(...span))].some((words) =>
    [...wordsOf(words)].some((word) => wanted.has(word)),
  );
}

const idle =
  /^(?:the|a|an|of|in|on|and|to|for|with|by|its|his|her|their|from|at|former|new|that|as|over|is|it|he|they)$/;

function wordsOf(text: string): ReadonlySet<string> {
  const words =
    text
      .toLowerCase()
      .replace(/['’]s\b|\./g, "")
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => word.length > 1 && !idle.test(word)));
}

function countsByRoot(scored: readonly ScoredSentence[]): ReadonlyMap<string, Counts> {
  const roots = [...new Set(scored.map(({ root }) => root))].sort();
  return new Map(roots.map((root) => [root, countsOf(scored, (one) => one === root)]));
}

function countsByQuad(scored: readonly ScoredSentence[]): ReadonlyMap<string, Counts> {
  return new Map(
    Object.entries(quads).map(([quad, own]) => [quad, countsOf(scored, (one) => own.includes(one))] as const),
  );
}

function countsOf(scored: readonly ScoredSentence[], isIn: (root: string) => boolean): Counts {
  const found = scored.filter((one) => one.found !== null && isIn(one.found));
  const gold = scored.filter(({ root }) => isIn(root));
  return { right: found.filter(({ root }) => isIn(root)).length, found: found.length, gold: gold.length };
}

function macroOf(table: ReadonlyMap<string, Counts>): string {
  const scores = [...table.values()].map(f1);
  return (scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length)).toFixed(1);
}
