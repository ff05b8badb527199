import type { DraftEntity, DraftRole } from "../draft-entity.js";
import type { Title } from "../entity-lexicons.js";
import { idle } from "../phrases/phrase-linking.js";
import { plainWords } from "../plain.js";

/** The role by which a phrase takes somebody up. */
export interface WantedRole {
  readonly role: DraftRole;
  readonly title: Title;
  /** What the phrase adds to the bare title: "defense" of "the defense minister". */
  readonly details: readonly string[];
  readonly country: string | null;
}

/**
 * How well the phrase can stand for the entity: 2 where the entity has the role and the phrase says nothing else, 1 where the phrase adds whose
 * role it is and the article told that nowhere ("the Ohio senator" for "Sen. Ruiz"), 0 where it cannot.
 */
export function roleFit(entity: DraftEntity, { role, title, details, country }: WantedRole): 0 | 1 | 2 {
  if (country && entity.country && country !== entity.country) return 0;
  if (title.gender && entity.gender && title.gender !== entity.gender) return 0;
  const of = role.role.of === null || country !== null ? [] : plainWords(role.role.of);
  const missing = (held: DraftRole, told: readonly string[]): boolean =>
    told.some((word) => !idle.test(word) && !held.words.includes(word));
  let best: 0 | 1 | 2 = 0;
  for (const held of entity.roles) {
    if (!sameTitle(title, held)) continue;
    const own = details.filter((word) => !of.includes(word));
    if (missing(held, own)) continue;
    const confirmed = country === null || country === entity.country;
    if (confirmed && !missing(held, of)) return 2;
    if (!confirmed || held.role.of === null) best = 1;
  }
  return best;
}

/** Whether the bare title can stand for the one held: "the general" for "Major General", "the lawmaker" for "Senator". */
function sameTitle(title: Title, held: DraftRole): boolean {
  if (title.title === held.title.title) return true;
  if (broader.get(title.title)?.test(held.title.title)) return true;
  if (title.title === "official") return held.title.kind === "office";
  if (title.kind !== held.title.kind) return false;
  if (/^(?:vice|prime|lieutenant) (?:president|minister|governor)$/.test(held.title.title)) return false;
  return held.title.head === title.head && title.words.every((word) => held.words.includes(word));
}

const lawmaker =
  /^(?:.*senator|congress(?:man|woman|person)|representative|member of .*|.*lawmaker|deputy|councillor|delegate)$/;

/** Words by which an article takes up somebody with a narrower title. */
const broader: ReadonlyMap<string, RegExp> = new Map([
  ["lawmaker", lawmaker],
  ["legislator", lawmaker],
  ["parliamentarian", lawmaker],
  ["politician", new RegExp(`${lawmaker.source}|^(?:.*minister|president|.*leader|mayor|governor|candidate|nominee)$`)],
  [
    "leader",
    /^(?:president|prime minister|premier|chancellor|king|supreme leader|.*leader|emir|first minister|chief minister)$/,
  ],
  ["diplomat", /^(?:.*ambassador|.*envoy|consul.*|attaché|chargé d'affaires|high commissioner)$/],
  ["congressman", /^representative$/],
  ["congresswoman", /^representative$/],
  ["representative", /^congress(?:man|woman|person)$/],
  ["candidate", /^(?:.*nominee|challenger|incumbent)$/],
  ["nominee", /^(?:candidate)$/],
  ["cleric", /^(?:ayatollah|imam|.*mufti|bishop|archbishop|cardinal|priest|mullah)$/],
  ["spokesperson", /^(?:spokesman|spokeswoman|press secretary)$/],
  ["spokesman", /^(?:spokesperson|press secretary|press officer)$/],
  ["spokeswoman", /^(?:spokesperson|press secretary|press officer)$/],
  ["justice", /^(?:.*judge)$/],
  ["judge", /^(?:.*justice|magistrate)$/],
  ["academic", /^(?:.*professor|lecturer|scholar)$/],
]);
