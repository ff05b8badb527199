import { tick, untrack } from "svelte";

/** What the address bar shows. */
interface Place {
  readonly path: string;
  readonly query: URLSearchParams;
}

/** What of a page is kept in the history, so that going back finds it as it was left. */
interface Left {
  readonly scroll: number;
  /** The address of the link that had the focus. */
  readonly link: string | null;
}

let place = $state.raw<Place>(placeNow());
let back = $state.raw<Left | null>(null);

/** Where the reader is. */
export const router = {
  get path(): string {
    return place.path;
  },
  get query(): URLSearchParams {
    return place.query;
  },
};

/** Opens an address of the desk; `replace` puts it in the place of this one. */
export function go(href: string, { replace = false }: { readonly replace?: boolean } = {}): void {
  if (replace) history.replaceState(history.state, "", href);
  else {
    history.replaceState(leaving(), "", location.href);
    history.pushState(null, "", href);
  }
  // An effect that leads elsewhere would otherwise run again because it did.
  const from = untrack(() => place.path);
  place = placeNow();
  back = null;
  if (!replace && place.path !== from) void tick().then(() => scrollTo({ top: 0, behavior: "instant" }));
}

/** The address of this page with other values in its query; those that are empty are left out. */
export function withQuery(changes: Readonly<Record<string, string | readonly string[] | null>>): string {
  const query = new URLSearchParams(place.query);
  for (const [name, value] of Object.entries(changes)) {
    query.delete(name);
    for (const one of value === null ? [] : typeof value === "string" ? [value] : value)
      if (one !== "") query.append(name, one);
  }
  const written = query.toString();
  return written === "" ? place.path : `${place.path}?${written}`;
}

/** Starts to follow links and the back button. @returns what ends it */
export function followAddress(): () => void {
  history.scrollRestoration = "manual";
  const moved = (event: PopStateEvent): void => {
    place = placeNow();
    back = leftOf(event.state);
  };
  const clicked = (event: MouseEvent): void => {
    const href = hrefToFollow(event);
    if (href === null) return;
    event.preventDefault();
    go(href);
  };
  addEventListener("popstate", moved);
  document.addEventListener("click", clicked);
  return () => {
    removeEventListener("popstate", moved);
    document.removeEventListener("click", clicked);
  };
}

/** Called when a page has its content: goes where the reader left it, or tells a reader by ear that there is another page. */
export function settle(heading: HTMLElement | null): void {
  const left = back;
  back = null;
  if (left === null) {
    heading?.focus({ preventScroll: true });
    return;
  }
  scrollTo({ top: left.scroll, behavior: "instant" });
  const link = left.link === null ? null : document.querySelector(`a[href="${CSS.escape(left.link)}"]`);
  if (link instanceof HTMLElement) link.focus({ preventScroll: true });
}

function placeNow(): Place {
  return { path: location.pathname, query: new URLSearchParams(location.search) };
}

function leaving(): Left {
  const active = document.activeElement;
  return { scroll: scrollY, link: active instanceof HTMLAnchorElement ? active.getAttribute("href") : null };
}

function leftOf(state: unknown): Left | null {
  if (typeof state !== "object" || state === null) return { scroll: 0, link: null };
  const { scroll, link } = state as Partial<Left>;
  return { scroll: scroll ?? 0, link: link ?? null };
}

/** Of a plain click on a link into the desk; `null` for all that the browser does better. */
function hrefToFollow(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return null;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (link === null || link.target !== "" || link.hasAttribute("download") || link.origin !== location.origin)
    return null;
  if (/^\/(?:api|docs)\//.test(link.pathname) || link.hash !== "") return null;
  return link.pathname + link.search;
}
