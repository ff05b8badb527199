import { expect, test } from "vitest";
import { readEcbArticle } from "./ecb-plus.js";
import { bCubed } from "./stories.js";

test("B³ of a class that is split in two and of a cluster that mixes two", () => {
  const classes = new Map([..."aabb"].map((one, i) => [`${one}${i}`, one]));
  expect(bCubed([["a0"], ["a1"], ["b2", "b3"]], classes)).toEqual({ precision: 1, recall: 0.75 });
  expect(bCubed([["a0", "a1", "b2", "b3"]], classes)).toEqual({ precision: 0.5, recall: 1 });
});

test("an article of ECB+ is its sentences without the page's address", () => {
  const xml = `<Document doc_name="12_3ecbplus.xml">
    <token t_id="1" sentence="0" number="0">http</token><token t_id="2" sentence="0" number="1">:</token>
    <token t_id="3" sentence="1" number="0">Salt</token><token t_id="4" sentence="1" number="1">&amp;</token>
    <token t_id="5" sentence="1" number="2">smoke</token></Document>`;
  expect(readEcbArticle("12_3ecbplus.xml", xml)).toEqual({
    id: "12_3ecbplus",
    topic: 12,
    subTopic: "12ecbplus",
    text: "Salt & smoke",
  });
  expect(readEcbArticle("README.xml", xml)).toBeNull();
});
