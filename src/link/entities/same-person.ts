import type { EntityLexicons } from "../../extract/entities/entity-lexicons.js";
import { genderOf, nameFit } from "../../extract/entities/person-name.js";
import { groupedBy } from "../grouped-by.js";
import type { PersonOrBodyId } from "../link-id.js";
import { compareText } from "../link-input.js";
import { namelessKey, type ToldEntity } from "./told-entity.js";

/** Entities of several articles that are one. */
export interface SameEntity {
  /** Who it is, where earlier days have told of it. */
  readonly known: PersonOrBodyId | null;
  /** True where it is known only by a word that others go by too, such as a surname alone: nobody later is known by that. */
  readonly vague: boolean;
  /** Each with why; those of earlier days are not among them. */
  readonly members: Members;
}

export type Members = readonly { readonly told: ToldEntity; readonly reason: string }[];

/** An entity of an earlier day's article, and who it turned out to be. */
export interface EarlierMember {
  readonly who: PersonOrBodyId;
  readonly told: ToldEntity;
}

/**
 * The people among the entities. Those of one full name are one person unless something speaks against it: another country, or another walk
 * of life, without a role, a story or company in common. A surname alone is the one person of that name in the same story, or the one who
 * holds the role that stands with it; where two could be meant, it stays apart.
 *
 * @param earlier people of earlier days, whom those told of now may be
 */
export function samePeople(
  told: readonly ToldEntity[],
  lexicons: EntityLexicons,
  earlier: readonly EarlierMember[] = [],
): readonly SameEntity[] {
  const known = groupedBy(earlier, (one) => one.told.key);
  const blocks = groupedBy(told, ({ key }) => key);
  return [...blocks].flatMap(([key, block]) =>
    key === namelessKey ? [] : peopleOf(block, lexicons, known.get(key) ?? []),
  );
}

/** What is told alike of somebody, in however many articles. */
interface Profile {
  readonly members: ToldEntity[];
  readonly country: string | null;
  readonly roles: ReadonlySet<string>;
}

interface Person {
  readonly known: PersonOrBodyId | null;
  readonly profiles: Profile[];
  /** Those of earlier days too. */
  readonly told: ToldEntity[];
  readonly members: { readonly told: ToldEntity; readonly reason: string }[];
}

function peopleOf(
  block: readonly ToldEntity[],
  lexicons: EntityLexicons,
  earlier: readonly EarlierMember[],
): readonly SameEntity[] {
  const people = knownPeople(earlier);
  for (const profile of profilesOf(block.filter(({ person }) => person.words.length > 1))) {
    const choices = people
      .filter((person) => fits(profile, person, lexicons) && !person.profiles.some((known) => conflict(profile, known)))
      .map((person) => ({ person, evidence: evidenceFor(profile, person) }))
      .sort((a, b) => b.evidence.weight - a.evidence.weight);
    const [best, second] = choices;
    const clear = best && best.evidence.weight > (second?.evidence.weight ?? -1) ? best : null;
    const person: Person = clear?.person ?? { known: null, profiles: [], told: [], members: [] };
    if (clear === null) people.push(person);
    const reason =
      clear?.evidence.reason ?? (choices.length > 1 ? "the name fits several people alike" : "first of that name");
    person.profiles.push(profile);
    person.told.push(...profile.members);
    const alike = "the same full name, country and roles";
    person.members.push(...profile.members.map((told, i) => ({ told, reason: i === 0 ? reason : alike })));
  }
  for (const short of block.filter(({ person }) => person.words.length === 1)) placeShortName(short, people);
  return people
    .filter(({ members }) => members.length > 0)
    .map(({ known, profiles, members }) => ({ known, vague: profiles.length === 0, members }));
}

function knownPeople(earlier: readonly EarlierMember[]): Person[] {
  return [...groupedBy(earlier, ({ who }) => who)].map(([known, members]) => {
    const told = members.map((one) => one.told);
    return {
      known,
      profiles: [...profilesOf(told.filter(({ person }) => person.words.length > 1))],
      told,
      members: [],
    };
  });
}

/** Profiles of full names: those told of most often and with most first, so that what is vague finds what is clear. */
function profilesOf(told: readonly ToldEntity[]): readonly Profile[] {
  const profiles = new Map<string, Profile>();
  for (const one of told) {
    const roles = new Set(one.roles.map(({ key }) => key));
    const key = JSON.stringify([one.person.words, one.country, [...roles].sort()]);
    const known = profiles.get(key);
    if (known) known.members.push(one);
    else profiles.set(key, { members: [one], country: one.country, roles });
  }
  const clearness = ({ country, roles }: Profile): number => (country === null ? 0 : 1) + Math.min(2, roles.size);
  return [...profiles]
    .sort(
      ([keyA, a], [keyB, b]) =>
        clearness(b) - clearness(a) || b.members.length - a.members.length || compareText(keyA, keyB),
    )
    .map(([, profile]) => profile);
}

