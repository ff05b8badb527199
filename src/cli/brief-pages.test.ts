import { expect, test } from "vitest";
import type { BriefLine } from "../view/brief-line.js";
import type { BriefView } from "../view/brief-view.js";
import { alertsAtom } from "./alerts-atom.js";
import { briefHtml } from "./brief-html.js";
import { briefMarkdown } from "./brief-markdown.js";
import { renderBrief } from "./render-brief.js";
import { plainStyle } from "./style.js";

const hostile = `<script>alert("x")</script> & [link](javascript:x) *bold*`;

const line: BriefLine = {
  id: "ev_0123456789abcdef",
  line: "a/ac_1",
  tone: "violence",
  mark: "shelled",
  who: hostile,
  whom: "Orsen",
  day: "2031-03-04",
  dated: "on",
  facts: ["contested"],
  words: { text: hostile, verbatim: true },
  told: {
    origins: 2,
    articles: 3,
    in: [{ id: "a", outlet: "Orsen Mail", url: "javascript:alert(1)", title: hostile }],
  },
  sides: [
    {
      position: "denies",
      voices: [{ who: "Ada Lenz", words: { text: "no", verbatim: true }, line: "a/st_1", day: null }],
      moreVoices: 1,
      told: { origins: 1, articles: 1, in: [] },
    },
  ],
};
const empty = { lines: [], more: 0 };
const view: BriefView = {
  period: { since: "2031-03-04", until: "2031-03-05", chosen: "last_day", zone: "UTC" },
  about: ["Norland"],
  size: { articles: 3, outlets: 1, stories: 1, first: "2031-03-04", last: "2031-03-04" },
  stories: [],
  changes: empty,
  postures: empty,
  actions: { lines: [line], more: 4 },
  statements: empty,
  disputes: empty,
  due: empty,
};

test("HTML holds nothing that an article could make it do", () => {
  const page = briefHtml(view);
  expect(page).not.toContain("<script");
  expect(page).not.toContain('href="javascript:');
  expect(page).toContain("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; [link]");
  expect(page).toContain("<b>3 reports, 2 origins</b>");
});

test("Markdown takes none of an article's words for markup", () => {
  const page = briefMarkdown(view);
  expect(page).not.toContain("<script");
  expect(page).toContain("\\[link\\](javascript:x) \\*bold\\*");
  expect(page).toContain("deny it");
});

test("a terminal's page says when, who, what, by how many, what is left out and what there is none of", () => {
  const page = renderBrief(
    { ...view, actions: { lines: [{ ...line, who: "Norland", words: null, sides: [] }], more: 4 } },
    { style: plainStyle, width: 80 },
  );
  expect(page).toBe(`Brief · Norland
4 March 2031, the last day with articles · 3 articles from 1 outlet in 1 story

WHAT CHANGED · Nothing that these articles tell.

ALSO IN FORCE · Nothing else is told of.

OTHER ACTIONS
  Norland → Orsen: shelled, 4 Mar · contested
    3 reports, 2 origins: Orsen Mail ev_0123456789abcdef
  … and 4 more

OTHER STATEMENTS · None by anybody of standing.

DISPUTES · None.
`);
});

test("an alert is the same entry of a feed whenever it is delivered, and is escaped", () => {
  const alert = {
    subject: "ev_1 happened",
    watch: "quay",
    why: "watched for <Norland>",
    line,
    article: { id: "a", title: null, url: null },
  };
  const ids = ["2031-03-04T09:00:00Z", "2031-03-05T09:00:00Z"].map(
    (at) => /urn:sitrep:alert:\w+/.exec(alertsAtom([{ at, alert }], "atom:a.xml", at))?.[0],
  );
  expect(ids[0]).toBe(ids[1]);
  expect(alertsAtom([{ at: "2031-03-04T09:00:00Z", alert }], "atom:a.xml", "")).toContain(
    "watched for &lt;Norland&gt;",
  );
});
