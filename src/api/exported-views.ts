import { toldCitations } from "../ask/told-citations.js";
import { hiddenAmong } from "../ask/told-evidence.js";
import { namedInPath } from "../text/path-pattern.js";
import type { BriefView } from "../view/brief-view.js";
import type { ClaimView } from "../view/claim-view.js";
import type { CorrectionView } from "../view/correction-view.js";
import type { DisputeView } from "../view/dispute-view.js";
import type { NamedEntityView } from "../view/entity-view.js";
import type { FoundView } from "../view/found-view.js";
import type { HistoryView } from "../view/history-view.js";
import type { LanesView } from "../view/lanes-view.js";
import type { ArticleView } from "../view/line-view.js";
import type { MapView } from "../view/map-view.js";
import type { NetworkView } from "../view/network-view.js";
import { passing } from "../view/posture-board.js";
import type { ReviewView } from "../view/review-view.js";
import { briefSheet, reviewSheet, statementsSheet, timelineSheet } from "../view/sheets/brief-sheets.js";
import {
  articleSheet,
  citationsSheet,
  entitySheet,
  linesSheet,
  mapSheet,
  searchSheet,
} from "../view/sheets/line-sheets.js";
import { disputesSheet, eventSheet, posturesSheet, storySheet } from "../view/sheets/link-sheets.js";
import {
  articlesSheet,
  correctionsSheet,
  entitiesSheet,
  networkSheet,
  storiesSheet,
} from "../view/sheets/list-sheets.js";
import type { Sheet } from "../view/sheets/sheet.js";
import type { StatementsByPartyView } from "../view/statements-by-party-view.js";
import type { StoredArticleView, StoredView } from "../view/stored-view.js";
import type { StorySummaryView } from "../view/story-view.js";
import { articleResource, articlesResource } from "./articles.js";
import { briefResource } from "./brief.js";
import { checked } from "./checked.js";
import { mostCitations } from "./citations.js";
import { claimResource } from "./claims.js";
import { correctionsResource } from "./corrections.js";
import { disputesResource } from "./disputes.js";
import { entitiesResource } from "./entities.js";
import { lanesResource } from "./lanes.js";
import { mapResource } from "./map.js";
import { networkResource } from "./network.js";
import { posturesResource } from "./postures.js";
import { Refusal } from "./refusal.js";
import type { Asked, Resource } from "./resource.js";
import { reviewResource } from "./review.js";
import { searchResource } from "./search.js";
import { statementsByPartyResource } from "./statements-by-party.js";
import { storiesResource } from "./stories.js";
import { thingResource } from "./thing.js";

/** What a view asks the record with. */
export type Asking = Pick<Asked<unknown, unknown>, "store" | "effects" | "moment" | "mayCorrect">;

/** An address of the desk, taken apart. */
interface ViewAddress {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
}

/** A page of the desk that can be handed on. */
interface ExportedView {
  /** As `web/src/routes.ts` has it. */
  readonly path: string;
  readonly sheet: (address: ViewAddress, asking: Asking) => Promise<Sheet>;
}

/** So many rows of a list are handed on; `sitrep export` without a view hands on all lines there are. */
const mostRows = 2_000;

/** What people said is handed on whole: who did what when has to be told of all of it. */
const mostCorrections = 100_000;

