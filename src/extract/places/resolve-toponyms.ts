import type { Toponym } from "../naming/names/find-toponyms.js";
import { directionOf, kilometresBetween, type SpherePoint } from "./earth.js";
import type { Feature, Gazetteer, KnownPlace, NamedPlace } from "./gazetteer.js";
import { nearKilometres, voices, weights } from "./weights.js";

/** A toponym, and the place that it most likely names. */
export interface ResolvedToponym {
  readonly toponym: Toponym;
  /** `null` where the gazetteer has none of that name. */
  readonly place: KnownPlace | null;
  /** How much the article's other names speak for the place; 0 where there is none. */
  readonly support: number;
  /** The region or county that the words beside an unknown name put it into: Ohio for "Fennick, Ohio". */
  readonly container: KnownPlace | null;
}

interface Candidate {
  readonly place: KnownPlace;
  readonly around: ReadonlySet<number>;
  /** The first-level region that holds it, or itself. */
  readonly region: number | null;
  readonly direction: SpherePoint;
  readonly prior: number;
  /** The share of belief among the places of its name; they sum to one. */
  belief: number;
  /** What the belief counts in the support of other names; nothing where hardly anybody believes it. */
  weight: number;
}

/** Mentions of one name that are taken for one place: one sense for each article, unless the words beside them tell two apart. */
interface Sense {
  readonly voice: number;
  readonly candidates: readonly Candidate[];
}

/** More places than this of one name differ only in that nobody has heard of them. */
const mostCandidates = 40;

/** Beliefs settle after a few rounds; each takes the others' as they were. */
const rounds = 4;

/** The place of each toponym that the text as a whole makes most likely. */
export function resolveToponyms(
  toponyms: readonly Toponym[],
  joins: (inner: Toponym, outer: Toponym) => boolean,
  gazetteer: Gazetteer,
): ResolvedToponym[] {
  const containers = toponyms.map((toponym, i) => {
    const next = toponyms[i + 1];
    return next && next.role === "toponym" && joins(toponym, next) ? next : null;
  });
  const senses = new Map<string, Sense>();
  const senseOf = toponyms.map((toponym, i) => {
    const container = containers[i] ?? null;
    const id = senseId(toponym, container, senses);
    const known = senses.get(id);
    const sense: Sense = {
      voice: Math.max(known?.voice ?? 0, voiceOf(toponym)),
      candidates: known?.candidates ?? candidatesOf(toponym.places, container?.places ?? [], gazetteer),
    };
    senses.set(id, sense);
    return id;
  });
  const all = [...senses.values()];
  settle(all);
  const resolved = toponyms.map((toponym, i) => {
    const sense = senses.get(senseOf[i] ?? "");
    const best = sense ? bestOf(sense.candidates) : null;
    const outer = best === null ? containers[i] : null;
    const container = outer ? bestOf(senses.get(outer.key)?.candidates ?? []) : null;
    return {
      toponym,
      place: best?.place ?? null,
      support: sense && best ? supportOf(best, sense, all) : 0,
      container: container?.place ?? null,
    };
  });
  return areStray(resolved) ? resolved.map((one) => ({ ...one, place: null, container: null })) : resolved;
}

/**
 * Whether the places are towns that share a name with what the article tells of: where most of its names are on no map, and nothing speaks for those
 * that are.
 */
function areStray(resolved: readonly ResolvedToponym[]): boolean {
  const known = new Set<string>();
  const unknown = new Set<string>();
  for (const { toponym, place, support } of resolved) {
    // "Maritime Union", "Meridian Wire": parts of names, and what else may be no place, count by the support that they give.
    if (toponym.role === "embedded" || toponym.doubtful) continue;
    if (place === null && toponym.role === "toponym") unknown.add(toponym.key);
    if (place === null) continue;
    if (!settlements.has(place.feature) || place.population >= notedTown || support >= leastWord) return false;
    known.add(toponym.key);
  }
  return unknown.size >= 2 && unknown.size > known.size;
}

const settlements: ReadonlySet<Feature> = new Set<Feature>(["seat", "town", "quarter"]);

/** So many people live in a town that may be known without its state or country. */
const notedTown = 100_000;

/** Support below this comes from far places that hardly anybody believes in. */
const leastWord = 0.05;

