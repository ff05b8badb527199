/**
 * The people and bodies in written bylines, each once, in the order in which they stand: "By Ada Lenz, Port Editor, and Bo Marr" gives two. What is no name
 * (addresses, times, "Email the author") is left out, and so are jobs and places behind a name; a job stays where it is all that there is. A name that
 * does not look like a person's is left as it is: "Ministry of Transport and Waterways" is one.
 */
export function authorNames(written: readonly string[]): readonly string[] {
  const found = written.flatMap((line) => namesIn(squeeze(line)));
  const names = found.filter((name) => name.length <= longestName && !isNoName(name));
  const people = names.filter((name) => !isJob(name));
  const told = people.length > 0 ? people : names;
  return told.filter((name, index) => told.findIndex((one) => one.toLowerCase() === name.toLowerCase()) === index);
}

const longestName = 120;

/** "By Ada Lenz": what stands before the names. */
const opening =
  /^(?:(?:(?:written|reported|posted|story|words|text|photos?|reporting|report|interview|published)\s+)?by|por|par|von|authors?|from)\b:?\s+|^(?:text|words|story|reporting)\s*:\s+/i;

/** What stands behind them: an address, a handle, a time, what a link asks for. */
const ending =
  /\s*(?:<[^<>]*@[^<>]*>|\([^()]*@[^()]*\)|[\w.+-]+@[\w.-]+\.\w+|(?<![\w@])@\w+|\s[|·•]?\s*(?:updated|published|posted|last modified)\b.*|,?\s+(?:on\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)).*)\s*$/i;

const noName =
  /^(?:https?:|www\.)|^[^\p{L}]*$|@|\b\d+ (?:second|minute|min|hour|hr|day|week|month|year)s? ago\b|^(?:just now|today|yesterday)\b|^\d|\b\d{1,2}:\d{2}\b|\b(?:19|20)\d{2}$|^(?:e-?mail|mail|contact|follow|message|tweet|more (?:by|from|stories)|view (?:all|more|profile|bio|author)|see (?:all|more)|read more|about|all (?:posts|articles|stories)|share|subscribe)\b|^(?:admin|administrator|root|webmaster|null|undefined|unknown|none|n\/a|guest|user|author|super ?user|bio|profile)$/iu;

function isNoName(name: string): boolean {
  return noName.test(name);
}

/** Words of which a job is told, in its last word or before a preposition: "Port Editor", "Head of News". */
const job =
  /\b(?:editor|correspondent|reporter|writer|journalist|columnist|producer|contributor|photographer|presenter|anchor|host|analyst|commentator|broadcaster|critic|blogger|intern|fellow|lecturer|researcher|chief|head of|director of|professor|co-?founder|founder|specialist|consultant|staff|newsroom|news ?desk|web ?desk|desk|bureau)s?\b/i;

function isJob(part: string): boolean {
  return job.test(part);
}

/** Words in the names of bodies, which are taken apart nowhere. */
const bodyWord =
  /\b(?:ministry|department|office|agency|agencies|embassy|consulate|commission|committee|council|authority|bureau|board|service|services|command|forces?|government|administration|organi[sz]ation|institute|university|centre|center|foundation|union|association|society|group|company|corporation|bank|fund|press|news|media|times|post|network|team|secretariat|directorate|mission|nations|state|foreign|international|national|federal)\b/i;

/** "van der", "al", "bin": parts of names that are written small. */
const particle = "(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|el|al|bin|ibn|abu|ben|ter|ten|bint|af|av|y|e)";
const word = "(?:\\p{Lu}\\.(?:-?\\p{Lu}\\.)*|(?:al-|el-|d['’]|l['’]|[oO]['’]|[mM]a?c)?\\p{Lu}[\\p{L}\\p{M}'’-]*\\.?)";
const person = new RegExp(`^${word}(?: (?:${word}|${particle}|"[^"]{1,20}"|“[^”]{1,20}”)){1,4}$`, "u");

/** Says of a text whether it has the look of one person's name. */
export function isPersonName(text: string): boolean {
  return text.length <= 60 && person.test(text) && !bodyWord.test(text) && !isJob(text);
}

/** "Ada Lenz, Jr." and "Ada Lenz, PhD" are one name. */
const suffix = /^(?:jr|sr|ii|iii|iv|ma|ba|mba|mph|rn|dds|dvm|dr|phd|ph\.d|md|m\.d|esq|obe|mbe|cbe|kc|qc)\.?$/i;

/** Agencies that sign beside people. */
const agency = /^(?:reuters|ap|afp|dpa|upi|ans|tass|xinhua|bloomberg|efe|ansa|pa|cnn|bbc|staff|agencies)$/i;

const strongBreak = /\s*(?:[;|·•\n]|\s[–—/-]\s|\s\/\s)\s*/;
const listBreak = /\s*,\s*(?:and\s+|&\s*)?|\s+(?:and|with)\s+|\s*&\s*/i;

function namesIn(line: string): readonly string[] {
  const plain = trimmed(line);
  if (plain === "") return [];
  const parts = plain.split(strongBreak).map(trimmed);
  if (parts.length > 1 && parts.some((part) => isPersonName(firstIn(part)))) return parts.flatMap(listIn);
  return listIn(plain);
}

/** The names of a list like "Ada Lenz, Bo Marr and Tom Peake", or the whole where it begins with no person. */
function listIn(line: string): readonly string[] {
  if (line === "") return [];
  const [first = "", ...others] = line.split(listBreak).map(trimmed);
  if (others.length === 0) return [withoutPlace(line)];
  if (!isPersonName(withoutPlace(first)))
    return agency.test(first) && others.every(isNamed) ? [first, ...others] : [line];
  const names = [withoutPlace(first)];
  for (const part of others) {
    if (suffix.test(part)) names.push(`${names.pop()}, ${part}`);
    else if (isNamed(part)) names.push(withoutPlace(part));
  }
  return names;
}

function isNamed(part: string): boolean {
  return isPersonName(withoutPlace(part)) || agency.test(part);
}

function firstIn(part: string): string {
  return withoutPlace(part.split(listBreak)[0] ?? "");
}

/** "Ada Lenz in Lorrimer", "Ada Lenz for the Mail", "Ada Lenz (Lorrimer)": the name alone. */
function withoutPlace(name: string): string {
  const [, before = ""] =
    /^(.+?)(?:\s+(?:in|for|at|of|from|reporting|,)\s+(?:\p{Lu}|the\s).*|\s*\([^()]*\)|\s+for)$/u.exec(name) ?? [];
  return isPersonName(before) ? before : name;
}

function trimmed(text: string): string {
  return text
    .replace(opening, "")
    .replace(ending, "")
    .replace(/^[\s,;:|·•–—-]+|[\s,;:|·•–—-]+$/gu, "")
    .trim();
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
