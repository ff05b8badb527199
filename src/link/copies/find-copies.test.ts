import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { articleToLink } from "../../../test/link/article-to-link.js";
import { shippedAgencies as agencies } from "../../../test/link/shipped-tables.js";
import { followUp, formReports, type WireStory, wireStories } from "../../../test/link/wire-stories.js";
import { inOrder, type LinkInput } from "../link-input.js";
import { type CopyGroup, comparableText, copiesAmong } from "./find-copies.js";

/** What editors do to a wire story: each gives the paragraphs that are printed. */
const alterations: Readonly<Record<string, (story: WireStory) => readonly string[]>> = {
  whole: ({ paragraphs }) => paragraphs,
  "cut to four paragraphs": ({ paragraphs }) => paragraphs.slice(0, 4),
  "cut to two paragraphs": ({ paragraphs }) => paragraphs.slice(0, 2),
  "middle taken out": ({ paragraphs }) => paragraphs.filter((_, i) => i !== 1 && i !== 3),
  "new lead": ({ paragraphs, newLead }) => [newLead, ...paragraphs.slice(1)],
  "new lead, cut": ({ paragraphs, newLead }) => [newLead, ...paragraphs.slice(1, 4)],
  "local additions": ({ paragraphs, local }) => [...paragraphs, ...local],
  "local additions first, cut": ({ paragraphs, local }) => [...local, ...paragraphs.slice(0, 5)],
  "new lead, local additions, cut": ({ paragraphs, newLead, local }) => [newLead, ...paragraphs.slice(1, 5), ...local],
  edited: ({ edited }) => edited,
  "edited, cut": ({ edited }) => edited.slice(0, 3),
  "edited, local additions": ({ edited, local }) => [...edited, ...local],
  "edited, new lead": ({ edited, newLead }) => [newLead, ...edited.slice(1)],
  "curly quotation marks": ({ paragraphs }) => paragraphs.map((one) => one.replace(/"([^"]*)"/g, "“$1”")),
  "paragraphs joined": ({ paragraphs }) => [paragraphs.slice(0, 3).join(" "), paragraphs.slice(3).join(" ")],
};

const wire = (story: WireStory): LinkInput =>
  articleToLink(
    `wire-${story.name}`,
    `${story.dateline}${story.paragraphs.join("\n\n")}\n\n(Reporting by Lena Ostrow)`,
    {
      title: story.title,
      published: "2031-05-06T04:00:00Z",
    },
  );

const copied = (story: WireStory, how: string): LinkInput =>
  articleToLink(`${how}-${story.name}`, `By Staff Writer\n\n${alterations[how]?.(story).join("\n\n")}`, {
    outlet: "Orsen Mail",
    title: `In brief: ${story.name}`,
    published: "2031-05-06",
  });

const other = (story: WireStory): LinkInput =>
  articleToLink(`other-${story.name}`, story.other.join("\n\n"), { outlet: "Belmar Gazette", published: "2031-05-06" });

function copiesIn(articles: readonly LinkInput[]): readonly CopyGroup[] {
  return copiesAmong(
    inOrder(articles).map((input) => comparableText(input, agencies)),
    agencies,
  );
}

describe("wire copies", () => {
  test.each(Object.keys(alterations))("%s: found for every story, and for the right one", (how) => {
    for (const story of wireStories) {
      const groups = copiesIn([...wireStories.map(wire), copied(story, how)]);
      expect(groups.map(({ first, copies }) => [first, copies.map(({ article }) => article)])).toEqual([
        [`wire-${story.name}`, [`${how}-${story.name}`]],
      ]);
    }
  });

  test("all at once make one group a story", () => {
    const articles = wireStories.flatMap((story) => [
      wire(story),
      other(story),
      ...Object.keys(alterations).map((how) => copied(story, how)),
    ]);
    const groups = copiesIn(articles);
    expect(groups.map(({ first }) => first).sort()).toEqual(wireStories.map(({ name }) => `wire-${name}`).sort());
    for (const { copies } of groups) expect(copies).toHaveLength(Object.keys(alterations).length);
  });
});

