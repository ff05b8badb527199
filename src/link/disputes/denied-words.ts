import { hasFiniteVerb, isOfPerson, ownerOf, shortened, theName, withSubject } from "./claim-sentence.js";
import type { DenialLexicon } from "./denial-lexicon.js";

/** What the words of a denial say is not so. */
export interface DeniedWords {
  /** `clause`: a sentence; `deed`: what whoever denies would have done ("any part in it"); `phrase`: a noun for something that would have been ("a split"); `pointing`: nothing of its own ("denied this"). */
  readonly form: "clause" | "deed" | "phrase" | "pointing";
  /** What it is about; of what merely points, what it tells of the claim that it points at. */
  readonly words: string;
  /** What is denied as a sentence that stands alone; `null` where the words give none. */
  readonly sentence: string | null;
  /** Whose claim it is by the words that name it, a party ("the army") or a telling that names nobody ("media reports"); `null` where they name neither. */
  readonly holder: string | null;
  /** Whether the holder is a party, and not merely reports or rumours. */
  readonly isParty: boolean;
  /** The noun by which it means a claim ("the allegations"); `null` where it means it by a pronoun or means none. */
  readonly noun: string | null;
}

/** By what the words of a denial are read: the forms of denials, the name of whoever denies, and of whomever words of the article stand for. */
export interface DeniedBy {
  readonly lexicon: DenialLexicon;
  readonly denier: string;
  /** The name of whom a pronoun at the head of these words stands for; `null` where the article does not tell. */
  readonly whoIs?: (clause: string) => string | null;
  /** The country for which he speaks by his office; `null` where the article tells none. */
  readonly country?: string | null;
}

