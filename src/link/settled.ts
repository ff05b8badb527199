import type { EntityId } from "../record/id.js";
import type { ComparableText, CopyGroup } from "./copies/find-copies.js";
import type { PersonOrBodyId } from "./link-id.js";
import type { LinkInput } from "./link-input.js";

/** What is settled of the articles before claims are compared: which story each is of, whose text it is, who is who. */
export interface Settled {
  readonly articles: readonly LinkInput[];
  readonly storyOf: ReadonlyMap<string, string>;
  /** The name under which an article's text goes: of the agency or outlet that it is copied from, else its own outlet; of none, what identifies the text. */
  readonly textOf: ReadonlyMap<string, string>;
  readonly whoIs: (article: string, entity: EntityId | null) => PersonOrBodyId | null;
}

/** Whose each text is: what it is a copy of, else the agency that it credits, else its own outlet. */
export function textsOf(
  articles: readonly Pick<ComparableText, "input" | "credit">[],
  copies: readonly CopyGroup[],
): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { input, credit } of articles) {
    texts.set(input.id, credit?.agency ?? input.record.article.outlet ?? input.id);
  }
  for (const { id, origin, first, copies: others } of copies) {
    for (const article of [first, ...others.map((copy) => copy.article)]) texts.set(article, origin ?? id);
  }
  return texts;
}

/** Who each entity of an article is, by these memberships; `null` for who is in none. */
export function whoIsOf(
  members: readonly { readonly who: PersonOrBodyId; readonly article: string; readonly entity: EntityId }[],
): Settled["whoIs"] {
  const ids = new Map(members.map(({ who, article, entity }) => [`${article} ${entity}`, who]));
  return (article: string, entity: EntityId | null) =>
    entity === null ? null : (ids.get(`${article} ${entity}`) ?? null);
}
