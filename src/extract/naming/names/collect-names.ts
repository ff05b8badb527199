import type { TokenRange } from "../../../doc/layers.js";
import type { EntityContext } from "../entity-context.js";
import { bodyNamed } from "../entity-lexicons.js";
import { titleBefore } from "../people/find-titles.js";
import type { FoundName, NameType } from "./found-name.js";
import { joinAdjacent, joinBodies, joinFoundNicknames } from "./join-names.js";
import { namesOfNobody, namesOfStates, withoutPossessive } from "./state-names.js";
import { trimName } from "./trim-name.js";

/** The names of a document, found by their tokens. */
export class Names {
  private readonly at: (FoundName | undefined)[] = [];

  constructor(names: readonly FoundName[]) {
    for (const name of names) for (let i = name.first; i < name.end; i++) this.at[i] = name;
  }

  /** The name that the token is part of. */
  holding(token: number): FoundName | null {
    return this.at[token] ?? null;
  }

  /** The names that lie within the range, in text order. */
  *within({ first, end }: TokenRange): Generator<FoundName> {
    for (let i = first; i < end; i++) {
      const name = this.at[i];
      if (name?.first === i && name.end <= end) yield name;
    }
  }
}

const types: ReadonlySet<string> = new Set([
  "PERSON",
  "NORP",
  "ORG",
  "GPE",
  "FAC",
  "LOC",
  "PRODUCT",
  "EVENT",
  "WORK_OF_ART",
  "LAW",
]);

/**
 * The document's names that can be somebody, trimmed, in text order, none overlapping another: those of the name layer, and those that the
 * lexicon knows and the layer passed over.
 */
export function collectNames(context: EntityContext): Names {
  const tagged: FoundName[] = [];
  const { names: layer } = context.document.layers.names;
  const strange = namesOfNobody(context, layer);
  const states = namesOfStates(context, layer);
  const told = (first: number, end: number, type: NameType): NameType => {
    if (!/^(?:PERSON|ORG)$/.test(type)) return type;
    if (states.has(withoutPossessive(context, first, end))) return "GPE";
    return (type === "PERSON" ? strange.get(context.words.slice({ first, end })) : undefined) ?? type;
  };
  for (const { first, end, type } of layer) {
    if (!isNameType(type)) continue;
    const trimmed = trimName(context, { first, end, type: told(first, end, type) });
    if (trimmed) tagged.push(trimmed);
  }
  const names = longestFirst([...joinBodies(context, tagged), ...namesOfLexicon(context)]);
  const people = joinFoundNicknames(context, joinAdjacent(context, names));
  // "Secretary of [State]": the end of a title is no name of its own.
  return new Names(people.filter((name) => name.type === "PERSON" || !endsTitle(context, name)));
}

function endsTitle(context: EntityContext, { first, end }: FoundName): boolean {
  const title = titleBefore(context, end);
  if (title !== null && title.range.first < first) return true;
  // "Under Secretary of [State for Management]".
  const until = titleBefore(context, first + 1);
  return until !== null && until.range.first < first && context.words.lower(first - 1) === "of";
}

/** The names in text order; of two that overlap the longer. */
function longestFirst(names: readonly FoundName[]): readonly FoundName[] {
  const taken = new Set<number>();
  const kept: FoundName[] = [];
  for (const name of [...names].sort((a, b) => b.end - b.first - (a.end - a.first) || a.first - b.first)) {
    let free = true;
    for (let i = name.first; i < name.end; i++) free &&= !taken.has(i);
    if (!free) continue;
    for (let i = name.first; i < name.end; i++) taken.add(i);
    kept.push(name);
  }
  return kept.sort((a, b) => a.first - b.first);
}

/** Capitalised words that are the name of a country or a body: of one word only where it can be nothing else. */
function namesOfLexicon(context: EntityContext): readonly FoundName[] {
  const { words, lexicons } = context;
  const names: FoundName[] = [];
  for (let first = 0; first < words.length; first++) {
    if (!/^(?:PROPN|ADJ)$/.test(words.upos(first)) || !/^\p{Lu}/u.test(words.text(first))) continue;
    const longest = 2 * (lexicons.nameStarts.get(context.plainAt(first).split(" ")[0] ?? "") ?? 0);
    for (let end = Math.min(first + longest, words.sentence(first).end); end > first; end--) {
      const key = context.plain({ first, end });
      const body = bodyNamed(words.slice({ first, end }), lexicons);
      const known =
        (body !== undefined && (end - first > 1 || body.kind !== "outlet")) || lexicons.countryNames.has(key);
      const adjective = end - first === 1 && words.upos(first) === "ADJ";
      if (!known || adjective || !/^[\p{L}\p{N}]/u.test(words.text(end - 1))) continue;
      names.push({ first, end, type: body ? "ORG" : "GPE" });
      break;
    }
  }
  return names;
}

function isNameType(type: string): type is NameType {
  return types.has(type);
}
