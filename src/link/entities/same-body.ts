import { acronymLetters, acronymsOf } from "../../extract/naming/bodies/body-name.js";
import { groupedBy } from "../grouped-by.js";
import type { PersonOrBodyId } from "../link-id.js";
import type { EarlierMember, SameEntity } from "./same-person.js";
import type { ToldEntity } from "./told-entity.js";

/**
 * Governments, forces, organisations, outlets and facilities among the entities. One name in one country is one body; a mission also needs to
 * stand in one place. A name that every country has ("the foreign ministry") is known again only with its country, or within a story that names
 * one country for it. An acronym is the one body of the same story that it can stand for.
 *
 * @param earlier bodies of earlier days, which those told of now may be
 */
export function sameBodies(told: readonly ToldEntity[], earlier: readonly EarlierMember[] = []): readonly SameEntity[] {
  const bodies = knownBodies(earlier);
  const add = (key: string, one: ToldEntity, reason: string, vague = false): void => {
    const known = bodies.get(key);
    const body = known ?? newBody(one, vague);
    body.told.push(one);
    body.members.push({ told: one, reason: known ? reason : "first of that name" });
    bodies.set(key, body);
  };
  for (const one of told.filter(isPlaced)) add(placedKey(one), one, "the same name and country");
  takeOver(bodies);
  const placed = new PlacedBodies([...new Set(bodies.values())].filter((body) => isPlaced(body)));
  for (const one of told.filter((each) => !isPlaced(each))) {
    const { body, several, reason } = placed.meantBy(one);
    if (body) {
      body.members.push({ told: one, reason });
      placed.tell(body, one);
      continue;
    }
    // "Yemen embassy", of whatever country: nobody that could be known again.
    if (isMission(one.key) && one.country === null) continue;
    if (one.reach !== "world" || several) add(unplacedKey(one, true), one, "the same name in the same story", true);
    else add(unplacedKey(one), one, "the same name");
  }
  return [...new Set(bodies.values())].filter(({ members }) => members.length > 0);
}

/** What tells bodies of one name apart. */
type Place = Pick<ToldEntity, "key" | "country" | "host" | "reach">;

interface Body extends SameEntity, Place {
  known: PersonOrBodyId | null;
  /** Those of earlier days too. */
  readonly told: ToldEntity[];
  readonly members: { readonly told: ToldEntity; readonly reason: string }[];
}

function newBody({ key, country, host, reach }: ToldEntity, vague: boolean): Body {
  return { known: null, vague, key, country, host, reach, told: [], members: [] };
}

/** Whether all is told that tells it from others of its name. */
function isPlaced({ key, country, host, reach }: Place): boolean {
  return country !== null && reach !== "story" && (host !== null || !isMission(key));
}

function isMission(key: string): boolean {
  return key === "body embassy" || key === "body consulate";
}

/** The bodies of earlier days under all the keys that they were told by. */
function knownBodies(earlier: readonly EarlierMember[]): Map<string, Body> {
  const bodies = new Map<string, Body>();
  for (const [known, members] of groupedBy(earlier, ({ who }) => who)) {
    const told = members.map((one) => one.told);
    const placed = told.find(isPlaced);
    const [first = placed] = told;
    if (first === undefined) continue;
    const body: Body = { ...newBody(placed ?? first, placed === undefined && first.reach !== "world"), known, told };
    for (const one of told) {
      if (isPlaced(one)) bodies.set(placedKey(one), body);
      else if (placed === undefined) {
        bodies.set(unplacedKey(one, true), body);
        if (one.reach === "world") bodies.set(unplacedKey(one), body);
      }
    }
  }
  return bodies;
}

/** What earlier days knew without a country, the one body of that name of which a country is now told goes on as; a common name only within a story. */
function takeOver(bodies: Map<string, Body>): void {
  for (const open of new Set(bodies.values())) {
    if (open.known === null || isPlaced(open)) continue;
    const stories = new Set(open.told.map(({ story }) => story));
    const meant = [...new Set(bodies.values())].filter(
      (body) =>
        body.key === open.key &&
        isPlaced(body) &&
        agrees(open, body) &&
        (open.reach === "world" || body.told.some(({ story }) => stories.has(story))),
    );
    const [one] = meant;
    if (one === undefined || meant.length > 1 || one.known !== null) continue;
    one.known = open.known;
    one.told.push(...open.told);
    for (const [key, body] of bodies) if (body === open) bodies.set(key, one);
  }
}

function placedKey({ key, country, host }: ToldEntity): string {
  return JSON.stringify([key, country, host]);
}

/** A name that several have means one body within a story only. */
function unplacedKey({ key, country, host, story }: ToldEntity, shared = false): string {
  return JSON.stringify([key, country, host, "", shared ? story : ""]);
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

  /** Which body a name without a country means, and whether several have it. */
  meantBy(one: ToldEntity): { readonly body?: Body | undefined; readonly several: boolean; readonly reason: string } {
    const inStory = this.inStory.get(one.story) ?? new Set();
    const named = (this.named.get(one.key) ?? []).filter((body) => agrees(one, body));
    const near = named.filter((body) => inStory.has(body));
    const several = named.length > 1;
    if (near.length === 1) return { body: near[0], several, reason: "the only body of that name in the same story" };
    if (near.length === 0 && named.length === 1 && one.reach === "world")
      return { body: named[0], several, reason: "the only body of that name" };
    const letters = acronymLetters(one.name);
    const spelt = letters === null ? [] : [...inStory].filter((body) => this.isSpelt(body, letters));
    const [body] = spelt.length === 1 ? spelt : [];
    return { body, several, reason: "an acronym of the name, in the same story" };
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

/** Whether neither country nor place of what is told speaks against the body. */
function agrees({ country, host }: Pick<Place, "country" | "host">, body: Body): boolean {
  return (country === null || country === body.country) && (host === null || host === body.host);
}
