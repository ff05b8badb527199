import type { Confidence } from "../extract/claims/confidence.js";
import { hasMainVerb } from "../link/disputes/claim-sentence.js";
import type { Dispute } from "../link/disputes/find-disputes.js";
import { voicesOf } from "../link/disputes/one-quarrel.js";
import { compareText } from "../link/link-input.js";
import type { DatedStatement, ToldStatement } from "../store/queries/told-in-period.js";
import { weightOfConfidence } from "./line-weights.js";
import { signsOfNews } from "./statement-news.js";

// docs/methods/ranking.md tells these rules to the reader of a brief.

/** The dispute with more voices first, and of those with as many the one whose smaller side is bigger: it is the less settled. */
export function compareDisputes(a: Dispute, b: Dispute): number {
  return voicesOf(b) - voicesOf(a) || smallestOf(b) - smallestOf(a) || compareText(a.id, b.id);
}

/** One statement, told by one article or by several. */
export interface StatementGroup<Said extends ToldStatement = ToldStatement> {
  /** The one to show: the first that gives the speaker's own words, else the first. */
  readonly shown: Said;
  /** All that tell it, in order of time. */
  readonly told: readonly Said[];
  readonly origins: number;
}

/** Statements of one speaker in one story whose words are much the same, each group once, in order of the first. */
export function sameStatements<Said extends ToldStatement>(
  statements: readonly Said[],
): readonly StatementGroup<Said>[] {
  const groups: { readonly told: Said[]; readonly words: ReadonlySet<string> }[] = [];
  const byVoice = new Map<string, (typeof groups)[number][]>();
  for (const statement of statements) {
    const words = wordsOf(statement.content);
    const voice = JSON.stringify([statement.speaker ?? statement.id, statement.story, statement.negated]);
    const known = byVoice.get(voice) ?? [];
    const same = known.find((group) => group.words.size > 0 && alike(group.words, words));
    if (same !== undefined) same.told.push(statement);
    else {
      const group = { told: [statement], words };
      groups.push(group);
      byVoice.set(voice, [...known, group]);
    }
  }
  return groups.flatMap(({ told }) => {
    const [first] = told;
    if (first === undefined) return [];
    const shown = told.find(({ voice }) => voice.form === "direct") ?? first;
    return [{ shown, told, origins: new Set(told.map(({ origin }) => origin)).size }];
  });
}

/** A statement, and how much it weighs beside acts and states. */
export interface RankedStatement<Said extends ToldStatement = ToldStatement> {
  readonly group: StatementGroup<Said>;
  readonly weight: number;
}

/** What tells how much statements weigh. */
export interface StatementScale {
  readonly titles: OfficeTitles;
  /** How likely one is news of its article by what tells for it (`data/news-weights.tsv`). */
  readonly news: Confidence;
}

/**
 * The weightiest statement first: by how likely it is that it is read right and news of an article that tells it, by the speaker's standing, by what it does (to deny,
 * threaten, order or warn commits more than to say), and by how many articles tell it; of equals the first told. What somebody says beyond three others weighs less. What
 * nobody of standing says is left out, and so are mere names of what was said ("its own statement").
 */
export function rankStatements<Said extends DatedStatement>(
  statements: readonly StatementGroup<Said>[],
  scale: StatementScale,
): readonly RankedStatement<Said>[] {
  const ranked = statements
    .filter(({ shown }) => standingOf(shown, scale.titles) > 0 && saysSomething(shown))
    .map((group) => ({ group, weight: weightOfStatement(group, scale) }))
    .toSorted((a, b) => b.weight - a.weight);
  const counts = new Map<string, number>();
  return ranked
    .map(({ group, weight }) => {
      const speaker = group.shown.speaker ?? group.shown.id;
      const count = (counts.get(speaker) ?? 0) + 1;
      counts.set(speaker, count);
      return { group, weight: count <= mostOfOne ? weight : weight - lossOfMore };
    })
    .toSorted((a, b) => b.weight - a.weight);
}

const mostOfOne = 3;
const lossOfMore = 4;

/** The words that end the title of an office, a rank or a spokesperson, in lower case: "minister", "admiral". */
export type OfficeTitles = ReadonlySet<string>;

