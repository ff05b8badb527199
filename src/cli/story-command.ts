import { Command } from "commander";
import { firstOf } from "../ask/first-of.js";
import { askedDays } from "../ask/period-of.js";
import { toldStory } from "../ask/told-story.js";
import type { Effects } from "../run/effects.js";
import { findStories } from "../store/queries/stories.js";
import { storySummaries } from "../store/queries/story-summaries.js";
import type { Store } from "../store/store.js";
import { type Answer, printAnswer } from "./answer.js";
import type { ExitStatus } from "./exit-status.js";
import { printById } from "./print-by-id.js";
import { type QuestionOptions, questionOptions } from "./question-options.js";
import { renderStory, renderStorySummary } from "./render-story.js";

/** `sitrep story`: lists the stories of the database, or shows one. */
export function storyCommand(effects: Effects, exit: (status: ExitStatus) => void): Command {
  const command = new Command("story")
    .summary("list the stories, or show one")
    .description(
      "Without an id, prints the stories, the one with the latest article first, with the number of articles, outlets and independent texts. With an id, prints that story: its articles, which are copies of which and why, its disputes and its postures.",
    )
    .argument("[id]", "the id of a story, as sy_5c34f14789777e74")
    .action(async (id: string | undefined, options: QuestionOptions) =>
      exit(id === undefined ? await list(options, effects) : await show(id, options, effects)),
    );
  for (const option of questionOptions("stories, or articles of one,")) command.addOption(option);
  return command;
}

function list(options: QuestionOptions, effects: Effects): Promise<ExitStatus> {
  const ask = async (store: Store): Promise<Answer> => {
    const found = await findStories(store, {
      ...(await askedDays(options, store)),
      limit: options.limit + 1,
    });
    const { items, more } = firstOf(found, options.limit);
    const stories = await storySummaries(
      store,
      items.map(({ id }) => id),
    );
    const page: Answer["page"] = (rendering) =>
      stories.map((story) => `${renderStorySummary(story, rendering)}\n`).join("\n");
    return { data: { stories, more }, page, more };
  };
  return printAnswer(options, ask, effects);
}

function show(id: string, options: QuestionOptions, effects: Effects): Promise<ExitStatus> {
  const ask = async (store: Store) => {
    const data = await toldStory(store, id, options.limit);
    return data === null
      ? null
      : { data, page: (rendering: Parameters<Answer["page"]>[0]) => renderStory(data, rendering) };
  };
  return printById(options, ask, `The database has no story ${id}. \`sitrep story\` lists them.`, effects);
}
