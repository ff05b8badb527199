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
    name: "what is only said to look so, or would be if it were true",
    examples: [
      ["It released a clip that purports to be the [murder] of the pilot.", "possible"],
      ["The clip purportedly shows rebels [beheading] him.", "possible"],
      ["If true, the [murder] of the pilot is shocking.", "possible"],
      ["It released a clip of the [murder] of the pilot.", null],
    ],
    verdict: ({ before }) =>
      /\bpurport(?:s|edly|ing|ed to)\b[^,;.]{0,60}$/iu.test(before) ||
      /(?:^|["“] ?)If (?:true|genuine|authentic|confirmed|verified), (?:\p{L}+ ){0,3}$/u.test(before)
        ? "possible"
        : null,
  },
  {
    name: "what somebody is only suspected of",
    examples: [
      ["He is the main suspect in the [beheading] of the pilot.", "possible"],
      ["She is suspected of the [bombing].", "possible"],
      ["A suspect in the case was [arrested].", null],
    ],
    verdict: ({ before }) =>
      /\bsuspect(?:s|ed)? (?:in|of|for) (?:the |an? |having )?(?:[\p{L}-]+ ){0,2}$/iu.test(before) &&
      !/\b(?:was|were|been|is|are) $/i.test(before)
        ? "possible"
        : null,
  },
  {
    name: "what could be",
    examples: [
      ["Families [could be moved] for a time, an official said.", "possible"],
      ["Families [might leave], an official said.", "possible"],
      ["The guards could not be [seen].", null],
      ["Families [were moved] for a time.", null],
    ],
    verdict: ({ behind }) => (/^(?:could|might) (?:also |soon |be )*\p{L}/iu.test(behind) ? "possible" : null),
  },
  {
    name: "what is only talked about",
    examples: [
      ["There were talks about the [release] of the hostages.", "possible"],
      ["There will be more details on the girls' [release].", "possible"],
      ["They agreed on the possible [release] of the hostages.", "possible"],
      ["He welcomed the [release] of the hostages.", null],
    ],
    verdict: ({ before }) =>
      /\b(?:(?:talks|discussions|negotiations|details|hopes?|appeals?|calls?|conditions?|deadline) (?:on|about|over|for|to) (?:the |their |his |her |its )?(?:[\p{L}'’]+ ){0,2}|possible |eventual )$/iu.test(
        before.replace(/["“”]/g, ""),
      )
        ? "possible"
        : null,
  },
  {
    name: "what nothing is said to call for",
    examples: [
      ["It had seen no danger that called for an [evacuation].", "untold"],
      ["There is nothing that requires us to [close] the border.", "untold"],
      ["It had seen a danger that called for an [evacuation].", null],
    ],
    verdict: ({ before }) =>
      /\b(?:no|nothing|not any)\b[^,.;]*\b(?:that|which|to) (?:calls?|called|requires?|required|warrants?|warranted|justify|justifies|justified|demands?|demanded)\b(?: \p{L}+){0,4} $/iu.test(
        before,
      )
        ? "untold"
        : null,
  },
  {
    name: "what somebody only gets ready to do",
    examples: [
      ["Norland prepares to [order] its staff out.", "announced"],
      ["The ministry is about to [order] its staff out.", "announced"],
      ["The ministry is getting ready to [close] the border.", "announced"],
      ["Norland [prepares to order] its staff out.", "announced"],
      ["The ministry was ready to [close] the border.", null],
    ],
    verdict: ({ before, behind }) =>
      /\b(?:prepar(?:es?|ing) to|(?:is|are|was|were) about to|get(?:s|ting) ready to) (?:[\p{L}]+ly )?$/iu.test(
        before,
      ) || /^prepar(?:es?|ing) to\b/i.test(behind)
        ? "announced"
        : null,
  },
  {
    name: "what a headline says is to come",
    examples: [
      ["Norland to [order] its staff out, say officials.", "announced"],
      ["East Norland to [close] its embassy.", "announced"],
      ["Norland forced to [close] its embassy.", null],
      ["Norland Continues to [shell] the harbour.", null],
      ["To [close] the embassy was a mistake.", null],
    ],
    verdict: ({ before }) =>
      /^(?:\p{Lu}[\p{L}.]*(?<!ed|nues|gins|tarts|turns|seems|uses|ails) ){1,2}to (?:[\p{L}]+ly )?$/u.test(before)
        ? "announced"
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

/**
 * Whether what these words lead to stands beside what somebody denies: who denies that he "helped to evacuate" them, or "the claim about those, who were evacuated", does not deny
 * that they were evacuated.
 */
export function isBesideDenial(before: string): boolean {
  return /\b(?:help(?:s|ed|ing)?|assist(?:s|ed|ing)?)\b(?: (?!to\b)[\p{L}-]+){0,3}(?: to| in| with)? (?:[\p{L}-]+ly )?$|, (?:who|which|whom|whose)\b[^,;.]*$/iu.test(
    before,
  );
}

/** What the rules make of a claim with these words around its trigger; `null` where none knows. */
export function unreal(sentence: AroundTrigger): Verdict | null {
  for (const rule of unrealRules) {
    const verdict = rule.verdict(sentence);
    if (verdict !== null) return verdict;
  }
  return null;
}
