import type { BriefLine, BriefSide, BriefTold } from "../view/brief-line.js";
import type { BriefView } from "../view/brief-view.js";
import { briefStyle } from "./brief-style.js";
import {
  byStories,
  dayWords,
  moreWords,
  partiesOf,
  periodWords,
  sectionsOf,
  sideWords,
  sizeWords,
  toldWords,
} from "./brief-words.js";
import { counted } from "./counted.js";
import { escapedHtml } from "./html.js";

/** The brief as a page of its own: no script, nothing that is loaded from elsewhere, readable in print, light or dark as the reader has it. */
export function briefHtml(view: BriefView): string {
  const about = view.about.map((one) => ` · ${escapedHtml(one)}`).join("");
  const sections = sectionsOf(view).map(({ title, none, lines, more }) => {
    const told = lines.length === 0 ? `<p class="none">${none}</p>` : byStories(lines, view).map(storyOf).join("\n");
    const words = moreWords(more);
    const rest = words === null ? "" : `\n<p class="none">… ${words}</p>`;
    return `<section id="${anchorOf(title)}">\n<h2>${title}</h2>\n${told}${rest}\n</section>`;
  });
  const counts = sectionsOf(view).map(
    ({ title, lines, more }) => `<a href="#${anchorOf(title)}">${title} <b>${lines.length + more}</b></a>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="sitrep">
<meta name="color-scheme" content="light dark">
<title>Brief${about} · ${periodWords(view)}</title>
<style>${briefStyle}</style>
</head>
<body>
<header>
<h1>Brief${about}</h1>
<p class="period">${periodWords(view)}</p>
<p class="size">${sizeWords(view.size)}</p>
<nav>${counts.join("\n")}</nav>
</header>
<main>
${sections.join("\n")}
</main>
<footer>An origin is a voice: a speaker, or whose text it is. Copies of one text, and articles that quote one person, count once.
<code>sitrep explain ID</code> opens the source of a line.</footer>
</body>
</html>
`;
}

function storyOf({ story, lines }: ReturnType<typeof byStories>[number]): string {
  const heading = story === null ? "" : `<h3 class="story">${escapedHtml(story)}</h3>\n`;
  return `${heading}<ul>\n${lines.map(item).join("\n")}\n</ul>`;
}

function item(line: BriefLine): string {
  const parties = partiesOf(line);
  const facts = line.facts.map((fact) => `<span class="fact">${escapedHtml(fact)}</span>`).join(" ");
  return `<li class="${line.tone}">
<p class="head">${parties === null ? "" : `<strong>${escapedHtml(parties)}</strong>: `}<span class="mark">${escapedHtml(line.mark)}</span>${line.day === null ? "" : `, <time datetime="${escapedHtml(line.day)}">${dayWords(line) ?? ""}</time>`} ${facts}</p>
${line.words === null ? "" : wordsOf(line.words)}${line.sides.map(sideOf).join("")}<p class="told">${sourceOf(line.told)} <code>${escapedHtml(line.id)}</code></p>
</li>`;
}

function wordsOf({ text, verbatim }: NonNullable<BriefLine["words"]>): string {
  return verbatim
    ? `<blockquote><q>${escapedHtml(text)}</q></blockquote>\n`
    : `<blockquote>${escapedHtml(text)}</blockquote>\n`;
}

function sideOf(side: BriefSide): string {
  const voices = side.voices.map(({ who, words: { text, verbatim } }) => {
    const words = verbatim ? `<q>${escapedHtml(text)}</q>` : escapedHtml(text);
    return `<li><strong>${escapedHtml(who)}</strong>: ${words}</li>`;
  });
  const more = side.moreVoices === 0 ? "" : `<li>and ${counted(side.moreVoices, "more voice")}</li>`;
  return `<div class="side"><h3>${escapedHtml(sideWords(side))} <span>${toldWords(side.told)}</span></h3><ul>${voices.join("")}${more}</ul></div>\n`;
}

/** How many tell it, and the outlets, each a link where its article has an address on the web. */
function sourceOf(told: BriefTold): string {
  const outlets = told.in.map(({ outlet, url, title, id }) => {
    const name = escapedHtml(outlet ?? id);
    const hint = title === null ? "" : ` title="${escapedHtml(title)}"`;
    return url !== null && /^https?:\/\//i.test(url)
      ? `<a href="${escapedHtml(url)}" rel="noreferrer"${hint}>${name}</a>`
      : `<span${hint}>${name}</span>`;
  });
  return `${told.origins > 1 ? `<b>${toldWords(told)}</b>` : toldWords(told)}: ${outlets.join(", ")}`;
}

function anchorOf(title: string): string {
  return title.toLowerCase().replaceAll(" ", "-");
}
