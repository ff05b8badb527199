import type { TokenRange } from "../../../doc/layers.js";
import type { EntityContext } from "../entity-context.js";
import { titleBefore } from "../people/find-titles.js";
import type { FoundName } from "./found-name.js";

/** The name without article, title, possessive and marks; `null` where nothing or only a title is left. */
export function trimName(context: EntityContext, name: FoundName): FoundName | null {
  const { words } = context;
  let { first, end } = name;
  while (first < end && (/^(?:the|a|an|its|his|her|their)$/i.test(words.text(first)) || isMark(words.text(first)))) {
    first++;
  }
  while (first < end && (/^(?:['’]s?|of|for|and)$/i.test(words.text(end - 1)) || isMark(words.text(end - 1)))) end--;
  if (name.type === "PERSON") first = behindTitle(context, { first: behindMark(context, { first, end }), end });
  if (name.type === "ORG") {
    end = beforeVerb(context, { first, end });
    first = beforeCountry(context, first);
    if (isOpening(context, { first, end })) return null;
  }
  const title = first < end ? context.lexicons.titles.get(context.plain({ first, end })) : undefined;
  if (first >= end || (title && words.text(end - 1).endsWith("."))) return null;
  // "Republicans" are people, whatever the tagger took them for.
  return { ...name, first, end, type: title?.plural ? "NORP" : name.type };
}

/** "Norland army | refutes claim", which taggers run together in headlines. */
function beforeVerb({ words }: EntityContext, { first, end }: TokenRange): number {
  for (let token = first + 1; token < end; token++)
    if (/^\p{Ll}+s$/u.test(words.text(token)) && words.upos(token) === "VERB") return token;
  return end;
}

/** "Political parties" at the start of a sentence: a capital and no name. */
function isOpening({ words, lexicons, plain }: EntityContext, { first, end }: TokenRange): boolean {
  if (words.sentence(first).first !== first || end - first < 2 || !/^(?:ADJ|NOUN|NUM|DET)$/.test(words.upos(first)))
    return false;
  if (!/^\p{Lu}\p{Ll}+$/u.test(words.text(first))) return false;
  for (let token = first + 1; token < end; token++) if (/\p{Lu}|\d/u.test(words.text(token))) return false;
  const key = plain({ first, end: first + 1 });
  return (
    !lexicons.countryAdjectives.has(key) &&
    !lexicons.countryNames.has(key) &&
    !lexicons.bodies.has(plain({ first, end }))
  );
}

/** "OPINION Ana Ruiz": a word in capitals before a name that is not. */
function behindMark({ words, lexicons, plainAt }: EntityContext, { first, end }: TokenRange): number {
  const rest = words.slice({ first: first + 1, end });
  const mark = /^\p{Lu}{4,}:?$/u.test(words.text(first)) && end - first > 2 && /\p{Ll}/u.test(rest);
  return mark && !lexicons.givenNames.has(plainAt(first)) ? first + 1 : first;
}

/** "UK Ministry of Defence", of which the tagger left out the country. */
function beforeCountry(context: EntityContext, first: number): number {
  const { words, lexicons } = context;
  const key = context.plain({ first: first - 1, end: first });
  const country = first > words.sentence(first).first && /^\p{Lu}/u.test(words.text(first - 1));
  return country && (lexicons.countryNames.has(key) || lexicons.countryAdjectives.has(key)) ? first - 1 : first;
}

function isMark(text: string): boolean {
  return /^["“”'‘’(),;:–—-]$/.test(text);
}

/** Titles that are given names or surnames as well. */
const alsoGiven =
  /^(?:dean|prince|king|duke|earl|baron|bishop|pope|major|marshal|judge|abbot|cook|priest|miss|queen|chief)$/;

/** Where the name itself starts, if a tagger took the title into it. "Dean Smith" is all name. */
function behindTitle(context: EntityContext, { first, end }: TokenRange): number {
  for (let cut = end - 1; cut > first; cut--) {
    const title = titleBefore(context, cut);
    if (title?.range.first !== first || title.title.kind === "person") continue;
    const sure = title.title.kind === "address" || context.words.text(cut - 1).endsWith(".");
    if (sure || !alsoGiven.test(title.title.title)) return cut;
  }
  return first;
}