/** THE list of pages that can be handed on; pages that are forms are not. */
const views: readonly ExportedView[] = [
  one("/", briefResource, (view: BriefView) => briefSheet(view)),
  one("/timeline", lanesResource, (view: LanesView) => timelineSheet(view)),
  one("/map", mapResource, (view: MapView) => mapSheet(view)),
  one("/statements", statementsByPartyResource, (view: StatementsByPartyView) => statementsSheet(view)),
  one("/network", networkResource, (view: NetworkView) => networkSheet(view)),
  many("/postures", posturesResource, (items: readonly HistoryView[], more, { query }) => {
    const [aspect, state, host, sender] = ["aspect", "state", "host", "sender"].map((name) => query.get(name) || null);
    const filter = { aspect: aspect ?? null, state: state ?? null, host: host ?? null, sender: sender ?? null };
    return posturesSheet({ title: "Postures", more }, passing(items, filter));
  }),
  {
    path: "/postures/:institution",
    sheet: async ({ params }, asking) => {
      const { items, more } = await listed<HistoryView>(posturesResource, params, asking);
      return posturesSheet({ title: items[0]?.subject.name ?? "No such institution", more }, items);
    },
  },
  many("/disputes", disputesResource, (items: readonly DisputeView[], more) =>
    disputesSheet({ title: "Disputes", more }, items),
  ),
  {
    path: "/claims/:article/:line",
    sheet: async ({ params: { article = "", line = "" } }, asking) => {
      const view = await answered<ClaimView>(claimResource, { id: `${article}/${line}` }, {}, asking);
      return disputesSheet({ title: view.headline.claim }, [view]);
    },
  },
  many("/articles", articlesResource, (items: readonly ArticleView[], more) =>
    articlesSheet({ title: "Articles", more }, items),
  ),
  {
    path: "/articles/:id",
    sheet: async ({ params }, asking) =>
      articleSheet(await answered<StoredArticleView>(articleResource, params, {}, asking)),
  },
  many("/stories", storiesResource, (items: readonly StorySummaryView[], more) => storiesSheet(items, more)),
  many("/entities", entitiesResource, (items: readonly NamedEntityView[], more) => entitiesSheet(items, more)),
  many("/review", reviewResource, (items: readonly ReviewView[], more) => reviewSheet(items, more)),
  many(
    "/corrections",
    correctionsResource,
    (items: readonly CorrectionView[], more) => correctionsSheet(items, more),
    mostCorrections,
  ),
  {
    path: "/search",
    sheet: async ({ query }, asking) => {
      const { lists, more } = await allOf(searchResource, asFields(query, searchResource), asking, mostRows);
      const { articles = [], lines = [] } = lists as Partial<Pick<FoundView, "articles" | "lines">>;
      return searchSheet({ articles, lines, moreArticles: more, moreLines: more }, query.get("q")?.trim() ?? "");
    },
  },
  {
    path: "/selection",
    sheet: async ({ query }, asking) => chosenLines("Selected lines", query.getAll("line"), asking),
  },
  {
    path: "/lines/:article/:line",
    sheet: async ({ params: { article = "", line = "" } }, asking) => {
      const sheet = await chosenLines("A line", [`${article}/${line}`], asking);
      return { ...sheet, about: [] };
    },
  },
  ...["/things/:id", "/disputes/:id", "/stories/:id", "/entities/:id"].map((path) => ({ path, sheet: thingAt })),
];

/** The pages that can be handed on, by their patterns. */
export const exportedPaths: readonly string[] = views.map(({ path }) => path);

/** The sheet of a page of the desk. @param address its path and query, as `/disputes?country=FR`, or all of its address @throws {Refusal} where no page that can be handed on is there */
export async function sheetOfView(address: string, asking: Asking): Promise<Sheet> {
  const { path, query } = partsOfView(address);
  for (const view of views) {
    const params = namedInPath(view.path, path);
    if (params !== null) return view.sheet({ params, query }, asking);
  }
  throw new Refusal(
    "bad_request",
    `The page ${path.slice(0, 100)} cannot be handed on. Those that can are ${exportedPaths.join(", ")}.`,
    "view",
  );
}

/** Path and query of an address of the desk, whatever server it was opened at. */
export function partsOfView(address: string): { readonly path: string; readonly query: URLSearchParams } {
  const url = URL.canParse(address, "http://desk/") ? new URL(address, "http://desk/") : null;
  return { path: url?.pathname ?? "", query: url?.searchParams ?? new URLSearchParams() };
}

/** A page that shows one answer. */
function one<View>(path: string, resource: Resource, sheet: (view: View) => Sheet): ExportedView {
  return {
    path,
    sheet: async ({ query }, asking) => sheet(await answered<View>(resource, {}, asFields(query, resource), asking)),
  };
}

