/** A part of the menu; its pages as whoever makes it has them. */
export interface MenuGroup<Page> {
  readonly name: string;
  readonly pages: readonly Page[];
}

export interface MenuPage {
  readonly href: string;
  readonly title: string;
  /** Of the page that is open its sections, `null` of all others. */
  readonly sections: readonly { readonly id: string; readonly text: string }[] | null;
}

export interface TemplatePage {
  readonly title: string;
  /** The way from this page to the site's root: empty, or `../`. */
  readonly up: string;
  readonly body: string;
  readonly menu: readonly MenuGroup<MenuPage>[];
}

/**
 * One page of the docs. No script or style stands in it, as the desk's content policy asks, and it works without the two that it names; on a narrow screen the menu stands below the text, where a
 * link at the top leads.
 */
export function pageTemplate({ title, up, body, menu }: TemplatePage): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} · Sitrep docs</title>
<link rel="icon" href="${up}icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${up}style.css">
<script src="${up}theme.js"></script>
<script src="${up}search.js" defer></script>
</head>
<body class="docs">
<header>
<a class="brand" href="${up}index.html">Sitrep docs</a>
<form class="search" role="search" data-up="${up}" hidden><input type="search" aria-label="Search the docs" placeholder="Search" autocomplete="off"><ul class="found" aria-live="polite"></ul></form>
<a class="to-menu" href="#menu">Contents</a>
<a href="${up}../">Desk</a>
</header>
<main>
${body}</main>
<nav id="menu" aria-label="Docs">
${menu.map(groupOf).join("\n")}
</nav>
</body>
</html>
`;
}

export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

function groupOf({ name, pages }: MenuGroup<MenuPage>): string {
  return `<h2>${escaped(name)}</h2>\n<ul>\n${pages.map(itemOf).join("\n")}\n</ul>`;
}

function itemOf({ href, title, sections }: MenuPage): string {
  if (sections === null) return `<li><a href="${href}">${escaped(title)}</a></li>`;
  const inner = sections.map(({ id, text }) => `<li><a href="#${id}">${escaped(text)}</a></li>`).join("\n");
  return `<li><a href="${href}" aria-current="page">${escaped(title)}</a>${inner === "" ? "" : `\n<ul>\n${inner}\n</ul>`}</li>`;
}
