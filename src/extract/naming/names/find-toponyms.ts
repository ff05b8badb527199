import type { Name, TokenRange } from "../../../doc/layers.js";
import type { Words } from "../../grammar/words.js";
import type { NamedPlace } from "../../places/gazetteer.js";
import { nameKey } from "../../places/name-key.js";
import type { PlaceLexicon } from "../../places/place-lexicon.js";

/** Words that may tell of a place on earth. */
export interface Toponym extends TokenRange {
  readonly key: string;
  /** Places of that name; empty where the gazetteer knows none. */
  readonly places: readonly NamedPlace[];
  /**
   * `toponym`: a name of a place in its own right; `facility`: of a building or the like; the others only hint at where the article plays:
   * `embedded` in the name of a body, `demonym` an adjective or a people.
   */
  readonly role: "toponym" | "facility" | "embedded" | "demonym";
  /** The type that the names layer gives it, `null` where only the gazetteer knows it. */
  readonly type: string | null;
  /** The tagger takes it for something else or passed over it: a place only if the article's other places speak for it. */
  readonly doubtful: boolean;
}

/** No name of the gazetteer that matters has more words. */
const longest = 5;

/** "the Northwest", "S.W.": a side of something. */
const side = /^(?:(?:north|south|east|west)(?:east|west)?(?:ern)?|central|mid|upper|lower|(?:down|up)town|[nsew])$/;

/** Words that a name may start with and still stand for the place behind: "Northeast Nebraska", "Greater Manchester". */
const parts =
  /^(?:(?:North|South|East|West)(?:east|west)?(?:ern)?|Central|[NSEW]\.|Upper|Lower|Metro|Greater|(?:Down|Up|Mid)town)$/;

/** "M.S.", "Ph.D.": letters that no place has for its name. */
const degrees = /^(?:\p{Lu}\p{Ll}?\.\s?)+(?:\p{Lu}\p{Ll}?)?$/u;

/** What is called by the town where it was signed or happened, behind the name or before its "of". */
const treaty =
  /^(?:treat(?:y|ies)|accords?|agreements?|protocols?|conventions?|declaration|statute|pact|charter|syndrome|consensus|process|memorandum|formula|rules|criteria|principles|club|plan)$/;

/** "Al-Tanf", "El Fasher": Arabic names with their article. */
const articled = /^(?:al|el|an|ar|as|ash|at|az)$/i;

/** Words that hyphens put between the parts of one name: "Stoke-on-Trent". */
const joining = /^(?:sur|sous|les?|la|lès|lez|en|de|des|du|aux?|am|an|der|upon|on|under|in|by|the)$/;

/** Deeds whose object, named alone, is a place sooner than a person. */
const siteVerbs =
  /^(?:hit|bomb|shell|strike|pound|storm|capture|recapture|retake|seize|enter|leave|reach|besiege|raid|overrun|bombard|encircle|evacuate)$/;

/** Last words of names of streets. A street is where somebody lives or drives, and not worth a place of its own. */
const streets =
  /\b(?:avenue|ave|street|boulevard|blvd|drive|road|rd|lane|highway|hwy|parkway|freeway|interstate|turnpike|expressway|route|trail|pike|bypass|circle|court|alley|st|\d+)$/;

/** Last words of names of buildings and grounds. */
const sites =
  /\b(?:mall|school|hospital|church|park|airport|stadium|arena|center|centre|university|college|station|plaza|museum|library|cemetery|prison|dam)$/;

/** What is called by the town, river or valley where it was found first: "Marburg virus", "Rift Valley fever". */
const diseases =
  /^(?:virus|viruses|fever|haemorrhagic|hemorrhagic|disease|flu|influenza|encephalitis|syndrome|pox|strain|variant)$/;

/** Last words of names of waters that no land has. */
const openWaters = /^(?:Sea|Straits?|Shoal|Reef)$/;

/** The toponyms of an article and what else hints at places, in text order and without overlap. */
export function findToponyms(words: Words, names: readonly Name[], lexicon: PlaceLexicon): Toponym[] {
  return new ToponymFinder(words, names, lexicon).find();
}

