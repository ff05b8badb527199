import { hasFiniteVerb, isOfPerson, ownerOf, shortened, theName, withSubject } from "./claim-sentence.js";

/** What the words of a denial say is not so. */
export interface DeniedWords {
  /** `clause`: a sentence; `phrase`: a noun for something that would have been ("a split"); `pointing`: nothing of its own ("denied this"). */
  readonly form: "clause" | "phrase" | "pointing";
  /** What it is about; of what merely points, what it tells of the claim that it points at. */
  readonly words: string;
  /** What is denied as a sentence that stands alone; `null` where the words give none. */
  readonly sentence: string | null;
  /** Whose claim it is by the words that name it, a party ("the army") or a telling that names nobody ("media reports"); `null` where they name neither. */
  readonly holder: string | null;
  /** Whether the holder is a party, and not merely reports or rumours. */
  readonly isParty: boolean;
  /** Whether it is a report or story that is denied, which outlets tell, and not a claim of a party. */
  readonly isReport: boolean;
  /** Whether several claims are denied: "the allegations". */
  readonly isSeveral?: boolean;
}

/** Who is meant by what: the name of whoever denies, and of whomever words of the article stand for. */
export interface DeniedBy {
  readonly denier: string;
  /** The name of whom a pronoun at the head of these words stands for; `null` where the article does not tell. */
  readonly whoIs?: (clause: string) => string | null;
}

/** Verbs whose object is said to be untrue whatever it is, and those that may as well refuse a demand or dislike an idea. */
const deniesAnything = String.raw`den(?:y|ies|ied|ying)|refut(?:es?|ed|ing)|rebut(?:s|ted|ting)?|debunk(?:s|ed|ing)?`;
const deniesClaims = String.raw`reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|disput(?:es?|ed|ing)|contradict(?:s|ed|ing)?|rubbish(?:es|ed|ing)|(?:shot|shoots?|shooting) down|(?:knock|slap)(?:s|ed|ing)? down|brush(?:es|ed|ing) (?:off|aside)|counter(?:s|ed)`;

const denyingVerb = new RegExp(String.raw`\b(?:(?<strong>${deniesAnything})|(?<weak>${deniesClaims}))\b`, "i");

