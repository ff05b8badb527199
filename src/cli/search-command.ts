import { Command } from "commander";
import { foundByWords } from "../ask/found-by-words.js";
import { askedDays } from "../ask/period-of.js";
import type { Effects } from "../run/effects.js";
import type { Store } from "../store/store.js";
import type { FoundView } from "../view/found-view.js";
import { printAnswer } from "./answer.js";
import type { ExitStatus } from "./exit-status.js";
import { type QuestionOptions, questionOptions } from "./question-options.js";
import { articleHeading, renderLines } from "./render-lines.js";
import type { Rendering } from "./rendering.js";
import { wrap } from "./wrap.js";

/** `sitrep search`: finds articles and lines by their words. */
export function searchCommand(effects: Effects, exit: (status: ExitStatus) => void): Command {
  const command = new Command("search")
    .summary("find articles and lines by their words")
    .description(
      'Prints the articles that have all of the words, then the statements, actions, postures and stances that have them, the newest first. Words are found in every form ("evacuate" finds "evacuated"); "several words" in quotation marks have to stand together; embass* finds every word with that beginning.',
    )
    .argument("<words...>", "the words to look for")
    .action(async (words: string[], options: QuestionOptions) => exit(await find(words, options, effects)));
  for (const option of questionOptions()) command.addOption(option);
  return command;
}

function find(words: readonly string[], options: QuestionOptions, effects: Effects): Promise<ExitStatus> {
  const ask = async (store: Store) => {
    const data = await foundByWords(
      store,
      { ...options, ...(await askedDays(options, store)), words: words.map(asOneTerm).join(" ") },
      effects,
    );
    const page = (rendering: Rendering): string => renderFound(data, rendering);
    return { data, page, more: data.moreArticles || data.moreLines };
  };
  return printAnswer(options, ask, effects);
}

/** A shell takes the marks off `"visa appointments"` but hands it over as one word. */
function asOneTerm(word: string): string {
  return /\s/.test(word) && !word.includes('"') ? `"${word}"` : word;
}

function renderFound({ articles, lines }: FoundView, rendering: Rendering): string {
  const { style, width } = rendering;
  const entries = articles.map(
    (article) => `${articleHeading(article, rendering)}\n${wrap(article.excerpt, width, "  ")}\n`,
  );
  const sections = [
    ...(entries.length === 0 ? [] : [`${style("bold", "Articles")}\n\n${entries.join("\n")}`]),
    ...(lines.length === 0 ? [] : [`${style("bold", "Lines")}\n\n${renderLines(lines, rendering)}`]),
  ];
  return sections.join("\n");
}
