import { expect, test } from "vitest";
import { withinDepth } from "./markup-depth.js";

const html = { xmlMode: false };
const xml = { xmlMode: true };

test("markup that people write stays whole, however long", () => {
  const list = `<ul>${"<li>quay<br>shut".repeat(50_000)}</ul>`;
  expect(withinDepth(list, html)).toBe(list);
  const items = `<a>${"<b/><c><d>quay</d></c>".repeat(50_000)}</a>`;
  expect(withinDepth(items, xml)).toBe(items);
  const quoted = `<a><![CDATA[${"<p>quay<br>".repeat(50_000)}]]></a>`;
  expect(withinDepth(quoted, xml)).toBe(quoted);
});

test.each(["<b>", "<b><i>", "<b></i>", "<font><p>"])("of %s without end the beginning is left", (piece) => {
  const endless = `<p>quay</p>${piece.repeat(200_000)}`;
  const left = withinDepth(endless, html);
  expect(left.length).toBeLessThan(endless.length);
  expect(endless.startsWith(left) && left.startsWith("<p>quay</p>")).toBe(true);
});

test("few elements that stay open cost no more than many at once", () => {
  const long = `${"<b>".repeat(20_000)}${"<i>quay</i>".repeat(50_000)}`;
  expect(withinDepth(long, html).length).toBeLessThan(long.length);
});
