import type { BriefLine } from "../view/brief-line.js";
import type { BriefView } from "../view/brief-view.js";
import {
  byStories,
  markedWords,
  moreWords,
  outletWords,
  partiesOf,
  periodWords,
  sectionsOf,
  sideWords,
  sizeWords,
  toldWords,
  whatWords,
} from "./brief-words.js";
import { counted } from "./counted.js";

/** The brief as Markdown (CommonMark): what articles say is escaped, so that none of it is taken for markup. */
export function briefMarkdown(view: BriefView): string {
  const about = view.about.length === 0 ? "" : ` · ${view.about.map(escaped).join(" · ")}`;
  const sections = sectionsOf(view).map(({ title, none, lines, more }) => {
    const stories = byStories(lines, view).flatMap((group) => [
      ...(group.story === null ? [] : [`### ${escaped(group.story)}`]),
      ...group.lines.map(item),
    ]);
    const told = lines.length === 0 ? [`*${none}*`] : stories;
    const words = moreWords(more);
    return [`## ${title}`, ...told, ...(words === null ? [] : [`*… ${words}*`])].join("\n\n");
  });
  return `${[`# Brief${about}`, `**${periodWords(view)}** · ${sizeWords(view.size)}`, ...sections].join("\n\n")}\n`;
}

function item(line: BriefLine): string {
  const parties = partiesOf(line);
  const what = escaped(whatWords(line));
  const facts = [parties === null ? what : `**${escaped(parties)}**: ${what}`, ...line.facts.map(escaped)].join(" · ");
  const words = line.words === null ? [] : [`  > ${escaped(markedWords(line.words))}`];
  const sides = line.sides.flatMap((side) => [
    `  - **${escaped(sideWords(side))}** · ${toldWords(side.told)}`,
    ...side.voices.map(({ who, words: said }) => `    - **${escaped(who)}**: ${escaped(markedWords(said))}`),
    ...(side.moreVoices === 0 ? [] : [`    - and ${counted(side.moreVoices, "more voice")}`]),
  ]);
  const told = `  ${toldWords(line.told)}: ${escaped(outletWords(line.told))} · \`${line.id.replaceAll("`", "'")}\``;
  return [`- ${facts}`, ...words, ...(sides.length === 0 ? [] : [sides.join("\n")]), told].join("\n\n");
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
