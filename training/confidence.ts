/**
 * Learns how likely a line is right by how sure the reader is of it and of who takes part, and writes `data/confidence-weights.tsv`; and how
 * likely a statement is news of its article, `data/news-weights.tsv`. It learns of claims from articles that the reader has not learnt from, for
 * of those that it has it is surer than it may be; of statements from the marks of `training/statement-marks.tsv`. Usage:
 * `npx tsx training/confidence.ts GOLD`; two minutes on one core. Prints how well tenths of the lines, each judged by weights
 * learnt from articles of the other tenths, keep their promise.
 */
import { readFile } from "node:fs/promises";
import type { Article } from "../src/doc/article.js";
import type { Signs } from "../src/extract/claims/confidence.js";
import { extractRecord } from "../src/extract/extract-record.js";
import { groupedBy } from "../src/link/grouped-by.js";
import type { ArticleRecord } from "../src/record/record.js";
import { openEngine } from "../src/run/engine.js";
import { bareArticle } from "../src/run/evaluate/bare-article.js";
import { comparedClaims, markedClaims } from "../src/run/evaluate/claims.js";
import { rightClaims } from "../src/run/evaluate/compare-claims.js";
import { readMarkedArticles } from "../src/run/evaluate/score-claims.js";
import { readGazetteer } from "../src/run/gazetteer/shipped-gazetteer.js";
import { readLexicons } from "../src/run/lexicon-files.js";
import { voiceOf } from "../src/store/voice.js";
import { signsOfNews } from "../src/view/statement-news.js";
import { crossJudged, type Judged, learnLikelihoods, tellLikelihoods, writeLikelihoods } from "./likelihoods.js";
import { markedStatements, newsBodies } from "./marked-texts.js";

const claimKinds = ["action", "posture", "stance"] as const;

interface JudgedLine extends Judged {
  readonly kind: (typeof claimKinds)[number] | "statement";
}

/** A marked statement: whether it is read right, and whether it is news of its article. */
interface JudgedStatement {
  readonly reading: JudgedLine;
  readonly news: Judged;
}

const gold = process.argv[2] ?? "";
const effects = { readFile: (path: string) => readFile(path) };
const engine = await openEngine(effects, { threads: 1 });
const lexicons = await readLexicons(effects, await readGazetteer(effects));
const claims: JudgedLine[] = [];
const articles = await readMarkedArticles(gold, effects as Parameters<typeof readMarkedArticles>[1]);
for (const [at, marked] of articles.entries()) claims.push(...(await claimsOf(marked, at)));
const statements: JudgedStatement[] = [];
const marks = groupedBy(markedStatements(), ({ article }) => article);
const texts = new Map(newsBodies(gold).map(({ id, text }) => [id, text]));
for (const [at, [id, own]] of [...marks].entries())
  statements.push(...(await statementsOf(bareArticle(id, texts.get(id) ?? ""), own, at)));
await engine.close();

const lines = [...claims, ...statements.map(({ reading }) => reading)];
const sure = crossJudged(lines);
for (const kind of [...claimKinds, "statement"] as const)
  tellLikelihoods(
    kind,
    lines.flatMap((line, i) => (line.kind === kind ? [{ sure: sure[i] ?? 0, isRight: line.isRight }] : [])),
  );
writeLikelihoods(
  "confidence-weights",
  [
    "What tells how likely a line is right: signs, each with what it counts (`src/extract/claims/confidence.ts`, `src/extract/statements/statement-signs.ts`).",
    "Written by `training/confidence.ts`, not by hand.",
  ],
  learnLikelihoods(lines),
);

const news = crossJudged(statements.map((one) => one.news));
tellLikelihoods("news", statements.map((one, i) => ({ sure: news[i] ?? 0, isRight: one.news.isRight })));
tellLikelihoods(
  "right and news",
  statements.map(({ reading, news: own }, i) => ({
    sure: (news[i] ?? 0) * (sure[claims.length + i] ?? 0),
    isRight: reading.isRight && own.isRight,
  })),
);
writeLikelihoods(
  "news-weights",
  [
    "What tells how likely a statement is news of its article: signs, each with what it counts (`src/view/statement-news.ts`).",
    "Written by `training/confidence.ts`, not by hand.",
  ],
  learnLikelihoods(statements.map((one) => one.news)),
);

/** The record of an article, and what tells for each of its lines: in place of how likely a line is it has the number of its signs. */
async function readWithSigns(article: Article): Promise<{ readonly record: ArticleRecord; readonly signs: readonly Signs[] }> {
  const signs: Signs[] = [];
  const numbered = { ...lexicons, confidence: (own: Signs) => signs.push(own) - 1 };
  const producer = { name: "sitrep", version: "", model: null };
  return { record: extractRecord(article, await engine.annotate(article), numbered, producer), signs };
}

/** The claims that are read in a marked article. */
async function claimsOf({ article, gold }: (typeof articles)[number], at: number): Promise<readonly JudgedLine[]> {
  const { record, signs } = await readWithSigns(article);
  const right = rightClaims(markedClaims(gold), comparedClaims(record));
  const kinds = { action: record.actions, posture: record.postures, stance: record.stances };
  return claimKinds.flatMap((kind) =>
    kinds[kind].flatMap(({ confidence }, i): readonly JudgedLine[] => {
      const own = signs[confidence];
      return own === undefined ? [] : [{ article: at, kind, signs: own, isRight: right[kind][i] === true }];
    }),
  );
}

/** The statements of an article that are marked, as far as they are still read. */
async function statementsOf(
  article: Article,
  own: ReturnType<typeof markedStatements>,
  at: number,
): Promise<readonly JudgedStatement[]> {
  const { record, signs } = await readWithSigns(article);
  const entities = new Map(record.entities.map((entity) => [entity.id, entity]));
  return own.flatMap(({ start, isRight, isNews }): readonly JudgedStatement[] => {
    const found = record.statements.find(({ cue, content }) => (cue?.span[0] ?? content.spans[0]?.[0]) === start);
    const reading = signs[found?.confidence ?? -1];
    if (found === undefined || reading === undefined) return [];
    const { act, content, evidence, speaker } = found;
    const voice = voiceOf(found, speaker?.entity == null ? undefined : entities.get(speaker.entity));
    const [spans, text] = [content.spans.length > 0 ? content.spans : evidence, content.text];
    return [
      {
        reading: { article: at, kind: "statement", signs: reading, isRight },
        news: { article: at, signs: signsOfNews({ act, content: text, spans, voice }), isRight: isNews },
      },
    ];
  });
}