/** A page that shows a list: all of it is handed on, up to so many rows. */
function many<Item>(
  path: string,
  resource: Resource,
  sheet: (items: readonly Item[], more: boolean, address: ViewAddress) => Sheet,
  most = mostRows,
): ExportedView {
  return {
    path,
    sheet: async (address, asking) => {
      const { items, more } = await listed<Item>(resource, asFields(address.query, resource), asking, most);
      return sheet(items, more, address);
    },
  };
}

async function thingAt({ params }: ViewAddress, asking: Asking): Promise<Sheet> {
  const thing = await answered<StoredView>(thingResource, params, { limit: String(mostAtOnce) }, asking);
  switch (thing.kind) {
    case "story":
      return storySheet(thing.story);
    case "entity":
      return entitySheet(thing.entity);
    case "dispute":
      return disputesSheet({ title: thing.dispute.headline.claim }, [thing.dispute]);
    case "history":
      return posturesSheet({ title: thing.history.subject.name }, [thing.history]);
    case "event":
      return eventSheet(thing.event);
    case "origin":
      return linesSheet({ title: thing.origin.name, more: thing.same.more }, thing.same.latest);
    case "article":
      return articleSheet(thing.article);
    case "line":
      return chosenLines("A line", [thing.line.id], asking);
    case "correction":
      return correctionsSheet([thing.correction], false);
  }
}

/** @throws {Refusal} where one of them is not in the record, or is rejected */
async function chosenLines(title: string, ids: readonly string[], { store }: Asking): Promise<Sheet> {
  if (ids.length > mostCitations) {
    throw new Refusal("bad_request", `Found ${ids.length} lines; ${mostCitations} can be selected at most.`, "view");
  }
  const { items, missing } = await toldCitations(store, ids);
  if (missing.length > 0) throw new Refusal("not_found", `The record has no line ${missing.join(", ")}.`, "view");
  const hidden = hiddenAmong(items);
  if (hidden.length > 0) {
    throw new Refusal("bad_request", `Rejected lines are not handed on: ${hidden.join(", ")}.`, "view");
  }
  return citationsSheet(title, items);
}

/** What of a page's query the resource knows; the rest is of the page alone. */
function asFields(query: URLSearchParams, resource: Resource): Readonly<Record<string, unknown>> {
  const known = Object.keys(resource.query.shape).filter((name) => !["limit", "cursor", "as_of"].includes(name));
  return Object.fromEntries(
    known.flatMap((name) => {
      const values = query.getAll(name).filter((value) => value !== "");
      return values.length === 0 ? [] : [[name, values.length === 1 ? values[0] : values]];
    }),
  );
}

async function answered<View>(resource: Resource, params: object, query: object, asking: Asking): Promise<View> {
  const found = await resource.answer({
    ...asking,
    params: checked(resource.params, params),
    query: checked(resource.query, query),
    page: { offset: 0, limit: mostAtOnce },
  });
  if (found === null) throw new Refusal("not_found", "There is no such thing in the record.");
  // It is what the resource's own schema says.
  return found as View;
}

async function listed<Item>(resource: Resource, query: object, asking: Asking, most = mostRows) {
  const { lists, more } = await allOf(resource, query, asking, most);
  return { items: (lists.items ?? []) as readonly Item[], more };
}

const mostAtOnce = 500;

/** Everything that a list has, up to so many rows. */
async function allOf(resource: Resource, query: object, asking: Asking, most: number) {
  const lists: Record<string, unknown[]> = {};
  for (let offset = 0; ; offset += mostAtOnce) {
    const found = await resource.answer({
      ...asking,
      params: checked(resource.params, {}),
      query: checked(resource.query, query),
      page: { offset, limit: mostAtOnce },
    });
    const { page, more } = resource.cut?.(found, mostAtOnce) ?? { page: {}, more: false };
    for (const [name, items] of Object.entries(page)) lists[name] = [...(lists[name] ?? []), ...items];
    if (!more || offset + mostAtOnce >= most) return { lists, more };
  }
}

/** The address of a page with these lines, for what is chosen one by one. */
export function selectionOf(ids: readonly string[]): string {
  return `/selection?${new URLSearchParams(ids.map((id): [string, string] => ["line", id]))}`;
}
