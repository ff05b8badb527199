/** What a line is about, for its colour: red for violence, ochre for pressure, and so on. */
export type Tone = "violence" | "pressure" | "talk" | "posture" | "denial";

/** How hard a word somebody's saying is. */
export function toneOfSaying(act: string): Tone {
  return act === "deny" ? "denial" : hard.has(act) ? "pressure" : "talk";
}

/** Acts of speech that press somebody. */
const hard: ReadonlySet<string> = new Set(["threaten", "order", "warn", "demand", "accuse", "condemn"]);

export function toneOfType(type: string): Tone {
  return violent.has(type) ? "violence" : pressing.has(type) ? "pressure" : "talk";
}

const violent: ReadonlySet<string> = new Set(["ASSAULT", "COERCE", "MOBILIZE"]);
const pressing: ReadonlySet<string> = new Set([
  ...["SANCTION", "THREATEN", "PROTEST", "REJECT", "ACCUSE", "RETREAT", "REQUEST"],
]);

/** Of a line of any kind. @param type an act, an action's type, a relation */
export function toneOf(kind: string, type: string): Tone {
  if (kind === "posture") return "posture";
  if (kind === "stance") return /disputes|rebukes/.test(type) ? "denial" : "talk";
  return kind === "statement" ? toneOfSaying(type) : toneOfType(type);
}
