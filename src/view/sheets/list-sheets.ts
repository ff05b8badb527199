import type { FoundStorySummary } from "../../store/queries/story-summaries.js";
import type { CorrectionChange } from "../correction-changes.js";
import type { CorrectionView } from "../correction-view.js";
import type { NamedEntityView } from "../entity-view.js";
import type { ArticleView } from "../line-view.js";
import type { NetworkView } from "../network-view.js";
import { plainKind, plainWord } from "../plain-words.js";
import { drawnWords } from "./drawn-sheet.js";
import { type Columns, type Sheet, sheetOf } from "./sheet.js";

interface About {
  readonly title: string;
  readonly about?: readonly string[];
  readonly more?: boolean;
}

const ofArticle: Columns<ArticleView> = {
  title: ({ title }) => title,
  outlet: ({ outlet }) => outlet,
  published: ({ published }) => published,
  url: ({ url }) => url,
  id: ({ id }) => id,
};

/** Articles, in the order of the list. */
export function articlesSheet(about: About, articles: readonly ArticleView[]): Sheet {
  return sheetOf(about, ofArticle, articles, () => ({}));
}

/** Stories, in the order of the list. */
export function storiesSheet(stories: readonly FoundStorySummary[], more: boolean): Sheet {
  return sheetOf(
    { title: "Stories", more },
    {
      title: ({ title }) => title,
      first: ({ first }) => first,
      last: ({ last }) => last,
      articles: ({ articles }) => articles,
      texts: ({ texts }) => texts,
      outlets: ({ outlets }) => outlets,
      id: ({ id }) => id,
    },
    stories,
    () => ({}),
  );
}

/** People and bodies, in the order of the list. */
export function entitiesSheet(entities: readonly NamedEntityView[], more: boolean): Sheet {
  return sheetOf(
    { title: "People and bodies", more },
    {
      name: ({ name }) => name,
      kind: ({ kind }) => plainKind(kind),
      country: ({ country }) => country,
      roles: ({ roles }) => roles.join("; "),
      articles: ({ articles }) => articles,
      id: ({ id }) => id,
    },
    entities,
    () => ({}),
  );
}

/** What people said against the record, the latest first. */
export function correctionsSheet(corrections: readonly CorrectionView[], more: boolean): Sheet {
  return sheetOf(
    { title: "Corrections", more },
    {
      at: ({ at }) => at,
      by: ({ by }) => by,
      what: ({ plain }) => plain,
      why: ({ why }) => why,
      undone_at: ({ undone }) => undone?.at,
      undone_by: ({ undone }) => undone?.by,
      lost: ({ lost }) => lost.join("; "),
      about: ({ about }) => about,
      id: ({ id }) => id,
      kind: ({ kind }) => kind,
      before: ({ changes }) => changesAs(changes, ({ before }) => before),
      after: ({ changes }) => changesAs(changes, ({ after }) => after),
      text: ({ text }) => text,
      undone_id: ({ undone }) => undone?.id,
    },
    corrections,
    () => ({}),
  );
}

/** "status: happened; who: Norland". */
function changesAs(
  changes: readonly CorrectionChange[],
  side: (change: CorrectionChange) => string | null,
): string | null {
  const told = changes.flatMap((one) => {
    const words = side(one);
    return words === null ? [] : [changes.length === 1 ? words : `${one.field}: ${words}`];
  });
  return told.length === 0 ? null : told.join("; ");
}

/** Who acts on, backs and contradicts whom; the most told first. */
export function networkSheet({ nodes, edges, drawn, moreEdges }: NetworkView): Sheet {
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  return sheetOf(
    { title: "Network", about: drawnWords(drawn), more: moreEdges > 0 },
    {
      who: ({ from }) => names.get(from),
      whom: ({ to }) => names.get(to),
      kind: ({ kind }) => plainKind(kind),
      what: ({ what }) => what.map(plainWord).join("; "),
      origins: ({ origins }) => origins,
      lines: ({ lines }) => lines,
      first: ({ first }) => first,
      last: ({ last }) => last,
      who_id: ({ from }) => from,
      whom_id: ({ to }) => to,
    },
    edges,
    () => ({}),
  );
}
