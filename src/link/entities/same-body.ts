import { bareName, countryBefore, isAcronymOf } from "../../extract/entities/body-name.js";
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
  const bodies = knownBodies(earlier, lexicons);
  const join = (body: Body, one: ToldEntity, reason: string): void => {
    body.told.push(one);
    body.members.push({ told: one, reason });
  };
  const add = (key: string, one: ToldEntity, place: Pick<Body, "country" | "vague">, reason: string): void => {
    const known = bodies.get(key);
    const body: Body = known ?? { known: null, bare: bareOf(one, lexicons), ...place, told: [], members: [] };
    join(body, one, known ? reason : "first of that name");
    bodies.set(key, body);
  };
  const unplaced: ToldEntity[] = [];
  for (const one of told) {
    const country = countryOf(one, lexicons);
    if (country === null) unplaced.push(one);
    else add(placedKey(one, country, lexicons), one, { country, vague: false }, "the same name and country");
  }
  const placed = [...new Set(bodies.values())].filter(({ country }) => country !== null);
  for (const one of unplaced) {
    const { body, reason } = knownBody(one, placed, lexicons);
    const vague = isCommon(one, lexicons);
    if (body) join(body, one, reason);
    else
      add(
        unplacedKey(one, lexicons),
        one,
        { country: null, vague },
        vague ? "the same name in the same story" : "the same name",
      );
  }
  return [...new Set(bodies.values())].filter(({ members }) => members.length > 0);
}

interface Body extends SameEntity {
  readonly bare: string;
  readonly country: string | null;
  /** Those of earlier days too. */
  readonly told: ToldEntity[];
  readonly members: { readonly told: ToldEntity; readonly reason: string }[];
}

/** The bodies of earlier days under all the keys that they were told by. */
function knownBodies(earlier: readonly EarlierMember[], lexicons: EntityLexicons): Map<string, Body> {
  const bodies = new Map<string, Body>();
  for (const [known, members] of groupedBy(earlier, ({ who }) => who)) {
    const told = members.map((one) => one.told);
    const placed = told.find((one) => countryOf(one, lexicons) !== null);
    const [first = placed] = told;
    if (first === undefined) continue;
    const country = placed === undefined ? null : countryOf(placed, lexicons);
    const vague = country === null && isCommon(first, lexicons);
    const body: Body = { known, vague, bare: bareOf(placed ?? first, lexicons), country, told, members: [] };
    for (const one of told) {
      const own = countryOf(one, lexicons);
      if (own !== null) bodies.set(placedKey(one, own, lexicons), body);
      else if (country === null) bodies.set(unplacedKey(one, lexicons), body);
    }
  }
  return bodies;
}

function countryOf({ country, name }: ToldEntity, lexicons: EntityLexicons): string | null {
  return country ?? countryBefore(name, lexicons);
}

function placedKey(one: ToldEntity, country: string, lexicons: EntityLexicons): string {
  return `${bareOf(one, lexicons)}|${country}`;
}

/** A name that every country has means one body within a story only. */
function unplacedKey(one: ToldEntity, lexicons: EntityLexicons): string {
  return isCommon(one, lexicons) ? `${bareOf(one, lexicons)}||${one.story}` : `${bareOf(one, lexicons)}|`;
}

/** What bodies are looked up by. */
export function bareOf({ name }: ToldEntity, lexicons: EntityLexicons): string {
  return bareName(name, lexicons);
}

/** Which body with a country a name without one means. */
function knownBody(
  one: ToldEntity,
  bodies: readonly Body[],
  lexicons: EntityLexicons,
): { readonly body: Body | undefined; readonly reason: string } {
  const bare = bareOf(one, lexicons);
  const inStory = ({ told }: Body): boolean => told.some(({ story }) => story === one.story);
  const named = bodies.filter((body) => body.bare === bare);
  const near = named.filter(inStory);
  if (near.length === 1) return { body: near[0], reason: "the only body of that name in the same story" };
  if (near.length === 0 && named.length === 1 && !isCommon(one, lexicons))
    return { body: named[0], reason: "the only body of that name" };
  const spelt = bodies.filter((body) => inStory(body) && body.told.some(({ name }) => isAcronymOf(one.name, name)));
  return { body: spelt.length === 1 ? spelt[0] : undefined, reason: "an acronym of the name, in the same story" };
}

/** A name made of nothing but words for kinds of bodies: "Foreign Ministry", "Navy", "Supreme Court". */
function isCommon({ name }: ToldEntity, lexicons: EntityLexicons): boolean {
  const words = bareName(name, lexicons).split(" ");
  return words.every((word) => lexicons.bodyHeads.has(word) || lexicons.bodyNouns.has(word) || branches.has(word));
}

/** Words for what a ministry or an office is about, so that every country has one. */
const branches: ReadonlySet<string> = new Set(
  `foreign affairs interior defense finance justice health education state trade energy transport information internal external
  national federal central supreme high joint armed general public security home treasury coast border air intelligence fleet`.split(
    /\s+/,
  ),
);
