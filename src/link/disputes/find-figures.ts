import type { ArticleRecord } from "../../record/record.js";
import type { Span } from "../../text/span.js";

/** A number of people that an article gives: how many were killed, hurt, arrested … */
export interface Figure {
  readonly measure: Measure;
  readonly value: number;
  /** How the words bound it: "at least nine" may be ten, "up to nine" may be eight. */
  readonly bound: "exactly" | "at_least" | "at_most" | "about";
  readonly span: Span;
  readonly text: string;
  /** Whom it counts, where the words tell more than that they are people: "students", "police officers". */
  readonly counted: string | null;
  /** The sentence that it stands in, without it. */
  readonly sentence: string;
}

export type Measure = "killed" | "injured" | "missing" | "arrested" | "displaced" | "rescued" | "held";

/** For each measure the words behind a number ("12 dead") and those before it ("killed 12", "a death toll of 12"). */
const measures: readonly (readonly [measure: Measure, behind: string, before: string])[] = [
  ["killed", "killed|dead|died|dying|deaths|fatalities|bodies", "killed|kills?|killing|claimed|death toll|toll"],
  ["injured", "injured|wounded|hurt|injuries", "injured|injures?|injuring|wounded|wounds|wounding"],
  ["missing", "missing|unaccounted for", "(?!)"],
  ["arrested", "arrested|detained|arrests", "arrested|arrests?|arresting|detained|detains?|detaining"],
  ["displaced", "displaced|homeless", "displaced|displaces?|displacing"],
  ["rescued", "rescued|freed|released", "rescued|rescues?|rescuing|freed|frees?|freeing"],
  ["held", "held hostage|hostages|taken hostage|kidnapped|abducted", "kidnapped|kidnapping|abducted|abducting"],
];

const small =
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
    " ",
  );
const number = `(?<!\\bno[ -])(?:\\d{1,3}(?:,\\d{3})+|\\d+|${small.join("|")}|a dozen)(?! (?:hundred|thousand|million|percent|per cent|years?)\\b)`;
const bounds =
  "at least|more than|over|no fewer than|as many as|up to|fewer than|less than|about|around|some|nearly|almost|roughly|an estimated";
const people =
  "(?:\\p{L}+ )?(?:people|persons|civilians|soldiers|troops|workers|passengers|men|women|children|officers|policemen|fighters|militants|protesters|residents|guards|prisoners|inmates|sailors|crew members|villagers|citizens|hostages|others|students|pupils|firefighters|pilgrims|tourists|bodies)";

/** "12 people were killed", "nine wounded". */
function nounBehind(words: string): RegExp {
  return new RegExp(
    `\\b(?:(${bounds}) )?(${number}) (?:(?:of )?${people} )?(?:(?:who )?(?:were|was|are|have been|had been|have|had|remain(?:ed)?|still|confirmed|feared|reported) ){0,3}(?:${words})\\b`,
    "giu",
  );
}

/** "killed at least 12 people", "a death toll of 12". */
function verbBefore(words: string): RegExp {
  return new RegExp(
    `\\b(?:${words})(?: (?:(?:\\p{L}+ ){0,4}(?:rose|has risen|had risen|climbed) to|of|to|at|has risen to|rose to|climbed to|stood at|stands at|was|the lives of))? (?:(${bounds}) )?(${number})(?= ${people}\\b|[.,;]| on\\b| in\\b| and\\b| when\\b|$)`,
    "giu",
  );
}

const patterns = measures.map(
  ([measure, behind, before]) => [measure, [nounBehind(behind), verbBefore(before)]] as const,
);

/** What every figure has a word of; most sentences have none, and need no closer look. */
const anyMeasure = new RegExp(
  `\\b(?:${measures.map(([, behind, before]) => `${behind}|${before}`).join("|")})\\b`,
  "iu",
);

/** Words by which a sentence tells of another time: what it counts belongs to another event. */
const elsewhen =
  /\b(?:(?:19|20)\d\d|(?:last|previous) (?:year|month|week|spring|summer|autumn|winter)|(?:years?|months?) ago|a year earlier|(?:in|since) (?:January|February|March|April|May|June|July|August|September|October|November|December)\b(?! \d))/i;

/** The figures of an article's text, in text order. Sentences that look back at another time are left out. */
export function findFigures({ article }: ArticleRecord): readonly Figure[] {
  const figures: Figure[] = [];
  for (const sentence of article.text.matchAll(/[^.!?\n]+(?:[.!?](?=\p{Ll}|\d)[^.!?\n]*)*[.!?]?/gu)) {
    if (!anyMeasure.test(sentence[0]) || elsewhen.test(sentence[0])) continue;
    for (const [measure, forms] of patterns) {
      for (const form of forms) figures.push(...figuresIn(sentence[0], sentence.index, measure, form));
    }
  }
  const seen = new Set<string>();
  return figures
    .sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1])
    .filter(({ measure, value, span }) => {
      const key = `${measure} ${value} ${Math.floor(span[0] / 40)}`;
      return !seen.has(key) && seen.add(key);
    });
}

function figuresIn(sentence: string, offset: number, measure: Measure, pattern: RegExp): readonly Figure[] {
  return [...sentence.matchAll(pattern)].flatMap((found) => {
    const [text, bound = "", digits = ""] = found;
    const value = numberOf(digits);
    if (value === null) return [];
    const start = offset + found.index;
    const rest = `${sentence.slice(0, found.index)} ${sentence.slice(found.index + text.length)}`.trim();
    const span = [start, start + text.length] as const;
    return [
      {
        measure,
        value,
        bound: boundOf(bound),
        span,
        text,
        counted: text.match(groups)?.[0].toLowerCase() ?? null,
        sentence: rest,
      },
    ];
  });
}

const groups =
  /\b(?:civilians|soldiers|troops|workers|passengers|women|children|(?:police )?officers|policemen|fighters|militants|terrorists|rebels|protesters|guards|prisoners|inmates|sailors|crew|villagers|hostages|students|pupils|firefighters|pilgrims|tourists|bodies)\b/iu;

/** Whether two figures may count the same: all people, or people of one kind. */
export function countsAlike(a: Figure, b: Figure): boolean {
  return a.counted === b.counted;
}

function numberOf(words: string): number | null {
  const lower = words.toLowerCase();
  if (lower === "a dozen") return 12;
  const at = small.indexOf(lower);
  if (at >= 0) return at + 1;
  const value = Number(words.replaceAll(",", ""));
  return Number.isFinite(value) ? value : null;
}

function boundOf(words: string): Figure["bound"] {
  const lower = words.toLowerCase();
  if (lower === "") return "exactly";
  if (/least|more than|over|no fewer/.test(lower)) return "at_least";
  return /up to|as many as|fewer than|less than/.test(lower) ? "at_most" : "about";
}

/** Figures further apart than this count different things: the dead of one raid and of a war. */
const mostApart = 10;

/** Whether the two can be true at once: they agree, or count different things. */
export function agree(a: Figure, b: Figure): boolean {
  if (a.measure !== b.measure || a.value === b.value) return true;
  const [low, high] = a.value < b.value ? [a, b] : [b, a];
  if (high.value > mostApart * low.value) return true;
  if (low.bound === "at_least" || high.bound === "at_most") return true;
  return low.bound === "about" || high.bound === "about" ? high.value - low.value <= 0.15 * high.value : false;
}
