import { briefBlocks, partTitles } from "../view/brief-blocks.js";
import type { BriefLine, BriefSide, BriefTold } from "../view/brief-line.js";
import type { BriefView } from "../view/brief-view.js";
import { briefStyle } from "./brief-style.js";
import {
  blockTitle,
  briefTitle,
  dayWords,
  headOf,
  leftOutLine,
  moreWords,
  nothingTold,
  periodWords,
  sideWords,
  sizeWords,
  toldWords,
  wordsBelow,
  yearOf,
} from "./brief-words.js";
import { counted } from "./counted.js";
import { escapedHtml } from "./html.js";

/**
 * The brief as a page of its own, the lead story first: no script, nothing that is loaded from elsewhere, readable in print and in mail, light or dark as
 * the reader has it.
 */
export function briefHtml(view: BriefView): string {
  const about = view.about.map((one) => ` · ${escapedHtml(one)}`).join("");
  const blocks = blocksOf(view);
  const counts = blocks.map(({ title, lines }, at) => `<a href="#part-${at + 1}">${title} <b>${lines}</b></a>`);
  const sections = blocks.map(
    ({ title, note, told, lead }, at) =>
      `<section id="part-${at + 1}"${lead ? ' class="lead"' : ""}>\n<h2>${title}${note === "" ? "" : ` <span>${note}</span>`}</h2>\n${told}\n</section>`,
  );
  const rest = leftOutLine(view);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="sitrep">
<meta name="color-scheme" content="light dark">
<title>${escapedHtml(briefTitle(view))}</title>
<style>${briefStyle}</style>
</head>
<body>
<header>
<h1>Brief${about}</h1>
<p class="period">${periodWords(view)}</p>
<p class="size">${sizeWords(view.size)}</p>
<nav aria-label="Stories">${counts.join("\n")}</nav>
</header>
<main>
${sections.length === 0 ? `<p class="none">${nothingTold}</p>` : sections.join("\n")}
${rest === null ? "" : `<p class="none">Not on this page: ${rest}.</p>`}
</main>
<footer>An origin is a voice: a speaker, or whose text it is. Copies of one text, and articles that quote one person, count once.
<code>sitrep explain ID</code> opens the source of a line.</footer>
</body>
</html>
`;
}

interface PageBlock {
  readonly title: string;
  readonly note: string;
  readonly lines: number;
  readonly told: string;
  readonly lead: boolean;
}

/** A block for each story, then what is due. */
function blocksOf(view: BriefView): readonly PageBlock[] {
  const year = yearOf(view);
  const stories = briefBlocks(view).map(({ story, parts }, at) => ({
    title: escapedHtml(blockTitle(story)),
    note: story === null ? "" : counted(story.articles, "article"),
    lines: parts.reduce((sum, { lines }) => sum + lines.length, 0),
    told: parts
      .map(({ kind, lines }) => {
        const items = lines.map(({ line, isNews }) => item(line, year, isNews));
        return `<h3>${partTitles[kind]}</h3>\n<ul>\n${items.join("\n")}\n</ul>`;
      })
      .join("\n"),
    lead: at === 0 && story !== null,
  }));
  const { lines, more } = view.due;
  if (lines.length === 0) return stories;
  const rest = moreWords(more);
  const told = `<ul>\n${lines.map((line) => item(line, year, true)).join("\n")}\n</ul>${rest === null ? "" : `\n<p class="none">… ${rest}</p>`}`;
  return [...stories, { title: "What is due", note: "", lines: lines.length + more, told, lead: false }];
}

function item(line: BriefLine, year: string | null, isNews: boolean): string {
  const [parties, words] = [headOf(line), wordsBelow(line)];
  const facts = line.facts.map((fact) => `<span class="fact">${escapedHtml(fact)}</span>`).join(" ");
  return `<li class="${line.tone}${isNews ? "" : " besides"}">
<p class="head">${parties === null ? "" : `<strong>${escapedHtml(parties)}</strong>: `}<span class="mark">${escapedHtml(line.mark)}</span>${line.day === null ? "" : `, <time datetime="${escapedHtml(line.day)}">${dayWords(line, year) ?? ""}</time>`} ${facts}</p>
${words === null ? "" : wordsOf(words)}${line.sides.map(sideOf).join("")}<p class="told">${sourceOf(line.told)} <code>${escapedHtml(line.id)}</code></p>
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
  return `<div class="side"><h4>${escapedHtml(sideWords(side))} <span>${toldWords(side.told)}</span></h4><ul>${voices.join("")}${more}</ul></div>\n`;
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
