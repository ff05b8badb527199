import { type Handler, Parser } from "htmlparser2";

/**
 * How many open elements a parser may pass by for all tags of a text together: htmlparser2 looks through those that are open at each tag, a thousand million take it
 * four seconds, and 100,000 tags that nothing closes a hundred. Long pages of newspapers come to a few million.
 */
const mostPassed = 1_000_000_000;

/** The markup up to where its elements stand so deep in one another that a parser would take minutes: all of it, but for what is broken as no page is by chance. */
export function withinDepth(markup: string, options: { readonly xmlMode: boolean }): string {
  const tags = tagsIn(markup);
  const deepest = mostPassed / tags;
  if (tags <= deepest) return markup;
  let open = 0;
  let end = markup.length;
  const parser: Parser = new Parser(
    {
      onopentagname: () => {
        open += 1;
        if (open <= deepest || end < markup.length) return;
        end = parser.startIndex;
        parser.pause();
      },
      onclosetag: () => {
        open -= 1;
      },
    },
    options,
  );
  parser.end(markup);
  return markup.slice(0, end);
}

/** Tells the handler what stands in the page, {@link withinDepth}. */
export function walkHtml(html: string, handler: Partial<Handler>): void {
  walk(html, handler, { xmlMode: false });
}

/** The same of XML. */
export function walkXml(xml: string, handler: Partial<Handler>): void {
  walk(xml, handler, { xmlMode: true });
}

function walk(markup: string, handler: Partial<Handler>, options: { readonly xmlMode: boolean }): void {
  new Parser(handler, options).end(withinDepth(markup, options));
}

/** At most so many. */
function tagsIn(markup: string): number {
  let count = 0;
  for (let at = markup.indexOf("<"); at >= 0; at = markup.indexOf("<", at + 1)) count += 1;
  return count;
}
