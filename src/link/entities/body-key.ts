import { countryBefore } from "../../extract/naming/bodies/body-name.js";
import { type EntityLexicons, withoutThe } from "../../extract/naming/entity-lexicons.js";
import { plain, plainWords } from "../../extract/naming/plain.js";

/** What the name of a body tells of which it is. */
export interface BodyName {
  /** What it is called in every wording: "the Iraqi Ministry of Foreign Affairs" and "Foreign Ministry" give the same. */
  readonly key: string;
  /** Whose it is, as an ISO 3166-1 code, where the name tells. */
  readonly country: string | null;
  /** Where it stands, for a mission whose name tells that: "Baghdad embassy". */
  readonly host: string | null;
  readonly reach: Reach;
  /** A mission stands for one country in another, and a consulate in one town. */
  readonly mission: "embassy" | "consulate" | null;
  /** Known by this name alone the world over, and of no country: "Islamic State", whosever fighters an article tells of. */
  readonly isStateless: boolean;
}

/** How far the name tells which body it is: a country has many towns, every country has a foreign ministry, and one firm alone is called so. */
export type Reach = "story" | "country" | "world";

/** What the name tells; see {@link BodyName}. */
export function bodyName(name: string, lexicons: EntityLexicons): BodyName {
  const listed = listedBody(name, lexicons);
  const told = listed?.name ?? name;
  const mission = missionOf(plain(told));
  if (mission !== null)
    return { key: mission, mission, reach: "world", isStateless: false, ...endsOfMission(name, lexicons) };
  const before = withoutCountry(plainWords(told.replace(label, "")), lexicons);
  const behind = withoutCountry(headLast(before.rest), lexicons);
  const country = before.country ?? behind.country;
  const { rest } = behind;
  const whose = country ?? countryBefore(name, lexicons);
  const chief = rest.filter((word) => !filler.has(word));
  // "Guardians Council", "Guardian Council".
  const words = chief.map((word, at) => (at < chief.length - 1 ? word.replace(/(?<=\w{3}[^s])s$/, "") : word));
  const key = wordings.get(words.join(" ")) ?? ministry(words) ?? force(words, whose) ?? words.join(" ");
  const reach =
    isKind(name, lexicons) || (listed === undefined && isCrowd(name, lexicons))
      ? "story"
      : isCommon(key, lexicons)
        ? "country"
        : "world";
  const isStateless =
    listed !== undefined && listed.country === null && /^(?:armed_group|organization)$/.test(listed.kind);
  return {
    key,
    country: isStateless ? null : whose,
    host: null,
    mission,
    reach: isStateless ? "world" : reach,
    isStateless,
  };
}

/** What the tables know of the body, itself or of those who fight for it: "armed Houthi rebels" for "Houthis", "British Islamic State militants". */
function listedBody(name: string, lexicons: EntityLexicons) {
  const { bodies, collectives, bodyHeads } = lexicons;
  const words = plainWords(name);
  const own = bodies.get(withoutThe(name)) ?? bodies.get(withoutCreed(words));
  if (own) return own;
  const { country, rest } = withoutCountry(words, lexicons);
  const abroad = country === null ? undefined : bodies.get(rest.join(" "));
  if (abroad?.kind === "armed_group") return abroad;
  const describes = (word: string): boolean =>
    (collectives.get(word)?.kind ?? bodyHeads.get(word)) === "armed_group" || ofFighters.test(word);
  for (let first = 0; first < words.length - 1; first++) {
    for (let end = words.length - 1; end > first; end--) {
      const body = bodies.get(words.slice(first, end).join(" "));
      if (body?.kind === "armed_group" && words.slice(end).every(describes)) return body;
    }
  }
  return undefined;
}

/** Words behind an armed group's name that leave it the same group. */
const ofFighters =
  /^(?:group|movement|forces|organization|network|terror|terrorists?|militants?|jihadists?|extremists?|fighters|insurgents|members)$/;

/** The name without what its followers believe or where they are: "Shiite Houthi". */
function withoutCreed(words: readonly string[]): string {
  const creed = /^(?:shiite|shia|sunni|islamist|jihadist|armed|suspected|several|few|some|all)$/;
  let first = 0;
  while (first < words.length - 1 && creed.test(words[first] ?? "")) first++;
  return words.slice(first).join(" ");
}

/** Nouns that only say what the name before them is: "Rudaw online newspaper". */
const label =
  /(?<=\p{Lu}\S*)(?: online)? (?:group|movement|organi[sz]ation|network|company|firm|newspaper|website|magazine|broadcaster|news agency|news site)$/u;

const filler: ReadonlySet<string> = new Set(["of", "the", "and", "for", "on", "in", "de", "la", "to", "against", "&"]);

/** "Ministry of Defence" as "defense ministry"; a firm's suffix is left out. */
function headLast(words: readonly string[]): readonly string[] {
  const own = words[0] === "the" ? words.slice(1) : [...words];
  while (own.length > 1 && firms.test(own.at(-1) ?? "")) own.pop();
  const of = own.findIndex((word, at) => at > 0 && /^(?:of|for)$/.test(word));
  return of < 0 || of + 1 >= own.length ? own : [...own.slice(of + 1), ...own.slice(0, of)];
}

