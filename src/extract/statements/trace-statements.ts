import type { FullyAnnotated } from "../../doc/document.js";
import type { TokenRange } from "../../doc/layers.js";
import { idOf } from "../../record/id.js";
import { type Words, wordsOf } from "../grammar/words.js";
import type { Provenance, Trace } from "../provenance.js";
import { knownAct, readCue } from "./cue.js";
import { type Draft, overlaps } from "./draft.js";
import { type DraftStep, draftSteps } from "./extract-statements.js";
import type { StatementLexicon } from "./statement-lexicon.js";

/** Tells of each draft, in the order of the statements' ids, with which step of the rules it came in and which steps changed it. */
export function traceStatements(
  document: FullyAnnotated,
  drafts: readonly Draft[],
  lexicon: StatementLexicon,
  trace: Trace,
): void {
  const steps = draftSteps(document, lexicon);
  const words = wordsOf(document);
  drafts.forEach((draft, index) => {
    trace(idOf("st", index + 1), provenanceOf(draft, steps, words, lexicon));
  });
}

function provenanceOf(draft: Draft, steps: readonly DraftStep[], words: Words, lexicon: StatementLexicon): Provenance {
  const states = steps.map(({ step, drafts }) => ({ step, state: drafts.find((one) => isSame(one, draft)) ?? null }));
  const origin = states.find(({ state }) => state !== null)?.step ?? "a rule";
  const changes = states.flatMap(({ step, state }, index) => {
    const before = states[index - 1]?.state ?? null;
    if (before === null || state === null) return [];
    const changed = (["cue", "source", "content"] as const).filter(
      (part) => wordsOfPart(before[part], words) !== wordsOfPart(state[part], words),
    );
    return changed.map(
      (part) => `${step}: ${part} ${wordsOfPart(before[part], words)} became ${wordsOfPart(state[part], words)}`,
    );
  });
  return { rule: origin, row: null, trigger: null, notes: [...changes, ...actNote(draft, words, lexicon)] };
}

/** Drafts share a cue, or, where neither has one, words of their content. */
function isSame(a: Draft, b: Draft): boolean {
  if (a.cue !== null && b.cue !== null) return overlaps(a.cue, b.cue);
  return a.cue === null && b.cue === null && a.content.some((part) => b.content.some((other) => overlaps(part, other)));
}

function wordsOfPart(part: TokenRange | readonly TokenRange[] | null, words: Words): string {
  const ranges = part === null ? [] : "first" in part ? [part] : part;
  return ranges.length === 0 ? "nothing" : ranges.map((range) => `“${words.slice(range)}”`).join(" … ");
}

function actNote({ cue, content }: Draft, words: Words, lexicon: StatementLexicon): readonly string[] {
  const read = cue && readCue(cue, words, lexicon);
  const known = read && knownAct(read, content, words, lexicon);
  return known ? [`act: data/cues.tsv has “${known.form}” as ${known.act}`] : [];
}