function fits(profile: Profile, person: Person, lexicons: EntityLexicons): boolean {
  const own = profile.members[0]?.person;
  if (own === undefined) return false;
  return person.profiles.some(({ members: [known] }) => {
    if (known === undefined || nameFit(own, known.person, lexicons) !== 3) return false;
    const [a, b] = [genderOf(own, lexicons), genderOf(known.person, lexicons)];
    return a === null || b === null || a === b;
  });
}

function conflict(a: Profile, b: Profile): boolean {
  if (intersect(a.roles, b.roles) || shareStory(a, b)) return false;
  if (a.country !== null && b.country !== null && a.country !== b.country) return true;
  const [one, other] = [walksOf(a), walksOf(b)];
  if (one.size === 0 || other.size === 0 || intersect(one, other)) return false;
  const known = a.country !== null && a.country === b.country;
  const apart = [...one, ...other].filter((walk) => settled.has(walk)).length > 1;
  return !shareCompany(a, b) && (apart || !known);
}

/** Walks of life that hardly anybody changes between. */
const settled: ReadonlySet<string> = new Set(["state", "sport", "stage", "dock"]);

const sport =
  /\b(?:footballer|striker|midfielder|defender|goalkeeper|coach|quarterback|pitcher|athlete|swimmer|cyclist|boxer|golfer|player|sprinter|referee|jockey|driver)\b/;
const stage =
  /\b(?:actor|actress|singer|rapper|comedian|musician|guitarist|drummer|model|dancer|novelist|poet|painter|film-?maker|director of the film)\b/;
const dock = /\b(?:suspect|defendant|inmate|prisoner|robber|murderer|convict|fugitive)\b/;

function walksOf({ members }: Profile): ReadonlySet<string> {
  return new Set(
    members.flatMap(({ roles }) =>
      roles.map(({ kind, key }) => {
        if (sport.test(key)) return "sport";
        if (stage.test(key)) return "stage";
        if (dock.test(key)) return "dock";
        return kind === "occupation" ? key : "state";
      }),
    ),
  );
}

function evidenceFor(profile: Profile, { profiles }: Person): { readonly weight: number; readonly reason: string } {
  const found = [
    [3, "the same role", profiles.some(({ roles }) => intersect(roles, profile.roles))],
    [2, "the same country", profiles.some(({ country }) => country !== null && country === profile.country)],
    [2, "the same story", profiles.some((known) => shareStory(known, profile))],
    [1, "the same company", profiles.some((known) => shareCompany(known, profile))],
  ] as const;
  const holding = found.filter(([, , holds]) => holds);
  const reasons = holding.map(([, reason]) => reason);
  return {
    weight: holding.reduce((sum, [weight]) => sum + weight, 0),
    reason: `the same full name${reasons.length > 0 ? `; ${reasons.join(", ")}` : ", and nothing against it"}`,
  };
}

function shareStory(a: Profile, b: Profile): boolean {
  const stories = new Set(a.members.map(({ story }) => story));
  return b.members.some(({ story }) => stories.has(story));
}

function shareCompany(a: Profile, b: Profile): boolean {
  const names = new Set(a.members.flatMap(({ company }) => [...company]));
  return b.members.some(({ company }) => intersect(names, company));
}

function intersect<Value>(a: ReadonlySet<Value>, b: ReadonlySet<Value>): boolean {
  for (const value of a) if (b.has(value)) return true;
  return false;
}

/** Adds a surname to the one person that it can mean, or else makes it somebody of whom no more is known. */
function placeShortName(told: ToldEntity, people: Person[]): void {
  const titles = new Set(told.roles.map(({ key }) => key));
  const possible = people.filter(
    ({ profiles }) =>
      told.country === null || profiles.every(({ country }) => country === null || country === told.country),
  );
  const nearby = possible.filter(({ told: known }) => known.some(({ story }) => story === told.story));
  const holding = possible.filter(({ profiles }) => profiles.some(({ roles }) => intersect(roles, titles)));
  const both = nearby.filter((person) => holding.includes(person));
  const [found, reason] =
    both.length === 1
      ? [both[0], "the surname and the role, in the same story"]
      : nearby.length === 1
        ? [nearby[0], "the only one of that surname in the same story"]
        : nearby.length === 0 && holding.length === 1
          ? [holding[0], "the only one of that surname with that role"]
          : [undefined, "a surname alone"];
  const person = found ?? { known: null, profiles: [], told: [], members: [] };
  person.told.push(told);
  person.members.push({ told, reason });
  if (found === undefined) people.push(person);
}