class ToponymFinder {
  private readonly words: Words;
  private readonly names: readonly Name[];
  private readonly lexicon: PlaceLexicon;
  /** For each token, whether a name holds it. */
  private readonly named: Uint8Array;
  /** For each key, how often the article's tags call it a place, less half of how often they call it something else. */
  private readonly votes = new Map<string, number>();
  private readonly personWords = new Set<string>();
  /** Keys of names that the article calls a disease somewhere. */
  private readonly diseases = new Set<string>();

  constructor(words: Words, names: readonly Name[], lexicon: PlaceLexicon) {
    this.words = words;
    this.names = names;
    this.lexicon = lexicon;
    this.named = new Uint8Array(words.length);
    for (const name of names) this.named.fill(1, name.first, name.end);
    for (const name of names) {
      if (name.type === "PERSON" && name.end - name.first > 1) this.addPerson(name);
    }
    for (const name of names) {
      if (diseases.test(words.lower(name.end))) this.diseases.add(this.key(name));
      const vote = isPlaceType(name.type) ? 1 : -0.5;
      for (const part of this.parts(name)) this.votes.set(this.key(part), (this.votes.get(this.key(part)) ?? 0) + vote);
    }
  }

  find(): Toponym[] {
    const found = [...this.names.flatMap((name) => this.ofName(name)), ...this.passedOver()].map((one) =>
      this.uncut(one),
    );
    found.sort((a, b) => a.first - b.first || b.end - a.end);
    let end = 0;
    return found.filter((toponym) => {
      const apart = toponym.first >= end && !this.isDisease(toponym);
      if (apart) end = toponym.end;
      return apart;
    });
  }

  /** The whole of a name that hyphens carry on: "Halver-sur-Aune" is not the Halver that the gazetteer knows. */
  private uncut(toponym: Toponym): Toponym {
    const { words } = this;
    const to = words.sentence(toponym.first).end;
    let { end } = toponym;
    const isJoined = (token: number): boolean =>
      words.span({ first: end - 1, end: token + 1 })[1] - words.span({ first: end - 1, end })[0] ===
      words.slice({ first: end - 1, end: token + 1 }).replace(/\s/g, "").length;
    while (
      end + 3 < to &&
      joining.test(words.lower(end + 1)) &&
      /^\p{Lu}/u.test(words.text(end + 3)) &&
      words.text(end) === "-" &&
      words.text(end + 2) === "-" &&
      isJoined(end + 3)
    )
      end += 4;
    return end === toponym.end
      ? toponym
      : {
          ...this.toponym({ first: toponym.first, end }, toponym.type),
          role: toponym.role,
          doubtful: toponym.doubtful,
        };
  }

  private addPerson(name: TokenRange): void {
    for (let token = name.first; token < name.end; token++) this.personWords.add(nameKey(this.words.text(token)));
  }

  private ofName(name: Name): Toponym[] {
    switch (name.type) {
      case "GPE":
      case "LOC":
        return this.parts(name).flatMap((part) => this.ofPlace(part, name.type));
      case "NORP":
        return this.ofGroup(name);
      case "FAC":
        return this.ofFacility(name);
      case "PERSON":
        return this.ofPerson(name);
      case "ORG":
        return this.ofBody(name);
      default:
        return [];
    }
  }

