import { expect, test } from "vitest";
import type { Action } from "../../record/action.js";
import { idOf } from "../../record/id.js";
import { linkId } from "../link-id.js";
import type { LinkInput } from "../link-input.js";
import type { Origin, OriginTrace } from "./trace-origins.js";
import { voicesBeside } from "./voices-beside.js";

const text = "The Front said a convoy came. It had to turn back.\n\nA boat sank. The wire reported rain.";
const sentence = (words: string) => [text.indexOf(words), text.indexOf(words) + words.length] as const;
const [front, wire] = [linkId("or", ["front"]), linkId("or", ["text", "wire"])];
const said = [
  { id: idOf("st", 1), evidence: [sentence("The Front said a convoy came.")] },
  { id: idOf("st", 2), evidence: [sentence("The wire reported rain.")] },
];
// Of a record only its text and its statements are looked at, of a trace only its voices.
const input = { id: "a", record: { article: { text }, statements: said } } as unknown as LinkInput;
const traced = {
  origins: new Map([[front as string, { kind: "speaker" } as Origin]]),
  traces: new Map([
    ["a st_1", { voices: [front, "body front"] } as unknown as OriginTrace],
    ["a st_2", { voices: [wire] } as unknown as OriginTrace],
  ]),
};

function beside(words: string): ReadonlySet<string> {
  return new Set(voicesBeside(input, traced)({ evidence: [sentence(words)] } as unknown as Action));
}

test("a line may be from whoever is heard in its paragraph, and from every outlet that the article takes from", () => {
  expect(beside("It had to turn back.")).toEqual(new Set([front, "body front", wire]));
  expect(beside("A boat sank.")).toEqual(new Set([wire]));
});