/** Whether words say by a verb that somebody denies something. */
export function denies(words: string): boolean {
  return denyingVerb.test(words) && !/\b(?:not|never|neither|nor|refus\w+|declin\w+|cannot)\b|n['’]t\b/i.test(words);
}

const adverbs = String.raw`(?:(?:\p{L}+ly|simply|just|quite|all|pure|a|an|the|complete|total|such|utter|outright|nothing but|made) )*`;

const untrue = String.raw`(?:(?:not|n['’]t) ${adverbs}(?:true|so|the case|correct|accurate)|false|untrue|incorrect|inaccurate|unfounded|baseless|groundless|fabricat(?:ed|ions?)|fake|hoax|lies?|nonsense|rubbish|inventions?|invented|fiction|fantasy|myth)(?=$|[\s]*[.,;:!?”"’…]| [-–—]| (?:and|but|by|from|to|in|on|for|because|as|said|says)\b)`;

/** "That is a lie", "Not true". */
const bareVerdict = new RegExp(
  String.raw`^(?:(?:but|no),? )?(?:(?:that|this|it|these|those|they|all of (?:that|this|it)|the (?:claim|report|stor|accusation|allegation|rumou?r)\w*)(?: (?:is|are|was|were)|['’]s|(?=n['’]t))? )?${adverbs}${untrue}`,
  "iu",
);

/** "The reports that he fled were false". */
const verdict = new RegExp(
  String.raw`^(?:that )?(?<subject>.+?)(?:,? (?:s?he|they|it|[\p{Lu}]\p{L}+) (?:said|says|added),?)? (?:is|are|was|were|has been|have been) ${adverbs}${untrue}`,
  "iu",
);

const noTruth = /\bno (?:(?:iota|shred|grain) of )?truth (?:in|to|behind) (?<object>.+)/i;

/** "called the report a lie", "dismissed as untrue the reports that he fled". */
const calledSo = new RegExp(
  String.raw`\b(?:call|brand|label|describ|denounc|dismiss|reject)\w* (?:(?<object>.{2,200}?) (?:as )?${adverbs}${untrue}|(?:as )?${adverbs}${untrue} (?<behind>.+))`,
  "iu",
);

/** What a statement with a verb of denial says is untrue; `null` where it denies nothing that could be. */
export function deniedObject(verb: string, object: string, by: DeniedBy): DeniedWords | null {
  const isStrong = denyingVerb.exec(verb)?.groups?.["strong"] !== undefined;
  const plain = plainWords(object);
  const asUntrue = plain.match(new RegExp(String.raw`^(?<object>.+?) as ${adverbs}${untrue}`, "iu"));
  const [, party] =
    /^((?:the |his |its |their )?(?:\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*)*|\p{Ll}+)(?: \(\p{Lu}+\))?)(?: (?:on|by|in|over|about|and)\b.*)?$/u.exec(
      plain,
    ) ?? [];
  if (
    party !== undefined &&
    /^(?:contradict|disput|rebut|refut)/i.test(verb) &&
    !isPointer.test(plain) &&
    !claimed.test(plain)
  )
    return { ...pointing(""), holder: withoutArticle(party).replace(/ \(.*/, ""), isParty: true };
  const read = readObject(asUntrue?.groups?.["object"] ?? plain, by);
  if (read === null || isStrong || asUntrue !== null) return read;
  // An idea, a demand or a film may be dismissed; only a claim is untrue.
  return read.form === "phrase" || /^(?:it|them|this|that|these|those)$/i.test(plain) ? null : read;
}

/** What is called untrue in what somebody says: "the reports that he fled were false"; `null` where nothing is. */
export function calledUntrue(said: string, by: DeniedBy): DeniedWords | null {
  const plain = plainWords(said);
  if (bareVerdict.test(plain)) return pointing("");
  const parts = plain.split(/(?:,|\band|\bbut) that /i).map(plainWords);
  for (const part of parts) {
    const found = verdict.exec(part)?.groups?.["subject"] ?? noTruth.exec(part)?.groups?.["object"];
    const read = found === undefined ? null : readTold(found, by);
    if (read !== null) return read;
  }
  return null;
}

/** What words deny that have to name a claim as one: "the reports that he fled", "this". */
function readTold(words: string, by: DeniedBy): DeniedWords | null {
  const plain = plainWords(words);
  if (isPointer.test(plain)) return pointing("");
  const found = claimed.exec(plain)?.groups;
  const read = found === undefined ? null : readClaim(found["of"] ?? "", found["noun"] ?? "", found["rest"] ?? "", by);
  return read?.form === "phrase" ? null : read;
}

const isPointer =
  /^(?:it|this|that|them|these|those|so|everything|all of it|any of it|both)\b[\s.,;]*(?:$|\b(?:all|firmly|outright|flatly|strongly|categorically|in|on|and|but|through|when|at|to)\b)/i;

/** What somebody denies as a sentence tells it, by the words behind his name: "… rejected the army's claim". */
export function deniedBehind(name: string, by: DeniedBy): DeniedWords | null {
  const plain = plainWords(name);
  const called = calledSo.exec(plain)?.groups;
  const object = called?.["object"] ?? called?.["behind"];
  if (object !== undefined) return readTold(object, by);
  if (new RegExp(String.raw`^(?:has |have )?(?:said|says) (?:is|are|was|were) ${adverbs}${untrue}`, "iu").test(plain))
    return pointing("");
  const verb = denyingVerb.exec(plain);
  if (verb === null || between.test(plain.slice(0, verb.index))) return null;
  if (!denies(plain.slice(0, verb.index + verb[0].length))) return null;
  const rest = plain.slice(verb.index + verb[0].length).trim();
  return /^[\p{L} ]*\p{L}/u.test(rest) ? deniedObject(verb[0], rest, by) : pointing("");
}

/** Words by which somebody else does what a verb tells. */
const between = /\b(?:who|whom|which|that|said|says|told|after|before|while|and|but)\b|["“;]/i;

const claimNoun = String.raw`reports?|reporting|claims?|allegations?|accusations?|charges?|rumou?rs?|suggestions?|speculation|stor(?:y|ies)|assertions?|statements?|insinuations?|notion|account|version`;
const claimed = new RegExp(
  String.raw`^(?<of>(?:(?!(?:that|is|are|was|were|has|had|who|which|said|knew)\b)[\p{L}\p{N}.'’“”"&-]+ ){0,8}?)(?<noun>${claimNoun})(?!['’])\b(?<rest>.*)$`,
  "iu",
);
const claiming =
  /^(?<by>(?: (?:made|spread|published|carried))? (?:by|from|of|in|on|among|across) .{2,90}?)?,? (?:that|suggesting(?: that)?|saying(?: that)?|claiming(?: that)?|alleging(?: that)?|(?:which|that) (?:say|said|suggest(?:s|ed)?|claim(?:s|ed)?|alleg(?:e|es|ed))(?: that)?) (?<clause>.+)$/iu;
const aboutTopic = /^ (?<how>of|about|on|over|regarding|concerning) (?<topic>.+)$/i;
const byWhom =
  /^(?: (?:made|spread|published|carried|brought (?:forth|forward)|put forward))? (?:by|from) (?<by>[^,;.]{2,90})/i;
const wentBefore = /^(?:that|which)?$/i;

function readObject(words: string, by: DeniedBy): DeniedWords | null {
  const [, clause] = /^(?:to .{2,60}? )?(?:that|how) (.+)/i.exec(words) ?? [];
  if (clause !== undefined) return clauseOf(clause, by.denier, by);
  // "denied to reporters that …", of which the reader leaves "to" out.
  const [, before = "", told] = /^(.{2,60}?) that (.+)$/i.exec(words) ?? [];
  if (told !== undefined && !hasFiniteVerb(before) && !claimed.test(`${before} `)) return clauseOf(told, by.denier, by);
  if (isPointer.test(words)) return pointing("");
  const done = readDeed(words, by);
  if (done !== null) return done;
  const found = claimed.exec(words)?.groups;
  if (found !== undefined) return readClaim(found["of"] ?? "", found["noun"] ?? "", found["rest"] ?? "", by);
  if (hasFiniteVerb(words) && /^(?:it|he|she|they|its|his|her|their|there|the|\p{Lu})\b/u.test(words))
    return clauseOf(words, by.denier, by);
  const phrase = shortened(words);
  if (wentBefore.test(phrase)) return null;
  const [, nothing] =
    /^(?:that there (?:is|was|are|were) )?(?:any|the existence of)(?: such)? (.+)$/i.exec(phrase) ?? [];
  const sentence = nothing === undefined ? null : saidToBe(nothing);
  return { form: "phrase", words: phrase, sentence, holder: null, isParty: false, isReport: false };
}

/** "any news conference is planned" as "a news conference is planned", "any split" as "there was a split". */
function saidToBe(nothing: string): string {
  const told = `${article(nothing)}${nothing}`;
  return hasFiniteVerb(nothing) ? told : `there ${told === nothing ? "were" : "was"} ${told}`;
}

function article(noun: string): string {
  const [head = ""] = noun.split(/ (?:of|in|at|on|to|for|with|between|by|from) /);
  return /s$/.test(head) ? "" : /^[aeiou]/i.test(noun) ? "an " : "a ";
}

/** "the army's claim that it holds the bridge", "reports of a coup", "the allegations". */
function readClaim(of: string, noun: string, rest: string, by: DeniedBy): DeniedWords | null {
  const own = { ...holderIn(of, noun), isReport: /^(?:report|stor|rumou?r|specul)/i.test(noun) };
  const told = claiming.exec(rest)?.groups;
  const unmarked = /^ (?<clause>(?:it|he|she|they|its|his|her|their|the|an?|there|some|\p{Lu}|\d).+)$/u.exec(rest)
    ?.groups?.["clause"];
  const relayed = told?.["by"]
    ?.trim()
    .replace(/^(?:made |spread |published |carried )?(?:by|from|of|in|on|among|across) /i, "");
  const holder = relayed === undefined ? own : { ...own, holder: withoutArticle(relayed), isParty: true };
  // What somebody is charged with is told of him, and what somebody claims of himself.
  const self =
    holder.isParty && /^(?:claim|assertion|statement|account|version)$/i.test(noun)
      ? (holder.holder ?? by.denier)
      : by.denier;
  const clause = told?.["clause"] ?? (unmarked !== undefined && hasFiniteVerb(unmarked) ? unmarked : undefined);
  if (clause !== undefined) {
    // What is only suggested ought to be and is not: "suggestions that he resign".
    const read = /^(?:suggest|notion)/i.test(noun) && !hasFiniteVerb(clause) ? null : clauseOf(clause, self, by);
    return read === null ? null : { ...read, ...holder };
  }
  const [, done] = /^ to have (.+)$/i.exec(rest) ?? [];
  if (done !== undefined && holder.holder !== null)
    return { form: "clause", words: done, sentence: shortened(`${theName(holder.holder)} had ${done}`), ...holder };
  const from = byWhom.exec(rest)?.groups?.["by"];
  if (from !== undefined) return { ...pointing(""), ...own, holder: withoutArticle(from), isParty: true };
  const topic = aboutTopic.exec(rest)?.groups;
  // Who denies all allegations answers none in particular.
  if (/\b(?:all|any)\b/i.test(of) && holder.holder === null) return null;
  if (topic === undefined) return { ...pointing(""), ...holder, isSeveral: /s$/.test(noun) };
  const about = shortened(topic["topic"] ?? "");
  if (topic["how"] === "of") {
    const done = readDeed(about, by);
    if (done !== null) return { ...done, ...holder };
    if (/^(?:the )?\p{Lu}/u.test(about) && /^the $/i.test(of) && !/s$/.test(noun))
      return { ...pointing(""), ...own, holder: withoutArticle(about), isParty: true };
    return { form: "phrase", words: about, sentence: null, ...holder };
  }
  if (!holder.isReport || !holder.isParty) return { ...pointing(about), ...holder };
  const report = `${of}${noun} ${topic["how"]} ${about}`.replace(possessive, `${ownerOf(theName(by.denier))} `);
  return { ...pointing(about), sentence: `${report} is right`, ...holder };
}

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
  for (const [pattern, told] of deeds) {
    const found = pattern.exec(words);
    if (found === null) continue;
    const rest = shortened(found[1] ?? "");
    if (rest === "" || /^(?:it|this|that|them)$/i.test(rest.split(" ").at(-1) ?? ""))
      return { ...pointing(""), words: "" };
    return {
      form: "clause",
      words: rest,
      sentence: `${theName(denier)} ${told} ${rest}`,
      holder: null,
      isParty: false,
      isReport: false,
    };
  }
  const [, verb = "", rest = ""] = /^(?:ever )?(\p{Ll}{2,}ing) (?!of\b)(.+)$/u.exec(words) ?? [];
  if (verb === "") return null;
  return {
    form: "clause",
    words: `${verb} ${rest}`,
    sentence: shortened(`${theName(denier)} was ${verb} ${rest}`),
    holder: null,
    isParty: false,
    isReport: false,
  };
}

const asIf = String.raw`^(?:(?:any|all|having(?: had)?|a|direct|personal|its|their|his|her|active|playing|taking) )*`;
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
  const short = shortened(clause);
  if (/^(?:it|this|that|any such thing) (?:\p{L}+ ){0,2}(?:happened|occurred|so|true|took place)$/iu.test(short))
    return pointing("");
  if (short.split(" ").length < 2) return null;
  // "He" in what somebody denies is mostly himself.
  const meant = isOfPerson(short, by.denier) ? null : (by.whoIs?.(short) ?? null);
  const sentence = withSubject(short, meant === null || (meant === by.denier && self !== by.denier) ? self : meant);
  return { form: "clause", words: short, sentence, holder: null, isParty: false, isReport: false };
}

function pointing(words: string): DeniedWords {
  return { form: "pointing", words, sentence: null, holder: null, isParty: false, isReport: false };
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
