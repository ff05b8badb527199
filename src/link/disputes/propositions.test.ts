import { describe, expect, test } from "vitest";
import { type Telling, toldArticle } from "../../../test/link/told-article.js";
import { whoIsOf } from "../settled.js";
import { claimsOf, denialsIn, type Proposition, saidIn } from "./propositions.js";

const origins = { origins: [], traces: [] };

function denialsOf(telling: Telling): readonly Proposition[] {
  return denialsIn(settled(telling), origins);
}

function settled(telling: Telling) {
  const articles = [toldArticle("a", telling)];
  return { articles, storyOf: new Map(), textOf: new Map(), whoIs: whoIsOf([]) };
}

describe("a denial", () => {
  test("that tells what it denies answers nothing in particular", () => {
    const [denial] = denialsOf({
      text: "The mayor denied that the northern dam had been opened.",
      said: [{ speaker: "The mayor", content: "that the northern dam had been opened", act: "deny" }],
    });
    expect(denial).toMatchObject({ act: "deny", explicit: true, words: "that the northern dam had been opened" });
  });

  test("is whatever says that something is not so", () => {
    const [denial, ...others] = denialsOf({
      text: "Farmers said that Reva Holt had opened the northern dam. Reva Holt said nobody had opened the dam.",
      who: [{ name: "Reva Holt", kind: "person" }],
      said: [
        { speaker: "Farmers", content: "that Reva Holt had opened the northern dam" },
        { speaker: "Reva Holt", content: "nobody had opened the dam" },
      ],
    });
    expect(denial).toMatchObject({ act: "say", explicit: false, line: "st_2" });
    expect(others).toEqual([]);
  });
});

test.each([
  ["what somebody did is no denial", "the clerk had been dismissed for drinking", []],
  ["nor is where something lies", "the mill lies between the two dams", []],
  ["what calls a claim untrue is one", "the report of a leak was false", [true]],
  ["so is what tells that somebody denied it", "the owners had rejected the claims of a leak", [true]],
])("%s", (_, content, explicit) => {
  const denials = denialsOf({ text: `Pilots said ${content}.`, said: [{ speaker: "Pilots", content }] });
  expect(denials.map((one) => one.explicit)).toEqual(explicit);
});

test("who could not verify a thing, who asks, and who says too little, claims nothing", () => {
  const said = saidIn(
    settled({
      text: "Editors said the recording could not be verified by them. Farmers said no. Deputies asked how the dam could have burst. Pilots said the northern dam had burst.",
      said: [
        { speaker: "Editors", content: "the recording could not be verified by them" },
        { speaker: "Farmers", content: "no" },
        { speaker: "Deputies", content: "how the dam could have burst" },
        { speaker: "Pilots", content: "the northern dam had burst" },
      ],
    }),
    origins,
  );
  expect(claimsOf(said, []).map(({ words }) => words)).toEqual(["the northern dam had burst"]);
});
