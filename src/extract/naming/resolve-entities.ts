import type { FullyAnnotated } from "../../doc/document.js";
import type { TokenRange } from "../../doc/layers.js";
import type { Entity } from "../../record/entity.js";
import { type EntityId, idCounter } from "../../record/id.js";
import type { Naming } from "../../record/statement.js";
import { compareSpans } from "../../text/span.js";
import { BodyClusters, type OutsideFacts } from "./bodies/cluster-bodies.js";
import { linkBody } from "./bodies/link-body.js";
import { meantCountries } from "./bodies/meant-countries.js";
import { type DraftEntity, Mentions } from "./draft-entity.js";
import { type EntityContext, entityContext } from "./entity-context.js";
import type { EntityLexicons } from "./entity-lexicons.js";
import { collectNames } from "./names/collect-names.js";
import { attachRoles } from "./people/attach-roles.js";
import { clusterPeople } from "./people/cluster-people.js";
import { linkPerson } from "./people/link-person.js";
import { namingOfPhrase, namingOfQuantity } from "./phrases/how-named.js";
import { linkGroup } from "./phrases/link-group.js";
import { linkFirstPerson, linkPronoun, linkRelative, type Pronoun, pronounAt } from "./phrases/link-pronouns.js";
import { findNounPhrases, isNamePhrase, type NounPhrase, PhraseIndex } from "./phrases/noun-phrases.js";
import type { PhraseLinking } from "./phrases/phrase-linking.js";
import { type Saying, type Sayings, sayingsOf } from "./saying.js";
import { type OpenBearer, openBearers, settleBearers } from "./settle-bearers.js";
import { settleCountries } from "./settle-countries.js";

/** Whom words stand for, `null` where that is not known, and how they tell it. */
export interface Resolution {
  readonly entity: EntityId | null;
  readonly naming: Naming;
}

/** Who is who in one article. */
export interface EntityTable {
  /** Everybody and everything that has a mention, by first mention. */
  readonly entities: readonly Entity[];
  /** What the words stand for; the head of the first noun phrase in them decides. */
  resolve(range: TokenRange): Resolution;
}

/**
 * Who is who within one article: names that stand for the same, roles and pronouns that stand for them. `sayings` tell who speaks where:
 * a speaker without a name becomes an entity of its own, a pronoun beside a quotation is no one in it.
 */
export function resolveEntities(
  document: FullyAnnotated,
  sayings: readonly Saying[],
  lexicons: EntityLexicons,
  facts: OutsideFacts,
): EntityTable {
  const { open, index, ...linking } = linkNames(document, sayings, lexicons, facts);
  settleBearers(linking.context, open, lexicons.bearers);
  const reader = new Reader(linking, index);
  reader.link();
  settleCountries(linking.context, linking.mentions, index);
  return reader.table();
}

/** The entities that the article names, with the names' bearers as far as neither a table nor a role tells them. */
export function openBearersOf(
  document: FullyAnnotated,
  sayings: readonly Saying[],
  lexicons: EntityLexicons,
  facts: OutsideFacts,
): readonly OpenBearer[] {
  return linkNames(document, sayings, lexicons, facts).open;
}

function linkNames(
  document: FullyAnnotated,
  sayings: readonly Saying[],
  lexicons: EntityLexicons,
  facts: OutsideFacts,
): PhraseLinking & { readonly index: PhraseIndex; readonly open: readonly OpenBearer[] } {
  const context = entityContext(document, lexicons, facts);
  const names = collectNames(context);
  const phrases = findNounPhrases(context, names, sayings);
  const index = new PhraseIndex(phrases);
  const mentions = new Mentions();
  const placed = sayingsOf(context, sayings);
  const bodies = new BodyClusters(context, mentions, placed, facts);
  bodies.add(clusterPeople(context, phrases.filter(isNamePhrase), mentions));
  attachRoles(context, phrases, index, names, mentions);
  const open = openBearers(context, mentions, names, placed);
  return { context, names, mentions, bodies, sayings: placed, index, open };
}

/** Links what is no name to the entities, first in the article's own words, then in those that it quotes. */
class Reader {
  private readonly linking: PhraseLinking;
  private readonly index: PhraseIndex;
  private readonly sayings: Sayings;
  private readonly context: EntityContext;
  private readonly mentions: Mentions;
  /** The heads of phrases for things, which "it" may stand for. */
  private readonly things = new Set<number>();
  private readonly means: (code: string) => boolean;

  constructor(linking: PhraseLinking, index: PhraseIndex) {
    this.linking = linking;
    this.index = index;
    this.sayings = linking.sayings;
    this.context = linking.context;
    this.mentions = linking.mentions;
    this.means = meantCountries(linking.context);
  }

  link(): void {
    const { length } = this.context.words;
    for (const quoted of [false, true]) {
      for (let token = 0; token < length; token++) {
        if (this.context.quoted(token) !== quoted) continue;
        const phrase = this.index.at(token);
        if (phrase) this.linkPhrase(phrase);
        else this.linkPronoun(token);
      }
    }
  }

  table(): EntityTable {
    const first = ({ mentions }: DraftEntity): number => Math.min(...mentions.map(({ head }) => head));
    const drafts = [...this.mentions.entities].sort((a, b) => first(a) - first(b));
    const nextId = idCounter("en");
    const ids = new Map(drafts.map((draft) => [draft, nextId()]));
    return {
      entities: drafts.map((draft) => this.finish(draft, ids.get(draft) ?? nextId())),
      resolve: (range) => {
        const { entity, naming } = this.resolve(range);
        return { entity: (entity && ids.get(entity)) ?? null, naming };
      },
    };
  }

