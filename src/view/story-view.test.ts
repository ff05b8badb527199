import { expect, test } from "vitest";
import type { StoryArticle } from "../store/queries/stories.js";
import { storyView } from "./story-view.js";

const article = (id: string, group: string | null, of: string | null): StoryArticle => ({
  ...{ id, title: null, outlet: id, published: "2031-05-04", day: "2031-05-04", url: null, likeness: null, reason: "" },
  copy: group === null ? null : { group, of, relation: "unchanged", origin: null, reason: "" },
});

test("copies of one text are one text, also where the first of them is of another story", () => {
  const articles = [
    article("herald", "cp_1", "elsewhere"),
    article("ledger", "cp_1", "elsewhere"),
    article("monitor", "cp_2", null),
    article("mirror", "cp_2", "monitor"),
    article("courier", null, null),
  ];
  const matters = { disputes: [], moreDisputes: false, postures: [], morePostures: false };
  const story = { id: "sy_1", terms: [], central: "herald", articles };
  expect(storyView(story, matters, 2)).toMatchObject({ texts: 3, outlets: 5, moreArticles: 3 });
});
