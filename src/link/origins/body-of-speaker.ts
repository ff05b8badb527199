import { isAcronymOf } from "../../extract/naming/bodies/body-name.js";
import type { EntityLexicons, TitleKind } from "../../extract/naming/entity-lexicons.js";
import { plain, plainWords } from "../../extract/naming/plain.js";
import type { Entity } from "../../record/entity.js";
import type { ArticleRecord } from "../../record/record.js";
import type { Speaker } from "../../record/statement.js";

/**
 * The bodies that a speaker speaks for, where others speak for them too: "government DE" of Germany, its foreign ministry, its chancellor and an embassy's statement;
 * "body rapid support forces" of their spokesman; several of "Norland and Tarvenia". `"government"` where the words tell an office and not whose; "officials DE"
 * for those whom nobody names, and "officials of an airport" for those of no government; none for all who speak for themselves.
 */
export function bodiesOfSpeaker(
  { text, entity: id, naming }: Speaker,
  { entities }: ArticleRecord,
  names: EntityLexicons,
): readonly string[] {
  const entity = entities.find((one) => one.id === id) ?? null;
  if (entity === null && ofNobody.test(text)) return [someGovernment];
  if (entity === null && naming === "named") {
    const governments = governmentsIn(text, names);
    return governments.length > 0 ? governments : listed(bodyShortened(text, entities));
  }
  const officials = naming === "unnamed" || naming === "collective" ? officialsIn(text, names) : null;
  if (officials !== null) return [officials];
  if (entity !== null && entity.kind !== "person" && entity.kind !== "people")
    return listed(bodyOf(entity) ?? (entity.kind === "government" && governs.test(text) ? someGovernment : null));
  if (entity?.kind === "person" && naming !== "unnamed") {
    // "Lena Ostrow of the foreign ministry".
    const [, of = ""] = / of (?:the )?(.+)$/.exec(text) ?? [];
    return listed(bodyOfOffice(entity, entities, names) ?? (governs.test(of) ? someGovernment : null));
  }
  if (!/\b(?:spokes\p{L}+|ministry|minister|president|ambassador)\b/iu.test(text) && !governs.test(text)) return [];
  const [government] = governmentsIn(text, names);
  const body = government ?? bodyOfRoles(entity?.roles ?? [], entities, names);
  const open = governs.test(text) ? someGovernment : /\bspokes/i.test(text) ? someOfficials : null;
  return listed(body ?? open);
}

/** A paper by which a government speaks, whichever it is. */
const ofNobody = /\b(?:(?:travel|security) (?:warning|advis\p{L}+|advice|alert|notice)|communiqu[eé])$/iu;

/** The body that "the office" or "the ministry" stands for: the only one that the article names so in full; `null` where there is none. */
function bodyShortened(text: string, entities: readonly Entity[]): string | null {
  const [, noun] = /^the (\p{Ll}+)$/iu.exec(text) ?? [];
  const named = entities.filter(({ kind, name }) => kind !== "person" && plain(name).endsWith(` ${noun}`));
  const [only] = named;
  return only !== undefined && named.length === 1 ? bodyOf(only) : null;
}

function listed(body: string | null): readonly string[] {
  return body === null ? [] : [body];
}

/** The body that others speak for too; `null` of persons, peoples and all that nobody speaks for. */
export function bodyOf({ kind, name, country }: Entity): string | null {
  switch (kind) {
    case "government":
      return country === null ? null : `${someGovernment} ${country}`;
    case "facility":
      return country === null || !/\b(?:embassy|consulate|mission)\b/i.test(name)
        ? null
        : `${someGovernment} ${country}`;
    case "military":
    case "armed_group":
    case "organization":
      // "The Pentagon" is a ministry, and the army of no country is a name like any other.
      return /\b(?:pentagon|ministry|department)\b/i.test(name) && country !== null
        ? `${someGovernment} ${country}`
        : `body ${kind === "military" && country !== null ? `military ${country}` : plain(name)}`;
    default:
      return null;
  }
}

