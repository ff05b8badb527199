import type { TokenRange } from "../../../doc/layers.js";
import type { EntityKind } from "../../../record/entity.js";
import { type DraftEntity, draftEntity, type Mentions } from "../draft-entity.js";
import type { EntityContext, Ground } from "../entity-context.js";
import { bodyNamed, type Country, type EntityLexicons, withoutThe } from "../entity-lexicons.js";
import { isDivision } from "../names/find-toponyms.js";
import { isLabelled } from "../people/cluster-people.js";
import type { NamePhrase } from "../phrases/noun-phrases.js";
import { plainWords } from "../plain.js";
import type { Sayings } from "../saying.js";
import { acronymsOf, bareName, countryBefore, isAcronymOf, isPartOf, kindOfBody } from "./body-name.js";
import { missionAbroad, missionNamed, namedMission, stateOfMission } from "./mission-abroad.js";

/** What outside the text is known of who is in it. */
export interface OutsideFacts extends Ground {
  /** Who published the article. */
  readonly outlet: string | null;
  /** The country of the place in the name of a body that holds the token. */
  readonly countryInName?: (token: number) => string | null;
}

/**
 * Mentions of bodies, countries and peoples by name, as entities: the long forms first, then acronyms and short forms. A country is its
 * government wherever it is not the place; a capital only where it acts or speaks.
 */
export class BodyClusters {
  private readonly byKey = new Map<string, DraftEntity>();
  /** Bodies by what a shorter or longer form of their names has in common with them. */
  private readonly byTrait = new Map<string, Set<DraftEntity>>();

  private readonly context: EntityContext;
  private readonly mentions: Mentions;
  private readonly sayings: Sayings;
  private readonly facts: OutsideFacts;

  constructor(context: EntityContext, mentions: Mentions, sayings: Sayings, facts: OutsideFacts) {
    this.context = context;
    this.mentions = mentions;
    this.sayings = sayings;
    this.facts = facts;
  }

  add(phrases: readonly NamePhrase[]): void {
    const length = ({ noun }: NamePhrase): number => plainWords(this.context.words.slice(noun.name)).length;
    for (const phrase of [...phrases].sort((a, b) => length(b) - length(a))) {
      const entity = this.entityOf(phrase);
      if (entity) this.mentions.add(entity, phrase.range, phrase.head, "name");
    }
  }

  /** The government of a country, made where it is not there yet. */
  government(country: Country): DraftEntity {
    return this.under(`country ${country.code}`, () =>
      draftEntity({ kind: "government", name: country.name, country: country.code }),
    );
  }

  /** The body of that key, made where it is not there yet. */
  under(key: string, make: () => DraftEntity): DraftEntity {
    const known = this.byKey.get(key);
    if (known) return known;
    const entity = make();
    this.byKey.set(key, entity);
    return entity;
  }

  private entityOf(phrase: NamePhrase): DraftEntity | null {
    const { words, lexicons } = this.context;
    const text = words.slice(phrase.noun.name);
    const type = acronym.test(text) || isLabelled(this.context, phrase) ? "ORG" : phrase.noun.name.type;
    const key = withoutThe(text);
    const listed = bodyNamed(text, lexicons);
    const elsewhere = /^(?:GPE|LOC)$/.test(type) || (lexicons.countryAdjectives.has(key) && !this.speaks(phrase));
    const known = listed?.kind === "outlet" && elsewhere ? undefined : listed;
    if (known?.name === null) {
      const country = lexicons.countryByCode.get(known.country ?? "");
      return country ? this.government(country) : null;
    }
    const country = this.countryNamed(phrase.noun.name);
    if (country && type !== "ORG") return this.isPlace(phrase) ? null : this.government(country);
    if (known) return this.named(text, known.kind, known.country, known.name);
    if (this.isDateline(phrase)) return null;
    if (country) return this.isPlace(phrase) ? null : this.government(country);
    const seat = lexicons.countrySeats.get(key);
    const town = this.context.townAt(phrase.head);
    // "Paris, Texas" is no government.
    const namesake = seat !== undefined && ((town !== null && town !== seat.code) || isCalledOtherwise(phrase, key));
    if (seat && !namesake) return this.acts(phrase) ? this.government(seat) : null;
    if (type === "NORP") return this.people(phrase, text);
    const speaks = this.speaks(phrase);
    if (type === "GPE") return speaks ? this.named(text, "government", town) : null;
    if (type === "ORG" || type === "FAC") {
      const kind = kindOf(this.context, phrase, text);
      const { first, end } = phrase.noun.name;
      for (let token = first; token < end; token++) {
        const state = stateOfMission(this.context, token);
        if (state) return missionNamed(this, state, words.lower(token));
      }
      const abroad = phrase.owner ? null : missionAbroad(this.context, phrase.noun.name);
      if (abroad) return namedMission(this, abroad, words.lower(phrase.head));
      const owner = kind === "government" || kind === "military" ? this.ownerOf(phrase) : undefined;
      const whole = owner && countryBefore(text, lexicons) === null ? `${owner.adjective} ${text}` : text;
      // "Karsk Police", "Karsk Airport": of the country in which Karsk lies.
      const local = (kind === "government" || /\bairport$/i.test(text)) && isLocal(text, lexicons);
      const ground = local ? (this.facts.countryInName?.(phrase.noun.name.first) ?? null) : null;
      return this.named(whole, kind, owner?.code ?? ground, null, phrase.head);
    }
    return speaks ? this.named(text, kindOfBody(text, lexicons) ?? "other", null) : null;
  }

