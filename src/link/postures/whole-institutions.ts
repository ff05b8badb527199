import type { Institution, Posture } from "../../record/posture.js";
import type { ArticleRecord } from "../../record/record.js";
import { groupedBy } from "../grouped-by.js";
import type { Settled } from "../settled.js";

/**
 * The institutions of all postures by article and line, with what an article leaves open of one told by the others that tell the same state: first of
 * the article, then of its story, and only where one institution alone fits.
 */
export function wholeInstitutions({ articles, storyOf }: Settled): ReadonlyMap<string, Institution> {
  const told = articles.flatMap(({ id, record }) =>
    record.postures.map((posture) => ({
      article: id,
      story: storyOf.get(id) ?? id,
      posture,
      isNobodys: isNobodys(posture, record),
    })),
  );
  const byArticle = groupedBy(told, ({ article, posture }) => `${article} ${stateKey(posture)}`);
  const byStory = groupedBy(told, ({ story, posture }) => `${story} ${stateKey(posture)}`);
  return new Map(
    told.map(({ article, story, posture, isNobodys }) => {
      const { institution } = posture;
      // Who denies it speaks of their own: others do not tell whose. A bloc's is no country's.
      const isOthers = institution.of === null && (posture.status === "denied" || isNobodys);
      const whole =
        isOpen(institution) && !isOthers
          ? (onlyFitting(institution, byArticle.get(`${article} ${stateKey(posture)}`)) ??
            onlyFitting(institution, byStory.get(`${story} ${stateKey(posture)}`)))
          : null;
      return [`${article} ${posture.id}`, whole ?? institution] as const;
    }),
  );
}

/** Whether it is that of a body which has no country: "the Union's staff". */
function isNobodys({ subject, by }: Posture, { entities }: ArticleRecord): boolean {
  return [subject.entity, by?.entity].some((one) =>
    entities.some(({ id, kind, country }) => id === one && kind === "organization" && country === null),
  );
}

function stateKey({ aspect, value }: Posture): string {
  return `${aspect} ${value}`;
}

function isOpen({ kind, of, in: host }: Institution): boolean {
  const placed = kind === "airspace" || kind === "border" || kind === "alert";
  return of === null || (host === null && !placed);
}

/** The one institution among those of others that it may be; `null` where none or several are. */
function onlyFitting(open: Institution, others: readonly { readonly posture: Posture }[] = []): Institution | null {
  const fitting = new Map(
    others
      .map(({ posture }) => posture.institution)
      .filter((one) => !isOpen(one) && fits(open.of, one.of) && fits(open.in, one.in))
      .map((one) => [`${one.of} ${one.in}`, one]),
  );
  const [only] = fitting.values();
  return fitting.size === 1 && only !== undefined ? only : null;
}

function fits(open: string | null, whole: string | null): boolean {
  return open === null || open === whole;
}
