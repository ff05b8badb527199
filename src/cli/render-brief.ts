import { briefBlocks, partTitles } from "../view/brief-blocks.js";
import type { BriefLine } from "../view/brief-line.js";
import type { BriefView } from "../view/brief-view.js";
import {
  blockTitle,
  dayWords,
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
  wordsBelow,
  yearOf,
} from "./brief-words.js";
import { counted } from "./counted.js";
import type { Rendering } from "./rendering.js";
import { styleWords } from "./style.js";
import { wrap } from "./wrap.js";

/** The brief as a page in a terminal, story by story. */
export function renderBrief(view: BriefView, rendering: Rendering): string {
  const { style, width } = rendering;
  const about = view.about.length === 0 ? "" : ` · ${view.about.join(" · ")}`;
  const year = yearOf(view);
  const head = [
    wrap(styleWords(`Brief${about}`, "bold", style), width, ""),
    wrap(`${periodWords(view)} ${style("dim", `· ${sizeWords(view.size)}`)}`, width, ""),
  ].join("\n");
  const blocks = briefBlocks(view).map(({ story, parts }) => {
    const articles = story === null ? "" : style("dim", ` · ${counted(story.articles, "article")}`);
    return [
      wrap(`${styleWords(blockTitle(story), "bold", style)}${articles}`, width, ""),
      ...parts.flatMap(({ kind, lines }) => [
        style("underline", partTitles[kind]),
        ...lines.map(({ line }) => renderBriefLine(line, rendering, year)),
      ]),
    ].join("\n");
  });
  const { lines, more } = view.due;
  const due = [
    style("bold", "What is due"),
    ...lines.map((line) => renderBriefLine(line, rendering, year)),
    ...(more === 0 ? [] : [style("dim", `  … ${moreWords(more)}`)]),
  ].join("\n");
  const rest = leftOutLine(view);
  const page = [
    head,
    ...(blocks.length === 0 ? [nothingTold] : blocks),
    ...(lines.length === 0 ? [] : [due]),
    ...(rest === null ? [] : [wrap(style("dim", `Not on this page: ${rest}.`), width, "")]),
  ];
  return `${page.join("\n\n")}\n`;
}

/** One line of a brief: who, what, when; then its words, by how many it is told, and its id. @param year that the page is of */
export function renderBriefLine(line: BriefLine, { style, width }: Rendering, year: string | null = null): string {
  const parties = headOf(line);
  const [day, words] = [dayWords(line, year), wordsBelow(line)];
  const what = `${styleWords(line.mark, toneColours[line.tone], style)}${day === null ? "" : style("dim", `, ${day}`)}`;
  const facts = [parties === null ? what : `${styleWords(parties, "bold", style)}: ${what}`, ...line.facts];
  const told = style("dim", `${toldWords(line.told)}: ${outletWords(line.told)}`);
  return [
    wrap(`${facts.join(style("dim", " · "))}`, width, "  "),
    ...(words === null ? [] : [wrap(markedWords(words), width, "    ")]),
    ...line.sides.flatMap((side) => [
      wrap(`${style("bold", sideWords(side))} ${style("dim", `· ${toldWords(side.told)}`)}`, width, "    "),
      ...side.voices.map(({ who, words: said }) =>
        wrap(`${styleWords(who, "bold", style)}: ${markedWords(said)}`, width, "      "),
      ),
      ...(side.moreVoices === 0 ? [] : [style("dim", `      and ${counted(side.moreVoices, "more voice")}`)]),
    ]),
    wrap(`${told} ${style("dim", line.id)}`, width, "    "),
  ].join("\n");
}

/** The colour of a mark in a terminal. */
export const toneColours = {
  violence: "red",
  pressure: "magenta",
  talk: "green",
  posture: "yellow",
  denial: "cyan",
} as const;
