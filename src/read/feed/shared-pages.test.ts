import { expect, test } from "vitest";
import type { FeedItem } from "./feed.js";
import { markSharedPages } from "./shared-pages.js";

const item = (told: Partial<FeedItem>): FeedItem => ({
  ...{
    id: null,
    title: null,
    address: null,
    published: null,
    updated: null,
    summary: null,
    content: null,
    authors: [],
  },
  ...told,
});
const addresses = (...items: readonly Partial<FeedItem>[]): readonly (string | null)[] =>
  markSharedPages(items.map(item)).map(({ address }) => address);

test("items that tell of different things on one page have addresses of their own", () => {
  const page = "https://port.example/notices";
  expect(
    addresses(
      { id: "n 1", address: page, title: "Pier 1" },
      { id: "n-2", address: `${page}#second`, title: "Pier 2" },
      { id: "n-3", address: "https://port.example/3", title: "Pier 3" },
    ),
  ).toEqual([`${page}#item=n%201`, `${page}#item=n-2`, "https://port.example/3"]);
});

test("where nothing but the text tells them apart, the text does", () => {
  const page = "https://port.example/notices";
  const [first, second] = addresses({ address: page, summary: "Shut." }, { id: page, address: page, summary: "Open." });
  expect(first).toMatch(/#item=[0-9a-f]{16}$/);
  expect(second).not.toBe(first);
});

test("what tells the same twice, and what tells nothing, has its page", () => {
  const page = "https://port.example/1";
  const twice = { address: page, title: "Pier 1", summary: "Shut." };
  expect(addresses({ ...twice, id: "a" }, { ...twice, id: "b" })).toEqual([page, page]);
  expect(
    markSharedPages([item({ ...twice, id: "a" }), item({ address: page, title: "Other" }), item({ address: page })]),
  ).toMatchObject([{ sharesPage: true }, { sharesPage: true }, { address: page }]);
});
