import { expect, test } from "vitest";
import { itemParagraphs, paragraphsOfEscaped } from "./item-paragraphs.js";
import { escapeHtml } from "./markup.js";

function paragraphsOf(content: string): readonly string[] {
  return itemParagraphs({ content, summary: null, title: "Quay shut" });
}

test.each([
  `<p>Ships wait.</p><p>The post <a href="a">Quay shut</a> appeared first on <a href="b">Orsen Mail</a>.</p>`,
  "<p>Ships wait.</p><p>The article Quay shut first appeared on Orsen Mail</p>",
  "<p>Ships wait.</p><p>This story was originally published by Orsen Mail.</p>",
  "<p>Ships wait.</p><p>Quay shut was first published on Orsen Mail.</p>",
  "Ships wait. The post Quay shut appeared first on Orsen Mail.",
])("the line that says where an item stood first is no part of it: %s", (content) => {
  expect(paragraphsOf(content)).toEqual(["Ships wait."]);
});

test("a sentence about what was published stays", () => {
  const told = "The list of the dead was first published on Monday by the harbour master.";
  expect(paragraphsOf(`<p>${told}</p>`)).toEqual([told]);
});

test.each([1, 2, 3])("markup that was escaped %i times is markup", (times) => {
  let html = "<p>The guards&rsquo; chief said <b>no</b> &amp; left.</p>";
  for (let escaped = 1; escaped < times; escaped++) html = escapeHtml(html);
  expect(paragraphsOfEscaped(html)).toEqual(["The guards’ chief said no & left."]);
});

test("signs that a text writes to be read stay", () => {
  expect(paragraphsOfEscaped("<p>Write &lt;b&gt; for bold, and 3 &lt; 5.</p>")).toEqual([
    "Write <b> for bold, and 3 < 5.",
  ]);
});
