import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { articleToLink } from "../../../test/link/article-to-link.js";
import { shippedWeights as weights } from "../../../test/link/shipped-tables.js";
import { followUp, wireStories } from "../../../test/link/wire-stories.js";
import type { LinkInput } from "../link-input.js";
import { clusterArticles } from "./cluster-articles.js";
import { groupStories } from "./group-stories.js";
import { wordWeights } from "./word-weights.js";

const stories = (articles: readonly LinkInput[]): readonly string[] =>
  groupStories(articles, weights)
    .map(({ articles: members }) => members.map(({ article }) => article).join(" "))
    .sort();

const pairs = wireStories.flatMap(({ name, paragraphs, other }) => [
  articleToLink(`${name}-a`, paragraphs.join("\n\n"), { published: "2031-05-06" }),
  articleToLink(`${name}-b`, other.join("\n\n"), { published: "2031-05-07" }),
]);

describe("stories", () => {
  test("hold what two reporters tell of one event, and nothing of other events", () => {
    expect(stories(pairs)).toEqual(wireStories.map(({ name }) => `${name}-a ${name}-b`).sort());
  });

  test("do not reach over months", () => {
    const [strike] = wireStories.filter(({ name }) => name === "strike");
    const text = strike?.paragraphs.join("\n\n") ?? "";
    const at = (id: string, published: string): LinkInput => articleToLink(id, text, { published });
    expect(stories([at("may", "2031-05-09"), at("october", "2031-10-09")])).toEqual(["may", "october"]);
    expect(stories([at("friday", "2031-05-09"), at("monday", "2031-05-12")])).toEqual(["friday monday"]);
  });

  test("say what their articles share", () => {
    const next = articleToLink("next", followUp.join("\n\n"), { published: "2031-05-09" });
    const story = groupStories([...pairs, next], weights).find(({ articles }) =>
      articles.some(({ article }) => article === "strike-a"),
    );
    expect(story?.terms).toEqual(expect.arrayContaining(["tarvenia", "port veshti"]));
    expect(story?.articles[0]?.reason).toMatch(/^likeness 0\.\d\d to the other articles; shares "/);
  });

  test("of an article without words is a story of its own", () => {
    expect(stories([articleToLink("empty", ""), ...pairs])).toContain("empty");
  });

  test("come out the same in whatever order articles come", () => {
    const expected = groupStories(pairs, weights);
    fc.assert(
      fc.property(fc.shuffledSubarray(pairs, { minLength: pairs.length }), (shuffled) => {
        expect(groupStories(shuffled, weights)).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });
});

describe("clusters", () => {
  const likenessOf = (size: number, rows: readonly (readonly [number, number, number])[]) => {
    const likeness = Array.from({ length: size }, () => new Map<number, number>());
    for (const [a, b, alike] of rows) {
      likeness[a]?.set(b, alike);
      likeness[b]?.set(a, alike);
    }
    return likeness;
  };

  test("join by mean likeness, not by one pair that is alike", () => {
    const chain = likenessOf(4, [
      [0, 1, 0.9],
      [1, 2, 0.5],
      [2, 3, 0.9],
    ]);
    const membersWith = (between: number) =>
      clusterArticles(chain, { between, ofWithin: 0, settledSize: 2 }).map(({ members }) => members);
    expect(membersWith(0.2)).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect(membersWith(0.1)).toEqual([[0, 1, 2, 3]]);
  });

  test("that are tight stay apart over a gap that loose ones cross", () => {
    const two = (within: number) =>
      likenessOf(6, [
        ...[
          [0, 1],
          [0, 2],
          [1, 2],
          [3, 4],
          [3, 5],
          [4, 5],
        ].map(([a = 0, b = 0]) => [a, b, within] as const),
        ...[0, 1, 2].flatMap((a) => [3, 4, 5].map((b) => [a, b, 0.3] as const)),
      ]);
    const limits = { between: 0.2, ofWithin: 0.8, settledSize: 3 };
    expect(clusterArticles(two(0.35), limits)).toHaveLength(1);
    expect(clusterArticles(two(0.7), limits)).toHaveLength(2);
  });
});

test("a table without its number of articles is refused", () => {
  expect(() => wordWeights("war\t12\n")).toThrow("Found no row of all articles");
});
