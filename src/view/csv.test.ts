import { expect, test } from "vitest";
import { simpleArticle, simpleRecord } from "../../test/simple-record.js";
import { storedAs } from "../../test/stored-record.js";
import { csvHeader, csvLines } from "./csv.js";

test("a field with a comma, a mark or a line end stands in marks, and every row has the header's fields", () => {
  const record = simpleRecord(
    simpleArticle("Ada Lenz said yes, “no”, and\nmaybe. Norland shelled Orsen.", { id: "a", title: 'A "safe" quay' }),
  );
  const rows = csvLines(storedAs(record));
  const { sha256 } = record.article;
  expect(rows).toBe(
    [
      `a/st_1,statement,say,said,,Ada Lenz,,"yes, “no”, and maybe",,,,,0-35,,,"A ""safe"" quay",,2031-03-07T12:00:00Z,${sha256},,F,,,,1.00`,
      `a/ac_1,action,ASSAULT,shelled,happened,Norland,Orsen,Norland shelled Orsen.,,,,Orsen,36-58,,,"A ""safe"" quay",,2031-03-07T12:00:00Z,${sha256},,F,,,,1.00`,
      "",
    ].join("\r\n"),
  );
  expect(csvHeader.split(",")).toHaveLength(25);
});
