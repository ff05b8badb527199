import { agentOf, child, joined, nestedObliquesOf, type Oblique, prepositionOf } from "../clause.js";
import type { Words } from "../words.js";
import type { Act } from "./act.js";
import type { ActionLexicon, ActionNoun } from "./action-lexicon.js";
import type { Nouns } from "./nouns.js";
import { concerning } from "./parties.js";
import { atPreposition, inPlace } from "./recipients.js";

/**
 * The acts that nouns tell of by themselves: "the withdrawal of the troops", "talks with the rebels". One is an act of its own only where
 * somebody is told who did it or to whom; riots and attacks go without.
 */
export function findNounActs(verbActs: readonly Act[], words: Words, nouns: Nouns, lexicon: ActionLexicon): Act[] {
  const taken = new Set(verbActs.flatMap(({ theme }) => (theme === null ? [] : joined(theme, words))));
  const acts: Act[] = [];
  for (let token = 0; token < words.length; token++) {
    if (!/^(?:NOUN|PROPN)$/.test(words.upos(token)) || taken.has(token) || nouns.isName(token)) continue;
    if (!nouns.isParty(token)) continue;
    if (/^(?:compound|flat)$/.test(words.deprel(token))) continue;
    const match = lexicon.nounPhrases.at(token, words);
    const noun = match === null ? undefined : lexicon.nouns.get(match.phrase);
    if (match === null || noun === undefined) continue;
    const act = actOf(token, match, noun, words, nouns);
    const told = act.actors.length + act.recipients.length > 0 || /^(?:ASSAULT|PROTEST)$/.test(noun.type);
    if (told) acts.push(act);
  }
  return acts;
}

function actOf(
  token: number,
  { first, end, phrase }: { readonly first: number; readonly end: number; readonly phrase: string },
  { of, ...kind }: ActionNoun,
  words: Words,
  nouns: Nouns,
): Act {
  const obliques = nestedObliquesOf(token, words);
  const behindOf = behind(obliques, /^of$/, words, nouns);
  const doers = behind(obliques, /^by$/, words, nouns);
  const owner = child(token, words, /^nmod:poss$/) ?? namedBefore(token, words, nouns);
  const owners = owner === null || !nouns.isParty(owner) ? [] : joined(owner, words);
  // "his arrest" and "the editor's arrest" are what was done to him; "the police's arrest of him" is not.
  const ownersSuffer = of === "recipient" && behindOf.length === 0;
  const [one, ...others] = behind(obliques, /^between$/, words, nouns);
  const actors = firstOf(
    doers,
    of === "actor" ? behindOf : [],
    ownersSuffer ? [] : owners,
    one === undefined ? [] : [one],
    kind.type === "CONSULT" ? holderOf(token, obliques, words, nouns) : [],
  );
  const directed = obliques.filter(({ preposition }) => !/^(?:of|by|between|for|about|over)$/.test(preposition));
  const recipients = firstOf(
    of === "recipient" ? behindOf : [],
    others,
    atPreposition(directed, kind.type, words, nouns) ?? [],
    ownersSuffer ? owners : [],
    inPlace(obliques, words, nouns) ?? [],
  );
  return {
    kind,
    head: token,
    theme: null,
    trigger: { first, end },
    lemma: phrase,
    ...concerning(
      token,
      { actors, recipients: recipients.filter((recipient) => !actors.includes(recipient)) },
      words,
      nouns,
    ),
    sure: false,
    status: null,
  };
}

/** Who comes from the talks: "speaking after talks with Oslo, the minister said". */
function holderOf(token: number, obliques: readonly Oblique[], words: Words, nouns: Nouns): readonly number[] {
  const verb = words.head(token);
  if (words.deprel(token) !== "obl" || words.upos(verb) !== "VERB") return [];
  if (!/^(?:after|following|during|before|in|at)$/.test(prepositionOf(token, words) ?? "")) return [];
  if (!obliques.some(({ preposition }) => preposition === "with")) return [];
  const agent = agentOf(verb, words);
  return agent !== null && nouns.isParty(agent) && nouns.isSomebody(agent) ? [agent] : [];
}

function behind(obliques: readonly Oblique[], preposition: RegExp, words: Words, nouns: Nouns): readonly number[] {
  const found = obliques.find((one) => preposition.test(one.preposition) && nouns.isParty(one.token));
  return found === undefined ? [] : joined(found.token, words);
}

/** Whose act it is by the name before it: "Israeli air strikes". */
function namedBefore(token: number, words: Words, nouns: Nouns): number | null {
  return (
    words
      .children(token)
      .find((one) => one < token && /^(?:compound|amod|nmod)$/.test(words.deprel(one)) && nouns.isName(one)) ?? null
  );
}

function firstOf(...lists: readonly (readonly number[])[]): readonly number[] {
  return lists.find((list) => list.length > 0) ?? [];
}
