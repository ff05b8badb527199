import type { Entity } from "../../record/entity.js";
import type { Place } from "../../record/place.js";
import type { ArticleRecord } from "../../record/record.js";
import type { BodyName } from "./body-key.js";

/** Where a mission stands. */
export interface Host {
  /** For an embassy the country, for a consulate the town: no country has two embassies of another. */
  readonly key: string;
  /** As the article has it: "Baghdad". */
  readonly name: string;
}

/**
 * Where the article says that a mission stands: behind one of the words for it ("the US embassy in Baghdad"), in its name ("Baghdad embassy"), or
 * else behind the word for a mission everywhere in the article, where all name one country. `null` where it does not tell.
 */
export function hostOf(
  { mentions }: Entity,
  { mission, host }: BodyName,
  whose: string | null,
  { places, article }: ArticleRecord,
): Host | null {
  const sites = places.filter(({ country, lat }) => lat !== null && country !== null && country !== whose);
  const behind = (end: number): Place | undefined =>
    sites.find(
      ({ span: [start], kind }) => /^ (?:in|at) (?:the )?$/.test(article.text.slice(end, start)) && isGround(kind),
    );
  const own = mentions.flatMap(([, end]) => behind(end) ?? []);
  const towns = own.filter(({ kind }) => kind === "city");
  const [place] = mission === "consulate" || towns.length > 0 ? towns : own;
  if (place !== undefined) return hostAt(place, mission);
  if (host !== null) return { key: host, name: host };
  const word = mission === "consulate" ? /\bconsulates?$/i : /\b(?:embassy|embassies)$/i;
  const told = sites.filter(({ span: [start], kind }) => {
    const before = article.text.slice(Math.max(0, start - 24), start).replace(/ (?:in|at) (?:the )?$/, "");
    return isGround(kind) && before.length < Math.min(24, start) && word.test(before);
  });
  const [first] = told;
  const alike = first !== undefined && told.every((one) => hostAt(one, mission).key === hostAt(first, mission).key);
  if (alike) return hostAt(first, mission);
  return told.length === 0 && mission === "embassy" ? onlyGround(sites, article.text) : null;
}

/** The one country in which all towns of the article lie, but for where it was written; so far as it names two or more, or the country too. */
function onlyGround(sites: readonly Place[], text: string): Host | null {
  const isDateline = ({ span: [start, end] }: Place): boolean =>
    (start === 0 || text[start - 1] === "\n") && /^[^.\n]{0,30}(?:--|[–—-]) /.test(text.slice(end));
  const towns = sites.filter((place) => place.kind === "city" && !isDateline(place));
  const [first] = towns;
  if (first === undefined || first.country === null) return null;
  const names = new Set(towns.map(({ name }) => name));
  const land = sites.find(({ kind, country }) => kind === "country" && country === first.country);
  const isOne = towns.every(({ country }) => country === first.country) && (names.size > 1 || land !== undefined);
  return isOne ? { key: first.country, name: land?.name ?? first.name ?? first.text } : null;
}

function isGround(kind: Place["kind"]): boolean {
  return kind === "city" || kind === "country";
}

function hostAt({ kind, country, name, text }: Place, mission: BodyName["mission"]): Host {
  const town = mission === "consulate" && kind === "city";
  return { key: (town ? name : country) ?? text, name: name ?? text };
}
