import type { Institution, Posture } from "../../record/posture.js";
import type { ArticleRecord } from "../../record/record.js";
import { placeOfLine } from "../place-of-line.js";

/** What a country is called, by its code. */
export type CountryNames = ReadonlyMap<string, string>;

/**
 * By what an institution is known across articles: "in_mission:United States:Yemen". What is known of it only in part ("of_mission:United States") means one
 * institution within a story; `null` where nobody knows whose it is.
 */
export function institutionKey(
  posture: Posture,
  institution: Institution,
  record: ArticleRecord,
  countries: CountryNames,
): string | null {
  const { kind } = institution;
  const called = (code: string | null): string | null => (code === null ? null : inKey(countries.get(code) ?? code));
  const [of, host] = [called(institution.of), called(institution.in)];
  if (of === null) return null;
  if (kind === "airspace" || kind === "border" || kind === "alert") return whole(kind, of);
  if (host === null) return `of_${kind}:${of}`;
  // Ties are between both, whoever lowers them; an ambassador is one side's.
  if (kind === "relations" && ofTies.test(posture.value) && !envoys.test(posture.subject.text))
    return whole("ties", ...[of, host].sort());
  const town = kind === "mission" ? consulateTown(posture, record) : null;
  return town === null ? whole(kind, of, host) : whole(kind, of, host, town);
}

const ofTies = /^(?:severed|restored|downgraded)$/;
const envoys = /\b(?:ambassador|envoy|diplomat|attach[eé])/i;

function whole(...parts: readonly string[]): string {
  return `in_${parts.join(":")}`;
}

/** A country has one embassy in another and may have many consulates, so these are told apart by their towns. */
function consulateTown(posture: Posture, record: ArticleRecord): string | null {
  if (!/\bconsulate\b/i.test(posture.subject.text) || /\bembass/i.test(posture.subject.text)) return null;
  const place = placeOfLine(record, posture.id);
  return place?.kind === "city" ? inKey(place.name ?? place.text) : null;
}

function inKey(name: string): string {
  return name.replaceAll(":", " ");
}

/** Whether a key is of an institution and means the same in every article. */
export function isWholeInstitution(key: string): boolean {
  return key.startsWith("in_");
}

/** What a key says of an institution: countries by their names; of ties between two both, in the order of their names. */
export interface KeyedInstitution {
  readonly kind: string;
  readonly of: string;
  readonly in: string | null;
  /** Of a consulate, which has many of its kind in its country. */
  readonly town: string | null;
}

/** The institution that a key is of; `null` for all other keys. */
export function keyedInstitution(key: string): KeyedInstitution | null {
  const [, kind, of, host, town] = /^(?:in|of)_([a-z]+):([^:]+)(?::([^:]+))?(?::([^:]+))?$/.exec(key) ?? [];
  return kind === undefined || of === undefined ? null : { kind, of, in: host ?? null, town: town ?? null };
}

/** The institution by name, "United States · embassy in Yemen"; `null` for all other keys. */
export function institutionName(key: string): string | null {
  const institution = keyedInstitution(key);
  if (institution === null) return null;
  const { kind, of: owner, in: host, town } = institution;
  const place = town ?? host;
  switch (kind) {
    case "ties":
      return `${owner} and ${place} · ties`;
    case "advice":
      return `${owner} · travel advice${place === null ? "" : ` on ${place}`}`;
    case "relations":
      return `${owner} · diplomats${place === null ? "" : ` in ${place}`}`;
    case "force":
      return `${owner} · forces${place === null ? "" : ` in ${place}`}`;
    case "mission":
      return `${owner} · ${town === null ? "embassy" : "consulate"}${place === null ? "" : ` in ${place}`}`;
    default:
      return `${owner} · ${kind}`;
  }
}
