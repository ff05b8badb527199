import { z } from "zod";
import { articlesResource } from "../api/articles.js";
import { briefResource } from "../api/brief.js";
import { disputesResource } from "../api/disputes.js";
import { dueResource } from "../api/due.js";
import { entitiesResource, entityResource } from "../api/entities.js";
import { eventsResource } from "../api/events.js";
import { linesResource } from "../api/lines.js";
import { posturesResource } from "../api/postures.js";
import { daySchema, idSchema, sinceSchema, wordsSchema } from "../api/query.js";
import { searchResource } from "../api/search.js";
import { storiesResource } from "../api/stories.js";
import { thingResource } from "../api/thing.js";
import { lineKinds } from "../store/lines-of-record.js";
import type { FoundArticle } from "../store/queries/search.js";
import type { BriefSection, BriefView } from "../view/brief-view.js";
import type { DisputeView } from "../view/dispute-view.js";
import type { DueView } from "../view/due-view.js";
import type { EntityView, NamedEntityView } from "../view/entity-view.js";
import type { EventView } from "../view/event-view.js";
import type { HistoryView } from "../view/history-view.js";
import type { ArticleView, LineView } from "../view/line-view.js";
import { plainDay } from "../view/plain-dates.js";
import type { StoredView } from "../view/stored-view.js";
import type { StorySummaryView } from "../view/story-view.js";
import { articleTool } from "./article-tool.js";
import type { Ask } from "./ask.js";
import {
  type AnswerDraft,
  briefDraft,
  disputeDraft,
  dueDraft,
  entityDraft,
  eventDraft,
  historyDraft,
  lineDraft,
  storyDraft,
} from "./draft.js";
import { namedHere } from "./entity-quotes.js";
import { explainTool } from "./explain-tool.js";
import { passageWith } from "./passages.js";
import { listTool, type Tool, wholeTool } from "./tool.js";
import { writingTools } from "./writing-tools.js";

const moment = z
  .string()
  .max(40)
  .optional()
  .describe("Only what had been added to the record by then: a day, or a time like 2031-03-04T18:30:00Z.");

/** What narrows a question down. */
const filters = {
  since: sinceSchema
    .optional()
    .describe("Only articles of this day or later, as 2031-03-04; or of the time up to the last article: 24h, 3d, 2w."),
  until: daySchema.optional().describe("Only articles before this day."),
  country: z
    .array(wordsSchema)
    .min(1)
    .max(20)
    .optional()
    .describe("Only lines that name one of these countries, by code or name."),
  who: z.array(wordsSchema).min(1).max(20).optional().describe("Only lines that name one of these people or bodies."),
  story: idSchema.optional().describe("Only articles of a story, by its id (sy_…)."),
  as_of: moment,
};

interface Filters {
  readonly since?: string | undefined;
  readonly until?: string | undefined;
  readonly country?: readonly string[] | undefined;
  readonly who?: readonly string[] | undefined;
  readonly story?: string | undefined;
  readonly as_of?: string | undefined;
}

function filtersOf({ since, until, country, who, story, as_of }: Filters) {
  return { since, until, country, who, story, as_of };
}

interface Listed<Item> {
  readonly items: readonly Item[];
}

const sections = ["changes", "postures", "actions", "statements", "disputes", "due"] as const;

const briefTool = wholeTool({
  name: "brief",
  title: "Brief",
  description:
    "One page on what the articles of a period tell, the weightiest first: what changed, states of institutions, acts, statements, disputes, what is due. Of the last day with articles where no period is given. Start here.",
  input: z.strictObject({
    ...filters,
    section: z.enum(sections).optional().describe("Only this part of the page."),
    reviewed: z.boolean().optional().describe("Only what a person confirmed."),
  }),
  drafts: async (args, { ask }) => {
    const { section, reviewed } = args;
    const query = { ...filtersOf(args), reviewed: reviewed === undefined ? undefined : String(reviewed) };
    const brief = await ask<BriefView>(briefResource, { query });
    const shown = sections.filter((one) => section === undefined || one === section);
    const drafts: AnswerDraft[] = [];
    for (const one of shown) drafts.push(...(await sectionDrafts(brief[one], one, ask)));
    const left = shown.flatMap((one) => (brief[one].more === 0 ? [] : [`${brief[one].more} more in ${one}`]));
    return { about: [...periodWords(brief), ...left], drafts };
  },
});

