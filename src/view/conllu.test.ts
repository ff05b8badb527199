import fc from "fast-check";
import { expect, test } from "vitest";
import { annotatedDocument } from "../../test/annotated-document.js";
import { newsText } from "../../test/news-text.js";
import { conlluOf } from "./conllu.js";

test("sentences come with their ids, paragraphs and text, tokens with their names and spaces", () => {
  const names = { names: [{ first: 0, end: 2, type: "PERSON", score: 0.9 }] };
  expect(conlluOf("art_1", annotatedDocument("Ada Lenz slept.\n\nNobody\nsaw.", { names }))).toBe(
    `# newdoc id = art_1
# newpar id = art_1-p1
# sent_id = art_1-s1
# text = Ada Lenz slept.
1	Ada	ada	X	_	_	0	root	_	Name=B-PERSON|TokenRange=0:3
2	Lenz	lenz	X	_	_	1	dep	_	Name=I-PERSON|TokenRange=4:8
3	slept	slept	X	_	_	1	dep	_	SpaceAfter=No|TokenRange=9:14
4	.	.	X	_	_	1	dep	_	TokenRange=14:15

# newpar id = art_1-p2
# sent_id = art_1-s2
# text = Nobody
1	Nobody	nobody	X	_	_	0	root	_	TokenRange=17:23

# newpar id = art_1-p3
# sent_id = art_1-s3
# text = saw.
1	saw	saw	X	_	_	0	root	_	SpaceAfter=No|TokenRange=24:27
2	.	.	X	_	_	1	dep	_	TokenRange=27:28

`,
  );
});

test("a text without words has no sentences", () => {
  expect(conlluOf("art_1", annotatedDocument(" "))).toBe("");
});

test("every sentence obeys the format, whatever the text", () => {
  fc.assert(
    fc.property(newsText(), (text) => {
      const blocks = conlluOf("art_1", annotatedDocument(text)).split("\n\n").slice(0, -1);
      for (const block of blocks) {
        const rows = block.split("\n").filter((line) => !line.startsWith("# "));
        const columns = rows.map((row) => row.split("\t"));
        expect(columns.map((fields) => fields.length)).toEqual(rows.map(() => 10));
        expect(columns.map(([id]) => id)).toEqual(rows.map((_, i) => String(i + 1)));
        expect(columns.flat().filter((field) => field === "")).toEqual([]);
        expect(columns.filter((fields) => fields[6] === "0")).toHaveLength(1);
        const spelt = columns.map(
          ([, form, , , , , , , , misc]) => form + (/SpaceAfter=No/.test(misc ?? "") ? "" : " "),
        );
        expect(block).toContain(`\n# text = ${spelt.join("").trimEnd()}\n`);
      }
    }),
  );
});
