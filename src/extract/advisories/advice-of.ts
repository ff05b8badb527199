import type { FullyAnnotated } from "../../doc/document.js";
import type { Mention } from "../../record/mention.js";
import type { Posture } from "../../record/posture.js";
import { type Span, spanContains } from "../../text/span.js";
import { wordsOf } from "../grammar/words.js";
import type { EntityTable } from "../naming/resolve-entities.js";
import type { Provenance } from "../provenance.js";
import type { ExtractedTime } from "../times/extract-times.js";
import type { AdviceLexicon } from "./advice-lexicon.js";
import { type FoundAdvice, findAdvice } from "./find-advice.js";
import { findDepartures, missionIn } from "./find-departures.js";
import { textLinesOf } from "./lines.js";
import { hasSigns, isMinistry, isUnderTitles, ministryCountry, type PageFacts } from "./own-words.js";
import { type AdvicePage, around, mentionAt, pageCountry } from "./page.js";
import { subjectOf } from "./subject-of.js";

type Draft<Kind> = Kind extends unknown ? Omit<Kind, "id"> : never;

/** A posture without its id, and what made it. */
export interface DraftPosture {
  readonly posture: Draft<Posture>;
  readonly provenance: Provenance;
}

/** What adviceOf reads besides the document. */
export interface AdviceContext {
  readonly article: PageFacts;
  readonly table: EntityTable;
  readonly times: readonly ExtractedTime[];
}

/**
 * The postures that a foreign ministry's page of travel advice gives in its own voice: one for each place and value, on all lines that give
 * it, and the staff whom it has leave. Empty where the text is no such page: reports about advice are none.
 */
export function adviceOf(
  document: FullyAnnotated,
  { article, table, times }: AdviceContext,
  lexicon: AdviceLexicon,
): readonly DraftPosture[] {
  const isOwn = isMinistry(article, lexicon);
  if (isOwn === false || (isOwn === null && !hasSigns(document.text, lexicon))) return [];
  const lines = textLinesOf(document.text);
  const found = findAdvice(lines, lexicon);
  if (isOwn === null && !isUnderTitles(found[0]?.evidence[0][0] ?? null, lines)) return [];
  const issuer = ministryCountry(article, lexicon);
  const page = { text: document.text, lines, words: wordsOf(document), table, lexicon, issuer };
  return [...adviceOn(page, found), ...departuresOn(page, document, times, pageCountry(page, found))].sort(
    (a, b) => a.posture.evidence[0][0] - b.posture.evidence[0][0],
  );
}

/** Advice with its subject; `about` is the same for all words that stand for one place. */
interface PlacedAdvice extends FoundAdvice {
  readonly about: string;
  readonly subject: Mention;
}

/** One posture for each place and value. A country has one level: that of its heading, else of a sentence, else of a line without a place. */
function adviceOn(page: AdvicePage, found: readonly FoundAdvice[]): readonly DraftPosture[] {
  const country = pageCountry(page, found);
  const bare = new Set(found.filter((one) => isLevel(one) && one.form === "bare").map(({ value }) => value));
  const placed = found.flatMap((one): readonly PlacedAdvice[] => {
    const span = one.place ?? country;
    // The legend of a page lists the levels that there are.
    if (span === null || (one.form === "bare" && isLevel(one) && bare.size > 2)) return [];
    return [{ ...one, ...subjectOf(span, country, page) }];
  });
  const groups = new Map<string, [PlacedAdvice, ...PlacedAdvice[]]>();
  for (const one of placed) {
    if (!isLevel(one) || one.value === levelOf(one.about, placed)) {
      const key = `${one.about} ${one.value}`;
      groups.get(key)?.push(one);
      if (!groups.has(key)) groups.set(key, [one]);
    }
  }
  return [...groups.values()].map((tellings) => draftOf(tellings, page));
}

function isLevel({ value }: FoundAdvice): boolean {
  return value !== "leave_now";
}

function levelOf(about: string, placed: readonly PlacedAdvice[]): FoundAdvice["value"] | null {
  const told = placed.filter((one) => one.about === about && isLevel(one));
  const surest = (["heading", "sentence", "bare"] as const).flatMap((form) => told.filter((one) => one.form === form));
  return surest[0]?.value ?? null;
}

function draftOf(tellings: readonly [PlacedAdvice, ...PlacedAdvice[]], page: AdvicePage): DraftPosture {
  const [first] = tellings;
  const { subject, row, value } = tellings.find((one) => one.subject.entity !== null) ?? first;
  const [evidence, ...others] = tellings.flatMap(({ evidence: told }) => told.map((span) => around(span, page)));
  const by = tellings.find((one) => one.by !== null)?.by ?? null;
  return {
    posture: {
      subject,
      institution: { kind: "advice", of: page.issuer, in: countryOf(subject.text, page) },
      aspect: "travel_advice",
      value,
      by: by === null ? null : mentionAt(by, page),
      since: null,
      until: null,
      status: "happened",
      accordingTo: null,
      evidence: [evidence ?? first.evidence[0], ...distinct(others, evidence)],
      confidence: ofIssuer,
    },
    provenance: { rule: "a ministry's own advice", row, trigger: first.evidence[0], notes: [] },
  };
}

/** Of the advice on 123 pages all is right (`sitrep eval advisories`), so that one more would be so 124 times of 125. */
const ofIssuer = 0.99;

function countryOf(name: string, { lexicon }: AdvicePage): string | null {
  return lexicon.countryOf(name.replace(/^the\s+/iu, ""));
}

function distinct(spans: readonly Span[], first: Span | undefined): readonly Span[] {
  return spans.filter((one, i) => [first, ...spans.slice(0, i)].every((other) => other?.[0] !== one[0]));
}

/** The staff whom the ministry has leave or lets return; a sentence that names neither staff nor mission means the page's. */
function departuresOn(
  page: AdvicePage,
  { layers }: FullyAnnotated,
  times: readonly ExtractedTime[],
  country: Span | null,
): readonly DraftPosture[] {
  const host = country === null ? null : countryOf(page.text.slice(...country), page);
  const sentences = layers.sentences.sentences.map((one) => page.words.span(one));
  return sentences.flatMap((sentence) =>
    findDepartures(page.text.slice(...sentence), sentence[0]).flatMap((found): readonly DraftPosture[] => {
      const whose = found.whose ?? missionIn(page.text);
      if (whose === null) return [];
      const dated = times.filter(({ time }) => time.type === "DATE" && spanContains(sentence, time.span));
      const isUntil = ({ first }: ExtractedTime): boolean =>
        /^(?:until|through|till)$/.test(page.words.lower(first - 1));
      return [
        {
          posture: {
            subject: mentionAt(whose, page),
            institution: { kind: "mission", of: page.issuer, in: host },
            aspect: "staffing",
            value: found.value,
            by: found.by === null ? null : mentionAt(found.by, page),
            since: dated.find((one) => !isUntil(one))?.time.id ?? null,
            until: dated.find(isUntil)?.time.id ?? null,
            status: "happened",
            accordingTo: null,
            evidence: [around(found.words, page)],
            confidence: ofIssuer,
          },
          provenance: { rule: "a ministry's own staff", row: null, trigger: found.words, notes: [] },
        },
      ];
    }),
  );
}
