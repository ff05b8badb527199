import type { EntityLexicons, TitleKind } from "../../extract/naming/entity-lexicons.js";
import { plain, plainWords } from "../../extract/naming/plain.js";
import type { Entity } from "../../record/entity.js";
import type { ArticleRecord } from "../../record/record.js";
import type { Speaker } from "../../record/statement.js";

/**
 * The bodies that a speaker speaks for, where others speak for them too: "government DE" of Germany, its foreign ministry, its chancellor and an embassy's statement;
 * "body rapid support forces" of their spokesman; several of "Norland and Tarvenia". `"government"` where the words tell an office and not whose; none for all who
 * speak for themselves.
 */
export function bodiesOfSpeaker(
  { text, entity: id, naming }: Speaker,
  { entities }: ArticleRecord,
  names: EntityLexicons,
): readonly string[] {
  const entity = entities.find((one) => one.id === id) ?? null;
  if (entity === null && naming === "named") return governmentsIn(text, names);
  if (entity !== null && entity.kind !== "person" && entity.kind !== "people") return listed(bodyOf(entity));
  if (entity?.kind === "person" && naming !== "unnamed") return listed(bodyOfOffice(entity, entities, names));
  // Of "a French official" nobody knows whether he speaks for France; its spokeswoman does.
  if (!/\b(?:spokes\p{L}+|ministry|minister|president|ambassador)\b/iu.test(text)) return [];
  const [government] = governmentsIn(text, names);
  return listed(
    government ?? bodyOfRoles(entity?.roles ?? [], entities, names) ?? (governs.test(text) ? someGovernment : null),
  );
}

function listed(body: string | null): readonly string[] {
  return body === null ? [] : [body];
}

function bodyOf({ kind, name, country }: Entity): string | null {
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
      of === null ? null : entities.find(({ name, kind: one }) => plain(name) === plain(of) && one !== "person");
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
