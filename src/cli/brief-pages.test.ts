import { describe, expect, test } from "vitest";
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

Told before, or of no story
What was done
  Norland → Orsen: shelled, 4 Mar · contested
    3 reports, 2 origins: Orsen Mail ev_0123456789abcdef

Not on this page: 4 more actions.
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

describe("a page by story", () => {
  const lead = { id: "sy_1", title: "The quay was shelled", articles: 3 };
  const state: BriefLine = {
    ...line,
    id: "hi_1",
    line: "a/po_1",
    tone: "posture",
    mark: "closed",
    who: "The quay",
    whom: null,
  };
  const dispute: BriefLine = {
    ...{ ...line, id: "di_1", tone: "denial", mark: "disputed", who: null, whom: null, facts: [], story: "sy_1" },
    words: { text: "Norland shelled Orsen", verbatim: false },
  };
  const told: BriefView = {
    ...view,
    stories: [lead, { id: "sy_2", title: null, articles: 1 }],
    changes: {
      lines: [
        { ...line, who: "Norland", words: null, sides: [], story: "sy_1" },
        { ...state, words: null, sides: [], day: "2028-03-04", story: "sy_2" },
        { ...dispute, sides: [], facts: ["new"] },
      ],
      more: 2,
    },
    actions: empty,
    disputes: { lines: [dispute], more: 0 },
    due: { lines: [{ ...state, id: "hi_2", mark: "to reopen", words: null, sides: [], dated: "by" }], more: 1 },
  };

  test("begins with the weightiest story, tells a dispute once and with its sides, and a year that is not the page's", () => {
    const page = renderBrief(told, { style: plainStyle, width: 80 });
    expect(page).toBe(`Brief · Norland
4 March 2031, the last day with articles · 3 articles from 1 outlet in 1 story

The quay was shelled · 3 articles
What was done
  Norland → Orsen: shelled, 4 Mar · contested
    3 reports, 2 origins: Orsen Mail ev_0123456789abcdef
In dispute
  Norland shelled Orsen: disputed, 4 Mar · new
    deny it · 1 report, 1 origin
      Ada Lenz: “no”
      and 1 more voice
    3 reports, 2 origins: Orsen Mail di_1

A story without a title · 1 article
In what state
  The quay: closed, 4 Mar 2028 · contested
    3 reports, 2 origins: Orsen Mail hi_1

What is due
  The quay: to reopen, by 4 Mar · contested
    3 reports, 2 origins: Orsen Mail hi_2
  … and 1 more

Not on this page: 2 more changes.
`);
  });

  test("has the same order in Markdown and HTML, where a reader of mail finds colours without variables", () => {
    const headings = ["The quay was shelled", "A story without a title", "What is due"];
    expect([...briefMarkdown(told).matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)).toEqual(headings);
    const page = briefHtml(told);
    expect([...page.matchAll(/<h2>([^<]*?) ?</g)].map(([, heading]) => heading)).toEqual(headings);
    expect(page.match(/Norland shelled Orsen/g)).toHaveLength(1);
    expect(page).toContain("color: #a4161a; color: var(--violence);");
  });
});
