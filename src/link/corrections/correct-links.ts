import type { ToldEntity } from "../entities/told-entity.js";
import { groupedBy } from "../grouped-by.js";
import type { Line } from "../line.js";
import type { LinkInput } from "../link-input.js";
import type { GroupCorrection } from "./correct-groups.js";
import {
  articleOfVersion,
  type Correction,
  correctionId,
  type EndAnchor,
  type EntityAnchor,
  type LineAnchor,
  type LinkCorrection,
} from "./correction.js";
import { anchoredEntity, anchoredLine } from "./find-anchored.js";

/** A correction of groups, with what is told of whoever it moved. */
export type ReasonedCorrection<Member> = GroupCorrection<Member> & { readonly reason: string };

/** What the corrections say of entities of these articles. */
export function entityCorrections(
  corrections: readonly LinkCorrection[],
  articles: readonly LinkInput[],
): readonly ReasonedCorrection<Pick<ToldEntity, "article" | "entity">>[] {
  const inputs = byArticle(articles);
  const holding = (anchors: readonly EntityAnchor[]) => {
    const named = new Set(
      anchors.flatMap((anchor) =>
        (inputs.get(articleOfVersion(anchor.article)) ?? []).flatMap(({ id, record }) => {
          const entity = anchoredEntity(record, anchor);
          return entity === null ? [] : [`${id} ${entity.id}`];
        }),
      ),
    );
    return ({ article, entity }: Pick<ToldEntity, "article" | "entity">): boolean => named.has(`${article} ${entity}`);
  };
  return corrections.flatMap((correction): readonly ReasonedCorrection<Pick<ToldEntity, "article" | "entity">>[] => {
    const { detail } = correction;
    const reason = reasonOf(correction);
    switch (detail.kind) {
      case "split-entity":
        return [{ kind: "split", to: detail.to, holds: holding(detail.members), reason }];
      case "merge-entities":
        return [{ ...mergeOf(detail), holds: holding(detail.groups.flatMap(({ members }) => members)), reason }];
      // Who is confirmed or has a name of a person's giving keeps the id by which that was said.
      case "confirm-entity":
      case "rename-entity":
        return [{ ...keeping(detail.entity), holds: holding(detail.entity.members), reason }];
      case "hide-entity":
        return [{ kind: "drop", ids: new Set([detail.entity.id]), holds: holding(detail.entity.members), reason }];
      default:
        return [];
    }
  });
}

/** A correction of events; `what` those that are one are told as. */
export type EventCorrection = GroupCorrection<Line> & { readonly what: string | null };

/** What the corrections say of the events that these articles tell of. */
export function eventCorrections(
  corrections: readonly LinkCorrection[],
  articles: readonly LinkInput[],
): readonly EventCorrection[] {
  const holding = holdingLines(articles);
  return corrections.flatMap(({ detail }): readonly EventCorrection[] => {
    if (detail.kind === "split-event") {
      return [{ kind: "split", to: detail.to, holds: holding(detail.lines), what: null }];
    }
    if (detail.kind !== "merge-events") return [];
    const lines = detail.groups.flatMap((group) => group.lines);
    return [{ ...mergeOf(detail), holds: holding(lines), what: detail.what }];
  });
}

/** An end of a dispute as a correction knows it. */
export interface HeldEnd {
  readonly position: string;
  readonly article: string;
  readonly line: string | null;
}

