import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a path answers: a body, or whatever the function does with the response. */
export type Answer = string | ((response: ServerResponse, request: IncomingMessage) => void);

/** A site on the loopback that a test fills: a real server, with a port of its own. */
export interface LoopbackSite {
  readonly origin: string;
  /** By path; what has none answers 404. */
  readonly pages: Map<string, Answer>;
  /** The paths that were asked for, robots.txt left out, in order. */
  readonly asked: string[];
  readonly close: () => Promise<void>;
}

export async function openLoopbackSite(): Promise<LoopbackSite> {
  const pages = new Map<string, Answer>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    if (path !== "/robots.txt") asked.push(path);
    const answer = pages.get(path);
    if (answer === undefined) response.writeHead(404).end();
    else if (typeof answer === "string") response.setHeader("content-type", typeOf(answer)).end(answer);
    else answer(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pages,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function typeOf(body: string): string {
  if (body.startsWith("<!doctype html")) return "text/html; charset=utf-8";
  return body.startsWith("<") ? "application/xml" : "text/plain; charset=utf-8";
}

/** An item of an RSS feed. */
export interface InventedItem {
  readonly title: string;
  readonly link?: string;
  readonly text?: string;
  readonly published?: string;
}

/** An RSS feed of invented items. */
export function rssOf(items: readonly InventedItem[], title = "Orsen Mail"): string {
  const told = items.map(
    ({ title: name, link, text, published }) =>
      `<item><title>${name}</title>${link === undefined ? `<guid>${name}</guid>` : `<link>${link}</link>`}${
        text === undefined ? "" : `<description>${text}</description>`
      }${published === undefined ? "" : `<pubDate>${published}</pubDate>`}</item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title>${told.join("")}</channel></rss>`;
}

/** A page with an article of a few sentences. */
export function pageOf(title: string, sentence: string): string {
  return `<!doctype html><html lang="en"><head><title>${title}</title><meta property="og:site_name" content="Orsen Mail">
<meta property="article:published_time" content="2031-03-04T08:15:00Z"></head><body><article><h1>${title}</h1>
<p>${sentence}</p><p>Mayor Ada Lenz said on Monday that the harbour would stay open for small boats, and that nobody had been hurt on the quay.</p>
<p>The harbour office said that it would publish a list of the berths that can be used from Tuesday on.</p></article></body></html>`;
}

/** Sites that each have a feed with so many items, and the pages behind them; each page has a text of its own. */
export async function openLoopbackFeeds(
  sites: number,
  items: number,
): Promise<{ readonly feeds: readonly string[]; readonly close: () => Promise<void> }> {
  const opened = await Promise.all(Array.from({ length: sites }, openLoopbackSite));
  for (const [number, { origin, pages }] of opened.entries()) {
    const told = Array.from({ length: items }, (_, item) => ({
      title: `Pier ${number}-${item}`,
      link: `${origin}/${item}`,
    }));
    pages.set("/feed", rssOf(told));
    for (const [item, { title }] of told.entries()) {
      pages.set(`/${item}`, pageOf(title, `The pier ${number}-${item} at Orsen was shut on Monday.`));
    }
  }
  return {
    feeds: opened.map(({ origin }) => `${origin}/feed`),
    close: async () => void (await Promise.all(opened.map(({ close }) => close()))),
  };
}
