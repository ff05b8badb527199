import { rangeAt, tokensOf } from "../../doc/find-ranges.js";
import type { TokenRange } from "../../doc/layers.js";
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

const recalled = /^(?:ambassador|envoy|diplomat|consul|troop|soldier|peacekeeper|delegation)$/;

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
    isNone(cue, _, words) {
      const { lemma, children } = topOf(cue, words);
      const isRecall = () => children.some((one) => one.deprel === "obj" && recalled.test(one.lemma));
      return lemma === "summon" || (lemma === "recall" && isRecall());
    },
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
      if (/\bas\b/.test(words.slice(only)) || tokensOf(only).some((token) => /^(?:VERB|AUX)$/.test(words.upos(token))))
        return false;
      const top = words.top(only);
      return words.head(top) === words.top(cue) && rangeAt(words.layers.names.names, top)?.type === "PERSON";
    },
  },
  {
    name: "a question's who is nobody, and whoever it may be is nobody known",
    examples: [
      ["Who [ordered] the mines to be laid is not known.", true],
      ["Who [told] the press that the order was given?", true],
      ["Whoever [says] that the port is open lies.", true],
      ["The minister, who [said] that it was over, left the hall.", false],
      ["It was the colonel who [ordered] the bridge to be blown up.", false],
    ],
    isNone(cue, _, words) {
      const { subject } = topOf(cue, words);
      if (subject === null) return false;
      return (
        subject.lower === "whoever" ||
        (subject.lower === "who" && words.sentence(subject.index).first === subject.index)
      );
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

/** Whether none of {@link noSayings} knows better. */
export function isSaying(draft: Draft, words: Words, lexicon: Acts): boolean {
  const { cue } = draft;
  return cue === null || !noSayings.some((rule) => rule.isNone(cue, draft, words, lexicon));
}