/**
 * How much it matters who speaks: 3 for a known person who holds an office or rank or speaks for one, a government, a military or an armed group;
 * 2 for others who are known; 1 for somebody whom an outlet does not name; 0 for an outlet's own voice, crowds and nobody.
 */
export function standingOf({ by, speaker, voice }: ToldStatement, titles: OfficeTitles): number {
  if (voice.naming === null || speaker === null || by === "text" || voice.naming === "collective") return 0;
  if (by === "unnamed" || voice.kind === null) return 1;
  const office = voice.kind === "person" && voice.titles.some((title) => isOffice(title, titles));
  return office || voice.kind === "government" || voice.kind === "military" || voice.kind === "armed_group" ? 3 : 2;
}

function isOffice(title: string, titles: OfficeTitles): boolean {
  const words = title.toLowerCase().replace(/\.$/, "");
  if (/^(?:former|retired|ex-|shadow )/.test(words)) return false;
  return [words, words.split(" ").at(-1) ?? "", words.split(" of ")[0]?.split(" ").at(-1) ?? ""].some((one) =>
    titles.has(one),
  );
}

function weightOfStatement<Said extends DatedStatement>(
  { shown, told }: StatementGroup<Said>,
  { titles, news }: StatementScale,
): number {
  const likely = told.map((one) => ({
    article: one.article,
    confidence: one.voice.confidence * news(signsOfNews(one)),
  }));
  const voices = Math.log2(1 + new Set(told.map(({ article }) => article)).size);
  return voices + 0.3 * weightOf(shown) + 0.5 * (standingOf(shown, titles) - 2) + weightOfConfidence(likely) + 1;
}

/** Whether it commits the speaker to more than having said it. */
export function isCommitting(statement: ToldStatement): boolean {
  return weightOf(statement) > 1;
}

function weightOf({ act, negated }: ToldStatement): number {
  return negated ? 0 : (actWeights.get(act) ?? 1);
}

const actWeights: ReadonlyMap<string, number> = new Map([
  ...["deny", "threaten", "order", "warn", "confirm"].map((act) => [act, 3] as const),
  ...["accuse", "demand", "promise", "condemn"].map((act) => [act, 2] as const),
  ...["believe", "ask", "praise", "other"].map((act) => [act, 0] as const),
]);

function smallestOf({ sides }: Dispute): number {
  return Math.min(...sides.map(({ origins }) => origins.length));
}

/** "Were held all week", "what to do with him": of whom or of what stands elsewhere. */
const cutOff =
  /^(?:is|are|was|were|has|have|had|something|what|who|whom|whose|which|when|where|whether|if|how|why)\b|^(?:it|him|her|them) as\b/i;

/** Fewer words than these only name what was said, unless they are the speaker's own. */
const leastWords = 4;

function saysSomething({ act, content, voice }: ToldStatement): boolean {
  const words = content.trim();
  if (voice.form === "direct") return true;
  if (cutOff.test(words) || (!voice.quoted && isThing(act, words))) return false;
  return voice.quoted || words.split(/\s+/).length >= leastWords;
}

/** Whether words for what is said to be so name a thing alone: "saw a wave of strikes", "read the decision". */
function isThing(act: string, words: string): boolean {
  if (hasMainVerb(words) || /^(?:that|to|not to) /i.test(words)) return false;
  return (
    /^(?:believe|other)$/.test(act) || (/^(?:say|claim)$/.test(act) && /^(?:the|an?|its|his|her|their) /i.test(words))
  );
}

/** Words of three letters and more; what is shorter tells no two sayings apart. */
function wordsOf(content: string): ReadonlySet<string> {
  return new Set(content.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []);
}

/** Of the words of the shorter one, so many have to be in the other; of very short ones all. */
const leastShared = 0.7;

/** Whether two sayings are much the same in their words. */
export function saysTheSame(a: string, b: string): boolean {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  return one.size > 0 && other.size > 0 && alike(one, other);
}

function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = [...a].filter((word) => b.has(word)).length;
  const least = Math.min(a.size, b.size);
  return least >= 4 ? shared >= leastShared * least : shared === a.size && shared === b.size;
}
