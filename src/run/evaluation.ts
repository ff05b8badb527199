import { openEncoder } from "../annotate/encoder/encoder-model.js";
import { annotationPipeline } from "../annotate/pipeline.js";
import { wordWeights } from "../link/stories/word-weights.js";
import type { Effects } from "./effects.js";
import { openEngine } from "./engine.js";
import { scoreActions } from "./evaluate/actions.js";
import { namedCountries, readAdvisories, scoreAdvisories } from "./evaluate/advisories.js";
import { countArchives } from "./evaluate/archives.js";
import { readGoldAttributions, scoreArticles, scoreSentences } from "./evaluate/attribution.js";
import { bareArticle } from "./evaluate/bare-article.js";
import { readDirectedPairs, scoreDirected } from "./evaluate/directed.js";
import { scoreFeeds } from "./evaluate/feeds.js";
import { readGold } from "./evaluate/gold.js";
import { readLgl } from "./evaluate/lgl.js";
import { scoreNames } from "./evaluate/names.js";
import { scorePages } from "./evaluate/pages.js";
import { scorePlaces } from "./evaluate/places.js";
import { scoreRecords } from "./evaluate/records.js";
import { readMarkedArticles, scoreClaims } from "./evaluate/score-claims.js";
import { scoreStatements } from "./evaluate/statements.js";
import { scoreStories } from "./evaluate/stories.js";
import { scoreSyntax } from "./evaluate/syntax.js";
import { scoreTimes } from "./evaluate/times.js";
import { readLemmas } from "./lemmas/shipped-lemmas.js";
import { readTable } from "./lexicon-files.js";
import { readModelFiles } from "./model-files.js";

/** Something that the program learnt or was tuned for, and that gold data can score. */
export interface EvaluationTask {
  readonly name: string;
  readonly summary: string;
  /** Whether it can list what is missed and what is too many. */
  readonly listsMisses?: true;
  /** Reads the gold data under a folder and gives back the table to print. Rejects with `GoldMissing` where a file is not there. */
  readonly score: (request: EvaluationRequest, effects: Effects) => Promise<string>;
}

export interface EvaluationRequest {
  /** The folder with the gold data. */
  readonly gold: string;
  /** A folder with another model; without it the one that ships. */
  readonly model?: string | undefined;
  /** Whether to list what is missed and what is too many, where the task can. */
  readonly misses?: boolean | undefined;
}

/** A figure should not depend on the machine's number of cores, nor take for ever. */
const threads = 2;

export const evaluationTasks: readonly EvaluationTask[] = [
  {
    name: "attribution",
    summary: "source, cue and content on whole articles, exact stretches (attribution/dev.jsonl)",
    score: async (request, effects) => {
      const articles = await readGoldAttributions(request.gold, effects);
      return scoreArticles(articles, await pipelineOf(request, effects));
    },
  },
  {
    name: "attribution-sentences",
    summary: "the same on single sentences",
    score: async (request, effects) => {
      const articles = await readGoldAttributions(request.gold, effects);
      return scoreSentences(articles, await pipelineOf(request, effects));
    },
  },
  {
    name: "statements",
    summary:
      "statements of whole articles: contents overlap by half, speakers share a word; exact cues (attribution/dev.jsonl)",
    score: async ({ gold, model }, effects) => {
      const articles = await readGoldAttributions(gold, effects);
      return scoreStatements(articles, await openEngine(effects, { threads, model }));
    },
  },
  {
    name: "records",
    summary:
      "whole records, as a careful reader writes them (NAME.txt with NAME.gold.json beside it, in the folder itself)",
    listsMisses: true,
    score: async ({ gold, model }, effects) =>
      scoreRecords(gold, await openEngine(effects, { threads, model }), effects),
  },
  {
    name: "claims",
    summary: "actions, postures and stances of whole articles, as careful readers mark them (records/dev.jsonl)",
    listsMisses: true,
    score: async ({ gold, model, misses = false }, effects) => {
      const articles = await readMarkedArticles(gold, effects);
      return scoreClaims(articles, await openEngine(effects, { threads, model }), { misses });
    },
  },
  {
    name: "advisories",
    summary: "levels of travel advisories, ten of them set aside (advisories/us-a-m.jsonl)",
    listsMisses: true,
    score: async ({ gold, model, misses = false }, effects) => {
      const advisories = await readAdvisories(gold, effects);
      const tables = await Promise.all([readTable("countries", effects), readTable("country-places", effects)]);
      const engine = await openEngine(effects, { threads, model });
      return scoreAdvisories(advisories, namedCountries(...tables), engine, { misses });
    },
  },
  {
    name: "directed",
    summary: "who is for or against whom in single sentences, a tenth of them set aside (stances/directed-train.txt)",
    listsMisses: true,
    score: async ({ gold, model, misses = false }, effects) => {
      const pairs = await readDirectedPairs(gold, effects);
      const engine = await openEngine(effects, { threads, model });
      return scoreDirected(pairs, ({ id, text }) => engine.analyse(bareArticle(id, text)), { misses });
    },
  },
  {
    name: "times",
    summary: "time expressions of whole articles, as TempEval-3 scores them (times/TimeBank and times/AQUAINT)",
    score: async ({ gold, model }, effects) => scoreTimes(gold, await openEngine(effects, { threads, model }), effects),
  },
  {
    name: "actions",
    summary: "types of actions between a given actor and recipient (events/plover-train.jsonl)",
    score: async ({ gold, model }, effects) =>
      scoreActions(gold, await openEngine(effects, { threads, model }), effects),
  },
  {
    name: "archives",
    summary: "records of web archives that are pages, are passed over, are broken (archives/)",
    score: ({ gold }, effects) => countArchives(gold, effects),
  },
  {
    name: "feeds",
    summary: "items of feeds, their titles, links and dates (feeds/)",
    score: ({ gold }, effects) => scoreFeeds(gold, effects),
  },
  {
    name: "pages",
    summary: "bodies of pages, beside what Readability finds, and facts found (pages/)",
    score: ({ gold }, effects) => scorePages(gold, effects),
  },
  {
    name: "names",
    summary: "names by type, against the teacher's labels (names-dev.jsonl, written by training/prepare.py)",
    score: async (request, effects) => scoreNames(request.gold, await pipelineOf(request, effects), effects),
  },
  {
    name: "places",
    summary: "mentions of places, and their coordinates within 161 km (places/lgl.xml)",
    score: async ({ gold, model }, effects) => {
      const countries = await readTable("countries", effects);
      const articles = readLgl(await readGold(gold, "places/lgl.xml", effects), countries);
      const engine = await openEngine(effects, { threads, model });
      return scorePlaces(articles, async ({ id, text }) => (await engine.analyse(bareArticle(id, text))).places);
    },
  },
  {
    name: "stories",
    summary: "articles of the same story, B³ over sub-topics of ECB+ (stories/)",
    score: async ({ gold }, effects) => {
      const table = await readTable("word-frequencies", effects);
      return scoreStories(gold, wordWeights(table), effects);
    },
  },
  {
    name: "syntax",
    summary: "tags, lemmas and trees on a treebank's own tokens (syntax/en_ewt-ud-dev.conllu)",
    score: async (request, effects) =>
      scoreSyntax(request.gold, await encoderOf(request, effects), await readLemmas(effects), effects),
  },
];

async function pipelineOf(request: EvaluationRequest, effects: Effects) {
  return annotationPipeline(await encoderOf(request, effects), await readLemmas(effects));
}

async function encoderOf({ model }: EvaluationRequest, effects: Effects) {
  return openEncoder(await readModelFiles(effects, model), { threads });
}
