import type { Institution, Posture } from "../../record/posture.js";
import type { ArticleRecord } from "../../record/record.js";
import type { Span } from "../../text/span.js";

/**
 * The institution where the words of a state are plainer than what was read: guests are expelled and summoned by the country where they are, whatever other host the article tells of, and
 * an airspace is of the country whose name stands with it, "the airspace of Norland", whoever may not use it.
 */
export function asWorded(institution: Institution, posture: Posture, record: ArticleRecord): Institution {
  if (byHosts.has(posture.value)) {
    const host = record.entities.find(({ id }) => id === posture.by?.entity)?.country ?? null;
    const isOthers = institution.in !== null && host !== null && host !== institution.in && host !== institution.of;
    return isOthers ? { ...institution, in: host } : institution;
  }
  if (posture.aspect !== "airspace") return institution;
  const [owner, ...others] = ownersOfAir(posture, record);
  return owner === undefined || others.length > 0 ? institution : { ...institution, of: owner };
}

const byHosts: ReadonlySet<string> = new Set(["diplomats_expelled", "ambassador_summoned"]);

/** The countries whose names stand with the word for the air in the sentences of the state. */
function ownersOfAir({ evidence }: Posture, { entities, places, article: { text } }: ArticleRecord): readonly string[] {
  const isHere = ([from, to]: Span): boolean => evidence.some(([first, last]) => first <= from && to <= last);
  const named = [
    ...entities.flatMap(({ country, mentions }) => mentions.map((span) => ({ country, span }))),
    ...places.map(({ country, span }) => ({ country, span })),
  ];
  const found = named.flatMap(({ country, span: [from, to] }) =>
    country !== null &&
    isHere([from, to]) &&
    (/\b(?:air ?space|skies) (?:of|over) (?:the )?$/i.test(text.slice(0, from)) ||
      /^(?:['’]s?)? (?:own )?(?:air ?space|skies)\b/i.test(text.slice(to)))
      ? [country]
      : [],
  );
  return [...new Set(found)];
}
