import { briefBlocks, partTitles } from "../view/brief-blocks.js";
import type { BriefLine } from "../view/brief-line.js";
import type { BriefView } from "../view/brief-view.js";
import {
  blockTitle,
  headOf,
  leftOutLine,
  markedWords,
  moreWords,
  nothingTold,
  outletWords,
  periodWords,
  sideWords,
  sizeWords,
  toldWords,
  whatWords,
  wordsBelow,
  yearOf,
} from "./brief-words.js";
import { counted } from "./counted.js";

/** The brief as Markdown (CommonMark), a heading for each story: what articles say is escaped, so that none of it is taken for markup. */
export function briefMarkdown(view: BriefView): string {
  const about = view.about.length === 0 ? "" : ` · ${view.about.map(escaped).join(" · ")}`;
  const year = yearOf(view);
  const blocks = briefBlocks(view).map(({ story, parts }) => {
    const articles = story === null ? "" : `*${counted(story.articles, "article")}*`;
    const told = parts.flatMap(({ kind, lines }) => [
      `**${partTitles[kind]}**`,
      ...lines.map(({ line }) => item(line, year)),
    ]);
    return [`## ${escaped(blockTitle(story))}`, ...(articles === "" ? [] : [articles]), ...told].join("\n\n");
  });
  const due = [
    "## What is due",
    ...view.due.lines.map((line) => item(line, year)),
    ...(view.due.more === 0 ? [] : [`*… ${moreWords(view.due.more)}*`]),
  ].join("\n\n");
  const rest = leftOutLine(view);
  const parts = [
    `# Brief${about}`,
    `**${periodWords(view)}** · ${sizeWords(view.size)}`,
    ...(blocks.length === 0 ? [`*${nothingTold}*`] : blocks),
    ...(view.due.lines.length === 0 ? [] : [due]),
    ...(rest === null ? [] : [`*Not on this page: ${rest}.*`]),
  ];
  return `${parts.join("\n\n")}\n`;
}

function item(line: BriefLine, year: string | null): string {
  const parties = headOf(line);
  const what = escaped(whatWords(line, year));
  const facts = [parties === null ? what : `**${escaped(parties)}**: ${what}`, ...line.facts.map(escaped)].join(" · ");
  const told = `${toldWords(line.told)}: ${escaped(outletWords(line.told))} · \`${line.id.replaceAll("`", "'")}\``;
  const below = wordsBelow(line);
  const words = below === null ? [] : [`  > ${escaped(markedWords(below))}`];
  const sides = sidesOf(line);
  return [`- ${facts}`, ...words, ...(sides.length === 0 ? [] : [sides.join("\n")]), `  ${told}`].join("\n\n");
}

function sidesOf({ sides }: BriefLine): readonly string[] {
  return sides.flatMap((side) => [
    `  - **${escaped(sideWords(side))}** · ${toldWords(side.told)}`,
    ...side.voices.map(({ who, words: said }) => `    - **${escaped(who)}**: ${escaped(markedWords(said))}`),
    ...(side.moreVoices === 0 ? [] : [`    - and ${counted(side.moreVoices, "more voice")}`]),
  ]);
}

/** Whatever CommonMark could take for markup, and what HTML could, with a backslash or as a reference. */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/[\\`*_[\]#|~!]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/^(\d+)([.)])/, "$1\\$2")
    .replace(/^([-+=])/, "\\$1");
}
