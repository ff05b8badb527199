import { acronymLetters, acronymsOf, countryBefore } from "../../extract/entities/body-name.js";
import type { EntityLexicons } from "../../extract/entities/entity-lexicons.js";
import { groupedBy } from "../grouped-by.js";
import type { EarlierMember, SameEntity } from "./same-person.js";
import type { ToldEntity } from "./told-entity.js";

/**
 * Governments, forces, organisations, outlets and facilities among the entities. One name in one country is one body. A name that every
 * country has ("the foreign ministry") is known again only with its country, or within a story that names one country for it. An acronym is
 * the one body of the same story that it can stand for.
 *
 * @param earlier bodies of earlier days, which those told of now may be
 */
export function sameBodies(
  told: readonly ToldEntity[],
  lexicons: EntityLexicons,
  earlier: readonly EarlierMember[] = [],
): readonly SameEntity[] {
  const countryOf = countries(lexicons);
  const bodies = knownBodies(earlier, lexicons, countryOf);
  const add = (key: string, one: ToldEntity, place: Pick<Body, "country" | "vague">, reason: string): void => {
    const known = bodies.get(key);
    const body: Body = known ?? { known: null, key: one.key, ...place, told: [], members: [] };
    body.told.push(one);
    body.members.push({ told: one, reason: known ? reason : "first of that name" });
    bodies.set(key, body);
  };
  const unplaced: ToldEntity[] = [];
  for (const one of told) {
    const country = countryOf(one);
    if (country === null) unplaced.push(one);
    else add(placedKey(one, country), one, { country, vague: false }, "the same name and country");
  }
  const placed = new PlacedBodies([...new Set(bodies.values())].filter(({ country }) => country !== null));
  for (const one of unplaced) {
    const vague = isCommon(one, lexicons);
    const { body, reason } = placed.meantBy(one, vague);
    if (body) {
      body.members.push({ told: one, reason });
      placed.tell(body, one);
    } else
      add(
        unplacedKey(one, vague),
        one,
        { country: null, vague },
        vague ? "the same name in the same story" : "the same name",
      );
  }
  return [...new Set(bodies.values())].filter(({ members }) => members.length > 0);
}

interface Body extends SameEntity {
  /** Of its name. */
  readonly key: string;
  readonly country: string | null;
  /** Those of earlier days too. */
  readonly told: ToldEntity[];
  readonly members: { readonly told: ToldEntity; readonly reason: string }[];
}

type CountryOf = (told: ToldEntity) => string | null;

/** Which country a body is of, as the article has it or as stands before its name. */
function countries(lexicons: EntityLexicons): CountryOf {
  const before = new Map<string, string | null>();
  return ({ country, name }) => {
    if (country !== null) return country;
    const known = before.get(name);
    if (known !== undefined) return known;
    const found = countryBefore(name, lexicons);
    before.set(name, found);
    return found;
  };
}

/** The bodies of earlier days under all the keys that they were told by. */
function knownBodies(
  earlier: readonly EarlierMember[],
  lexicons: EntityLexicons,
  countryOf: CountryOf,
): Map<string, Body> {
  const bodies = new Map<string, Body>();
  for (const [known, members] of groupedBy(earlier, ({ who }) => who)) {
    const told = members.map((one) => one.told);
    const placed = told.find((one) => countryOf(one) !== null);
    const [first = placed] = told;
    if (first === undefined) continue;
    const country = placed === undefined ? null : countryOf(placed);
    const vague = country === null && isCommon(first, lexicons);
    const body: Body = { known, vague, key: (placed ?? first).key, country, told, members: [] };
    for (const one of told) {
      const own = countryOf(one);
      if (own !== null) bodies.set(placedKey(one, own), body);
      else if (country === null) bodies.set(unplacedKey(one, isCommon(one, lexicons)), body);
    }
  }
  return bodies;
}

function placedKey({ key }: ToldEntity, country: string): string {
  return `${key}|${country}`;
}

/** A name that every country has means one body within a story only. */
function unplacedKey({ key, story }: ToldEntity, common: boolean): string {
  return common ? `${key}||${story}` : `${key}|`;
}

/** Bodies with a country, as what is told without one is held against them: by their names and by the stories that tell of them. */
class PlacedBodies {
  private readonly named: ReadonlyMap<string, readonly Body[]>;
  private readonly inStory = new Map<string, Set<Body>>();
  private readonly names = new Map<Body, Set<string>>();
  private readonly acronyms = new Map<string, readonly string[]>();

  constructor(bodies: readonly Body[]) {
    this.named = groupedBy(bodies, ({ key }) => key);
    for (const body of bodies) for (const one of body.told) this.tell(body, one);
  }

  /** Notes that the body is told of by that name in that story. */
  tell(body: Body, { story, name }: ToldEntity): void {
    this.inStory.set(story, (this.inStory.get(story) ?? new Set()).add(body));
    this.names.set(body, (this.names.get(body) ?? new Set()).add(name));
  }

  /** Which body a name without a country means. */
  meantBy(one: ToldEntity, common: boolean): { readonly body: Body | undefined; readonly reason: string } {
    const inStory = this.inStory.get(one.story) ?? new Set();
    const named = this.named.get(one.key) ?? [];
    const near = named.filter((body) => inStory.has(body));
    if (near.length === 1) return { body: near[0], reason: "the only body of that name in the same story" };
    if (near.length === 0 && named.length === 1 && !common)
      return { body: named[0], reason: "the only body of that name" };
    const letters = acronymLetters(one.name);
    const spelt = letters === null ? [] : [...inStory].filter((body) => this.isSpelt(body, letters));
    return { body: spelt.length === 1 ? spelt[0] : undefined, reason: "an acronym of the name, in the same story" };
  }

  private isSpelt(body: Body, letters: string): boolean {
    return [...(this.names.get(body) ?? [])].some((name) => this.acronymsFor(name).includes(letters));
  }

  private acronymsFor(name: string): readonly string[] {
    const known = this.acronyms.get(name) ?? acronymsOf(name);
    this.acronyms.set(name, known);
    return known;
  }
}

/** A name made of nothing but words for kinds of bodies: "Foreign Ministry", "Navy", "Supreme Court". */
function isCommon({ key }: ToldEntity, lexicons: EntityLexicons): boolean {
  const words = key.slice(key.indexOf(" ") + 1).split(" ");
  return words.every((word) => lexicons.bodyHeads.has(word) || lexicons.bodyNouns.has(word) || branches.has(word));
}

/** Words for what a ministry or an office is about, so that every country has one. */
const branches: ReadonlySet<string> = new Set(
  `foreign affairs interior defense finance justice health education state trade energy transport information internal external
  national federal central supreme high joint armed general public security home treasury coast border air intelligence fleet`.split(
    /\s+/,
  ),
);
