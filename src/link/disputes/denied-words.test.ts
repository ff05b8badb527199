import { describe, expect, test } from "vitest";
import { shippedDenials } from "../../../test/link/shipped-tables.js";
import { calledUntrue, deniedBehind, deniedObject } from "./denied-words.js";

const by = { lexicon: shippedDenials, denier: "Halden Navy" };

describe("what a denial says is untrue, as a sentence", () => {
  test.each([
    ["denied", "that its boats had laid mines", "the Halden Navy’s boats had laid mines"],
    ["denied", "that it had laid mines, while ferries lay in port", "the Halden Navy had laid mines"],
    ["denied", "having sunk the ferry", "the Halden Navy had sunk the ferry"],
    ["denied", "any part in the sinking", "the Halden Navy had a part in the sinking"],
    ["denied", "any split in the crew", "there was a split in the crew"],
    ["rejected", "the accusation that it shelled the quay", "the Halden Navy shelled the quay"],
    ["denied", "that anybody had been hurt", "somebody had been hurt"],
    ["denied", "that anybody had been hurt by its guns", "somebody had been hurt by the Halden Navy’s guns"],
    ["denied", "that Ostby had sent its ferries to its quay", "Ostby had sent its ferries to its quay"],
    ["denied", "that there was any split", "there was a split"],
    ["denied", "an Ostby newspaper’s claim that it had sunk the ferry", "the Halden Navy had sunk the ferry"],
    ["denied", "laying any mines", "the Halden Navy was laying mines"],
    ["denied", "to the Ostby Post and others that the ferry was sunk", "the ferry was sunk"],
  ])("%s %s", (verb, object, sentence) => {
    expect(deniedObject(verb, object, by)).toMatchObject({ sentence });
  });
});

describe("whose claim it is by the denial's own words", () => {
  test.each([
    ["the rebels' claim that they hold the quay", "rebels", true, "the rebels hold the quay"],
    ["claims by the harbour master that the quay is shut", "harbour master", true, "the quay is shut"],
    ["reports that the quay is shut", "reports", false, "the quay is shut"],
    ["a Post report on its ferries", "Post", true, null],
    ["the allegations", null, false, null],
  ])("%s", (object, holder, isParty, sentence) => {
    expect(deniedObject("denied", object, by)).toMatchObject({ holder, isParty });
    if (sentence !== null) expect(deniedObject("denied", object, by)).toMatchObject({ sentence });
  });
});

test.each([
  ["dismissed", "calls for a boycott"],
  ["rejected", "the offer"],
  ["dismissed", "suggestions that he resign"],
  ["dismissed", "it"],
  ["denied", "all allegations"],
])("%s %s denies nothing that could be untrue", (verb, object) => {
  expect(deniedObject(verb, object, by)).toBeNull();
});

test.each([
  ["Reports that the ferry sank are false", "clause"],
  ["That is a lie", "pointing"],
  ["there is no truth to the claim", "pointing"],
  ["We have seen reports that the quay is shut. These reports are wrong", "clause"],
  ["Halden is lying", "pointing"],
])("%s is called untrue", (said, form) => {
  expect(calledUntrue(said, by)).toMatchObject({ form });
});

test.each([
  ["disputed", "the foreign secretary, Reva Holt", "foreign secretary, Reva Holt"],
  ["rejected", "the rebels' claim that he fled", "rebels"],
])("%s %s names whom it contradicts", (verb, object, holder) => {
  expect(deniedObject(verb, object, by)).toMatchObject({ holder, isParty: true });
});

test("“he” of another's claim is nobody for sure", () => {
  expect(deniedObject("rejected", "Holt's claim that he fled", by)).toMatchObject({ sentence: "he fled" });
});

test("what is called by another name is denied where it is a claim or a proof", () => {
  expect(deniedObject("dismissed", "the pictures as “grey dots”", by)).toMatchObject({ noun: "pictures" });
  expect(deniedObject("dismissed", "the ban as “theatre”", by)).toBeNull();
});

test.each([
  ["He once told a false story"],
  ["The passport was fake"],
  ["Ferries were shut"],
])("%s calls no claim untrue", (said) => {
  expect(calledUntrue(said, by)).toBeNull();
});

test("what somebody denies is told behind his name, unless somebody else does it", () => {
  expect(deniedBehind(" has called the report a hoax", by)).toMatchObject({ form: "pointing" });
  expect(deniedBehind(", vehemently deny", by)).toMatchObject({ form: "pointing" });
  expect(deniedBehind(" asked the owners, who denied it", by)).toBeNull();
  expect(deniedBehind(" refused to deny it", by)).toBeNull();
  expect(deniedBehind(" said that all were safe and had denied the claim", by)).toMatchObject({ noun: "claim" });
  expect(deniedBehind(" told of a leak, the harbour master denied the claim", by)).toBeNull();
});

test.each([
  " was contradicted by the harbour master over the ferry",
  " vowed to reject the claim that the ferry sank",
  " got a rebuke for dismissing the claim that the ferry sank",
  " spoke of a coast where they call the claim that the ferry sank a lie",
])("whoever%s denies nothing", (words) => {
  expect(deniedBehind(words, by)).toBeNull();
});

test("a verdict in quote marks ends what it is about", () => {
  expect(deniedBehind(" called reports that the ferry sank “pure invention”", by)).toMatchObject({
    sentence: "the ferry sank",
  });
});

test("a deed is denied by its noun alone, and by what it points at", () => {
  expect(deniedObject("denied", "a role", by)).toMatchObject({ form: "pointing" });
  expect(deniedObject("denied", "carrying out that raid, although two towns blame it", by)).toMatchObject({
    form: "deed",
  });
});

test("what is dismissed as somebody's invention is his", () => {
  const found = deniedObject("dismissed", "reports that the ferry sank as Norlandish inventions", by);
  expect(found).toMatchObject({ sentence: "the ferry sank", holder: "the Norlandish reports" });
  expect(deniedObject("dismissed", "reports that the ferry sank as wild fiction", by)?.holder).toBe("reports");
});

test("of a ministry what is its country's is told of that", () => {
  expect(deniedObject("denied", "that its embassy had closed", { ...by, country: "Norland" })).toMatchObject({
    sentence: "Norland’s embassy had closed",
  });
});
