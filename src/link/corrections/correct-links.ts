import type { ToldEntity } from "../entities/told-entity.js";
import type { LinkInput } from "../link-input.js";
import type { GroupCorrection } from "./correct-groups.js";
import {
  articleOfVersion,
  type Correction,
  correctionId,
  type EntityAnchor,
  type LinkCorrection,
} from "./correction.js";
import { anchoredEntity } from "./find-anchored.js";

/** A correction of groups, with what is told of whoever it moved. */
export type ReasonedCorrection<Member> = GroupCorrection<Member> & { readonly reason: string };

/** What the corrections say of entities of these articles. */
export function entityCorrections(
  corrections: readonly LinkCorrection[],
  articles: readonly LinkInput[],
): readonly ReasonedCorrection<Pick<ToldEntity, "article" | "entity">>[] {
  const inputs = new Map<string, LinkInput[]>();
  for (const input of articles) {
    const article = articleOfVersion(input.id);
    inputs.set(article, [...(inputs.get(article) ?? []), input]);
  }
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
    if (detail.kind === "split-entity") {
      return [{ kind: "split", to: detail.to, holds: holding(detail.members), reason }];
    }
    if (detail.kind !== "merge-entities") return [];
    const ids = new Set(detail.groups.map(({ id }) => id));
    const holds = holding(detail.groups.flatMap(({ members }) => members));
    return [{ kind: "merge", to: detail.to, ids, holds, reason }];
  });
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
    const ids = new Set(detail.groups.map(({ id }) => id));
    return [
      { kind: "merge", to: detail.to, ids, holds: holding(detail.groups.flatMap((one) => one.articles)), reason },
    ];
  });
}

/** The reason for where something came by corrections, that of the last which sends there. */
export function reasonFor(
  to: string,
  corrections: readonly { readonly to: string; readonly reason: string }[],
): string {
  return corrections.findLast((one) => one.to === to)?.reason ?? "corrected";
}

/** "said to be one by Ana on 2031-03-07 (co_3): the same minister". */
function reasonOf(correction: Correction<LinkCorrection["detail"]>): string {
  const { detail, by, at } = correction;
  const what = detail.kind.startsWith("merge") ? "said to be one" : "said to be another";
  const why = detail.why === null ? "" : `: ${detail.why}`;
  return `${what} by ${by} on ${at.slice(0, 10)} (${correctionId(correction)})${why}`;
}