describe("no copies", () => {
  test("of one event, told by two reporters with the same quotations", () => {
    expect(copiesIn([...wireStories.map(wire), ...wireStories.map(other)])).toEqual([]);
  });

  test("one form filled in with other facts", () => {
    const reports = formReports.map((paragraphs, i) => articleToLink(`form-${i}`, paragraphs.join("\n\n")));
    expect(copiesIn(reports)).toEqual([]);
  });

  test("the next story of the same agency, with the same background", () => {
    const next = articleToLink("follow-up", `OSLOVAR (Reuters) - ${followUp.join("\n\n")}`, {
      published: "2031-05-09",
    });
    expect(copiesIn([...wireStories.map(wire), next])).toEqual([]);
  });

  test("stories that only a round-up has in common", () => {
    const [ferry, bank, ...rest] = wireStories;
    if (!ferry || !bank) throw new Error("two stories are needed");
    const briefs = [ferry, bank].flatMap(({ paragraphs }) => paragraphs.slice(0, 2));
    const roundUp = articleToLink("round-up", briefs.join("\n\n"), { published: "2031-05-07" });
    const short = [ferry, bank].map(({ name, paragraphs }) =>
      articleToLink(`brief-${name}`, paragraphs.slice(0, 2).join("\n\n")),
    );
    for (const { first, copies } of copiesIn([...short, roundUp, ...rest.map(wire)])) {
      const all = [first, ...copies.map(({ article }) => article)];
      expect(all.filter((id) => id.startsWith("brief-")).length).toBeLessThan(2);
    }
  });
});

describe("a group", () => {
  const [ferry] = wireStories;
  if (!ferry) throw new Error("a story is needed");

  test("names the agency that the dateline credits, and what was done to each copy", () => {
    const [group] = copiesIn([copied(ferry, "new lead, cut"), wire(ferry), copied(ferry, "local additions")]);
    expect(group).toMatchObject({
      origin: "Meridian Wire",
      originReason: "the dateline of one of the articles credits Meridian Wire",
      copies: [
        { article: "local additions-ferry", relation: "extended", changes: ["additions", "new_headline"] },
        {
          article: "new lead, cut-ferry",
          relation: "rewritten",
          changes: ["cut", "additions", "new_lead", "new_headline"],
        },
      ],
    });
  });

  test("begins with the agency's own article, whenever that was found", () => {
    const own = articleToLink("own", ferry.paragraphs.join("\n\n"), { outlet: "Reuters", published: "2031-05-08" });
    const [group] = copiesIn([copied(ferry, "whole"), own]);
    expect(group).toMatchObject({ origin: "Reuters", first: "own" });
  });

  test("gives the words that are common, in both texts", () => {
    const articles = [wire(ferry), copied(ferry, "cut to two paragraphs")];
    const [copy] = copiesIn(articles)[0]?.copies ?? [];
    const text = articles[1]?.record.article.text ?? "";
    expect(copy?.spans[0].map((span) => text.slice(...span)).join(" ")).toBe(ferry.paragraphs.slice(0, 2).join(" "));
  });

  test("of an outlet's own page, read again later, is a version", () => {
    const at = { url: "https://mail.example/ferry", outlet: "Orsen Mail" };
    const early = articleToLink("early", ferry.paragraphs.slice(0, 4).join("\n\n"), {
      ...at,
      fetched: "2031-05-06T06:00:00Z",
    });
    const late = articleToLink("late", ferry.paragraphs.join("\n\n"), { ...at, fetched: "2031-05-06T09:00:00Z" });
    expect(copiesIn([late, early])).toMatchObject([
      { first: "early", origin: "Orsen Mail", copies: [{ article: "late", relation: "version" }] },
    ]);
  });
});

test("the order in which articles come does not matter", () => {
  const articles = wireStories
    .slice(0, 3)
    .flatMap((story) => [wire(story), other(story), ...Object.keys(alterations).map((how) => copied(story, how))]);
  const expected = copiesIn(articles);
  fc.assert(
    fc.property(fc.shuffledSubarray(articles, { minLength: articles.length }), (shuffled) => {
      expect(copiesIn(shuffled)).toEqual(expected);
    }),
    { numRuns: 3 },
  );
});
