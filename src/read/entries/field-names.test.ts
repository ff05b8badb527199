import { expect, test } from "vitest";
import { entryFields } from "./entry-fields.js";
import { parseFieldMap, parseFieldNames, withFieldMap } from "./field-names.js";

const names = parseFieldNames(
  "text\tbody\ntitle\ttitle\npublished\tpub_date\noutlet\tsource\nentry\tfields\ninner\tname\n",
);

test("spellings of a name are one, and the best name counts", () => {
  const fields = entryFields({ Body: " Shut. ", "pub-date": 1930294200, source: { id: 1, name: "Post" } }, names);
  expect(fields).toMatchObject({ text: "Shut.", published: "2031-03-03T08:50:00Z", outlet: "Post", title: null });
});

test("names of a map come first, and may lead into objects", () => {
  const map = parseFieldMap("text=content.full, title = Slug");
  if (typeof map === "string") throw new Error(map);
  const fields = entryFields({ body: "no", content: { full: "Shut." }, slug: "Pier" }, withFieldMap(names, map));
  expect(fields).toMatchObject({ text: "Shut.", title: "Pier" });
});

test.each([
  ["words=body", /"words" is none of text/],
  ["text", /"text" has no name/],
])("the map %s is refused", (written, reason) => {
  expect(parseFieldMap(written)).toMatch(reason);
});

test("a table with a part that is none is refused", () => {
  expect(() => parseFieldNames("body\ttext\n")).toThrow(/"body" is no part/);
});
