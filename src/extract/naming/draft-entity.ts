import type { TokenRange } from "../../doc/layers.js";
import type { EntityKind, Role } from "../../record/entity.js";
import type { Gender, Title } from "./entity-lexicons.js";
import type { PersonName } from "./people/person-name.js";

/** What somebody is said to be, with the words as they are compared. */
export interface DraftRole {
  readonly role: Role;
  readonly title: Title;
  /** The words of the title and of whose it is. */
  readonly words: readonly string[];
  /** The token by which whose role it is may be found; `null` where the words do not tell. */
  readonly owner: number | null;
}

/** An entity while the article is read: what is known of it grows, and nothing of it leaves this folder before it is finished. */
export interface DraftEntity {
  kind: EntityKind;
  name: string;
  /** Known by a name of its own, not by "a diplomat". */
  readonly named: boolean;
  readonly plural: boolean;
  /** The names of a person that the article uses, fullest first. */
  personNames: PersonName[];
  /** The names of a body, a country or a people as they stand in the article. */
  names: Set<string>;
  gender: Gender | null;
  country: string | null;
  roles: DraftRole[];
  /** The noun of an unnamed person or group: "diplomat". */
  readonly noun: string | null;
  mentions: DraftMention[];
}

/** Words that stand for an entity. */
export interface DraftMention {
  readonly entity: DraftEntity;
  readonly range: TokenRange;
  /** The token by which the mention is found: the last of a name, the noun, the pronoun. */
  readonly head: number;
  readonly form: "name" | "phrase" | "pronoun" | "none";
}

export function draftEntity(given: Pick<DraftEntity, "kind" | "name"> & Partial<DraftEntity>): DraftEntity {
  return {
    named: true,
    plural: false,
    personNames: [],
    names: new Set([given.name]),
    gender: null,
    country: null,
    roles: [],
    noun: null,
    mentions: [],
    ...given,
  };
}

/** What is known so far of who is mentioned where; a mention is found by its head. */
export class Mentions {
  readonly entities: DraftEntity[] = [];
  private readonly byHead: (DraftMention | undefined)[] = [];

  at(head: number): DraftMention | null {
    return this.byHead[head] ?? null;
  }

  /** Adds a mention, and its entity where it is new. The first mention of a head stays. */
  add(entity: DraftEntity, range: TokenRange, head: number, form: DraftMention["form"]): void {
    if (this.byHead[head]) return;
    if (entity.mentions.length === 0) this.entities.push(entity);
    const mention: DraftMention = { entity, range, head, form };
    this.byHead[head] = mention;
    entity.mentions.push(mention);
  }

  /** The entities mentioned before a token, each once, the one mentioned last first. */
  *entitiesBefore(token: number, distance: number): Generator<DraftEntity> {
    const seen = new Set<DraftEntity>();
    for (const { entity } of this.before(token, distance)) {
      if (seen.has(entity)) continue;
      seen.add(entity);
      yield entity;
    }
  }

  /** The mentions before a token, nearest first, as far back as `distance` tokens. */
  *before(token: number, distance: number): Generator<DraftMention> {
    for (let i = token - 1; i >= Math.max(0, token - distance); i--) {
      const mention = this.byHead[i];
      if (mention) yield mention;
    }
  }
}