  /** The country of that name, or where two share it ("Congo") that in which the map puts it; `undefined` for a region of another country ("Niger state"). */
  private countryNamed({ first, end }: TokenRange): Country | undefined {
    const { lexicons, words, groundAt } = this.context;
    const key = withoutThe(words.slice({ first, end }));
    const country = lexicons.countryNames.get(key);
    const ground = groundAt(end - 1);
    if (country === undefined || ground === null || ground === country.code) return country;
    if (isDivision(words.lower(end))) return undefined;
    const other = lexicons.countryByCode.get(ground);
    const isShared = other !== undefined && withoutThe(other.name).split(" ").at(-1) === key;
    return isShared ? other : country;
  }

  /** "the Americans" where they act: their government. "Americans", "Republicans": a people. */
  private people(phrase: NamePhrase, text: string): DraftEntity | null {
    const { lexicons, words } = this.context;
    const key = withoutThe(text);
    const adjective = lexicons.countryAdjectives.get(key);
    const country = lexicons.countryPeople.get(key) ?? (phrase.determiner === "definite" ? adjective : undefined);
    if (!country && !phrase.plural) return null;
    const simple = phrase.range.end - phrase.range.first === 1 + (phrase.noun.name.end - phrase.noun.name.first);
    if (country && phrase.determiner === "definite" && simple) return this.government(country);
    const printed = words.slice({ first: phrase.noun.name.first, end: phrase.range.end });
    return this.under(`people ${key}`, () =>
      draftEntity({ kind: "people", name: printed, plural: true, country: country?.code ?? null }),
    );
  }

  /** The body of that name or of another that stands for the same, made where it is not there yet. `canonical` is its name in the lexicon. */
  named(
    text: string,
    kind: EntityKind,
    country: string | null,
    canonical: string | null = null,
    at: number | null = null,
  ): DraftEntity {
    const printed = text.replace(/^the /i, "").replace(/\s+/gu, " ");
    const entity =
      this.sameBody(printed, canonical, at) ??
      draftEntity({ kind: this.isOutlet(printed) ? "outlet" : kind, name: canonical ?? printed, country });
    entity.country ??= country ?? countryBefore(printed, this.context.lexicons);
    entity.names.add(printed);
    if (plainWords(printed).length > plainWords(entity.name).length) entity.name = printed;
    for (const form of [printed, canonical ?? printed]) {
      this.byKey.set(`body ${withoutThe(form)}`, entity);
      for (const trait of traitsOf(form, this.context.lexicons)) {
        this.byTrait.set(trait, (this.byTrait.get(trait) ?? new Set()).add(entity));
      }
    }
    return entity;
  }

  private sameBody(printed: string, canonical: string | null, at: number | null): DraftEntity | null {
    const exact =
      this.byKey.get(`body ${withoutThe(printed)}`) ?? this.byKey.get(`body ${withoutThe(canonical ?? printed)}`);
    if (exact) return exact;
    const { lexicons } = this.context;
    const country = countryBefore(printed, lexicons);
    const bare = bareName(printed, lexicons);
    const single = plainWords(printed).length === 1;
    const fits = (other: string): boolean =>
      bareName(other, lexicons) === bare ||
      (single ? isAcronymOf(printed, other) : isPartOf(printed, other)) ||
      (single && plainWords(other)[0] === bare && !lexicons.bodyHeads.has(bare) && bare.length > 3);
    const like = traitsOf(printed, lexicons).flatMap((trait) => [...(this.byTrait.get(trait) ?? [])]);
    const sameCountry = (entity: DraftEntity): boolean => !country || !entity.country || country === entity.country;
    const meant = [...new Set(like)].filter((entity) => sameCountry(entity) && [...entity.names].some(fits));
    return at === null ? (meant[0] ?? null) : nearestTo(at, meant);
  }

  private isOutlet(name: string): boolean {
    return this.facts.outlet !== null && withoutThe(this.facts.outlet) === withoutThe(name);
  }

  /** The country of "Egypt's Foreign Ministry" and of "the Foreign Ministry in Cairo". */
  private ownerOf({ owner, range }: NamePhrase): Country | undefined {
    const { words, lexicons } = this.context;
    if (!owner && words.lower(range.end) === "in") return lexicons.countrySeats.get(words.lower(range.end + 1));
    return owner ? this.countryNamed(owner) : undefined;
  }

