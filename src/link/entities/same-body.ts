import { bareName, countryBefore, isAcronymOf } from "../../extract/entities/body-name.js";
import type { EntityLexicons } from "../../extract/entities/entity-lexicons.js";
import type { Members } from "./same-person.js";
import type { ToldEntity } from "./told-entity.js";

/**
 * Governments, forces, organisations, outlets and facilities among the entities. One name in one country is one body. A name that every
 * country has ("the foreign ministry") is known again only with its country, or within a story that names one country for it. An acronym is
 * the one body of the same story that it can stand for.
 */
export function sameBodies(told: readonly ToldEntity[], lexicons: EntityLexicons): readonly Members[] {
  const bodies = new Map<string, Body>();
  const add = (key: string, one: ToldEntity, country: string | null, reason: string): void => {
    const known = bodies.get(key);
    if (known) known.members.push({ told: one, reason });
    else
      bodies.set(key, { bare: bareOf(one, lexicons), country, members: [{ told: one, reason: "first of that name" }] });
  };
  const unplaced: ToldEntity[] = [];
  for (const one of told) {
    const country = one.country ?? countryBefore(one.name, lexicons);
    if (country === null) unplaced.push(one);
    else add(`${bareOf(one, lexicons)}|${country}`, one, country, "the same name and country");
  }
  const known = [...bodies.values()];
  for (const one of unplaced) {
    const { body, reason } = knownBody(one, known, lexicons);
    if (body) body.members.push({ told: one, reason });
    else if (isCommon(one, lexicons))
      add(`${bareOf(one, lexicons)}||${one.story}`, one, null, "the same name in the same story");
    else add(`${bareOf(one, lexicons)}|`, one, null, "the same name");
  }
  return [...bodies.values()].map(({ members }) => members);
}

interface Body {
  readonly bare: string;
  readonly country: string | null;
  readonly members: { readonly told: ToldEntity; readonly reason: string }[];
}

function bareOf({ name }: ToldEntity, lexicons: EntityLexicons): string {
  return bareName(name, lexicons);
}

/** Which body with a country a name without one means. */
function knownBody(
  one: ToldEntity,
  bodies: readonly Body[],
  lexicons: EntityLexicons,
): { readonly body: Body | undefined; readonly reason: string } {
  const bare = bareOf(one, lexicons);
  const inStory = ({ members }: Body): boolean => members.some(({ told }) => told.story === one.story);
  const named = bodies.filter((body) => body.bare === bare);
  const near = named.filter(inStory);
  if (near.length === 1) return { body: near[0], reason: "the only body of that name in the same story" };
  if (near.length === 0 && named.length === 1 && !isCommon(one, lexicons))
    return { body: named[0], reason: "the only body of that name" };
  const spelt = bodies.filter(
    (body) => inStory(body) && body.members.some(({ told }) => isAcronymOf(one.name, told.name)),
  );
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
