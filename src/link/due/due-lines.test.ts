import { expect, test } from "vitest";
import { type Telling, toldArticle } from "../../../test/link/told-article.js";
import { dueLines } from "./due-lines.js";

const due = (telling: Telling) =>
  Object.fromEntries(dueLines(toldArticle("a", { published: "2031-05-05", ...telling }).record));

test("an announced state of a later day is due on it, and on no earlier day", () => {
  const told = (day: string, status: "announced" | "happened" | "denied") =>
    due({
      text: "Orsen's consulate in Vell is to reopen on Monday, the ministry said.",
      when: [{ words: "Monday", day }],
      states: [{ subject: "Orsen's consulate", aspect: "operations", value: "reopened", since: "Monday", status }],
    });
  expect(told("2031-05-12", "announced")).toEqual({ po_1: { day: "2031-05-12", as: "on" } });
  expect(told("2031-05-05", "announced")).toEqual({});
  expect(told("2031-05-12", "happened")).toEqual({});
  expect(told("2031-05-12", "denied")).toEqual({});
});

test("a state that lasts until a day ends on it", () => {
  const lasting = { subject: "Orsen's airspace", aspect: "airspace", value: "closed", until: "Friday" } as const;
  const when = [{ words: "Friday", day: "2031-05-09" }];
  expect(due({ text: "Orsen's airspace stays closed until Friday.", when, states: [lasting] })).toEqual({
    po_1: { day: "2031-05-09", as: "until" },
  });
});

const envoys = { subject: "six Norland envoys", aspect: "relations", value: "diplomats_expelled" } as const;
const expelled = (text: string, when: Telling["when"], since?: string) =>
  due({
    text,
    ...(when === undefined ? {} : { when }),
    states: [{ ...envoys, told: text, ...(since === undefined ? {} : { since }) }],
    acts: [{ actor: "Orsen", recipient: "six Norland envoys", type: "SANCTION", trigger: "ordered", told: text }],
  });

test("a deadline told by a duration counts from the article's day, for the state and not for the act as well", () => {
  const [within, toGo] = ["within 72 hours", "and gave them two weeks to go"];
  expect(expelled(`Orsen ordered six Norland envoys out ${within}.`, [{ words: "72 hours", lasts: "PT72H" }])).toEqual({
    po_1: { day: "2031-05-08", as: "by" },
  });
  expect(expelled(`Orsen ordered six Norland envoys out ${toGo}.`, [{ words: "two weeks", lasts: "P2W" }])).toEqual({
    po_1: { day: "2031-05-19", as: "by" },
  });
});

test("it counts from the day of the act where one before the article's is told, and may be over by then", () => {
  const told = (day: string) =>
    expelled(
      "On Saturday Orsen ordered six Norland envoys out within 72 hours.",
      [
        { words: "Saturday", day },
        { words: "72 hours", lasts: "PT72H" },
      ],
      "Saturday",
    );
  expect(told("2031-05-03")).toEqual({ po_1: { day: "2031-05-06", as: "by" } });
  expect(told("2031-04-26")).toEqual({});
});

test("a deadline may be a day", () => {
  const when = [{ words: "Thursday", day: "2031-05-08" }];
  const by = { po_1: { day: "2031-05-08", as: "by" } };
  expect(expelled("Orsen ordered six Norland envoys out by Thursday.", when)).toEqual(by);
  expect(expelled("Orsen ordered six Norland envoys out and gave them until Thursday to go.", when)).toEqual(by);
  expect(expelled("Orsen ordered six Norland envoys out, it said on Thursday.", when)).toEqual({});
});

test("a duration that something took, or that counts from something else, is no deadline", () => {
  const text = "All six Norland envoys left Orsen within 48 hours.";
  const when = [{ words: "48 hours", lasts: "PT48H" }];
  const left = {
    actor: "six Norland envoys",
    recipient: "Orsen",
    type: "RETREAT",
    trigger: "left",
    told: text,
  } as const;
  expect(due({ text, when, acts: [left] })).toEqual({});
  expect(expelled("Orsen ordered six Norland envoys out within 48 hours of the vote.", when)).toEqual({});
  expect(expelled("Orsen ordered six Norland envoys out 48 hours after the vote.", when)).toEqual({});
});

test("nothing is due in an article of an unknown day", () => {
  const meeting = { actor: "Orsen", recipient: "Norland", type: "CONSULT", trigger: "meet", time: "9 May" } as const;
  const told: Telling = {
    text: "Orsen and Norland meet on 9 May.",
    when: [{ words: "9 May", day: "2031-05-09" }],
    acts: [{ ...meeting, status: "announced" }],
  };
  expect(due(told)).toEqual({ ac_1: { day: "2031-05-09", as: "on" } });
  expect(dueLines(toldArticle("a", told).record).size).toBe(0);
});
