import type { CitationView } from "../citation-view.js";
import { describeMark } from "../correction-view.js";
import type { EntityView } from "../entity-view.js";
import type { FoundView } from "../found-view.js";
import type { LineView } from "../line-view.js";
import type { MapView, PlacedLine } from "../map-view.js";
import { plainMoment, shortDay } from "../plain-dates.js";
import { lineWords, plainKind, plainStatus } from "../plain-words.js";
import type { StoredArticleView } from "../stored-view.js";
import { drawnWords } from "./drawn-sheet.js";
import { articlesSheet } from "./list-sheets.js";
import { type Beside, type Columns, countedAs, joinedSheets, type Point, type Sheet, sheetOf } from "./sheet.js";

const columns: Columns<LineView> = {
  kind: ({ kind }) => kind,
  who: ({ who }) => who,
  whom: ({ whom }) => whom,
  what: (line) => lineWords(line),
  status: ({ status }) => (status === null ? null : (plainStatus(status) ?? "happened")),
  words: ({ words }) => words,
  hedge: ({ hedge }) => hedge,
  according_to: ({ accordingTo }) => accordingTo.join(" → "),
  when: ({ when }) => when,
  where: ({ where }) => where,
  day: ({ article }) => article.published,
  corrected: ({ corrections }) => corrections.map(describeMark).join("; "),
  id: ({ id }) => id,
};

/** A line in a document: as lists of the desk tell it. */
function besideLine(line: LineView): Beside {
  const { status, hedge, when, where, accordingTo } = line;
  const told = status === null ? null : plainStatus(status);
  const facts = [
    ...(told === null ? [] : [told]),
    ...(line.kind === "posture" && line.whom !== null && line.whom !== line.who ? [`by ${line.whom}`] : []),
    ...(hedge === null ? [] : [`hedged “${hedge}”`]),
    ...(when === null ? [] : [plainMoment(when)]),
    ...(where === null ? [] : [`at ${where}`]),
    ...(accordingTo.length === 0 ? [] : [`according to ${accordingTo.join(" → ")}`]),
    ...line.corrections.map(describeMark),
  ];
  const whom = line.kind === "posture" || line.whom === null ? "" : ` → ${line.whom}`;
  return { cite: line.id, entry: { lead: `${line.who ?? "Somebody unnamed"}${whom}: ${lineWords(line)}`, facts } };
}

/** Lines of an article, of somebody, of a question. */
export function linesSheet(
  about: { readonly title: string; readonly about?: readonly string[]; readonly more?: boolean },
  lines: readonly LineView[],
): Sheet {
  return sheetOf(about, columns, lines, besideLine);
}

/** What a search finds: lines, each with how many articles tell it, then articles. */
export function searchSheet({ lines, articles, moreLines, moreArticles }: FoundView, words: string): Sheet {
  const title = `“${words}”`;
  const counts = [`${countedAs(lines.length, "line")} and ${countedAs(articles.length, "article")} with these words`];
  const found = sheetOf(
    { title, about: counts, more: moreLines || moreArticles },
    { ...columns, articles: ({ articles: many }) => many } satisfies Columns<(typeof lines)[number]>,
    lines,
    (line) => ({ ...besideLine(line), under: "Lines" }),
  );
  const texts = articlesSheet({ title }, articles);
  return joinedSheets(title, [found, { ...texts, rows: texts.rows.map((row) => ({ ...row, under: "Articles" })) }]);
}

/** Somebody's lines, then those of others about them. */
export function entitySheet(entity: EntityView): Sheet {
  const { name, kind, otherNames, roles, articles, lines, moreLines, byOthers, moreByOthers } = entity;
  const about = [
    plainKind(kind),
    ...(otherNames.length === 0 ? [] : [`also ${otherNames.join(", ")}`]),
    ...roles.map(({ title, of }) => [title, of].filter((one) => one !== null).join(", ")),
    countedAs(articles, "article"),
  ];
  const own = linesSheet({ title: name, about, more: moreLines }, lines);
  const others = linesSheet({ title: name, more: moreByOthers }, byOthers);
  return joinedSheets(name, [own, { ...others, rows: others.rows.map((row) => ({ ...row, under: "By others" })) }]);
}

/** An article's lines. */
export function articleSheet({ title, outlet, published, url, lines, moreLines }: StoredArticleView): Sheet {
  const about = [outlet, published === null ? null : shortDay(published), url].flatMap((one) => one ?? []);
  return linesSheet({ title: title ?? "Untitled article", about, more: moreLines > 0 }, lines);
}

interface Placed extends PlacedLine {
  readonly place: string;
  readonly point: Point | null;
  readonly precision: string | null;
  readonly country: string | null;
}

/** What is told to have been where: of each place the latest line of each origin, as the list beside the map begins. */
export function mapSheet({ marks, unknown, moreMarks, moreUnknown, nowhere, drawn }: MapView): Sheet {
  const placed = [
    ...marks.flatMap(({ name, lat, lon, precision, country, shown }) =>
      shown.map((one): Placed => ({ ...one, place: name, point: { lat, lon }, precision, country })),
    ),
    ...unknown.flatMap(({ name, shown }) =>
      shown.map((one): Placed => ({ ...one, place: name, point: null, precision: null, country: null })),
    ),
  ];
  const ofLine: Columns<Placed> = Object.fromEntries(
    Object.entries(columns).map(([name, value]) => [name, ({ line }: Placed) => value(line)]),
  );
  const about = [...drawnWords(drawn), ...(nowhere > 0 ? [`${countedAs(nowhere, "line")} without a place`] : [])];
  return sheetOf(
    { title: "Map", about, more: moreMarks > 0 || moreUnknown > 0 },
    {
      place: ({ place }) => place,
      country: ({ country }) => country,
      precision: ({ precision }) => precision,
      lat: ({ point }) => point?.lat,
      lon: ({ point }) => point?.lon,
      phrase: ({ phrase }) => phrase,
      ...ofLine,
    },
    placed,
    ({ line, place, point }) => ({ ...besideLine(line), under: place, point }),
  );
}

/** Chosen lines, as one may cite them. */
export function citationsSheet(title: string, citations: readonly CitationView[]): Sheet {
  return sheetOf(
    { title, about: [countedAs(citations.length, "line")] },
    {
      kind: ({ kind }) => kind,
      by: ({ by }) => by,
      reading: ({ reading }) => reading,
      words: ({ words }) => words.map(({ text }) => text).join(" … "),
      sure: ({ sure }) => sure.summary,
      through: ({ through }) => through.join(" → "),
      id: ({ id }) => id,
    },
    citations,
    ({ id, reading, sure, through, article }) => ({
      under: article.title ?? "Without a title",
      cite: id,
      entry: {
        lead: reading,
        facts: [sure.summary, ...(through.length < 2 ? [] : [`told by ${through.join(" → ")}`])],
      },
    }),
  );
}
