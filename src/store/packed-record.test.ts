import { expect, test } from "vitest";
import { toldArticle } from "../../test/link/told-article.js";
import { PackedRecords } from "./packed-record.js";
import { encodeContent } from "./record-content.js";

test("a packed record is the record, however many others were asked for since", () => {
  const records = Array.from({ length: 40 }, (_, at) => {
    const text = `Ona Verr said that gate ${at} was open.`;
    const said = [{ speaker: "Ona Verr", content: `that gate ${at} was open` }];
    return toldArticle(`gate-${at}`, { text, who: [{ name: "Ona Verr", kind: "person" }], said }).record;
  });
  const packed = new PackedRecords(5);
  const again = records.map((record, key) => packed.recordOf(key, record.article, encodeContent(record)));
  for (let round = 0; round < 2; round++) {
    for (const [at, record] of records.entries()) expect({ ...again[at] }).toEqual(record);
  }
  expect(again[7]?.statements).toBe(again[7]?.statements);
});