/** What the corrections say of disputes that these articles add ends to. Ends in articles of earlier days go by the ids of their lines. */
export function disputeCorrections(
  corrections: readonly LinkCorrection[],
  articles: readonly LinkInput[],
): readonly GroupCorrection<HeldEnd>[] {
  const lines = holdingLines(articles);
  const here = new Set(articles.map(({ id }) => id));
  const holding = (ends: readonly EndAnchor[]) => {
    // Of an article there may be several figures in dispute: each goes by its number too.
    const keyOf = ({ position, article, line }: HeldEnd): string => `${article} ${line ?? `: ${position}`}`;
    const named = new Set(ends.map(keyOf));
    const told = lines(ends.flatMap(({ anchor }) => anchor ?? []));
    return (end: HeldEnd): boolean => {
      const { article, line } = end;
      return line !== null && here.has(article) ? told({ article, line: line as Line["line"] }) : named.has(keyOf(end));
    };
  };
  return corrections.flatMap(({ detail }): readonly GroupCorrection<HeldEnd>[] => {
    switch (detail.kind) {
      // What is said of a dispute stays with it whatever it comes to be made of.
      case "confirm-dispute":
      case "note-dispute":
      case "tag-dispute":
      case "assign-dispute":
        return [{ ...keeping(detail.dispute), holds: holding(detail.dispute.ends) }];
      case "hide-dispute":
        return [{ kind: "drop", ids: new Set([detail.dispute.id]), holds: holding(detail.dispute.ends) }];
      case "merge-disputes":
        return [{ ...mergeOf(detail), holds: holding(detail.groups.flatMap(({ ends }) => ends)) }];
      default:
        return [];
    }
  });
}

function mergeOf({ to, groups }: { readonly to: string; readonly groups: readonly { readonly id: string }[] }) {
  return { kind: "merge", to, ids: new Set(groups.map(({ id }) => id)) } as const;
}

/** Said of one thing alone: it goes by the id that it had. */
function keeping({ id }: { readonly id: string }) {
  return { kind: "merge", to: id, ids: new Set([id]) } as const;
}

/** Whether a line of these articles is one of those that anchors mean. */
function holdingLines(articles: readonly LinkInput[]) {
  const inputs = byArticle(articles);
  return (anchors: readonly LineAnchor[]) => {
    const named = new Set(
      anchors.flatMap((anchor) =>
        (inputs.get(articleOfVersion(anchor.article)) ?? []).flatMap(({ id, record }) => {
          const claim = anchoredLine(record, anchor);
          return claim === null ? [] : [`${id} ${claim.line.id}`];
        }),
      ),
    );
    return ({ article, line }: Line): boolean => named.has(`${article} ${line}`);
  };
}

function byArticle(articles: readonly LinkInput[]): ReadonlyMap<string, readonly LinkInput[]> {
  return groupedBy(articles, ({ id }) => articleOfVersion(id));
}

/** What the corrections say of the stories of articles, which are named by their versions. */
export function storyCorrections(corrections: readonly LinkCorrection[]): readonly ReasonedCorrection<string>[] {
  const holding = (versions: readonly string[]) => {
    const named = new Set(versions.map(articleOfVersion));
    return (version: string): boolean => named.has(articleOfVersion(version));
  };
  return corrections.flatMap((correction): readonly ReasonedCorrection<string>[] => {
    const { detail } = correction;
    const reason = reasonOf(correction);
    if (detail.kind === "split-story") {
      return [{ kind: "split", to: detail.to, holds: holding(detail.articles), reason }];
    }
    if (detail.kind !== "merge-stories") return [];
    return [{ ...mergeOf(detail), holds: holding(detail.groups.flatMap((one) => one.articles)), reason }];
  });
}

/** The reason for where something came by corrections, that of the last which sends there. */
export function reasonFor(
  to: string,
  corrections: readonly { readonly to?: string; readonly reason: string }[],
): string {
  return corrections.findLast((one) => one.to === to)?.reason ?? "corrected";
}

/** "said to be one by Ana on 2031-03-07 (co_3): the same minister". */
function reasonOf(correction: Correction<LinkCorrection["detail"]>): string {
  const { detail, by, at } = correction;
  const what =
    detail.kind === "rename-entity" || detail.kind === "confirm-entity"
      ? "known"
      : detail.kind.startsWith("merge")
        ? "said to be one"
        : "said to be another";
  const why = detail.why === null ? "" : `: ${detail.why}`;
  return `${what} by ${by} on ${at.slice(0, 10)} (${correctionId(correction)})${why}`;
}
