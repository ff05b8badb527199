import type { EntityContext } from "../entity-context.js";
import { type EntityLexicons, withoutThe } from "../entity-lexicons.js";

/**
 * Says of a country's code whether an article may mean that country though only a table tells of it, as the table of bodies tells that the
 * Foreign Office is the United Kingdom's. It may not where the article tells of envoys and foreign ministers of a state that no table knows, and
 * never names the country.
 */
export function meantCountries(context: EntityContext): (code: string) => boolean {
  if (!hasStrangeState(context)) return () => true;
  const named = namedCountries(context);
  return (code) => named.has(code);
}

/** Words before which a name is that of a state, with its "'s" or without. */
const envoys = /^(?:ambassadors?|diplomats?)$/;
const foreign = /^(?:minister|ministry|secretary|office)$/;
const missions = /^(?:embassy|consulate)$/;

/** "Norland's foreign secretary", "a Norland diplomat", "the Tarvenian embassy in Corwin", of a Norland that no table has. */
function hasStrangeState({ words, lexicons }: EntityContext): boolean {
  for (let token = 1; token < words.length; token++) {
    const noun = words.lower(token);
    const owned = /^['’]s?$/.test(words.text(token - 1));
    const found =
      envoys.test(noun) ||
      (noun === "foreign" && foreign.test(words.lower(token + 1))) ||
      (missions.test(noun) && (owned || words.lower(token + 1) === "in"));
    if (found && isStrange(words.text(token - (owned ? 2 : 1)), words.upos(token - (owned ? 2 : 1)), lexicons))
      return true;
  }
  return false;
}

/** Envoys of many states, or of none: "a European diplomat". */
const ofMany =
  /^(?:European|Western|Eastern|Northern|Southern|African|Asian|Arab|Arabian|Gulf|Nordic|Baltic|Balkan|American|Latin|Islamic|Muslim|Christian|Jewish|Kurdish|Senior|Former|Foreign|Deputy|Top|Chief|Veteran|Retired)$/;

function isStrange(word: string, upos: string, lexicons: EntityLexicons): boolean {
  if (!/^\p{Lu}\p{Ll}{2}/u.test(word) || !/^(?:PROPN|ADJ)$/.test(upos) || ofMany.test(word)) return false;
  const key = withoutThe(word);
  const known = countryTables(lexicons).some((table) => table.has(key));
  // "Saudi", "Korean", "States": part of a name that a table has.
  return !known && !wordsOfCountries(lexicons).has(key);
}

function namedCountries({ words, lexicons }: EntityContext): ReadonlySet<string> {
  const named = new Set<string>();
  for (let first = 0; first < words.length; first++) {
    if (!/^\p{Lu}/u.test(words.text(first))) continue;
    for (let end = first + 1; end <= Math.min(words.length, first + longest); end++) {
      const key = withoutThe(words.slice({ first, end }));
      for (const table of countryTables(lexicons)) {
        const country = table.get(key);
        if (country) named.add(country.code);
      }
    }
  }
  return named;
}

/** In words: "the Democratic Republic of the Congo" less its article. */
const longest = 5;

function countryTables(lexicons: EntityLexicons) {
  return [lexicons.countryNames, lexicons.countryAdjectives, lexicons.countryPeople, lexicons.countrySeats];
}

const known = new WeakMap<EntityLexicons, ReadonlySet<string>>();

/** Each word of the countries' names and adjectives; made once for each set of tables. */
function wordsOfCountries(lexicons: EntityLexicons): ReadonlySet<string> {
  const words =
    known.get(lexicons) ??
    new Set(countryTables(lexicons).flatMap((table) => [...table.keys()].flatMap((key) => key.split(" "))));
  known.set(lexicons, words);
  return words;
}
