import { z } from "zod";
import { idSchema } from "../api/query.js";
import { thingResource } from "../api/thing.js";
import type { Span } from "../text/span.js";
import type { CorrectionView } from "../view/correction-view.js";
import { plainDay } from "../view/plain-dates.js";
import type { StoredLineView } from "../view/stored-line-view.js";
import type { StoredView } from "../view/stored-view.js";
import type { StoryView } from "../view/story-view.js";
import type { Ask } from "./ask.js";
import {
  type AnswerDraft,
  disputeDraft,
  entityDraft,
  eventDraft,
  historyDraft,
  lineDraft,
  passageDraft,
  storyDraft,
  wordsReference,
} from "./draft.js";
import { namedHere } from "./entity-quotes.js";
import { wholeTool } from "./tool.js";

/** `explain`: all that stands behind an id. */
export const explainTool = wholeTool({
  name: "explain",
  title: "Explain",
  description:
    "All that stands behind an id of the record: a line with its paragraph, who told whom, what else tells the same and who disputes it; an article, story, event, dispute, history, person or body, origin or correction. The first item is the thing itself; `section` says what the others are to it.",
  input: z.strictObject({
    id: idSchema.describe("As an answer has it: art_…/st_3, ev_…, di_…, hi_…, wh_…, sy_…, or_…, art_…, co_…."),
  }),
  drafts: async ({ id }, { ask }) => {
    const thing = await ask<StoredView>(thingResource, { params: { id } });
    return { about: thing.corrections.map(correctionWords), drafts: await draftsOf(thing, ask) };
  },
});

function correctionWords({ id, what, by, at, why }: CorrectionView): string {
  return `${id}, ${at.slice(0, 10)}: ${by} ${what}${why === null ? "" : ` (${why})`}`;
}

async function draftsOf(thing: StoredView, ask: Ask): Promise<readonly AnswerDraft[]> {
  switch (thing.kind) {
    case "line":
      return draftsOfLine(thing.line);
    case "article": {
      const { id, outlet, published, lines, moreLines, story, versions } = thing.article;
      const facts = [
        ...(published === null ? ["of unknown date"] : [`published ${plainDay(published)}`]),
        `${lines.length + moreLines} lines`,
        ...(story === null ? [] : [`of the story ${story}`]),
        ...(versions.length > 1 ? [`versions: ${versions.slice(-5).join(", ")}`] : []),
      ];
      const itself: AnswerDraft = {
        ...{ id, kind: "article", section: "itself", what: `an article of ${outlet ?? "an unnamed outlet"}`, facts },
        ...{ sure: "The outlet's own text.", quotes: [{ of: `${id}#0-300`, as: "how it begins" }], moreQuotes: 0 },
      };
      return [itself, ...within("a line of it", lines.map(lineDraft))];
    }
    case "story":
      return draftsOfStory(thing.story);
    case "event":
      return [
        { ...eventDraft(thing.event), section: "itself" },
        ...within("a dispute over it", thing.disputes.map(disputeDraft)),
      ];
    case "dispute":
      return [{ ...disputeDraft(thing.dispute), section: "itself" }];
    case "history":
      return [{ ...historyDraft(thing.history), section: "itself" }];
    case "origin":
      return within(`a line from ${thing.origin.name}`, thing.same.latest.map(lineDraft));
    case "entity":
      return [
        { ...entityDraft(thing.entity, await namedHere(thing.entity, ask)), section: "itself" },
        ...within("a line of theirs", thing.entity.lines.map(lineDraft)),
      ];
    case "correction":
      return [
        {
          ...{
            id: thing.correction.id,
            kind: "correction",
            section: "itself",
            what: correctionWords(thing.correction),
          },
          ...{ facts: thing.correction.lost, sure: "What a person said of the record.", quotes: [], moreQuotes: 0 },
        },
      ];
  }
}

function within(section: string, drafts: readonly AnswerDraft[]): readonly AnswerDraft[] {
  return drafts.map((draft) => ({ ...draft, section }));
}

const claims: ReadonlySet<StoredLineView["kind"]> = new Set(["statement", "action", "posture", "stance"]);

function draftsOfLine(line: StoredLineView): readonly AnswerDraft[] {
  const { id, article, passages, told, event, tells, history, who, disputes, stances, usedBy, pages } = line;
  const facts = [
    ...(told === null ? [] : [`who told whom: ${told.steps.join(" → ")}`, told.reason]),
    ...(history === null ? [] : [`a state of the history ${history}`]),
    ...(who === null ? [] : [`known as ${who}`]),
    ...(pages.length === 0 ? [] : [`on page ${pages.join(", ")} of its document`]),
    ...(article.newest ? [] : ["of an older version of its article"]),
  ];
  const itself: AnswerDraft = claims.has(line.kind)
    ? { ...lineDraft({ id, corrections: [] }), section: "itself", facts }
    : { ...mentionDraft(line), section: "itself" };
  return [
    itself,
    ...within(
      "its paragraph",
      passages.slice(0, 3).map(({ span }) => passageDraft(article.id, span)),
    ),
    ...within("the event that it tells of", event === null ? [] : [eventDraft(event)]),
    ...within("a dispute that it is in", disputes.map(disputeDraft)),
    ...within("an event told on its word", tells.map(eventDraft)),
    ...within("a stance on it", stances.map(lineDraft)),
    ...within(
      "a line that leads to it",
      usedBy.slice(0, 10).map((one) => lineDraft({ id: one, corrections: [] })),
    ),
  ];
}

/** A person, place or time as its article names it. */
function mentionDraft({ id, kind, article, fields, who }: StoredLineView): AnswerDraft {
  const [named] = fields.filter(({ words }) => words.length > 0);
  const spans: readonly Span[] = named?.words.slice(0, 1).map(({ span }) => span) ?? [[0, 300]];
  return {
    ...{ id, kind: who === null ? "passage" : "entity" },
    what: `${kind}: ${fields[0]?.value ?? "unknown"}`,
    facts: fields.flatMap(({ field, value }) => (value === null ? [] : [`${field}: ${value}`])),
    sure: "As its article names it.",
    quotes: [{ of: wordsReference(article.id, spans), as: kind }],
    moreQuotes: 0,
  };
}

function draftsOfStory(story: StoryView): readonly AnswerDraft[] {
  const { central, articles, moreArticles, first, last, terms, disputes, postures } = story;
  const summary = { ...story, first: first ?? "", last: last ?? "", articles: articles.length + moreArticles };
  const itself: AnswerDraft = {
    ...storyDraft(summary, []),
    section: "itself",
    facts: [
      ...(first === null || last === null ? [] : [`${plainDay(first)} to ${plainDay(last)}`]),
      `${summary.articles} articles of ${story.outlets} outlets, ${story.texts} of them no copies of others`,
      `about ${terms.slice(0, 10).join(", ")}`,
    ],
    quotes: [{ of: `${central}#0-300`, as: "how its central article begins" }],
  };
  return [
    itself,
    ...within("a dispute in it", disputes.map(disputeDraft)),
    ...within("an institution in it", postures.map(historyDraft)),
    ...articles.map(({ id, outlet, reason }) => ({
      ...{
        id,
        kind: "article" as const,
        section: "an article of it",
        what: `an article of ${outlet ?? "an unnamed outlet"}`,
      },
      ...{
        facts: [reason],
        sure: "The outlet's own text.",
        quotes: [{ of: `${id}#0-300`, as: "how it begins" }],
        moreQuotes: 0,
      },
    })),
  ];
}
