import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { articleToLink } from "../../../test/link/article-to-link.js";
import { shippedWeights as weights } from "../../../test/link/shipped-tables.js";
import { toldArticle } from "../../../test/link/told-article.js";
import { followUp, wireStories } from "../../../test/link/wire-stories.js";
import type { LinkInput } from "../link-input.js";
import { claimTerms } from "./claim-terms.js";
import { clusterArticles } from "./cluster-articles.js";
import { groupStories } from "./group-stories.js";
import { likenessOf } from "./similar-articles.js";
import { articleTerms } from "./story-terms.js";
import { TermDictionary } from "./term-dictionary.js";
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

  test("keep unlike events of one country apart, and namesakes, in texts of two lines", () => {
    const at = (id: string, text: string): LinkInput => articleToLink(id, text, { published: "2031-05-06" });
    const country = [
      at("dam", "Dam cracks in Ardland\n\nEngineers in Ardland found a crack in the wall of the Lorn dam on Tuesday."),
      at("vote", "Ardland votes on pensions\n\nLawmakers in Ardland voted on Tuesday to raise pensions for miners."),
      at(
        "train",
        "Train derails in Ardland\n\nA goods train left the rails in the north of Ardland on Tuesday, police said.",
      ),
    ];
    expect(stories(country)).toEqual(["dam", "train", "vote"]);
    const namesakes = [
      at("judge", "Court hears plea\n\nJudge Petra Holm adjourned the hearing on smuggled timber until autumn."),
      at("skier", "Skier wins downhill\n\nPetra Holm won the downhill by a second after a night of fresh snow."),
    ];
    expect(stories(namesakes)).toEqual(["judge", "skier"]);
  });

  test("go by who does what to whom where words are alike", () => {
    const told = (id: string, type: "ASSAULT" | "CONSULT", text: string): LinkInput =>
      toldArticle(id, {
        text,
        published: "2031-05-06",
        who: [
          { name: "Norland", kind: "government", country: "NO" },
          { name: "Vell", kind: "other" },
        ],
        acts: [{ actor: "Norland", recipient: "Vell", type, trigger: text.includes("shelled") ? "shelled" : "met" }],
      });
    const terms = (one: LinkInput) => [...claimTerms(one.record).keys()];
    const [shelling, meeting] = [
      told("a", "ASSAULT", "Norland shelled Vell at dawn."),
      told("b", "CONSULT", "Norland met Vell at dawn."),
    ];
    expect(terms(shelling)).toContain("claim: ASSAULT by NO");
    expect(terms(meeting)).toContain("claim: CONSULT to vell");
    expect(groupStories([shelling], weights)[0]?.terms.some((term) => term.includes("claim"))).toBe(false);
  });

  test("are less likely one with each day between their articles", () => {
    const dictionary = new TermDictionary();
    const [one, other] = pairs.map(({ record }) => articleTerms(record, weights));
    const alike = (days: number): number =>
      likenessOf(
        [
          { terms: dictionary.packed(one ?? []), time: 0 },
          { terms: dictionary.packed(other ?? []), time: days * 86_400_000 },
        ],
        dictionary,
      )[0]?.get(1) ?? 0;
    expect(alike(1)).toBeCloseTo(0.8 * alike(0));
    expect(alike(11)).toBe(0);
  });

  test("say what their articles share", () => {
    const next = articleToLink("next", followUp.join("\n\n"), { published: "2031-05-09" });
    const story = groupStories([...pairs, next], weights).find(({ articles }) =>
      articles.some(({ article }) => article === "strike-a"),
    );
    expect(story?.terms).toEqual(expect.arrayContaining(["tarvenia", "korvash"]));
    expect(story?.articles[0]?.reason).toMatch(/^tells of “.+”, as the others do$/);
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
