import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { unreal } from "../src/extract/claims/unreal.js";
import { type UnrealWords, unrealWords } from "../src/extract/claims/unreal-words.js";
import { wordsOf } from "../src/extract/grammar/words.js";
import { type Engine, openEngine } from "../src/run/engine.js";

let engine: Engine;
let table: UnrealWords;
beforeAll(async () => {
  engine = await openEngine({ readFile: (path) => readFile(path) }, { threads: 1 });
  table = unrealWords(await readFile(new URL("../data/unreal-words.tsv", import.meta.url), "utf8"));
});
afterAll(() => engine.close());

/** What the table makes of the words in brackets, as the shipped model parses their sentence. */
async function verdictIn(sentence: string, label = "RETREAT"): Promise<string | null> {
  const [before = "", trigger = "", behind = ""] = sentence.split(/[[\]]/);
  const text = `${before}${trigger}${behind}`;
  const facts = { id: "a", url: null, title: null, outlet: null, authors: [], published: null, publishedFrom: null };
  const document = await engine.annotate({ ...facts, language: "en", sha256: "", text, messages: [] });
  const words = wordsOf(document);
  const range = words.range([before.length, before.length + trigger.length]);
  return range === null ? null : (unreal({ trigger: range, label }, true, words, table)?.verdict ?? null);
}

describe("what did not happen", () => {
  test.each([
    "The ferry narrowly missed [ramming] the pier.",
    "The council stopped short of [banning] the march.",
    "Gunmen came close to [storming] the mill.",
    "The colonel was on the verge of ordering an [attack] on Orsen.",
    "The union called off plans to [blockade] the harbour.",
    "A judge kept the ministry from [deporting] the crew.",
    "Elders talked the militia out of [shelling] the town.",
    "Instead of [bombing] the dam, the pilots flew home.",
    "The marines took the island without [firing] a shot.",
    "The crew nearly [sank] the barge.",
    "Police foiled a plot to [blow up] the mill.",
    "The council defeated a motion to [ban] the march.",
    "The cabinet decided against [closing] the embassy.",
    "The army [held off shelling] the town.",
    "None of the sailors was [freed].",
    "The [raid] on the depot was called off.",
    "The note shows her reluctance to [send] troops.",
    "Ministers were unwilling to [close] the border.",
    "The army pretended to [withdraw] from the ridge.",
  ])("%s", async (sentence) => {
    expect(await verdictIn(sentence)).toBe("not_done");
  });
});

test("what an earlier version of a report said is taken back", async () => {
  expect(await verdictIn("An earlier version of this report said that jets had [bombed] the dam.")).toBe("denied");
  expect(await verdictIn("An earlier version of the bill said that ferries may [leave] at night.")).toBe(null);
});

describe("what is not sure, not yet or not real", () => {
  test.each([
    ["Had the militia [attacked] the bridge, the garrison would have left.", "conditional"],
    ["Had the militia attacked the bridge, the garrison would have [left].", "conditional"],
    ["The gunmen are believed to have [fled] across the river.", "possible"],
    ["It released a clip that purports to be the [murder] of the pilot.", "possible"],
    ["He is the main suspect in the [beheading] of the pilot.", "possible"],
    ["Families [could be moved] for a time, an official said.", "possible"],
    ["There were talks about the [release] of the hostages.", "possible"],
    ["They agreed on the possible [release] of the hostages.", "possible"],
    ["He dreams of [invading] the islands.", "possible"],
    ["Norland prepares to [order] its staff out.", "announced"],
    ["Norland [prepares to order] its staff out.", "announced"],
    ["The ministry is about to [order] its staff out.", "announced"],
    ["Norland to [order] its staff out, say officials.", "announced"],
    ["The court postponed the [expulsion] of the envoys.", "announced"],
    ["In the film, the navy [shells] the harbour.", "untold"],
    ["During a drill on Tuesday, guards [stormed] the mock embassy.", "untold"],
    ["It had seen no danger that called for an [evacuation].", "untold"],
    ["There is nothing that requires us to [close] the border.", "untold"],
  ])("%s", async (sentence, verdict) => {
    expect(await verdictIn(sentence)).toBe(verdict);
  });
});

describe("what is no act of its type", () => {
  test.each([
    ["Nine students were [killed] in a bus crash near Orsen.", "ASSAULT"],
    ["Two crews were [killed] when their helicopters collided.", "ASSAULT"],
    ["The driver lost control of the van and [struck] a wall.", "ASSAULT"],
    ["The ministry [declined] to comment.", "REJECT"],
    ["The ministry was [declining to elaborate].", "REJECT"],
    ["Both aides [requested] anonymity.", "REQUEST"],
  ])("%s", async (sentence, type) => {
    expect(await verdictIn(sentence, type)).toBe("untold");
    expect(await verdictIn(sentence, "MOBILIZE")).not.toBe("untold");
  });

  test.each([
    ["Nine students were [killed] when gunmen fired at a bus.", "ASSAULT"],
    ["The ministry [declined] to pay.", "REJECT"],
    ["Both aides [requested] a meeting.", "REQUEST"],
  ])("but %s", async (sentence, type) => {
    expect(await verdictIn(sentence, type)).toBeNull();
  });
});

describe("words that leave an act as it is", () => {
  test.each([
    "The navy [shelled] the harbour while a film was shot there.",
    "He was [arrested] in the film studio.",
    "The militia had [attacked] the bridge, and the garrison would not leave.",
    "The gunmen were seen to have [fled].",
    "A suspect in the case was [arrested].",
    "It released a clip of the [murder] of the pilot.",
    "It had seen a danger that called for an [evacuation].",
    "The ministry was ready to [close] the border.",
    "Norland continues to [shell] the harbour.",
    "The council did not stop short of [banning] the march.",
    "The blast killed nearly all who [guarded] the depot.",
    "Far from the front, rebels [attacked] a convoy.",
    "The crowd resisted the [attack].",
    "None of the towns that rebels had [shelled] lies on the coast.",
  ])("%s", async (sentence) => {
    expect(await verdictIn(sentence)).toBeNull();
  });
});

test.each([
  ["a phrase without its place", "stop short of\tnot_done\t-", /Found "stop short of" .*begins or ends with _/],
  ["a phrase of nothing else", "_\tnot_done\t-", /Found "_" /],
  ["an unknown status", "avoid _\tundone\t-", /Found "undone" .*expected one of happened/],
  ["an unknown type", "avoid _\tnot_done\tYIELD", /Found "YIELD" .*expected one of AGREE/],
  ["an unknown class", "on the @edge of _\tnot_done\t-", /Found the class @edge/],
])("%s is refused with its row", (_, row, message) => {
  expect(() => unrealWords(row)).toThrow(message);
});
