import type { Statement } from "../../record/statement.js";
import { plainMention } from "../mentions.js";
import type { Words } from "../words.js";
import type { DraftStance } from "./extract-stances.js";
import type { TargetLinking } from "./link-target.js";

const inResponse = /^in (?:response|reply|reaction|answer)$/i;
const inSimilarWords =
  /^(?:in (?:a )?(?:similar|like) (?:comments?|remarks?|words|vein)|in the same vein|similarly|likewise)$/i;

/**
 * Statements that the article sets beside the one before: "said in response" answers it, "in similar comments" agrees with it. The phrase
 * stands beside the cue, outside what is said.
 */
export function findReplies({ words, statements }: TargetLinking): DraftStance[] {
  return statements.flatMap((statement, index) => {
    const relation = relationOf(statement, words);
    const { speaker } = statement;
    const before = statements
      .slice(0, index)
      .filter((one) => one.speaker && one.speaker.entity !== speaker?.entity && one.within === null)
      .at(-1);
    if (relation === null || !speaker || !before?.speaker) return [];
    const mention = plainMention(before.speaker);
    const holder = plainMention(speaker);
    const at = statement.cue?.span[0] ?? speaker.span[0];
    return [
      { at, holder, relation, mention, statement: before.id, hedge: null, accordingTo: statement.within, row: null },
    ];
  });
}

function relationOf({ cue, content, speaker }: Statement, words: Words): "responds" | "agrees" | null {
  const at = cue && words.range(cue.span);
  if (!at || !speaker) return null;
  const sentence = words.sentence(at.first);
  const said = (token: number) => {
    const [start] = words.span({ first: token, end: token + 1 });
    return content.spans.some(([from, to]) => from <= start && start < to);
  };
  for (let first = sentence.first; first < sentence.end; first++) {
    if (!/^(?:in|similarly|likewise)$/.test(words.lower(first)) || said(first)) continue;
    for (let end = first + 1; end <= Math.min(first + 4, sentence.end) && !said(end - 1); end++) {
      const phrase = words.slice({ first, end }).replace(/\s+/g, " ");
      if (inResponse.test(phrase)) return "responds";
      if (inSimilarWords.test(phrase)) return "agrees";
    }
  }
  return null;
}
