import { agentOf, child, joined } from "../clause.js";
import type { Words } from "../words.js";
import type { Act } from "./act.js";
import { attitudeKind } from "./attitude-kind.js";
import type { Nouns } from "./nouns.js";

/** What somebody says that another must do: "she said that the army must leave" asks the army to. */
export function findDuties(words: Words, nouns: Nouns): Act[] {
  const found: Act[] = [];
  for (let token = 0; token < words.length; token++) {
    if (words.deprel(token) !== "aux" || !/^(?:must|should|shall)$/.test(words.lower(token))) continue;
    const verb = words.head(token);
    const subject = child(verb, words, /^nsubj(?::pass)?$/);
    const saying = words.head(verb);
    if (subject === null || !nouns.isParty(subject) || words.upos(subject) === "PRON") continue;
    if (!/^(?:ccomp|parataxis)$/.test(words.deprel(verb)) || words.upos(saying) !== "VERB") continue;
    const speaker = agentOf(saying, words);
    if (speaker === null) continue;
    found.push({
      kind: { ...attitudeKind("REQUEST", null), mode: "change" },
      head: token,
      theme: null,
      trigger: { first: token, end: token + 1 },
      lemma: words.lower(token),
      actors: joined(speaker, words).filter(nouns.isParty),
      recipients: joined(subject, words),
      sure: false,
      status: "happened",
    });
  }
  return found;
}