const firms = /^(?:inc|corp|corporation|ltd|llc|plc|co|group|company|ag|sa|gmbh)$/;

/** The words without the country before them, and which that is. */
export function withoutCountry(words: readonly string[], { countryNames, countryAdjectives }: EntityLexicons) {
  const own = words[0] === "the" ? words.slice(1) : words;
  for (const length of [4, 3, 2, 1]) {
    const start = own.slice(0, length).join(" ");
    const country = countryNames.get(start) ?? countryAdjectives.get(start);
    if (country && own.length > length) return { country: country.code, rest: own.slice(length) };
  }
  return { country: null, rest: own };
}

function missionOf(name: string): BodyName["mission"] {
  if (/\b(?:embassy|high commission)\b/.test(name)) return "embassy";
  return /\bconsulate\b/.test(name) ? "consulate" : null;
}

/** "American embassy", "embassy of the United States" is that of a country, "Baghdad embassy", "Yemen embassy" is the one there. */
function endsOfMission(name: string, lexicons: EntityLexicons): Pick<BodyName, "country" | "host"> {
  const [, site] = / (?:embassy|high commission|consulate) in (?:the )?(.+)$/.exec(plain(name)) ?? [];
  if (site !== undefined) {
    const host = lexicons.countryNames.get(site)?.code ?? lexicons.countrySeats.get(site)?.code ?? null;
    return { ...endsOfMission(name.replace(/ in .+$/, ""), lexicons), host };
  }
  const words = headLast(plainWords(name)).join(" ");
  const before = words.replace(/^the /, "").replace(/ (?:embassy|high commission|consulate)\b.*$/, "");
  const whose = lexicons.countryAdjectives.get(before)?.code;
  if (whose !== undefined) return { country: whose, host: null };
  const named = lexicons.countryNames.get(before)?.code ?? null;
  if (/ of /.test(name)) return { country: named, host: null };
  return { country: null, host: named ?? lexicons.countrySeats.get(before)?.code ?? null };
}

/** Names of their own of what every country has. */
const wordings: ReadonlyMap<string, string> = new Map([
  ["state department", "foreign ministry"],
  ["foreign office", "foreign ministry"],
  ["pentagon", "defense ministry"],
  ["home office", "interior ministry"],
]);

/** "foreign affairs department" as "foreign ministry". */
function ministry(words: readonly string[]): string | null {
  if (!/^(?:ministry|department)$/.test(words.at(-1) ?? "") || words.length < 2) return null;
  const portfolio = words.slice(0, -1).filter((word) => !/^affairs?$/.test(word));
  return portfolio.length > 0 && portfolio.every((word) => portfolios.has(word))
    ? `${portfolio.join(" ")} ministry`
    : null;
}

/** "armed forces", "troops" of a country as its "military". */
function force(words: readonly string[], country: string | null): string | null {
  const forces =
    words.every((word) => military.has(word)) && words.some((word) => !/^(?:defense|government)$/.test(word));
  return country !== null && forces ? "military" : null;
}

const military: ReadonlySet<string> = new Set(
  "army military armed forces force troops soldiers defense government".split(" "),
);

/** A name made of nothing but words for kinds of bodies: "Foreign Ministry", "Navy", "Supreme Court". */
function isCommon(key: string, { bodyHeads, bodyNouns }: EntityLexicons): boolean {
  return key.split(" ").every((word) => bodyHeads.has(word) || bodyNouns.has(word) || branches.has(word));
}

/** A country's adjective before nouns for what it has many of: "Syrian town", "French website". */
function isKind(name: string, lexicons: EntityLexicons): boolean {
  const rest = plainWords(name).length - withoutCountry(plainWords(name), lexicons).rest.length;
  const nouns = name.split(/\s+/).slice(rest);
  return rest > 0 && nouns.every((word) => !/\p{Lu}/u.test(word)) && !national.test(plain(nouns.at(-1) ?? ""));
}

/** "Islamist militants", of whatever group. */
function isCrowd(name: string, { collectives }: EntityLexicons): boolean {
  const last = name.split(/\s+/).at(-1) ?? "";
  return !/\p{Lu}/u.test(last) && collectives.get(plain(last))?.kind === "armed_group";
}

/** Nouns for bodies of which a country has one. */
const national =
  /^(?:government|authorities|regime|army|navy|military|forces?|troops|soldiers|parliament|ministry|department|cabinet|presidency|intelligence|senate|congress|treasury|police|guard|judiciary|council)$/;

/** What ministries are for. */
const portfolios: ReadonlySet<string> = new Set(
  "foreign external interior internal defense finance justice health education trade energy transport information labor agriculture culture".split(
    " ",
  ),
);

/** Words for what a ministry or an office is about, so that every country has one. */
const branches: ReadonlySet<string> = new Set([
  ...portfolios,
  ..."affairs state national federal central supreme high joint armed general public security home treasury coast border air fleet".split(
    " ",
  ),
]);
