import { rangeAt } from "../../doc/find-ranges.js";
import type { TokenRange } from "../../doc/layers.js";
import { type DependencyPattern, matchAt } from "../grammar/dependency-matcher.js";
import { Token, topOf } from "../grammar/token.js";
import type { Words } from "../grammar/words.js";
import type { Draft } from "./draft.js";
import type { StatementLexicon } from "./statement-lexicon.js";

/** Words that the encoder may tag as a saying's and that tell of none; in the examples the cue stands in brackets before its content. */
export interface NoSaying {
  readonly name: string;
  readonly examples: readonly (readonly [sentence: string, isNone: boolean])[];
  isNone(cue: TokenRange, draft: Draft, words: Words, lexicon: Acts): boolean;
}

type Acts = Pick<StatementLexicon, "acts">;

/** A state calls its envoys or troops back, or an envoy in, whatever is said with it. */
const calling: readonly DependencyPattern[] = [
  { name: "summoning", anchor: { lemma: ["summon"] }, steps: [], examples: [] },
  {
    name: "recalling an envoy",
    anchor: { lemma: ["recall"] },
    steps: [
      {
        name: "envoy",
        of: "anchor",
        by: "child",
        deprel: ["obj"],
        lemma: ["ambassador", "envoy", "diplomat", "consul", "troop", "soldier", "peacekeeper", "delegation"],
      },
    ],
    examples: [],
  },
];

export const noSayings: readonly NoSaying[] = [
  {
    name: "whoever is asked says nothing by that",
    examples: [
      ["The ministry, [asked] about the fire, declined to answer.", true],
      ["[Asked] about the fire, she shrugged.", true],
      ["The reporter [asked] about the fire.", false],
    ],
    isNone({ first }, _, words) {
      if (words.lower(first) !== "asked") return false;
      const opens = words.sentence(first).first === first || /^(?:,|when|if|once)$/.test(words.lower(first - 1));
      return opens && /^(?:about|whether|if|by|how|why|what|when|where|to)$/.test(words.lower(first + 1));
    },
  },
  {
    name: "why somebody has no name in the article",
    examples: [
      ["An aide, who [asked] not to be named, left the room.", true],
      ["An aide, who [asked] not to be moved, left the room.", false],
    ],
    isNone: (_, { content: [first] }, words) =>
      first !== undefined &&
      /^(?:(?:for )?anonymity\b|(?:not to be|to remain|to stay) (?:named|identified|quoted|anonymous)\b)/i.test(
        words.slice(first),
      ),
  },
  {
    name: "calling an envoy in or back",
    examples: [
      ["Norland [summoned] the envoy over the flight.", true],
      ["Norland [recalled] its ambassador from Karsk.", true],
      ["The envoy [recalled] that the talks had failed.", false],
    ],
    isNone: (cue, _, words) => calling.some((pattern) => matchAt(topOf(cue, words), pattern) !== null),
  },
  {
    name: "somebody who is talked with is nothing that is said",
    examples: [
      ["Mayor Ada Lenz [debated] Pavel Orsini.", true],
      ["Mayor Ada Lenz [debated] whether Pavel Orsini would leave.", false],
      ["Mayor Ada Lenz [accused] Pavel Orsini.", false],
      ["Mayor Ada Lenz [trashed] Pavel Orsini as unfit.", false],
    ],
    isNone(cue, { content: [only, ...others] }, words, { acts }) {
      const act = acts.get(words.lemma(words.top(cue)));
      if (only === undefined || others.length > 0 || (act !== undefined && act !== "other")) return false;
      if (/\bas\b/.test(words.slice(only)) || holdsVerb(only, words)) return false;
      const top = words.top(only);
      return words.head(top) === words.top(cue) && rangeAt(words.layers.names.names, top)?.type === "PERSON";
    },
  },
  {
    name: 'the bare "be" of a clause without anybody who speaks',
    examples: [
      ["His view of the threat [was] that it had passed.", true],
      ["His view of the threat [said] that it had passed.", false],
    ],
    isNone: ({ first, end }, { source }, words) =>
      source === null && end - first === 1 && new Token(first, words).lemma === "be",
  },
];

function holdsVerb({ first, end }: TokenRange, words: Words): boolean {
  for (let i = first; i < end; i++) if (/^(?:VERB|AUX)$/.test(words.upos(i))) return true;
  return false;
}

/** Whether none of {@link noSayings} knows better. */
export function isSaying(draft: Draft, words: Words, lexicon: Acts): boolean {
  const { cue } = draft;
  return cue === null || !noSayings.some((rule) => rule.isNone(cue, draft, words, lexicon));
}