async function sectionDrafts({ lines }: BriefSection, section: string, ask: Ask): Promise<readonly AnswerDraft[]> {
  const drafts: AnswerDraft[] = [];
  for (const line of lines) {
    const draft = line.sides.length > 0 ? await disputeById(line.id, ask) : briefDraft(line);
    if (draft !== null) drafts.push({ ...draft, section });
  }
  return drafts;
}

async function disputeById(id: string, ask: Ask): Promise<AnswerDraft | null> {
  const thing = await ask<StoredView>(thingResource, { params: { id } });
  return thing.kind === "dispute" ? disputeDraft(thing.dispute) : null;
}

function periodWords({
  period,
  about,
  size,
}: Pick<BriefView, "period" | "about"> & { readonly size?: BriefView["size"] }) {
  const { since, until, chosen, zone } = period;
  const days = [
    ...(since === null ? [] : [`from ${plainDay(since)}`]),
    ...(until === null ? [] : [`before ${plainDay(until)}`]),
  ];
  return [
    `${days.length === 0 ? "all days" : days.join(", ")}${chosen === "last_day" ? " (the last day with articles)" : ""}, days of ${zone}`,
    ...about,
    ...(size === undefined ? [] : [`${size.articles} articles of ${size.outlets} outlets in ${size.stories} stories`]),
  ];
}

const posturesTool = listTool({
  name: "postures",
  title: "Postures",
  description:
    "The dated states of institutions (embassies, consular services, airspace, borders, forces, travel advice): which state holds, since when, by whose word, and which states came before.",
  input: z.strictObject({
    ...filters,
    by: wordsSchema.optional().describe("Words for who set one of the states."),
    about: wordsSchema.optional().describe("Words for the institution or its states, as embassy or airspace."),
  }),
  resource: posturesResource,
  query: ({ by, about, ...args }) => ({ ...filtersOf(args), by, about }),
  drafts: async ({ items }: Listed<HistoryView>) => items.map(historyDraft),
});

const disputesTool = listTool({
  name: "disputes",
  title: "Disputes",
  description:
    "What articles, or those they quote, do not agree on: the claim, who holds it and who denies it, each in their words. No side of a dispute may be told as a fact.",
  input: z.strictObject(filters),
  resource: disputesResource,
  query: filtersOf,
  drafts: async ({ items }: Listed<DisputeView>) => items.map(disputeDraft),
});

const statementsTool = listTool({
  name: "statements",
  title: "Statements",
  description:
    "Who said what, the newest article first: the speaker, the words, through whom, and how the article hedges them. With `kind` also acts, states and stances as single articles tell them.",
  input: z.strictObject({
    ...filters,
    kind: z
      .array(z.enum(lineKinds))
      .min(1)
      .max(lineKinds.length)
      .optional()
      .describe("Statements where it is not given."),
    by: wordsSchema.optional().describe("Words for who says, does or sets it."),
    about: wordsSchema.optional().describe("Words for what it is about."),
  }),
  resource: linesResource,
  query: ({ kind = ["statement"], by, about, ...args }) => ({ ...filtersOf(args), kind, by, about }),
  drafts: async ({ items }: Listed<LineView>) => items.map(lineDraft),
});

const eventsTool = listTool({
  name: "events",
  title: "Events",
  description:
    "Acts and states, each once with all articles that tell it, the latest day first: who did what to whom, and how far it can be believed. `since` and `until` are the days on which it happened.",
  input: z.strictObject({
    ...filters,
    kind: z.enum(["action", "posture"]).optional().describe("Only acts, or only states."),
  }),
  resource: eventsResource,
  query: ({ kind, ...args }) => ({ ...filtersOf(args), kind }),
  drafts: async ({ items }: Listed<EventView>) => items.map(eventDraft),
});

const dueTool = wholeTool({
  name: "due",
  title: "What is due",
  description:
    "Announced, possible and demanded acts that have a day, and deadlines: what is due, what passed without a report, what was done or called off.",
  input: z.strictObject({
    ...filters,
    on: daySchema.optional().describe("As it was known on this day; on the last day with articles if not given."),
  }),
  drafts: async ({ on, ...args }, { ask }) => {
    const due = await ask<DueView>(dueResource, { query: { ...filtersOf(args), on } });
    const asked = due.on === null ? [] : [`as known on ${plainDay(due.on)}`];
    return { about: [...asked, ...periodWords(due)], drafts: due.lines.flatMap((line) => dueDraft(line) ?? []) };
  },
});

