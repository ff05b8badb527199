import { expect, test } from "vitest";
import type { Action } from "../../record/action.js";
import type { Mention } from "../../record/mention.js";
import type { ArticleRecord } from "../../record/record.js";
import type { Span } from "../../text/span.js";
import { isAside, partiesTold } from "./parties-told.js";

/** An act of a text of one sentence; the lemma of its word is the word where it is a noun. */
function act(text: string, actors: readonly string[], trigger: string, recipients: readonly string[], lemma = "do") {
  const spanOf = (words: string): Span => [text.indexOf(words), text.indexOf(words) + words.length];
  const mention = (words: string): Mention => ({ text: words, span: spanOf(words), entity: null });
  const action = {
    ...{ actors: actors.map(mention), recipients: recipients.map(mention), accordingTo: null },
    ...{ trigger: { text: trigger, span: spanOf(trigger), lemma }, evidence: [[0, text.indexOf(".") + 1]] },
  } as unknown as Action;
  return { action, record: { article: { text }, statements: [], entities: [] } as unknown as ArticleRecord };
}

test.each([
  ["Rebels shelled the port of Karsk.", ["Rebels"], "shelled", ["the port"], "shell", "Rebels → : shelled the port"],
  ["Rebels shelled Karsk.", ["Rebels"], "shelled", ["Karsk"], "shell", "Rebels → Karsk"],
  [
    "Rebels shot Corporal Lenz.",
    ["Rebels"],
    "shot Corporal Lenz",
    ["Corporal Lenz"],
    "shoot",
    "Rebels → : shot Corporal Lenz",
  ],
  ["Rebels fired, and a guard fell.", ["Rebels"], "fired", ["a guard"], "fire", null],
  ["The cutter fired eleven shots.", ["The cutter"], "fired", ["eleven"], "fire", null],
  ["Rebels got him sacked.", ["Rebels"], "sacked", ["him"], "sack", null],
  ["The car she was in was stopped by rebels.", ["rebels"], "stopped", ["The car"], "stop", null],
  ["It shook southern Norland, and hurt ten boats.", ["southern"], "hurt", ["ten boats"], "hurt", null],
  ["A Norland raid hurt ten boats.", ["Norland"], "raid", ["ten boats"], "raid", null],
  ["The port was shelled by rebels on Friday.", ["rebels"], "shelled", ["The port"], "shell", "rebels → The port"],
  ["The port was shelled, and Norland sent ships.", ["Norland"], "shelled", ["The port"], "shell", null],
  ["The rebel raid on Karsk killed ten.", ["rebel"], "raid", ["Karsk"], "raid", "rebel → Karsk"],
  ["Help for victims of raids on Karsk has come.", ["victims"], "raids", ["Karsk"], "raid", null],
  ["Norland held talks between Orsen and Karsk.", ["Orsen"], "talks", ["Karsk"], "talk", "Orsen → Karsk"],
  ["It shelled the port of Karsk.", ["It"], "shelled", ["the port"], "shell", null],
  ["Rebels shelled the port.  Norland sent ships.", ["Norland"], "shelled", ["the port"], "shell", null],
  ["The port was hit by air strikes.", ["air"], "hit", ["The port"], "hit", null],
  ["Norland raided brick-built forts.", ["Norland"], "raided", ["brick"], "raid", null],
  ["Power cuts have hit Karsk.", ["Power"], "hit", ["Karsk"], "hit", null],
  ["The Norlandish weapons drop harmed Karsk.", ["The Norlandish"], "harmed", ["Karsk"], "harm", null],
  ["Norland declared war on national TV.", ["Norland"], "declared war", ["national"], "declare", null],
  ["A man was shot in a film that led to vows by Norland.", ["Norland"], "shot", ["A man"], "shoot", null],
  [
    "Online retailer Vell Courier shut ten shops.",
    ["Online", "Vell Courier"],
    "shut",
    ["ten shops"],
    "close",
    "Vell Courier → : shut ten shops",
  ],
  ["Orsen called for a truce and left.", ["Orsen"], "called for", [], "call", "Orsen → : called for a truce"],
  [
    "Guards had shot a boy and that ten men were hurt.",
    ["Guards"],
    "shot",
    ["a boy", "ten men"],
    "shoot",
    "Guards → : shot a boy",
  ],
  [
    "Rebels hit a pilot and two nurses, the mayor of Karsk fears.",
    ["Rebels"],
    "hit",
    ["a pilot", "two nurses", "Karsk"],
    "strike",
    "Rebels → : hit a pilot and two nurses",
  ],
] as const)("%s", (text, actors, trigger, recipients, lemma, found) => {
  const { action, record } = act(text, actors, trigger, recipients, lemma);
  const told = partiesTold(action, record);
  const names = (mentions: readonly Mention[]): string => mentions.map((one) => one.text).join(", ");
  const doing = told?.doing == null ? "" : `: ${text.slice(...told.doing)}`;
  expect(told === null ? null : `${names(told.actors)} → ${names(told.recipients)}${doing}`).toBe(found);
});

test.each([
  ["Rebels shelled the port.", "shelled", "shell", false],
  ["Norland buried those whom rebels shelled.", "shelled", "shell", true],
  ["Norland sent ships to shell the port.", "shell", "shell", true],
  ["Norland sent ships after the raid.", "raid", "raid", true],
  ["A raid has begun.", "raid", "raid", false],
  ["A mayor, who is also in custody, spoke.", "custody", "custody", true],
  ["The mayor spoke of rebels holding the port.", "holding", "hold", true],
  ["Rebels are holding the port.", "holding", "hold", false],
  ["A man was beaten for allegedly hitting two.", "hitting", "hit", true],
  ["Rebels broke in, killing two.", "killing", "kill", false],
  ["The boats that rebels have seized will be given back.", "seized", "seize", true],
  ["Ten boats seized by rebels may be given back.", "seized", "seize", true],
  ["Ten boats seized by rebels.", "seized", "seize", false],
  ["Norland flew three captured jets.", "captured", "capture", true],
  ["They are either held by rebels or free.", "held", "hold", true],
  ["It was the first time Lenz ever fired a gun.", "fired", "fire", true],
  ["Last year rebels seized the port.", "seized", "seize", true],
  ["Rebels seized the port six months ago.", "seized", "seize", true],
  ["In recent years Norland seized six boats.", "seized", "seize", true],
  ["Over the past two years Norland seized six boats.", "seized", "seize", true],
  ["It was used in trenches during World War I, killing ten.", "killing", "kill", true],
  ["In recent raids Norland seized six boats.", "seized", "seize", false],
  ["Orsen showed a photo of guards holding a boy and beating him.", "beating", "beat", true],
  ["Rebels were looting and burning boats.", "burning", "burn", false],
])("%s tells it in passing", (text, trigger, lemma, is) => {
  const { action, record } = act(text, [], trigger, [], lemma);
  expect(isAside(action, record)).toBe(is);
});
