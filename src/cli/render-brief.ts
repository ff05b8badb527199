import type { BriefLine } from "../view/brief-line.js";
import type { BriefSection, BriefView } from "../view/brief-view.js";
import {
  byStories,
  dayWords,
  markedWords,
  moreWords,
  outletWords,
  partiesOf,
  periodWords,
  sectionsOf,
  sideWords,
  sizeWords,
  toldWords,
} from "./brief-words.js";
import { counted } from "./counted.js";
import type { Rendering } from "./rendering.js";
import { type Style, styleWords } from "./style.js";
import { wrap } from "./wrap.js";

/** The brief as a page in a terminal. */
export function renderBrief(view: BriefView, rendering: Rendering): string {
  const { style, width } = rendering;
  const about = view.about.length === 0 ? "" : ` · ${view.about.join(" · ")}`;
  const head = [
    wrap(styleWords(`Brief${about}`, "bold", style), width, ""),
    wrap(`${periodWords(view)} ${style("dim", `· ${sizeWords(view.size)}`)}`, width, ""),
  ];
  const sections = sectionsOf(view).map(({ title, none, lines, more }) => {
    const heading = style("bold", title.toUpperCase());
    if (lines.length === 0) return `${heading} ${style("dim", `· ${none}`)}`;
    const told = byStories(lines, view).flatMap((group) => [
      ...(group.story === null ? [] : [wrap(styleWords(group.story, "underline", style), width, "  ")]),
      ...group.lines.map((line) => renderBriefLine(line, rendering)),
    ]);
    return [heading, ...told, ...moreLine(more, style)].join("\n");
  });
  return `${[head.join("\n"), ...sections].join("\n\n")}\n`;
}

function moreLine(more: BriefSection["more"], style: Style): readonly string[] {
  const words = moreWords(more);
  return words === null ? [] : [style("dim", `  … ${words}`)];
}

/** One line of a brief: who, what, when; then its words, by how many it is told, and its id. */
export function renderBriefLine(line: BriefLine, { style, width }: Rendering): string {
  const parties = partiesOf(line);
  const day = dayWords(line);
  const what = `${styleWords(line.mark, toneColours[line.tone], style)}${day === null ? "" : style("dim", `, ${day}`)}`;
  const facts = [parties === null ? what : `${styleWords(parties, "bold", style)}: ${what}`, ...line.facts];
  const told = style("dim", `${toldWords(line.told)}: ${outletWords(line.told)}`);
  return [
    wrap(`${facts.join(style("dim", " · "))}`, width, "  "),
    ...(line.words === null ? [] : [wrap(markedWords(line.words), width, "    ")]),
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
