import { expect, test } from "vitest";
import { toldArticle } from "../../../test/link/told-article.js";
import { standInFor } from "./stand-ins.js";

const { article } = toldArticle("ferry", { text: "The ferry to Ostra turned back." }).record;
const content = (text: string): Uint8Array => new TextEncoder().encode(text);

test("an article that is read again with the same content has the same stand-in", () => {
  expect(standInFor({ ...article }, content("a"))).toBe(standInFor(article, content("a")));
});

test("corrected content and another article have their own", () => {
  const before = standInFor(article, content("a"));
  expect(standInFor(article, content("b"))).not.toBe(before);
  expect(standInFor({ ...article, outlet: "Ostra Post" }, content("a"))).not.toBe(before);
});

test("what nobody asked for in a long time is let go", () => {
  const before = standInFor(article, content("a"));
  for (let at = 0; at < 3_000; at++) standInFor(article, content(`other ${at}`));
  expect(standInFor(article, content("a"))).not.toBe(before);
});