/** A name without a container of its own means what it means elsewhere in the article. */
function senseId({ key }: Toponym, container: Toponym | null, senses: ReadonlyMap<string, Sense>): string {
  if (container) return `${key} in ${container.key}`;
  const start = `${key} in `;
  return [...senses.keys()].find((id) => id === key || id.startsWith(start)) ?? key;
}

function voiceOf({ role, doubtful }: Toponym): number {
  if (role === "facility") return 0;
  return doubtful ? voices.doubtful : voices[role];
}

function candidatesOf(
  places: readonly NamedPlace[],
  containers: readonly NamedPlace[],
  gazetteer: Gazetteer,
): Candidate[] {
  const hasNamesake = (region: KnownPlace): boolean =>
    /^(?:region|county)$/.test(region.feature) &&
    places.some(
      ({ place, naming }) =>
        // "Oklahoma" is short for the city, and the state's own name.
        naming === "name" &&
        (gazetteer.isWithin(place, region) || (place.feature === "capital" && place.country === region.country)),
    );
  const candidates = places.map(({ place, naming }): Candidate => {
    const around = gazetteer.around(place);
    const contained = containers.some((outer) => gazetteer.isWithin(place, outer.place));
    return {
      place,
      around: new Set(around.map(({ index }) => index)),
      region: [place, ...around].find(({ feature }) => feature === "region")?.index ?? null,
      direction: directionOf(place.lat, place.lon),
      prior:
        priorOf(place) +
        weights.naming[naming] +
        (contained ? weights.container : 0) +
        (hasNamesake(place) ? weights.namesake : 0),
      belief: 0,
      weight: 0,
    };
  });
  candidates.sort((a, b) => b.prior - a.prior || a.place.index - b.place.index);
  const kept = candidates.slice(0, mostCandidates);
  believe(
    kept,
    kept.map(({ prior }) => prior),
  );
  return kept;
}

function priorOf({ population, feature }: KnownPlace): number {
  return weights.population * Math.log10(population + 1) + weights.feature[feature];
}

/** Shares out belief by the scores, as a softmax. */
function believe(candidates: readonly Candidate[], scores: readonly number[]): void {
  const top = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - top));
  const sum = odds.reduce((total, one) => total + one, 0);
  candidates.forEach((candidate, i) => {
    candidate.belief = (odds[i] ?? 0) / sum;
    candidate.weight = candidate.belief > 0.001 ? candidate.belief ** weights.boldness : 0;
  });
}

function settle(senses: readonly Sense[]): void {
  for (let round = 0; round < rounds; round++) {
    const scores = senses.map((sense) =>
      sense.candidates.map(
        (candidate) => candidate.prior + weights.support * Math.log1p(supportOf(candidate, sense, senses)),
      ),
    );
    senses.forEach(({ candidates }, i) => {
      believe(candidates, scores[i] ?? []);
    });
  }
}

/** How much the article's other names speak for the place: each by the place of its own that relates to it best, as far as it is believed. */
function supportOf(candidate: Candidate, own: Sense, senses: readonly Sense[]): number {
  let sum = 0;
  for (const sense of senses) {
    if (sense === own || sense.voice === 0) continue;
    let related = 0;
    for (const other of sense.candidates)
      if (other.weight * closest > related) related = Math.max(related, other.weight * relationOf(candidate, other));
    sum += sense.voice * related;
  }
  return sum;
}

/** The most that one place can relate to another. */
const closest = Math.max(...Object.values(weights.related));

function relationOf(a: Candidate, b: Candidate): number {
  const { related } = weights;
  if (a.place.index === b.place.index) return related.within;
  const outer = a.around.has(b.place.index) ? b : b.around.has(a.place.index) ? a : null;
  if (outer) {
    if (outer.place.feature !== "country") return related.within;
    return a.place.feature === "capital" || b.place.feature === "capital" ? related.capital : related.withinCountry;
  }
  const distance = kilometresBetween(a.direction, b.direction);
  const near = related.near * Math.exp(-distance / nearKilometres);
  if (a.region !== null && a.region === b.region) return Math.max(near, related.sameRegion);
  const sameCountry = a.place.country !== null && a.place.country === b.place.country;
  return sameCountry ? Math.max(near, related.sameCountry) : near;
}

function bestOf(candidates: readonly Candidate[]): Candidate | null {
  let best: Candidate | null = null;
  for (const candidate of candidates) if (best === null || candidate.belief > best.belief) best = candidate;
  return best;
}
