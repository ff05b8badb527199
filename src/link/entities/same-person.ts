import type { EntityLexicons } from "../../extract/naming/entity-lexicons.js";
import { areNamesakes, genderOf, nameFit, type PersonName } from "../../extract/naming/people/person-name.js";
import { plain } from "../../extract/naming/plain.js";
import { groupedBy } from "../grouped-by.js";
import type { PersonOrBodyId } from "../link-id.js";
import { compareText } from "../link-input.js";
import { spelling } from "./spelling.js";
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
 * of life, without a role, a story or company in common. Another spelling of the name is that person's where a role, a country or a story is
 * the same. A surname alone is the one person of that name in the same story, or the one who holds the role that stands with it; where two
 * could be meant, it stays apart. Whoever an earlier day knew by a surname alone is the one of that surname in the same story.
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
  known: PersonOrBodyId | null;
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
  const short = block.filter((one) => isShort(one, block));
  for (const profile of profilesOf(block.filter((one) => !short.includes(one)))) {
    const choices = people
      .filter((person) => !person.profiles.some((known) => conflict(profile, known)))
      .map((person) => ({ person, fit: fitOf(profile, person, lexicons), evidence: evidenceFor(profile, person) }))
      .filter(({ fit, evidence }) => fit === "spelt" || (fit === "sounds" && evidence.weight > 1))
      .sort((a, b) => compareText(b.fit ?? "", a.fit ?? "") || b.evidence.weight - a.evidence.weight);
    const [best, second] = choices;
    const clear = best && (best.fit !== second?.fit || best.evidence.weight > second.evidence.weight) ? best : null;
    const person: Person = clear?.person ?? { known: null, profiles: [], told: [], members: [] };
    if (clear === null) people.push(person);
    const reason = clear
      ? `${clear.fit === "spelt" ? "the same full name" : "the same name in another spelling"}${clear.evidence.reason}`
      : choices.length > 1
        ? "the name fits several people alike"
        : "first of that name";
    person.profiles.push(profile);
    person.told.push(...profile.members);
    const alike = "the same full name, country and roles";
    person.members.push(...profile.members.map((told, i) => ({ told, reason: i === 0 ? reason : alike })));
  }
  takeOver(people);
  for (const one of short) placeShortName(one, people);
  return people
    .filter(({ members }) => members.length > 0)
    .map(({ known, profiles, members }) => ({ known, vague: profiles.length === 0, members }));
}

/** A surname alone: one word, or "Al Ansi" where the story tells of a "Nasser al Ansi". */
function isShort({ person: { words }, name, story }: ToldEntity, block: readonly ToldEntity[]): boolean {
  if (words.length === 1) return true;
  const end = ` ${plain(name)}`;
  return (
    /^(?:al|el)$/.test(words[0] ?? "") && block.some((one) => one.story === story && plain(one.name).endsWith(end))
  );
}

