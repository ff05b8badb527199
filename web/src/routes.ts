import type { Component } from "svelte";
import { namedInPath } from "../../src/text/path-pattern.js";

/** What every page is given: the parts of the address that its pattern names. */
export interface PageProps {
  readonly params: Readonly<Record<string, string>>;
}

/** An address pattern and the page behind it, which is fetched when it is first opened. */
export interface Route {
  /** `:name` stands for one part of the path. */
  readonly path: string;
  readonly load: () => Promise<{ readonly default: Page }>;
}

/** One that takes parts of its address, or none. */
export type Page = Component<PageProps> | Component<Record<string, never>>;

/** THE list of pages. The first pattern that fits is taken. */
export const routes: readonly Route[] = [
  { path: "/", load: () => import("./pages/BriefPage.svelte") },
  { path: "/timeline", load: () => import("./pages/TimelinePage.svelte") },
  { path: "/map", load: () => import("./pages/MapPage.svelte") },
  { path: "/statements", load: () => import("./pages/StatementsPage.svelte") },
  { path: "/network", load: () => import("./pages/NetworkPage.svelte") },
  { path: "/postures", load: () => import("./pages/PosturesPage.svelte") },
  { path: "/postures/:institution", load: () => import("./pages/InstitutionPage.svelte") },
  { path: "/articles", load: () => import("./pages/ArticlesPage.svelte") },
  { path: "/articles/:id", load: () => import("./pages/ArticlePage.svelte") },
  { path: "/lines/:article/:line", load: () => import("./pages/ThingPage.svelte") },
  { path: "/things/:id", load: () => import("./pages/ThingPage.svelte") },
  { path: "/disputes", load: () => import("./pages/DisputesPage.svelte") },
  { path: "/disputes/:id", load: () => import("./pages/ThingPage.svelte") },
  { path: "/claims/:article/:line", load: () => import("./pages/ClaimPage.svelte") },
  { path: "/review", load: () => import("./pages/ReviewPage.svelte") },
  { path: "/entities", load: () => import("./pages/EntitiesPage.svelte") },
  { path: "/entities/:id", load: () => import("./pages/EntityPage.svelte") },
  { path: "/stories", load: () => import("./pages/StoriesPage.svelte") },
  { path: "/stories/:id", load: () => import("./pages/StoryPage.svelte") },
  { path: "/sources", load: () => import("./pages/SourcesPage.svelte") },
  { path: "/sources/:id", load: () => import("./pages/SourcePage.svelte") },
  { path: "/add", load: () => import("./pages/AddPage.svelte") },
  { path: "/selection", load: () => import("./pages/SelectionPage.svelte") },
  { path: "/search", load: () => import("./pages/SearchPage.svelte") },
  { path: "/tour", load: () => import("./pages/TourPage.svelte") },
  { path: "/corrections", load: () => import("./pages/CorrectionsPage.svelte") },
  { path: "/watches", load: () => import("./pages/WatchesPage.svelte") },
];

/** The route of a path and what its pattern names, `null` where no page has that address. */
export function routeOf(
  path: string,
  among: readonly Route[] = routes,
): { readonly route: Route; readonly params: PageProps["params"] } | null {
  for (const route of among) {
    const params = namedInPath(route.path, path);
    if (params !== null) return { route, params };
  }
  return null;
}
