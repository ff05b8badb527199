/** A page that the menu leads to. */
export interface ListedPage {
  readonly href: string;
  readonly name: string;
  /** Pressed after `g`. */
  readonly key?: string;
  /** What else somebody may call it, for finding it. */
  readonly words?: string;
}

/** THE menu: what is now, what was read, what people do with it. */
export const pageGroups: readonly { readonly name: string; readonly pages: readonly ListedPage[] }[] = [
  {
    name: "Now",
    pages: [
      { href: "/", name: "Brief", key: "b", words: "home today what changed" },
      { href: "/postures", name: "Postures", key: "p", words: "embassies missions states board departure" },
      { href: "/disputes", name: "Disputes", key: "d", words: "denied contradicted claims" },
      { href: "/timeline", name: "Timeline", key: "t", words: "days when lanes" },
      { href: "/map", name: "Map", key: "m", words: "places where" },
      { href: "/statements", name: "Statements by party", key: "w", words: "statements sides quotes" },
      { href: "/network", name: "Network", key: "n", words: "ties who acts on whom" },
    ],
  },
  {
    name: "Record",
    pages: [
      { href: "/stories", name: "Stories", key: "s" },
      { href: "/articles", name: "Articles", key: "a", words: "texts reports" },
      { href: "/entities", name: "People and bodies", key: "e", words: "entities persons organizations" },
      { href: "/sources", name: "Sources", key: "o", words: "feeds outlets grades official health" },
    ],
  },
  {
    name: "Desk",
    pages: [
      { href: "/watches", name: "Watches", words: "alerts follow" },
      { href: "/review", name: "Review", key: "r", words: "confirm reject queue" },
      { href: "/corrections", name: "Corrections", words: "undo merge reject" },
    ],
  },
];

export const listedPages: readonly ListedPage[] = pageGroups.flatMap(({ pages }) => pages);