/** Whether words say by a verb that somebody denies something. */
export function denies(words: string, { verb }: DenialLexicon): boolean {
  return verb.test(words) && !/\b(?:not|never|neither|nor|refus\w+|declin\w+|cannot)\b|n['’]t\b/i.test(words);
}

/** What a statement with a verb of denial says is untrue; `null` where it denies nothing that could be. */
export function deniedObject(verb: string, object: string, by: DeniedBy): DeniedWords | null {
  const { denies: isDenied, contradicts, rejects } = by.lexicon.verb.exec(verb)?.groups ?? {};
  const plain = plainWords(object);
  const party = contradicts === undefined ? null : partyIn(plain, by);
  if (party !== null) return { ...pointing(""), holder: party, isParty: true };
  const quoted = /^(?<object>.{2,80}?) as (?:merely |just |simply )?(?:an? |the )?["“‘']/iu.exec(plain)?.groups?.object;
  if (quoted !== undefined) return readShown(quoted, by);
  const { object: asUntrue, whose } = by.lexicon.asUntrue.exec(plain)?.groups ?? {};
  const found = readObject(asUntrue ?? plain, by);
  // "Reports that … as Norlandish inventions".
  const isWhose = whose !== undefined && /^\p{Lu}/u.test(whose) && found?.noun != null && !found.isParty;
  const read = isWhose ? { ...found, holder: `the ${whose} ${found.noun?.toLowerCase()}` } : found;
  if (read === null || isDenied !== undefined || asUntrue !== undefined) return read;
  // An idea, a demand or a film may be dismissed; only a claim is untrue.
  if (read.form === "phrase" && read.noun === null) return null;
  return rejects !== undefined && read.form === "pointing" && read.noun === null && /^(?:it|them)$/i.test(plain)
    ? null
    : read;
}

/** The party that somebody contradicts: "the foreign secretary, Reva Holt, over the bridge". */
function partyIn(words: string, { lexicon }: DeniedBy): string | null {
  if (isPointer.test(words) || lexicon.claimed.test(words) || /^(?:that|how) /i.test(words)) return null;
  const [, party = ""] = /^(.{2,80}?)(?:,? (?:on|by|in|over|about|and|who)\b.*)?$/u.exec(words) ?? [];
  return party === "" || party.split(" ").length > 8 ? null : withoutArticle(party).replace(/ \(.*/, "");
}

/** What is called by another name, where it is a claim or what is shown as a proof: "that as “a fairy tale”", "the pictures as “grey dots”". */
function readShown(words: string, { lexicon }: DeniedBy): DeniedWords | null {
  if (isPointer.test(words) || lexicon.bareClaim.test(words)) return { ...pointing(""), noun: claimIn(words, lexicon) };
  const shown = lexicon.shown.exec(words)?.[1];
  return shown === undefined ? null : { ...pointing(shown), noun: shown };
}

function claimIn(words: string, { claimed }: DenialLexicon): string | null {
  return claimed.exec(words)?.groups?.noun ?? null;
}

/** What is called untrue in what somebody says: "the reports that he fled were false"; `null` where nothing is. */
export function calledUntrue(said: string, by: DeniedBy): DeniedWords | null {
  const { bareVerdict, verdict, mistaken } = by.lexicon;
  const plain = plainWords(said);
  const bare = bareVerdict.exec(plain);
  if (bare !== null) return { ...pointing(""), noun: claimIn(bare[0], by.lexicon) };
  const parts = plain.split(/(?:,|\band|\bbut) that /i).map(plainWords);
  for (const part of parts) {
    const wrong = mistaken.exec(part)?.groups?.party;
    if (wrong !== undefined) return { ...pointing(""), holder: withoutArticle(wrong), isParty: true };
    const found = verdict.exec(part)?.groups?.subject ?? noTruth.exec(part)?.groups?.object;
    const read = found === undefined ? null : readTold(found.replace(/,? (?:which|that|who)$/, ""), by);
    if (read !== null) return read;
  }
  return null;
}

const noTruth = /\bno (?:(?:iota|shred|grain) of )?truth (?:whatsoever )?(?:in|to|behind) (?<object>.+)/i;

/** What words deny that have to name a claim as one: "the reports that he fled", "this". */
function readTold(words: string, by: DeniedBy): DeniedWords | null {
  const plain = plainWords(words);
  if (isPointer.test(plain)) return pointing("");
  const found = by.lexicon.claimed.exec(plain)?.groups;
  const read = found === undefined ? null : readClaim(found.of ?? "", found.noun ?? "", found.rest ?? "", by);
  return read?.form === "phrase" ? null : read;
}

const isPointer =
  /^(?:it|this|that|them|these|those|so|all of it|any of it|both)\b[\s.,;]*(?:$|\b(?:all|firmly|outright|flatly|strongly|categorically|in|on|and|but|through|when|at|to|saying)\b)/i;

/** What somebody denies as a sentence tells it, by the words behind his name: "… rejected the army's claim". */
export function deniedBehind(name: string, by: DeniedBy): DeniedWords | null {
  const { calledSo, saidSo, verb } = by.lexicon;
  const plain = plainWords(name);
  const called = calledSo.exec(plain);
  const object = called?.groups?.object ?? called?.groups?.behind;
  if (object !== undefined) return isOther(plain.slice(0, called?.index)) ? null : readTold(object, by);
  if (saidSo.test(plain)) return pointing("");
  const found = verb.exec(plain);
  if (found === null || isOther(plain.slice(0, found.index)) || undone.test(plain.slice(0, found.index))) return null;
  if (!denies(plain.slice(0, found.index + found[0].length), by.lexicon)) return null;
  const rest = plain.slice(found.index + found[0].length).trim();
  return /^[\p{L} ]*\p{L}/u.test(rest) ? deniedObject(found[0], rest, by) : pointing("");
}

/** Whether somebody else does what a verb tells, by the words before it: those of a clause of its own, or a comma that is no end of what is told in passing. */
function isOther(before: string): boolean {
  if (/\band (?:(?:had|has|have|also|later|\p{L}+ly) )*$/u.test(before)) return false;
  return between.test(before) || (before.split(",").length % 2 === 0 && !/,\s*$/.test(before));
}

/** Before a verb that its subject does not do: "was contradicted", "vowed to reject", "blamed him for dismissing". */
const undone =
  /\b(?:is|are|was|were|been|being|(?:pledg|promis|vow|threaten|refus|declin|fail)\w* to|for) (?:\p{L}+ly )?$/iu;

const between = /\b(?:who|whom|which|that|said|says|told|where|after|before|while|and|but)\b|["“;]/i;

const claiming =
  /^(?<by>(?: (?:made|spread|published|carried))? (?:by|from|of|in|on|among|across) .{2,90}?)?(?:,? (?:which|that) (?:say|said|suggest(?:s|ed)?|claim(?:s|ed)?|alleg(?:e|es|ed))(?: that)?|,? that| (?:suggesting|saying|claiming|alleging)(?: that)?) (?<clause>.+)$/iu;
const aboutTopic = /^ (?<how>of|about|on|over|regarding|concerning) (?<topic>.+)$/i;
const byWhom =
  /^(?: (?:made|spread|published|carried|brought (?:forth|forward)|put forward))? (?:by|from) (?<by>[^,;.]{2,90})/i;
const wentBefore = /^(?:that|which)?$/i;

function readObject(words: string, by: DeniedBy): DeniedWords | null {
  const { claimed } = by.lexicon;
  const [, clause] = /^(?:to .{2,60}? )?(?:that|how) (.+)/i.exec(words) ?? [];
  if (clause !== undefined) return clauseOf(clause, by.denier, by);
  // "denied to reporters that …", of which the reader leaves "to" out.
  const [, before = "", told] = /^(.{2,60}?) that (.+)$/i.exec(words) ?? [];
  if (told !== undefined && !hasFiniteVerb(before) && !ofDeed.test(before) && !claimed.test(`${before} `))
    return clauseOf(told, by.denier, by);
  if (isPointer.test(words)) return pointing("");
  const done = readDeed(words, by);
  if (done !== null) return done;
  const found = claimed.exec(words)?.groups;
  if (found !== undefined) return readClaim(found.of ?? "", found.noun ?? "", found.rest ?? "", by);
  if (hasFiniteVerb(words) && /^(?:it|he|she|they|its|his|her|their|there|the|\p{Lu})\b/u.test(words))
    return clauseOf(words, by.denier, by);
  const phrase = shortened(words);
  if (wentBefore.test(phrase)) return null;
  const [, nothing] =
    /^(?:that there (?:is|was|are|were) )?(?:any|the existence of)(?: such)? (.+)$/i.exec(phrase) ?? [];
  return phraseOf(phrase, nothing === undefined ? null : saidToBe(nothing));
}

/** "Carrying out" that attack, "a part in" that attack. */
const ofDeed = /^\p{Ll}+ing\b|\b(?:in|for|of|with|behind)$/u;

/** "any news conference is planned" as "a news conference is planned", "any split" as "there was a split". */
function saidToBe(nothing: string): string {
  const told = `${article(nothing)}${nothing}`;
  return hasFiniteVerb(nothing) ? told : `there ${told === nothing ? "were" : "was"} ${told}`;
}

/** A clause without the words that a denial has for what there is not: "anybody was hurt" as "somebody was hurt", "there was any split" as "there was a split". */
function certain(clause: string): string {
  return clause
    .replace(/\bany(?=(?:body|one|thing)\b)/gi, "some")
    .replace(/\bany (?:such )?(?=(\p{L}[^,;]*))/giu, (_, noun: string) =>
      article(noun.split(/ (?=(?:was|were|had|has|have|is|are|would|will)\b)/)[0] ?? ""),
    );
}

function article(noun: string): string {
  const [head = ""] = noun.split(/ (?:of|in|at|on|to|for|with|between|by|from) /);
  return /s$/.test(head) ? "" : /^[aeiou]/i.test(noun) ? "an " : "a ";
}

/** "the army's claim that it holds the bridge", "reports of a coup", "the allegations". */
function readClaim(of: string, noun: string, rest: string, by: DeniedBy): DeniedWords | null {
  const own = holderIn(of, noun);
  const told = claiming.exec(rest)?.groups;
  const unmarked = /^ (?<clause>(?:it|he|she|they|its|his|her|their|the|an?|there|some|\p{Lu}|\d).+)$/u.exec(rest)
    ?.groups?.clause;
  const relayed = told?.by
    ?.trim()
    .replace(/^(?:made |spread |published |carried )?(?:by|from|of|in|on|among|across) /i, "");
  const holder = {
    noun,
    ...(relayed === undefined ? own : { holder: withoutArticle(relayed), isParty: true }),
  };
  // What somebody is charged with is told of him, and what somebody claims of himself.
  const self =
    holder.isParty && /^(?:claim|assertion|statement|account|version)$/i.test(noun) && !teller.test(holder.holder ?? "")
      ? (holder.holder ?? by.denier)
      : by.denier;
  const clause = told?.clause ?? (unmarked !== undefined && hasFiniteVerb(unmarked) ? unmarked : undefined);
  if (clause !== undefined) {
    // What is only suggested ought to be and is not: "suggestions that he resign".
    const read = /^(?:suggest|notion)/i.test(noun) && !hasFiniteVerb(clause) ? null : clauseOf(clause, self, by);
    return read === null ? null : { ...read, ...holder };
  }
  const [, done] = /^ to have (.+)$/i.exec(rest) ?? [];
  if (done !== undefined && holder.holder !== null)
    return { ...clauseTold(done, shortened(`${theName(holder.holder)} had ${done}`)), ...holder };
  const from = byWhom.exec(rest)?.groups?.by;
  if (from !== undefined) return { ...pointing(""), noun, holder: withoutArticle(from), isParty: true };
  const [, spokenOf] = /^,? (?:which|that) (?:spoke|speaks|told|tells) of (.+)$/i.exec(rest) ?? [];
  if (spokenOf !== undefined) return { ...phraseOf(shortened(spokenOf).replace(/^an? /, ""), null), ...holder };
  const topic = aboutTopic.exec(rest)?.groups;
  // Who denies all allegations answers none in particular.
  if (/\b(?:all|any)\b/i.test(of) && holder.holder === null) return null;
  if (topic === undefined) return { ...pointing(""), ...holder };
  const about = shortened(topic.topic ?? "");
  if (topic.how === "of") {
    const done = readDeed(about, by);
    if (done !== null) return { ...done, ...holder };
    if (/^(?:the )?\p{Lu}/u.test(about) && /^the $/i.test(of) && !/s$/.test(noun))
      return { ...pointing(""), noun, holder: withoutArticle(about), isParty: true };
    return { ...phraseOf(about, null), ...holder };
  }
  const { report } = by.lexicon;
  if (!report.test(noun) || !holder.isParty) return { ...pointing(about), ...holder };
  const titled = `${of}${noun} ${topic.how} ${about}`.replace(possessive, `${ownerOf(theName(by.denier))} `);
  return { ...pointing(about), sentence: `${titled} is right`, ...holder };
}

/** Who tells of others rather than of himself. */
const teller =
  /\b(?:newspapers?|papers?|dail(?:y|ies)|radio|television|channel|magazine|weekly|websites?|sites?|media|outlets?|press|journalists?|reporters?|network|monitors?|observers?|activists?|residents|witness(?:es)?|charit(?:y|ies)|aid group|relief group)\b/i;

const possessive = /(?<= )(?:its|his|her|their) /i;

/** Whose claim it is by the words before the noun: "the army's", "media"; of a bare "the claim" nobody's. */
function holderIn(of: string, noun: string): Pick<DeniedWords, "holder" | "isParty"> {
  const [, owner] = /^(?:all |any |some of )?(.+?)(?:['’]s?)(?: [\p{L}-]+)* $/u.exec(of) ?? [];
  if (owner !== undefined) return { holder: withoutArticle(owner), isParty: true };
  if (/\b(?:his|her|their|its|my|our|your|this|I|think) /i.test(of)) return { holder: null, isParty: false };
  const kind = of
    .replace(
      /^(?:(?:any|all|the|these|those|such|recent|earlier|both|some|of|latest|a|an|as|false|similar|previous) )+/i,
      "",
    )
    .trim();
  if (/s$|^reporting|^specul/i.test(noun)) {
    const isKnown = kind === "" && /^(?:the|these|those|such|both|all|any) /i.test(of);
    return { holder: isKnown ? null : `${kind} ${noun.toLowerCase()}`.trim(), isParty: false };
  }
  return /^\p{Lu}|forces|group|army|government/u.test(kind)
    ? { holder: kind, isParty: true }
    : { holder: null, isParty: false };
}

/** What nouns and forms of verbs tell that whoever denies would have done: "laying mines", "any part in it", "having fled". */
function readDeed(words: string, { denier }: DeniedBy): DeniedWords | null {
  if (bareDeed.test(words)) return pointing("");
  for (const [pattern, told] of deeds) {
    const found = pattern.exec(words);
    if (found === null) continue;
    const rest = certain(shortened(found[1] ?? ""));
    if (rest === "" || /^(?:it|this|that|them)$/i.test(rest.split(" ").at(-1) ?? "")) return pointing("");
    return deedOf(rest, `${theName(denier)} ${told} ${rest}`);
  }
  const [, verb = "", rest = ""] = /^(?:ever )?(\p{Ll}{2,}ing) (?!of\b)(.+)$/u.exec(words) ?? [];
  const done = certain(shortened(`${verb} ${rest}`));
  return verb === "" ? null : deedOf(done, `${theName(denier)} was ${done}`);
}

const asIf = `^(?:(?:any|all|having(?: had)?|a|direct|personal|its|their|his|her|active|playing|taking) )*`;
/** "Denied a role", which leaves open in what. */
const bareDeed = new RegExp(
  `${asIf}(?:involvement|complicity|participation|part|role|hand|responsibility|knowledge|links?|connections?)$`,
  "i",
);
const deeds: readonly (readonly [RegExp, string])[] = [
  [/^(?:ever )?having (?:ever )?(.+)$/i, "had"],
  [/^(?:ever )?to have (.+)$/i, "had"],
  [/^being (.+)$/i, "was"],
  [new RegExp(`${asIf}(?:involvement|complicity|participation) (in .+)$`, "i"), "was involved"],
  [new RegExp(`${asIf}(?:part|role|hand|share) (in .+)$`, "i"), "had a part"],
  [new RegExp(`${asIf}responsibility (for .+)$`, "i"), "was responsible"],
  [new RegExp(`${asIf}(?:knowledge|knowing) (?:of )?(.+)$`, "i"), "knew of"],
  [new RegExp(`${asIf}(?:links?|ties|connections?) ((?:to|with) .+)$`, "i"), "had links"],
  [new RegExp(`${asIf}plans? ((?:to|for) .+)$`, "i"), "had plans"],
];

function clauseOf(clause: string, self: string, by: DeniedBy): DeniedWords | null {
  const told = shortened(clause);
  if (/^(?:it|this|that|any such thing) (?:\p{L}+ ){0,2}(?:happened|occurred|so|true|took place)$/iu.test(told))
    return pointing("");
  const own = by.country == null ? told : told.replace(ofCountry, `${ownerOf(by.country)} `);
  const short = certain(own);
  if (short.split(" ").length < 2) return null;
  // "He" in what somebody denies is mostly himself; in what another claims it may be anybody.
  const meant = isOfPerson(short, by.denier) ? null : (by.whoIs?.(short) ?? null);
  if (meant === null && self !== by.denier && /^(?:he|she)\b/i.test(short)) return clauseTold(short, short);
  const named = withSubject(short, meant === null || (meant === by.denier && self !== by.denier) ? self : meant);
  return clauseTold(short, withOwner(named, by.denier));
}

/** "Its embassy" of a ministry is its country's. */
const ofCountry =
  /^(?:(?:his|her|its|the) country['’]s |(?:its|their) (?=(?:embassy|consulate|ambassador|envoy|citizens|nationals|troops|soldiers|airspace|borders?)\b))/i;

/** Whose something is that a clause names nobody before: "a man was shot with its guns" of Norland is "a man was shot with Norland’s guns". */
function withOwner(clause: string, name: string): string {
  const [, before = ""] = /^\p{L}(.*?)\b(?:its|their)\b/iu.exec(clause) ?? [];
  return /\p{Lu}/u.test(before) ? clause : clause.replace(ownedBehind, `$1 ${ownerOf(theName(name))} `);
}

const ownedBehind = /\b(by|with|on|in|at|from|of|off) (?:its|their) /i;

const nobody = { holder: null, isParty: false, noun: null } as const;

function clauseTold(words: string, sentence: string): DeniedWords {
  return { form: "clause", words, sentence, ...nobody };
}

function deedOf(words: string, sentence: string): DeniedWords {
  return { form: "deed", words, sentence, ...nobody };
}

function phraseOf(words: string, sentence: string | null): DeniedWords {
  return { form: "phrase", words, sentence, ...nobody };
}

/** A denial with no words of its own for what it denies. */
export function pointing(words: string): DeniedWords {
  return { form: "pointing", words, sentence: null, ...nobody };
}

function withoutArticle(name: string): string {
  return name.replace(/^(?:the|a|an) /i, "").trim();
}

/** Words without the quote marks around them and the ends of lines. */
function plainWords(words: string): string {
  return words
    .replace(/\s+/g, " ")
    .replace(/^[\s"“”'‘:,-]+|[\s"“”,;:.]+$/g, "")
    .trim();
}
