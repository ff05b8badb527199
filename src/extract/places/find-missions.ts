import type { TokenRange } from "../../doc/layers.js";
import type { Words } from "../grammar/words.js";
import type { KnownPlace } from "./gazetteer.js";
import { nameKey } from "./name-key.js";
import type { PlaceLexicon } from "./place-lexicon.js";
import type { ResolvedToponym } from "./resolve-toponyms.js";

/** An embassy or a consulate, with its country's name or adjective: "the US embassy in Baghdad". */
export interface Mission extends TokenRange {
  /** The country that it represents, as its ISO 3166-1 alpha-2 code. */
  readonly country: string | null;
  /** The town where it stands. */
  readonly town: KnownPlace | null;
}

const noun = /^(?:embass(?:y|ies)|consulates?)$/;

/** The missions that the article tells of with their country or their town; "the embassy" alone is none. */
export function findMissions(words: Words, toponyms: readonly ResolvedToponym[], lexicon: PlaceLexicon): Mission[] {
  const missions: Mission[] = [];
  for (let token = 0; token < words.length; token++) {
    if (!noun.test(words.lower(token))) continue;
    const general = /^(?:general|section)$/.test(words.lower(token + 1)) ? 1 : 0;
    const mission = missionAt({ first: token, end: token + 1 + general }, words, toponyms, lexicon);
    if (mission.country !== null || mission.town !== null) missions.push(mission);
  }
  return missions;
}

function missionAt(
  body: TokenRange,
  words: Words,
  toponyms: readonly ResolvedToponym[],
  lexicon: PlaceLexicon,
): Mission {
  const townBefore = townAt(toponyms, ({ end }) => end === body.first);
  const townBehind = /^(?:in|at)$/.test(words.lower(body.end))
    ? townAt(toponyms, ({ first }) => first === body.end + 1)
    : null;
  for (const length of [3, 2, 1]) {
    const owner = { first: body.first - length, end: body.first };
    if (owner.first < words.sentence(body.first).first) continue;
    const country = countryCalled(words.slice(owner).replace(/['’]s?$/, ""), lexicon);
    if (country !== null) return { first: owner.first, end: body.end, country, town: townBehind };
  }
  if (words.lower(body.end) === "of") {
    const first = words.lower(body.end + 1) === "the" ? body.end + 2 : body.end + 1;
    for (const length of [3, 2, 1]) {
      const country = countryCalled(words.slice({ first, end: first + length }), lexicon);
      const end = first + length;
      if (country === null) continue;
      const town = words.lower(end) === "in" ? townAt(toponyms, (one) => one.first === end + 1) : null;
      return { first: body.first, end, country, town };
    }
  }
  return { ...body, country: null, town: townBefore ?? townBehind };
}

function townAt(toponyms: readonly ResolvedToponym[], stands: (range: TokenRange) => boolean): KnownPlace | null {
  const place = toponyms.find(({ toponym }) => stands(toponym))?.place ?? null;
  return place !== null && /^(?:capital|seat|town|quarter)$/.test(place.feature) ? place : null;
}

function countryCalled(name: string, { gazetteer, demonyms }: PlaceLexicon): string | null {
  const key = nameKey(name);
  const country = gazetteer.find(demonyms.get(key) ?? key).find(({ place }) => place.feature === "country");
  return country?.place.country ?? null;
}
