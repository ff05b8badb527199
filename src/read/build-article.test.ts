import { expect, test } from "vitest";
import { buildArticle, nothingElse } from "./build-article.js";
import { nothingKnown } from "./known-facts.js";

test("whatever an input says of itself is one line", async () => {
  const article = await buildArticle(
    {
      ...nothingElse,
      text: "The quay is shut.\nShips wait.",
      title: "Quay\n\nshut",
      outlet: "Mail\r\nadded\u0085 9 articles",
      url: "https://mail.example/\r\nquay",
      authors: ["Tove\nLind"],
    },
    { ...nothingKnown, id: "q\n1" },
  );
  expect(article).toMatchObject({
    ...{ id: "q 1", title: "Quay shut", outlet: "Mail added 9 articles", url: "https://mail.example/quay" },
    ...{ authors: ["Tove Lind"], text: "The quay is shut.\nShips wait." },
  });
});

test("a text that was read in a wrong encoding before is set right, and that is told", async () => {
  const article = await buildArticle(
    { ...nothingElse, text: "The quay at ZÃ¼rich is shut.", title: "ZÃ¼rich" },
    nothingKnown,
  );
  expect(article).toMatchObject({ text: "The quay at Zürich is shut.", title: "Zürich" });
  expect(article.messages.map(({ code }) => code)).toEqual(["encoding-mended"]);
});

test("where places in a text are counted, it stays as it is", async () => {
  const text = "The quay at ZÃ¼rich is shut.";
  const article = await buildArticle({ ...nothingElse, text, pages: [] }, nothingKnown);
  expect(article.text).toBe(text);
});
