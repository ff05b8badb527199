import type { Factuality } from "../../record/factuality.js";

/** What a rule makes of a claim: how real it is, or that it is none at all. */
export type Verdict = Factuality | "untold";

/** A sentence around a trigger. */
export interface AroundTrigger {
  readonly before: string;
  /** The trigger and what stands behind it. */
  readonly behind: string;
}

/** A rule for what the reader has seen too seldom to know, with examples that its test runs; the trigger stands in brackets. */
export interface UnrealRule {
  readonly name: string;
  readonly examples: readonly (readonly [sentence: string, verdict: Verdict | null])[];
  verdict(sentence: AroundTrigger): Verdict | null;
}

/** In the order in which they are asked; the first that knows settles it. */
export const unrealRules: readonly UnrealRule[] = [
  {
    name: "told of a film, a game or a drill",
    examples: [
      ["In the film, the navy [shells] the harbour.", "untold"],
      ["During a drill on Tuesday, guards [stormed] the mock embassy.", "untold"],
      ["The navy [shelled] the harbour while a film was shot there.", null],
      ["He was [arrested] in the film studio.", null],
    ],
    verdict: ({ before }) =>
      /\b(?:in|during|as part of|for) (?:an?|the|this|that|its|his|her|their) (?:[\p{L}-]+ ){0,2}(?:film|movie|novel|thriller|video ?game|board game|drill|exercise|simulation|rehearsal)(?=,| on | in |,? [\p{L}-]+s? )(?! studio| crew| festival| set\b)/iu.test(
        before,
      )
        ? "untold"
        : null,
  },
  {
    name: "a condition that was not met",
    examples: [
      ["Had the militia [attacked] the bridge, the garrison would have left.", "conditional"],
      ["Had the militia attacked the bridge, the garrison would have [left].", "conditional"],
      ["Had the militia attacked the bridge, the garrison [would have left].", "conditional"],
      ["The militia had [attacked] the bridge, and the garrison would not leave.", null],
    ],
    verdict: ({ before, behind }) =>
      /^["“‘']?(?:Had|Were) \p{L}/u.test(before) && /\b(?:would|could|might)\b/.test(`${before}${behind}`)
        ? "conditional"
        : null,
  },
  {
    name: "what somebody is only believed to have done",
    examples: [
      ["The gunmen are believed to have [fled] across the river.", "possible"],
      ["The gunmen are thought to have been [captured].", "possible"],
      ["The gunmen were seen to have [fled].", null],
    ],
    verdict: ({ before }) =>
      /\b(?:believed|thought|presumed|assumed|rumou?red|suspected|feared) to (?:be|have(?: been)?) (?:[\p{L}]+ly )?$/iu.test(
        before,
      )
        ? "possible"
        : null,
  },
  {
    name: "what somebody does not want to do",
    examples: [
      ["The note shows her reluctance to [send] troops.", "not_done"],
      ["Ministers were unwilling to [close] the border.", "not_done"],
      ["He was willing to [close] the border.", null],
    ],
    verdict: ({ before }) =>
      /\b(?:reluctan(?:t|ce)|unwilling(?:ness)?|hesitan(?:t|ce|cy)|loath) to (?:[\p{L}]+ly )?$/iu.test(before)
        ? "not_done"
        : null,
  },
];

/** What the rules make of a claim with these words around its trigger; `null` where none knows. */
export function unreal(sentence: AroundTrigger): Verdict | null {
  for (const rule of unrealRules) {
    const verdict = rule.verdict(sentence);
    if (verdict !== null) return verdict;
  }
  return null;
}