const searchTool = listTool({
  name: "search",
  title: "Search",
  description:
    'Lines of the record (or articles, by `in`) with all of the words in them, in every form of theirs, the newest first. "several words" in quotation marks have to stand together; embass* finds what begins so.',
  input: z.strictObject({
    q: wordsSchema.describe("The words."),
    in: z.enum(["lines", "articles"]).optional().describe("Where to look: lines if not given."),
    ...filters,
  }),
  resource: searchResource,
  query: ({ q, in: _, ...args }) => ({ ...filtersOf(args), q }),
  drafts: async (
    found: { readonly articles: readonly FoundArticle[]; readonly lines: readonly LineView[] },
    { in: place },
    { ask },
  ) => {
    if (place !== "articles") return found.lines.map(lineDraft);
    const drafts: AnswerDraft[] = [];
    for (const article of found.articles) drafts.push(await foundArticleDraft(article, ask));
    return drafts;
  },
});

async function foundArticleDraft({ excerpt, highlights, ...article }: FoundArticle, ask: Ask): Promise<AnswerDraft> {
  const words = highlights.map((span) => excerpt.slice(...span));
  return {
    ...articleDraft(article),
    quotes: [{ of: await passageWith(article.id, words, ask), as: "the words asked for" }],
  };
}

const entitiesTool = listTool({
  name: "entities",
  title: "People and bodies",
  description:
    "People and bodies across articles, the one told of most often first: names, offices, and their latest lines.",
  input: z.strictObject({ q: wordsSchema.optional().describe("A name, or part of one."), as_of: moment }),
  resource: entitiesResource,
  query: ({ q, as_of }) => ({ q, as_of }),
  drafts: async ({ items }: Listed<NamedEntityView>, { as_of }, { ask }) => {
    const drafts: AnswerDraft[] = [];
    for (const { id } of items) {
      const entity = await ask<EntityView>(entityResource, { params: { id }, query: { as_of } });
      drafts.push(entityDraft(entity, await namedHere(entity, ask, as_of)));
    }
    return drafts;
  },
});

const storiesTool = listTool({
  name: "stories",
  title: "Stories",
  description:
    "What is reported together: the threads of the record, the one with the latest article first. `story` of other tools takes their ids.",
  input: z.strictObject(filters),
  resource: storiesResource,
  query: filtersOf,
  drafts: async ({ items }: Listed<StorySummaryView>, { as_of }, { ask }) => {
    const drafts: AnswerDraft[] = [];
    for (const story of items) {
      const asked = { story: story.id, as_of, limit: "2" };
      const lines = await ask<Listed<LineView>>(linesResource, { query: asked });
      const draft = storyDraft(story, lines.items);
      drafts.push(draft.quotes.length > 0 ? draft : { ...draft, quotes: await firstWords(asked, ask) });
    }
    return drafts;
  },
});

/** Of articles without a line, their first words. */
async function firstWords(
  query: Readonly<Record<string, string | undefined>>,
  ask: Ask,
): Promise<AnswerDraft["quotes"]> {
  const { items } = await ask<Listed<ArticleView>>(articlesResource, { query });
  return items.map(({ id }) => ({ of: `${id}#0-300`, as: "how the article begins" }));
}

const articlesTool = listTool({
  name: "articles",
  title: "Articles",
  description:
    "The articles that the record was read from, the newest first, each with how it begins. `article` has the whole text.",
  input: z.strictObject(filters),
  resource: articlesResource,
  query: filtersOf,
  drafts: async ({ items }: Listed<ArticleView>) =>
    items.map((article) => ({
      ...articleDraft(article),
      quotes: [{ of: `${article.id}#0-300`, as: "how it begins" }],
    })),
});

function articleDraft({ id, outlet, published }: ArticleView): AnswerDraft {
  return {
    ...{ id, kind: "article" },
    what: `an article of ${outlet ?? "an unnamed outlet"}`,
    facts: published === null ? ["of unknown date"] : [`published ${plainDay(published)}`],
    ...{ sure: "The outlet's own text.", quotes: [], moreQuotes: 0 },
  };
}

/** All that an assistant can call, in the order in which it is told of. */
export const tools: readonly Tool[] = [
  briefTool,
  posturesTool,
  disputesTool,
  statementsTool,
  eventsTool,
  dueTool,
  searchTool,
  explainTool,
  articleTool,
  articlesTool,
  storiesTool,
  entitiesTool,
  ...writingTools,
];
