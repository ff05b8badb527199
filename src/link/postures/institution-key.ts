import type { Institution, Posture } from "../../record/posture.js";
import type { ArticleRecord } from "../../record/record.js";
import { placeOfLine } from "../place-of-line.js";

/**
 * By what an institution is known across articles: "in_mission:US:YE". What is known of it only in part ("of_mission:US") means one institution within a
 * story; `null` where nobody knows whose it is.
 */
export function institutionKey(posture: Posture, institution: Institution, record: ArticleRecord): string | null {
  const { kind, of, in: host } = institution;
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
  return place?.kind === "city" ? (place.name ?? place.text).replaceAll(":", " ") : null;
}

/** Whether a key is of an institution and means the same in every article. */
export function isWholeInstitution(key: string): boolean {
  return key.startsWith("in_");
}

/** What a key says of an institution: countries as ISO 3166-1 codes; of ties between two both, in the order of their codes. */
export interface KeyedInstitution {
  readonly kind: string;
  readonly of: string;
  readonly in: string | null;
  /** Of a consulate, which has many of its kind in its country. */
  readonly town: string | null;
}

/** The institution that a key is of; `null` for all other keys. */
export function keyedInstitution(key: string): KeyedInstitution | null {
  const [, kind, of, host, town] = /^(?:in|of)_([a-z]+):([A-Z]{2})(?::([A-Z]{2}))?(?::(.+))?$/.exec(key) ?? [];
  return kind === undefined || of === undefined ? null : { kind, of, in: host ?? null, town: town ?? null };
}

/** The institution by name, "United States · embassy in Yemen"; `null` for all other keys. */
export function institutionName(key: string): string | null {
  const institution = keyedInstitution(key);
  if (institution === null) return null;
  const { kind, of, in: host, town } = institution;
  const [owner, place] = [countryName(of), town ?? (host === null ? null : countryName(host))];
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

const english = new Intl.DisplayNames(["en"], { type: "region" });

/** "United States" of "US"; the code where it is of no country. */
export function countryName(code: string): string {
  return english.of(code) ?? code;
}
