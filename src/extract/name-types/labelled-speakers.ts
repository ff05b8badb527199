import type { Name, TokenRange } from "../../doc/layers.js";
import type { Words } from "../grammar/words.js";
import { plain } from "../naming/plain.js";
import type { NameLexicons } from "./settle-names.js";

/** No label of a speaker has more tokens before its colon. */
const longest = 7;

/** Names with those that a transcript sets in capitals behind a title and before a colon ("HON. KAMAU: …") as people, whatever the tagger took them for. */
export function labelledSpeakers(words: Words, names: readonly Name[], lexicons: NameLexicons): readonly Name[] {
  const labelled = words.layers.sentences.paragraphs.flatMap(
    (paragraph) => speakerOf(words, paragraph, lexicons) ?? [],
  );
  if (labelled.length === 0) return names;
  const isPart = (name: Name): boolean =>
    labelled.some(({ label }) => name.first < label.end && label.first < name.end);
  const speakers = labelled.map(({ name }): Name => ({ ...name, type: "PERSON", score: 1 }));
  return [...names.filter((name) => !isPart(name)), ...speakers].sort((a, b) => a.first - b.first);
}

interface Labelled {
  readonly label: TokenRange;
  readonly name: TokenRange;
}

function speakerOf(words: Words, { first, end }: TokenRange, { entities }: NameLexicons): Labelled | null {
  let colon = first + 1;
  while (colon < Math.min(end, first + longest) && words.text(colon) !== ":") colon++;
  const label = { first, end: colon };
  const isCapital = (token: number): boolean => /^\p{Lu}[\p{Lu}.'’-]+$/u.test(words.text(token));
  if (words.text(colon) !== ":") return null;
  for (let token = first; token < colon; token++) if (!isCapital(token) && words.text(token) !== "-") return null;
  for (let cut = colon - 1; cut > first; cut--) {
    const title = entities.titles.get(plain(words.slice({ first, end: cut })));
    const isTitle = title !== undefined && !title.plural && title.title.kind !== "person" && title.title.kind !== "kin";
    // "MR. SPEAKER", "MADAM PRESIDENT": an office alone.
    const rest = entities.titles.has(plain(words.slice({ first: cut, end: colon })));
    if (isTitle && !rest) return { label, name: { first: cut, end: colon } };
  }
  return null;
}