/** A government, whichever it is. */
export const someGovernment = "government";

/** Those of a government, whichever it is, whom nobody names: they speak for it, though it does not vouch for what they say. */
export const someOfficials = "officials";

/** Of what the unnamed officials are in these words: "officials US" of "two senior U.S. officials"; `null` where they are none. */
function officialsIn(text: string, names: EntityLexicons): string | null {
  if (
    /^(?:(?:an?|the|one|some|several|multiple|two|other) )?(?:(?:unnamed|anonymous) )?(?:sources?|insiders?)$/i.test(
      text,
    )
  )
    return `${someOfficials} of sources`;
  const [words = ""] = /^.*?\b(?:officials?|(?:government|diplomatic) sources?)\b/iu.exec(text) ?? [];
  if (words === "") return null;
  const [government] = governmentsIn(text, names);
  if (government !== undefined) return government.replace(someGovernment, someOfficials);
  const of = plainWords(words)
    .slice(0, -1)
    .filter((word) => !describing.has(word));
  return of.length === 0 ? someOfficials : `${someOfficials} of ${of.join(" ")}`;
}

/** Words beside officials that do not say whose they are. */
const describing: ReadonlySet<string> = new Set(
  "a an the one two three four some several other another more many its their his her senior top high ranking level unnamed unidentified anonymous government state foreign interior home defense defence administration ministry department office embassy security military local".split(
    " ",
  ),
);

/** The body in whose office somebody is; those who once were speak for themselves. */
export function bodyOfOffice(
  { roles, country }: Entity,
  entities: readonly Entity[],
  names: EntityLexicons,
): string | null {
  const body = bodyOfRoles(roles, entities, names);
  return body === someGovernment && country !== null ? `${someGovernment} ${country}` : body;
}

function bodyOfRoles(roles: Entity["roles"], entities: readonly Entity[], names: EntityLexicons): string | null {
  for (const { title, of } of roles) {
    const kind = kindOfTitle(title, names);
    if (/^(?:former|ex|late|retired|ousted)\b/i.test(title) || kind === null) continue;
    const body =
      of === null
        ? null
        : entities.find(
            ({ name, kind: one }) => one !== "person" && (plain(name) === plain(of) || isAcronymOf(of, name)),
          );
    const told = body === undefined || body === null ? null : bodyOf(body);
    if (told !== null) return told;
    const [country] = of === null ? [] : governmentsIn(of, names);
    if (country !== undefined && (kind !== "rank" || governs.test(title))) return country;
    if (governs.test(`${title} ${of ?? ""}`)) return someGovernment;
  }
  return null;
}

/** Who holds such an office speaks for a government, whichever it is. */
const governs =
  /\b(?:president|premier|chancellor|prime minister|minister|secretary of (?:state|defen[cs]e)|(?:foreign|defen[cs]e|home) secretary|(?:foreign|defen[cs]e|interior) ministry|foreign office|state department|pentagon)\b/i;

function kindOfTitle(title: string, { titles }: EntityLexicons): TitleKind | null {
  const words = plainWords(title);
  for (let first = 0; first < words.length; first++) {
    const kind = titles.get(words.slice(first).join(" "))?.title.kind;
    if (kind !== undefined) return /^(?:rank|office|spokesperson)$/.test(kind) ? kind : null;
  }
  return governs.test(title) ? "office" : null;
}

/** The governments whose country, people or capital the words name: "a German Foreign Ministry spokeswoman", "the ministry in Berlin". */
function governmentsIn(
  text: string,
  { countryNames, countryAdjectives, countrySeats }: EntityLexicons,
): readonly string[] {
  const words = plainWords(text);
  const found = new Set<string>();
  for (let first = 0; first < words.length; first++) {
    for (const length of [3, 2, 1]) {
      const key = words.slice(first, first + length).join(" ");
      const country = countryAdjectives.get(key) ?? countryNames.get(key) ?? countrySeats.get(key);
      if (country !== undefined) found.add(`${someGovernment} ${country.code}`);
    }
  }
  return [...found];
}