  private finish(draft: DraftEntity, id: EntityId): Entity {
    const { words } = this.context;
    const printed = draft.roles.filter(
      ({ title }) => title.kind !== "kin" && title.kind !== "person" && title.kind !== "address",
    );
    return {
      id,
      name: draft.name,
      kind: draft.kind,
      country: draft.country !== null && this.means(draft.country) ? draft.country : null,
      roles: printed.map(({ role }) => role).sort((a, b) => compareSpans(a.span, b.span)),
      mentions: draft.mentions.map(({ range }) => words.span(range)).sort(compareSpans),
    };
  }

  private linkPhrase(phrase: NounPhrase): void {
    if (this.mentions.at(phrase.head)) return;
    const entity = this.entityOf(phrase, this.speaks(phrase));
    if (entity) this.mentions.add(entity, phrase.range, phrase.head, "phrase");
  }

  private entityOf(phrase: NounPhrase, speaks: boolean): DraftEntity | null {
    const { noun } = phrase;
    if (isNobody(this.context, phrase)) return null;
    switch (noun.kind) {
      case "person":
        return phrase.plural
          ? linkGroup(this.linking, phrase, "people", speaks)
          : linkPerson(this.linking, phrase, speaks);
      case "group":
        return linkGroup(this.linking, phrase, noun.entityKind, speaks);
      case "body":
        return linkBody(this.linking, phrase, noun.entityKind, speaks);
      case "name":
        return null;
      case "thing":
        if (!phrase.plural) this.things.add(phrase.head);
        return null;
    }
  }

  /** Whether the phrase is the head of a source. */
  private speaks(phrase: NounPhrase): boolean {
    const source = this.sayings.sourceAt(phrase.head)?.source;
    return source ? this.headOf(source) === phrase.head : false;
  }

  private linkPronoun(token: number): void {
    const pronoun = pronounAt(this.context, token);
    if (!pronoun) return;
    const entity = this.entityOfPronoun(token, pronoun);
    if (entity) this.mentions.add(entity, { first: token, end: token + 1 }, token, "pronoun");
  }

  private entityOfPronoun(token: number, pronoun: Pronoun): DraftEntity | null {
    const speakerOf = (saying: Saying): DraftEntity | null => this.speakerOf(saying);
    if (pronoun.kind === "I") return linkFirstPerson(this.context, this.sayings, speakerOf, token);
    if (pronoun.kind === "who") {
      const speaks = this.sayings.sourceAt(token) !== null;
      return speaks ? (linkRelative(this.context, this.mentions, token)?.entity ?? null) : null;
    }
    return linkPronoun({ ...this.linking, things: this.things, speakerOf }, token, pronoun);
  }

  private speakerOf({ source }: Saying): DraftEntity | null {
    return source ? (this.mentions.at(this.headOf(source))?.entity ?? null) : null;
  }

  /** The token that decides what the words stand for. */
  private headOf(range: TokenRange): number {
    const { words } = this.context;
    for (let i = range.first; i < range.end; i++) {
      const phrase = this.index.outermost(i, range.end);
      if (phrase) return phrase.head;
      if (pronounAt(this.context, i) || /^(?:PRON|NUM|DET)$/.test(words.upos(i))) {
        // "the rich" has another head, "all of them" and "those in charge" have none.
        if (!/^(?:the|an?)$/.test(words.lower(i))) return i;
      }
    }
    return words.top(range);
  }

  private resolve(range: TokenRange): { readonly entity: DraftEntity | null; readonly naming: Naming } {
    const { context, index, mentions } = this;
    const head = this.headOf(range);
    const entity = mentions.at(head)?.entity ?? null;
    const phrase = index.at(head);
    if (!phrase) {
      if (entity) return { entity, naming: pronounAt(context, head) ? "pronoun" : "named" };
      return pronounAt(context, head)
        ? { entity, naming: "pronoun" }
        : { entity, naming: namingOfQuantity(context.words.text(head)) };
    }
    if (isNobody(context, phrase)) return { entity: null, naming: "collective" };
    const naming = namingOfPhrase(context, phrase, entity, range);
    if (this.joinedWithOther(phrase, range, entity)) return { entity: null, naming };
    return { entity: entity ?? this.ownerOf(phrase), naming };
  }

  /** "Ruiz and Hale": two, so no one entity. */
  private joinedWithOther(phrase: NounPhrase, range: TokenRange, entity: DraftEntity | null): boolean {
    const { words } = this.context;
    let next = phrase.range.end;
    if (words.text(next) === "(") while (next < range.end && words.text(next - 1) !== ")") next++;
    const listed = words.text(next) === "," && phrase.noun.kind === "name";
    if (!(listed || /^(?:and|or|&)$/.test(words.lower(next))) || next + 1 >= range.end) return false;
    const other = this.index.outermost(next + 1, range.end);
    if (other === null) return false;
    const alike = other.noun.kind === "name" && other.noun.name.type !== "NORP" && other.determiner === "bare";
    if (listed && !alike) return false;
    // "the former mayor and senator" is one person.
    const samePerson = phrase.noun.kind === "person" && other.noun.kind === "person" && other.determiner === "bare";
    return !(samePerson && !other.plural) && this.mentions.at(other.head)?.entity !== entity;
  }

  /** A body's poll, helpline or statement speaks for the body. */
  private ownerOf(phrase: NounPhrase): DraftEntity | null {
    if (phrase.noun.kind !== "thing") return null;
    for (let i = phrase.head - 1; i >= phrase.range.first; i--) {
      const entity = this.mentions.at(i)?.entity;
      if (entity && entity.kind !== "person" && entity.kind !== "people") return entity;
    }
    return null;
  }
}

/** "No group has claimed responsibility": the words name none. */
function isNobody({ words }: EntityContext, { range }: NounPhrase): boolean {
  return /^(?:no|neither)$/.test(words.lower(range.first));
}