  /** "ERBIL (Reuters) -", "DUBAI, 3 June -" at the start of a paragraph: where it was written. */
  private isDateline({ range, noun }: NamePhrase): boolean {
    const { words, document } = this.context;
    const { first, end } = noun.name;
    const paragraph = document.layers.sentences.paragraphs[this.context.paragraph(first)];
    if (paragraph?.first !== range.first || !/^\p{Lu}{3,}$/u.test(words.slice({ first, end }))) return false;
    return /^(?:, [^.!?\n]{0,40})?(?: ?\([^)\n]{1,30}\))? ?(?:--|[–—-]) /.test(
      words.slice({ first: end, end: end + 14 }),
    );
  }

  /** In a country, across it, a part of it: the land, not the government. */
  private isPlace({ range, noun }: NamePhrase): boolean {
    const { words } = this.context;
    for (let i = range.first; i < noun.name.first; i++) {
      if (/^(?:(?:north|south|east|west)\w*|central|inner|upper|lower|rural|coastal)$/.test(words.lower(i)))
        return true;
    }
    // "in Iraq and Syria": the preposition holds for both.
    let before = range.first - 1;
    while (/^(?:and|or|,)$/.test(words.lower(before)) || (before < range.first - 1 && words.upos(before) === "PROPN"))
      before--;
    return /^(?:in|inside|within|near|across|throughout|around|into|outside|through|over|at|off)$/.test(
      words.lower(before),
    );
  }

  /** Whether a source starts with it. */
  private speaks({ range, head }: NamePhrase): boolean {
    const source = this.sayings.sourceAt(head)?.source;
    return source ? source.first >= range.first && source.first <= head : false;
  }

  /** Whether it speaks, or stands where somebody who acts stands. */
  private acts(phrase: NamePhrase): boolean {
    const { range, head } = phrase;
    const { words } = this.context;
    if (words.upos(range.first - 1) === "ADP" && words.lower(range.first - 1) !== "by") return false;
    if (/^[—–(-]+$/.test(words.text(range.end)) && words.sentence(head).first === range.first) return false;
    if (this.speaks(phrase)) return true;
    const relation = this.context.relation(head);
    const governor = this.context.governor(head);
    const role = relation === "conj" ? words.deprel(governor) : relation;
    // "Leave Baghdad", "conquer Rome": the town.
    if (relation === "obj" && words.forms(governor).some((form) => ofTowns.test(form))) return false;
    return /^(?:nsubj|obj|iobj|obl:agent)$/.test(role);
  }
}

/** Whether the name may start with a town's: "Port Authority", "Supreme Council" and "Canadian Parliament" do not. */
function isLocal(name: string, lexicons: EntityLexicons): boolean {
  const [first = "", second = ""] = plainWords(name);
  const generic =
    lexicons.bodyHeads.has(first) || lexicons.bodyNouns.has(first) || ofStates.test(first) || first === "city";
  return countryBefore(name, lexicons) === null && !generic && !lexicons.publicFigures.has(first) && second !== "house";
}

const ofStates =
  /^(?:federal|national|supreme|central|state|high|public|general|royal|metro|mobile|port|republic|united|interior|foreign|defense|security|justice|health|civil)$/;

/** "Feel the Bern", and Hague without "the": no seat of government is called so. */
function isCalledOtherwise({ determiner }: NamePhrase, key: string): boolean {
  return (
    (determiner === "definite") !== /^(?:hague|vatican)$/.test(key) && (determiner === "definite" || key === "hague")
  );
}

/** The entity mentioned last before a token, of those mentioned only behind it the first; `null` for none. */
function nearestTo(at: number, entities: readonly DraftEntity[]): DraftEntity | null {
  const distance = ({ mentions }: DraftEntity): number =>
    Math.min(...mentions.map(({ head }) => (head < at ? at - head : 1e6 + head - at)));
  return entities.reduce<DraftEntity | null>((a, b) => (a !== null && distance(a) <= distance(b) ? a : b), null);
}

/** What is done to a town and not to the government in it. */
const ofTowns = /^(?:leave|enter|visit|reach|tour|flee|conquer|quit|exit)$/;

/** A name in capitals that is nobody's surname is a body's, whatever the tagger took it for. */
const acronym = /^\p{Lu}{3,6}$/u;

/** What two forms of one name share: the chief words, the first or the last word, the letters of an acronym. */
function traitsOf(name: string, lexicons: EntityLexicons): readonly string[] {
  const words = plainWords(name).filter((word, i) => i > 0 || word !== "the");
  const letters = words.length === 1 ? [(words[0] ?? "").replace(/s$/, "")] : acronymsOf(name);
  return [
    `bare ${bareName(name, lexicons)}`,
    `word ${words[0] ?? ""}`,
    `word ${words.at(-1) ?? ""}`,
    ...letters.map((each) => `letters ${each}`),
  ];
}

function kindOf(context: EntityContext, { noun, range }: NamePhrase, text: string): EntityKind {
  const { first } = noun.name;
  const said = [2, 1]
    .filter((length) => first - length >= range.first)
    .map((length) => context.lexicons.bodyNouns.get(context.plain({ first: first - length, end: first })))
    .find((kind) => kind !== undefined);
  const own = kindOfBody(text, context.lexicons);
  if (said) return said;
  if (noun.name.type === "FAC") return own === "government" || own === "military" ? own : "facility";
  return own ?? "organization";
}
