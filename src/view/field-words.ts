import type { FieldValue } from "../link/corrections/correction.js";
import { postureValues } from "../record/kinds.js";
import type { ExplainedField } from "./explained-line.js";
import { plainMoment, plainYearless } from "./plain-dates.js";
import { plainAct, plainAspect, plainRelation, plainSaying, plainState, plainStatus } from "./plain-words.js";

type Kind = "statement" | "action" | "posture" | "stance" | "entity" | "place" | "time";

/** What a field of a line is called on a page, as it is explained (`speaker`) or corrected (`who`). */
export function fieldLabel(kind: Kind, field: string): string {
  return labels[kind]?.[field] ?? common[field] ?? field.replaceAll("_", " ");
}

const common: Readonly<Record<string, string>> = {
  time: "When",
  place: "Where",
  status: "How sure it is",
  hedge: "Said with distance",
  confidence: "How likely it is read right",
  cameo: "CAMEO code",
  mode: "How it was done",
  "according to": "According to",
  since: "Since",
  until: "Until",
  kind: "Kind",
  country: "Country",
  coordinates: "Coordinates",
  precision: "Exact to a",
  geonames: "GeoNames",
  from: "From",
  to: "To before",
  type: "Kind",
  name: "Name",
  role: "Role",
  mention: "Named",
};

const labels: Partial<Readonly<Record<Kind, Readonly<Record<string, string>>>>> = {
  statement: {
    ...{ speaker: "Speaker", who: "Speaker", whom: "Said to", addressee: "Said to", channel: "Said through" },
    ...{ act: "What the speaker did", cue: "The word for it", content: "What was said", quoted: "Word for word" },
    ...{ negated: "Said or not said", naming: "How the speaker is named", within: "Told within", chain: "Told by" },
  },
  action: {
    ...{ trigger: "The word for it", type: "What was done", actor: "Who", who: "Who" },
    ...{ recipient: "To whom", whom: "To whom" },
  },
  posture: {
    ...{ subject: "Whose state", who: "Whose state", aspect: "Of what", value: "State", by: "Set by" },
    "aspect value": "State",
  },
  stance: {
    ...{ holder: "Who", who: "Who", relation: "Takes it how", target: "About whom", whom: "About whom" },
    "target statement": "About what",
  },
};

/** A value of a field as a person would say it. */
export function plainValue(kind: Kind, field: string, value: string): string {
  switch (field) {
    case "act":
      return value === "other" ? "something else" : plainSaying(value);
    case "type":
      return kind === "action" ? plainAct(value) : value.toLowerCase();
    case "status":
      return plainStatus(value) ?? "happened";
    case "negated":
      return value === "true" ? "did not say so" : "said so";
    case "naming":
      return namings[value] ?? value;
    case "relation":
      return plainRelation(value);
    case "aspect":
      return plainAspect(value);
    case "value":
      return aspectOf(value) === null ? value.replaceAll("_", " ") : plainState(aspectOf(value) ?? "", value);
    case "aspect value": {
      const [aspect = "", of = ""] = value.split(" ");
      return `${plainAspect(aspect)}: ${plainState(aspect, of)}`;
    }
    case "time":
    case "since":
    case "until":
      return /^\d{4}/.test(value) ? plainMoment(value) : plainYearless(value);
    case "confidence":
      return `${Math.round(100 * Number(value))} %`;
    default:
      return value;
  }
}

const namings: Readonly<Record<string, string>> = {
  named: "by name",
  unnamed: "not by name",
  collective: "as a group",
  pronoun: "by “he”, “she” or “they”",
};

/** The aspect that alone has this value; `null` where several have it, or none. */
function aspectOf(value: string): string | null {
  const having = Object.entries(postureValues).filter(([, values]) => (values as readonly string[]).includes(value));
  return having.length === 1 ? (having[0]?.[0] ?? null) : null;
}

/** A field as a page shows it. */
export interface PlainField {
  readonly label: string;
  /** `null` where it is not told. */
  readonly plain: string | null;
  /** The id of what the value names, `null` where that has none. */
  readonly link: string | null;
}

/** The field of a line without ids and words of the record's format. */
export function plainField(kind: Kind, { field, value, words }: ExplainedField): PlainField {
  const label = fieldLabel(kind, field);
  // That somebody said it goes without saying, and who is alone in a chain is its speaker.
  const isUsual = (field === "negated" && value === "false") || (field === "chain" && !value?.includes(" → "));
  if (isUsual || codes.has(field) || (value === null && words.length === 0)) return { label, plain: null, link: null };
  if (hidden.has(field)) return { label, plain: "", link: null };
  const told = value ?? "";
  const [, name = told, link = null, rest = ""] =
    /^(.*?) ?\(((?:[^\s()]+\/)?(?:en|ti|pl)_\d+)\)(.*)$/s.exec(told) ?? [];
  const [, statement = null, said = ""] = /^((?:[^\s()]+\/)?st_\d+)(?:: (.*))?$/s.exec(told) ?? [];
  if (statement !== null) return { label, plain: said === "" ? "a statement" : said, link: statement };
  const naming = rest.replace(/^, /, "");
  const also = naming === "" || usual.has(naming) ? "" : `, ${plainValue(kind, "naming", naming)}`;
  // Who is nobody that the record knows goes by the words beside it.
  if ((field === "speaker" || field === "channel") && link === null && words.length > 0 && /^[a-z]+$/.test(told))
    return { label, plain: usual.has(told) ? "" : plainValue(kind, "naming", told), link };
  const plain = `${plainValue(kind, field, name === "unknown" ? "of unknown date or place" : name)}${also}`;
  return { label, plain, link };
}

/** How a speaker is named and what a channel is, where that goes without saying. */
const usual: ReadonlySet<string> = new Set(["named", "other"]);

/** Codes of the record's format, for programs. */
const codes: ReadonlySet<string> = new Set(["cameo", "mode"]);

/** Fields whose words say all that their value does: how content is given, the lemma of a word. */
const hidden: ReadonlySet<string> = new Set(["content", "quoted", "cue", "trigger"]);

/** What a corrected field was corrected to, without ids. @param written as the person wrote it */
export function plainCorrected(kind: Kind, field: string, written: string, value: FieldValue): string {
  switch (value.form) {
    case "none":
      return "nothing";
    case "entity":
      return value.entities.map(({ name }) => name).join(", ");
    case "time":
    case "place":
      return value.words === undefined ? written : `“${value.words}”`;
    case "flag":
      return plainValue(kind, field, String(value.value));
    case "word":
      return plainValue(kind, field, value.value);
  }
}
