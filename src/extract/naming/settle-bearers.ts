import type { EntityKind } from "../../record/entity.js";
import type { Weights } from "../ranking.js";
import { kindOfBody } from "./bodies/body-name.js";
import type { DraftEntity, Mentions } from "./draft-entity.js";
import type { EntityContext } from "./entity-context.js";
import { withoutThe } from "./entity-lexicons.js";
import { type Bearer, bearerFeatures, likeliestBearer, type NamedMention } from "./names/bearer-features.js";
import type { Names } from "./names/collect-names.js";
import { titleBefore } from "./people/find-titles.js";
import type { Sayings } from "./saying.js";

/** An entity of which only learnt signs tell who or what bears its name, with these signs. */
export interface OpenBearer {
  readonly draft: DraftEntity;
  readonly features: readonly string[];
}

/** The named entities of which neither a table nor a role nor a noun before the name ("the gas giant Orvex") tells who they are. */
export function openBearers(
  context: EntityContext,
  mentions: Mentions,
  names: Names,
  sayings: Sayings,
): readonly OpenBearer[] {
  return mentions.entities
    .filter((draft) => isOpen(context, draft))
    .flatMap((draft) => {
      const named = draft.mentions.flatMap(({ form, head, range }): NamedMention[] => {
        const name = form === "name" ? names.holding(head) : null;
        const source = sayings.sourceAt(head)?.source;
        return name
          ? [{ name, head, speaks: source !== undefined && source !== null && source.first >= range.first }]
          : [];
      });
      const isLabelled = draft.mentions.some(({ range, form, head }) => {
        const first = form === "name" ? names.holding(head)?.first : undefined;
        return first !== undefined && first > range.first && context.lexicons.bodyNouns.has(context.plainAt(first - 1));
      });
      // "HON. KAMAU": a form of address is no role, and tells a person all the same.
      if (draft.kind === "person" && named.some(({ name }) => titleBefore(context, name.first) !== null)) return [];
      return named.length > 0 && !isLabelled ? [{ draft, features: bearerFeatures(context, draft, named) }] : [];
    });
}

function isOpen({ lexicons }: EntityContext, { named, kind, name, roles, names, country }: DraftEntity): boolean {
  if (!named || roles.length > 0 || !open.has(kind)) return false;
  return (
    country === null &&
    kindOfBody(name, lexicons) !== "other" &&
    ![name, ...names].some((one) => lexicons.bodies.has(withoutThe(one)))
  );
}

const open: ReadonlySet<EntityKind> = new Set(["person", "organization", "outlet", "armed_group", "military", "other"]);

/** Gives each of these entities the kind that is likeliest by its signs. What is no person and no body is `other`. */
export function settleBearers(context: EntityContext, found: readonly OpenBearer[], weights: Weights): void {
  for (const { draft, features } of found) {
    const bearer = likeliestBearer(features, weights);
    if (bearer !== null) draft.kind = kindBorne(context, draft, bearer);
  }
}

function kindBorne({ lexicons }: EntityContext, { kind, name }: DraftEntity, bearer: Bearer): EntityKind {
  if (bearer === "person") return "person";
  if (bearer !== "body") return "other";
  return kind === "person" || kind === "other" ? (kindOfBody(name, lexicons) ?? "organization") : kind;
}