/** Whom earlier days knew by a surname alone, the one person of that surname whom the same story now names in full goes on as. */
function takeOver(people: readonly Person[]): void {
  for (const short of people.filter(({ known, profiles }) => known !== null && profiles.length === 0)) {
    const meant = people.filter(
      (person) =>
        person.profiles.length > 0 &&
        short.told.every((one) => mayBe(one, person)) &&
        short.told.some((one) => isNear(one, person.told) || holdsOfficeOf(one, person.told)),
    );
    const [one] = meant;
    if (one === undefined || meant.length > 1 || one.known !== null) continue;
    one.known = short.known;
    one.told.push(...short.told);
    short.told.length = 0;
  }
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
    const key = JSON.stringify([one.person.words, one.person.suffix, one.country, [...roles].sort()]);
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

/** Whether the person goes by the profile's name: as it is spelt, or by its sounds alone. */
function fitOf(profile: Profile, person: Person, lexicons: EntityLexicons): "spelt" | "sounds" | null {
  const own = profile.members[0]?.person;
  if (own === undefined) return null;
  if (person.profiles.some(({ members: [known] }) => known !== undefined && areNamesakes(own, known.person)))
    return null;
  const alike = person.profiles.flatMap(({ members: [known] }) => {
    if (known === undefined) return [];
    const [a, b] = [genderOf(own, lexicons), genderOf(known.person, lexicons)];
    return a === null || b === null || a === b ? [known.person] : [];
  });
  if (alike.some((known) => nameFit(own, known, lexicons) === 3)) return "spelt";
  return alike.some((known) => nameFit(soundsOf(own), soundsOf(known), lexicons) === 3) ? "sounds" : null;
}

function soundsOf(name: PersonName): PersonName {
  return { ...name, words: name.words.map(spelling) };
}

function conflict(a: Profile, b: Profile): boolean {
  if (intersect(a.roles, b.roles)) return false;
  const near = shareStory(a, b);
  if (!near && a.country !== null && b.country !== null && a.country !== b.country) return true;
  const [one, other] = [walksOf(a), walksOf(b)];
  if (one.size === 0 || other.size === 0 || intersect(one, other) || shareCompany(a, b)) return false;
  // A story tells one man's several occupations, but hardly that a minister scores.
  if (near) return [...one, ...other].every((walk) => walk !== "dock" && settled.has(walk));
  const known = a.country !== null && a.country === b.country;
  const apart = [...one, ...other].filter((walk) => settled.has(walk)).length > 1;
  return apart || !known;
}

/** Walks of life that hardly anybody changes between. */
const settled: ReadonlySet<string> = new Set(["state", "sport", "stage", "medicine", "dock", "clergy"]);

const sport =
  /\b(?:footballer|striker|midfielder|defender|goalkeeper|coach|quarterback|pitcher|athlete|swimmer|cyclist|boxer|golfer|player|sprinter|referee|jockey|driver)\b/;
const stage =
  /\b(?:actor|actress|singer|rapper|comedian|musician|guitarist|drummer|model|dancer|novelist|poet|painter|film-?maker|director of the film)\b/;
/** A captain leads a company, or a team that is named: "captain of Brazil". */
const ofTeamOrState = /^(?:.* )?(?:captain|skipper|manager|head|chief|director|member|leader)$/;
const medicine = /\b(?:doctor|physician|surgeon|nurse|dentist|paramedic|psychiatrist|pathologist|midwife)\b/;
const clergy = /\b(?:pastor|priest|bishop|imam|rabbi|monk|nun|preacher|vicar|cleric)\b/;
const dock = /\b(?:suspect|defendant|inmate|prisoner|robber|murderer|convict|fugitive)\b/;

function walksOf({ members }: Profile): ReadonlySet<string> {
  return new Set(
    members.flatMap(({ roles }) =>
      roles.flatMap(({ kind, key, of }) => {
        if (ofTeamOrState.test(key)) return of !== null && /^(?:captain|skipper)$/.test(key) ? ["sport"] : [];
        if (sport.test(key)) return "sport";
        if (stage.test(key)) return "stage";
        if (medicine.test(key)) return "medicine";
        if (dock.test(key)) return "dock";
        if (clergy.test(key)) return "clergy";
        return kind === "occupation" ? (key.split(" ").at(-1) ?? key) : "state";
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
    reason: reasons.length > 0 ? `; ${reasons.join(", ")}` : ", and nothing against it",
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
  const possible = people.filter((person) => person.told.length > 0 && mayBe(told, person));
  const nearby = spelledSo(
    told,
    possible.filter((person) => isNear(told, person.told)),
  );
  // Of kings who go by one name only the country tells which is meant.
  const isKingAlone = told.country === null && told.roles.some(({ key }) => monarch.test(key));
  const holding = spelledSo(
    told,
    possible.filter(({ profiles, told: others }) =>
      isKingAlone
        ? false
        : profiles.length > 0
          ? profiles.some(({ roles }) => intersect(roles, titles))
          : holdsOfficeOf(told, others),
    ),
  );
  const both = nearby.filter((person) => holding.includes(person));
  const [found = null, reason = ""] =
    both.length === 1
      ? [both[0], "the surname and the role, in the same story"]
      : nearby.length === 1
        ? [nearby[0], "the only one of that surname in the same story"]
        : nearby.length === 0 && holding.length === 1
          ? [holding[0], "the only one of that surname with that role"]
          : nearby.length === 0 && holding.length === 0
            ? [mostTold(possible), "a surname alone, which most stories give to one person"]
            : [];
  const person = found ?? { known: null, profiles: [], told: [], members: [] };
  person.told.push(told);
  person.members.push({ told, reason: found ? reason : "a surname alone" });
  if (found === null) people.push(person);
}

const monarch = /^(?:king|queen|emir|sultan|prince|princess|crown prince|pope|emperor)$/;

/** Whom readers know by the surname alone: somebody of many stories, beside whom hardly anybody of that surname is told of. */
function mostTold(people: readonly Person[]): Person | null {
  const [most, next] = people
    .filter(({ profiles }) => profiles.length > 0)
    .map((person) => ({ person, stories: new Set(person.told.map(({ story }) => story)).size }))
    .sort((a, b) => b.stories - a.stories);
  return most !== undefined && most.stories >= 3 && most.stories >= 3 * (next?.stories ?? 0) ? most.person : null;
}

/** Those who spell the surname so, or else those who spell it otherwise. */
function spelledSo({ person: { words } }: ToldEntity, people: readonly Person[]): readonly Person[] {
  const surname = words.at(-1);
  const same = people.filter(({ told }) => told.some(({ person }) => person.words.at(-1) === surname));
  return same.length > 0 ? same : people;
}

function isNear({ story }: ToldEntity, others: readonly ToldEntity[]): boolean {
  return others.some((one) => one.story === story);
}

/** Whether one of them holds the same office. Officers and players of one surname are too many for their rank to tell who is meant. */
function holdsOfficeOf({ roles }: ToldEntity, others: readonly ToldEntity[]): boolean {
  const offices = new Set(roles.flatMap(({ kind, key }) => (kind === "office" ? [key] : [])));
  return others.some((one) => one.roles.some(({ key }) => offices.has(key)));
}

/** Whether nothing that is told of the country speaks against it, nor a number: a second king is not the first. */
function mayBe({ country: own, person }: ToldEntity, { profiles, told }: Person): boolean {
  if (told.some((one) => areNamesakes(one.person, person))) return false;
  const known = profiles.length > 0 ? profiles : told;
  return own === null || known.every(({ country }) => country === null || country === own);
}
