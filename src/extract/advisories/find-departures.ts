import { type Span, spanOf } from "../../text/span.js";

/** Staff of a mission who are told or allowed to leave, or whose leaving has ended. */
export interface FoundDeparture {
  readonly value: "ordered_departure" | "authorized_departure" | "restored";
  /** The mission, else the staff; `null` where the sentence names neither. */
  readonly whose: Span | null;
  readonly by: Span | null;
  /** The words that tell it. */
  readonly words: Span;
}

const by = String.raw`(?<by>(?:the\s+)?(?:(?:u\.?s\.?\s+)?(?:state\s+)?department(?:\s+of\s+(?:state|foreign\s+affairs))?|fcdo|foreign\s+office|government(?:\s+of\s+\p{L}+)?|(?:\p{L}+\s+)?ministry(?:\s+of\s+foreign\s+affairs)?))`;
const ordering = "(?<verb>ordered|directed|authori[sz]ed|approved|allowed|permitted)";
/** A stop in "U.S." ends no sentence. */
const inSentence = String.raw`(?:[^.;:]|(?<=\bU|\bU\.S)\.)`;
const staff = `(?<whose>${inSentence}{3,160}?)`;
const end = String.raw`(?=\s+(?:from|due\s+to|because|in|on|at|to|until|was|were|has|had|ended|expired|and\s+(?:the\s+)?(?:suspension|ordered|authori[sz]ed|updates?))\b|\s*(?<!\bU|\bU\.S)[.,;:]|\s*$)`;

/** "The Department ordered the departure of …", "… ordered … to leave the country". */
const begun = [
  new RegExp(
    String.raw`${by}\s+(?:has\s+)?${ordering}\s+(?:for\s+)?(?:the\s+)?(?:voluntary\s+|mandatory\s+)?departure\s+(?:of|for)\s+${staff}${end}`,
    "diu",
  ),
  new RegExp(String.raw`${by}\s+(?:has\s+)?${ordering}\s+${staff}\s+to\s+(?:leave|depart)\b`, "diu"),
  new RegExp(
    String.raw`^(?:(?:on|in|as\s+of|since)\s+\p{L}+(?:\s+\d+)?(?:,?\s+\d{4})?,\s+)?${staff}\s+(?:remain|are|were|have\s+been)\s+(?:(?:under|on|placed\s+on)\s+(?<under>ordered|authori[sz]ed)\s+departure|${ordering}\s+to\s+(?:leave|depart))\b`,
    "diu",
  ),
];

/** "Ordered departure of …" itself, and the order that nothing else names. */
const departure = new RegExp(
  String.raw`(?<verb>ordered|authori[sz]ed|mandatory|voluntary)\s+departure(?:\s+(?:order|status))?(?:\s+(?:of|for)\s+${staff}${end})?|\border\s+for\s+(?<ordered>${inSentence}{3,160}?)\s+to\s+(?:leave|depart)\b`,
  "dgiu",
);
const ended =
  /\b(?:lift(?:ed|ing|s)?|end(?:ed|ing|s)?|terminat(?:ed?|es|ing|ion)|rescind(?:ed|ing)?|rescission|remov(?:ed|al|ing)|cancel(?:l?ed|lation)|revok(?:ed|ing)|expir(?:ed|ation)|conclu(?:ded|sion)|no\s+longer)\b/iu;
const ending = new RegExp(
  String.raw`${by}\s+(?:has\s+)?(?:lifted|ended|terminated|rescinded|removed|cancell?ed|revoked)\b`,
  "diu",
);

const isStaff =
  /\b(?:employees?|staff|personnel|family|families|dependants?|dependents?|diplomats?|officials?|spouses?|workers?)\b/iu;
const mission =
  /(?:\bthe\s+)?(?:(?:U\.?S\.?|\p{Lu}\p{L}+)\s+){0,2}(?:Embassy|Consulate(?:\s+General)?|High\s+Commission)(?:(?:\s+(?:in|at))?\s+\p{Lu}[\p{L}’'-]+(?:\s+\p{Lu}[\p{L}’'-]+)?)?/du;

/** The first mission that a text names. */
export function missionIn(text: string): Span | null {
  const found = mission.exec(text)?.indices?.[0];
  return found === undefined ? null : spanOf(...found);
}

/** The departures that one sentence tells; spans are in the text that the sentence starts in at `start`. */
export function findDepartures(sentence: string, start: number): readonly FoundDeparture[] {
  if (!/\b(?:depart|leave)/i.test(sentence)) return [];
  const at = (span: readonly [number, number] | undefined): Span | null =>
    span === undefined ? null : spanOf(start + span[0], start + span[1]);
  const where = at(mission.exec(sentence)?.indices?.[0]);
  if (ended.test(sentence)) {
    const hand = at(ending.exec(sentence)?.indices?.groups?.by);
    return [...sentence.matchAll(departure)].flatMap((match): readonly FoundDeparture[] => {
      const words = at(match.indices?.[0]);
      const people = at(match.indices?.groups?.whose ?? match.indices?.groups?.ordered);
      return words === null ? [] : [{ value: "restored", whose: where ?? people, by: hand, words }];
    });
  }
  for (const form of begun) {
    const match = form.exec(sentence);
    const words = at(match?.indices?.[0]);
    if (match === null || words === null) continue;
    const value = /^(?:ordered|directed)$/i.test(match.groups?.verb ?? match.groups?.under ?? "")
      ? "ordered_departure"
      : "authorized_departure";
    // What a state does with its residents is none of a ministry's business.
    if (!isStaff.test(match.groups?.whose ?? "")) continue;
    const people = at(match.indices?.groups?.whose);
    return [{ value, whose: where ?? people, by: at(match.indices?.groups?.by), words }];
  }
  return [];
}