  /** "Springfield, Ill." and "Athens, Georgia" are two places each, where the tagger took them for one name. */
  private parts(name: TokenRange): TokenRange[] {
    const parts: TokenRange[] = [];
    let first = name.first;
    for (let token = name.first; token <= name.end; token++) {
      if (token < name.end && !/^[,(/]$/.test(this.words.text(token))) continue;
      const part = this.trimmed({ first, end: token });
      if (part.first < part.end) parts.push(part);
      first = token + 1;
    }
    return parts;
  }

  /** Without "the", "'s" and marks at the ends. */
  private trimmed({ first, end }: TokenRange): TokenRange {
    let from = first;
    let to = end;
    while (from < to && /^(?:the|[^\p{L}\p{N}]+)$/iu.test(this.words.text(from))) from++;
    while (to > from && /^(?:['’]s?|[^\p{L}\p{N}]+)$/u.test(this.words.text(to - 1))) to--;
    return { first: from, end: to };
  }

  private ofPlace(given: TokenRange, type: string): Toponym[] {
    if (this.lexicon.demonyms.has(this.key(given))) return [{ ...this.toponym(given, type), role: "demonym" }];
    const part = this.widened(given);
    const key = this.key(part);
    if (isSide(key) || streets.test(key) || this.isOfStreet(part) || this.isHoliday(part) || this.isInTreaty(part))
      return [];
    const whole = this.toponym(part, type);
    if (this.isShort(part) && !whole.places.some(isKnownShort)) return [];
    if (whole.places.length > 0) return [whole];
    if (sites.test(key)) return [{ ...whole, role: "facility" }];
    if (this.isAcronym(part) || degrees.test(this.words.slice(part)) || (this.votes.get(this.key(given)) ?? 0) <= 0)
      return [];
    for (let first = part.first + 1; first < part.end; first++) {
      const before = this.words.text(first - 1);
      const rest = this.toponym({ first, end: part.end }, type);
      if (parts.test(before)) {
        if (rest.places.length > 0) return [{ ...whole, places: rest.places }];
      } else if (/^\p{Ll}/u.test(before)) {
        if (rest.places.length > 0) return [rest];
      } else break;
    }
    return [whole];
  }

  /** The longest name of the gazetteer around what the tagger marked: "St. Paris" for "Paris", "Gulf of Alaska" for "Gulf". */
  private widened(part: TokenRange): TokenRange {
    const sentence = this.words.sentence(part.first);
    for (let length = longest; length > part.end - part.first; length--) {
      for (let first = Math.max(sentence.first, part.end - length); first <= part.first; first++) {
        const range = { first, end: first + length };
        if (range.end > sentence.end || range.end < part.end || !this.isCapitalised(range)) continue;
        if (this.trimmed(range).first > first) continue;
        const found = this.lexicon.gazetteer.find(this.key(range));
        // "Republic of Congo" is another name of that country alone.
        if (found.some(({ naming, place }) => naming === "name" || place.feature === "country")) return range;
      }
    }
    // No town is the sea that has its name; "Strait of Belmar" begins another.
    const isWater = part.end < sentence.end && openWaters.test(this.words.text(part.end));
    return isWater && this.words.lower(part.end + 1) !== "of" ? { first: part.first, end: part.end + 1 } : part;
  }

  /** "TxDOT", "NERI": no name of a place that the gazetteer would not know. */
  private isAcronym({ first, end }: TokenRange): boolean {
    return end - first === 1 && /^\p{L}*\p{Lu}\p{L}*\p{Lu}$/u.test(this.words.text(first)) && !this.isHeading(first);
  }

  /** "UN", "EU": capitals that only a country or an abbreviation may be. */
  private isShort(range: TokenRange): boolean {
    return /^\p{Lu}{2,4}$/u.test(this.words.slice(range));
  }

  /** Whether the sentence's words are in capitals, as in datelines and headings. */
  private isHeading(token: number): boolean {
    return /^\p{Lu}{5,}$/u.test(this.words.text(token));
  }

  /** "The Treaty of Lisbon", "the Oslo process", "the 2015 Paris climate accord". */
  private isInTreaty({ first, end }: TokenRange): boolean {
    const behind = [end, end + 1].find((token) => treaty.test(this.words.lower(token)));
    if (behind !== undefined) return behind === end || /^(?:NOUN|ADJ|PROPN)$/.test(this.words.upos(end));
    return (
      this.words.lower(first - 1) === "of" &&
      treaty.test(this.words.lower(first - 2)) &&
      /^\p{Lu}/u.test(this.words.text(first - 2))
    );
  }

  private isCapitalised({ first, end }: TokenRange): boolean {
    return [first, end - 1].every((token) => /^\p{Lu}/u.test(this.words.text(token)));
  }

  /** "Baghdad" of "Baghdad Street": what else it may be called, it is no town. */
  private isOfStreet({ end }: TokenRange): boolean {
    return /^(?:Avenue|Street|Boulevard|Blvd|Drive|Road|Lane|Highway)$/.test(this.words.text(end));
  }

  /** "Marburg" of "Marburg virus", and elsewhere in an article that tells of it, unless as of a town: "in Marburg". */
  private isDisease(range: TokenRange): boolean {
    const { words } = this;
    if (diseases.test(words.lower(range.end)) || diseases.test(words.lower(range.end - 1))) return true;
    const isLocated = /^(?:in|at|near|outside|to|around)$/.test(words.lower(range.first - 1));
    return this.diseases.has(this.key(range)) && !isLocated;
  }

  /** "St. Patrick's Day". */
  private isHoliday({ end }: TokenRange): boolean {
    return /^['’]s$/.test(this.words.text(end)) && this.words.lower(end + 1) === "day";
  }

  private ofGroup(name: Name): Toponym[] {
    const country = this.lexicon.demonyms.get(this.key(name));
    if (country === undefined) return [];
    return [
      { ...this.toponym(name, name.type), key: country, places: this.lexicon.gazetteer.find(country), role: "demonym" },
    ];
  }

  private ofFacility(name: Name): Toponym[] {
    const mission = this.ofMission(name);
    if (mission) return mission;
    const range = this.trimmed(name);
    if (range.first === range.end || streets.test(this.key(range))) return [];
    const whole = this.toponym(range, name.type);
    return [whole.places.length > 0 ? whole : { ...whole, role: "facility" }];
  }

  /** The town of "US Embassy in Baghdad" is a place in its own right; the embassy is found from its words. `null` for other names. */
  private ofMission({ first, end }: TokenRange): Toponym[] | null {
    let at = first;
    while (at < end && !/^(?:embassy|consulate)$/.test(this.words.lower(at))) at++;
    if (at === end) return null;
    while (at < end && this.words.lower(at) !== "in") at++;
    return at + 1 < end ? this.ofPlace({ first: at + 1, end }, "GPE") : [];
  }

  /** A body named like a place may be that place: "Mansfield residents". */
  private ofBody(name: Name): Toponym[] {
    const mission = this.ofMission(name);
    if (mission) return mission;
    const range = this.trimmed(name);
    if (this.isPlaceElsewhere(range)) return [this.toponym(range, name.type)];
    return this.isPlaceName(range) ? [{ ...this.toponym(range, name.type), doubtful: true }] : this.embedded(range);
  }

  /** "Bombed Al-Bab", "near Al-Tanf": a single name with the Arabic article where a place is told. */
  private isArabicSite({ first, end }: TokenRange): boolean {
    if (end - first !== 3 || this.words.text(first + 1) !== "-" || !articled.test(this.words.text(first))) return false;
    const before = first - 1;
    if (/^(?:in|at|near|outside|around|toward|towards|into)$/.test(this.words.lower(before))) return true;
    return this.words.upos(before) === "VERB" && this.words.forms(before).some((form) => siteVerbs.test(form));
  }

  private ofPerson(name: Name): Toponym[] {
    const range = this.trimmed(name);
    if (this.isArabicSite(range)) return [{ ...this.toponym(range, "GPE"), doubtful: false }];
    if (this.isPersonWord(this.key(range))) return [];
    if (this.isPlaceElsewhere(range)) return [this.toponym(range, name.type)];
    return this.isPlaceName(range) ? [{ ...this.toponym(range, name.type), doubtful: true }] : [];
  }

  /** Whether the article calls it a place elsewhere. */
  private isPlaceElsewhere(range: TokenRange): boolean {
    const key = this.key(range);
    return (this.votes.get(key) ?? 0) > 0 && this.lexicon.gazetteer.find(key).length > 0;
  }

  /** Whether a place is listed by that name. A single letter or capitals alone are an acronym. */
  private isPlaceName(range: TokenRange): boolean {
    const key = this.key(range);
    if (key.length < 4 || isSide(key) || streets.test(key)) return false;
    return this.lexicon.gazetteer.find(key).some(({ naming }) => naming === "name");
  }

  /** Places that the name of a body begins with, or that stand behind "of" and "in" within it. */
  private embedded(range: TokenRange): Toponym[] {
    for (let first = range.first; first < range.end; first++) {
      if (first > range.first && !/^(?:of|in|for|at|the)$/i.test(this.words.text(first - 1))) continue;
      const end = this.longestPlace(first, range.end, () => true);
      if (end !== null) return [{ ...this.toponym({ first, end }, "ORG"), role: "embedded" }];
    }
    return [];
  }

  private isPersonWord(key: string): boolean {
    return key.split(" ").some((word) => this.personWords.has(word));
  }

  /** What no name holds and the gazetteer knows. */
  private passedOver(): Toponym[] {
    const found: Toponym[] = [];
    for (let token = 0; token < this.words.length; token++) {
      if (!this.startsName(token)) continue;
      const end = this.longestPlace(token, this.words.length, (at) => this.named[at] === 0);
      if (end === null) continue;
      const range = { first: token, end };
      if (!this.isPartOfName(range)) found.push(...this.ofPassedOver(range));
      token = end - 1;
    }
    return found;
  }

  private startsName(token: number): boolean {
    return this.named[token] === 0 && /^\p{Lu}/u.test(this.words.text(token));
  }

  /** The end of the longest name of a place that starts there. */
  private longestPlace(first: number, limit: number, free: (token: number) => boolean): number | null {
    let best: number | null = null;
    for (let end = first + 1; end <= Math.min(limit, first + longest) && free(end - 1); end++) {
      if (!/^\p{Lu}/u.test(this.words.text(end - 1))) continue;
      const key = this.key({ first, end });
      if (key.length > 2 && this.lexicon.gazetteer.find(key).some(({ naming }) => naming !== "abbreviation"))
        best = end;
    }
    return best;
  }

  /** Whether capitalised words stand beside it that make it part of another name. */
  private isPartOfName({ first, end }: TokenRange): boolean {
    return this.isNameWord(first - 1, first) || this.isNameWord(end, first);
  }

  private isNameWord(token: number, first: number): boolean {
    if (this.words.sentence(token).first !== this.words.sentence(first).first) return false;
    return /^\p{Lu}/u.test(this.words.text(token)) && this.words.upos(token) === "PROPN";
  }

  private ofPassedOver(range: TokenRange): Toponym[] {
    if (this.isInTreaty(range)) return [];
    if (this.isPersonWord(this.key(range))) return [];
    if (this.isPlaceElsewhere(range)) return [this.toponym(range, null)];
    // "The Kerch Strait": no person and no body is called so.
    const whole = this.toponym(range, null);
    if (waters.test(whole.key) && whole.places.length > 0) return [whole];
    if (this.words.upos(range.first) !== "PROPN" || !this.isPlaceName(range)) return [];
    return [{ ...this.toponym(range, null), doubtful: true }];
  }

  private toponym(range: TokenRange, type: string | null): Toponym {
    const key = this.key(range);
    const known = this.lexicon.gazetteer.find(key);
    const division = known.some(({ place }) => place.feature === "country") ? this.divisionOf(key, range.end) : [];
    if (division.length > 0)
      return { ...range, key: `${key} state`, places: division, role: "toponym", type, doubtful: false };
    // The Red Sea is a state of Sudan as well, and no sea is a town.
    const places =
      waters.test(key) && !isDivision(this.words.lower(range.end))
        ? known.filter(({ place }) => place.feature === "water")
        : known;
    return { first: range.first, end: range.end, key, places, role: "toponym", type, doubtful: false };
  }

  /** "Niger state", "Niger governor": the region that is called as a country is. */
  private divisionOf(key: string, end: number): readonly NamedPlace[] {
    const next = this.words.lower(end);
    if (!isDivision(next) && next !== "governor") return [];
    return this.lexicon.gazetteer.find(`${key} state`).filter(({ place }) => place.feature === "region");
  }

  private key(range: TokenRange): string {
    return nameKey(this.words.slice(this.trimmed(range)));
  }
}

/** Names that say of themselves that they are of a sea, a strait or the like. */
const waters = /(?:^| )(?:sea|strait|straits|ocean|gulf)$|^(?:sea|strait|straits|gulf) of /;

/** What a part of a country is called. */
export function isDivision(word: string): boolean {
  return /^(?:state|province|governorate|region|county)$/.test(word);
}

function isSide(key: string): boolean {
  return key.split(" ").every((word) => side.test(word));
}

function isKnownShort({ place, naming }: NamedPlace): boolean {
  return naming === "abbreviation" || place.feature === "country";
}

function isPlaceType(type: string): boolean {
  return type === "GPE" || type === "LOC";
}
