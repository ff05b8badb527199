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
