import { escapedMarkdown } from "../text/escaped-markdown.js";
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
  const about = view.about.length === 0 ? "" : ` · ${view.about.map(escapedMarkdown).join(" · ")}`;
  const year = yearOf(view);
  const blocks = briefBlocks(view).map(({ story, parts }) => {
    const articles = story === null ? "" : `*${counted(story.articles, "article")}*`;
    const told = parts.flatMap(({ kind, lines }) => [
      `**${partTitles[kind]}**`,
      ...lines.map(({ line }) => item(line, year)),
    ]);
    return [`## ${escapedMarkdown(blockTitle(story))}`, ...(articles === "" ? [] : [articles]), ...told].join("\n\n");
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
  const what = escapedMarkdown(whatWords(line, year));
  const facts = [
    parties === null ? what : `**${escapedMarkdown(parties)}**: ${what}`,
    ...line.facts.map(escapedMarkdown),
  ].join(" · ");
  const told = `${toldWords(line.told)}: ${escapedMarkdown(outletWords(line.told))} · \`${line.id.replaceAll("`", "'")}\``;
  const below = wordsBelow(line);
  const words = below === null ? [] : [`  > ${escapedMarkdown(markedWords(below))}`];
  const sides = sidesOf(line);
  return [`- ${facts}`, ...words, ...(sides.length === 0 ? [] : [sides.join("\n")]), `  ${told}`].join("\n\n");
}

function sidesOf({ sides }: BriefLine): readonly string[] {
  return sides.flatMap((side) => [
    `  - **${escapedMarkdown(sideWords(side))}** · ${toldWords(side.told)}`,
    ...side.voices.map(
      ({ who, words: said }) => `    - **${escapedMarkdown(who)}**: ${escapedMarkdown(markedWords(said))}`,
    ),
    ...(side.moreVoices === 0 ? [] : [`    - and ${counted(side.moreVoices, "more voice")}`]),
  ]);
}
