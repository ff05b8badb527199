import { describe, expect, test } from "vitest";
import { annotatedText } from "../../../test/annotated-text.js";
import { entityTables } from "../../../test/entity-tables.js";
import { smallCountries, smallGazetteer } from "../../../test/small-gazetteer.js";
import { withLayer } from "../../doc/document.js";
import type { Claim, TokenRange } from "../../doc/layers.js";
import { wordsOf } from "../grammar/words.js";
import { entityLexicons } from "../naming/entity-lexicons.js";
import { resolveEntities } from "../naming/resolve-entities.js";
import { extractPlaces } from "../places/extract-places.js";
import { placeLexicon } from "../places/place-lexicon.js";
import { actionCodes } from "./action-codes.js";
import type { ClaimContext } from "./claim-context.js";
import { extractActions } from "./extract-actions.js";
import { extractPostures } from "./extract-postures.js";
import { extractStances } from "./extract-stances.js";
import { munitionsOf } from "./senders.js";
import { stanceLexicon } from "./stance-lexicon.js";
import { stateSubjects } from "./state-subjects.js";
import { unrealWords } from "./unreal-words.js";

const entities = entityLexicons(entityTables);
const world = placeLexicon(smallGazetteer(), smallCountries);
const subjects = stateSubjects("+visa\tconsular\n");
const codes = actionCodes("shut\t*\tSANCTION\tclose\t161\nshut\tborder\tSANCTION\t-\t162\n", "");

/** A claim by its words as they stand in the text. */
interface Told {
  readonly kind: Claim["kind"];
  readonly label: string;
  readonly trigger: string;
  readonly agent?: string;
  readonly object?: string;
  readonly place?: string;
  readonly otherwise?: readonly string[];
  readonly score?: number;
}

/** Nobody whom an act's own words do not name is a party of it. */
const onlyRead = new Map(["actors", "recipients"].map((side) => [`named ${side} act`, -9]));

/** What leads from claims to lines in a marked text with these claims. */
function contextOf(marked: string, told: readonly Told[]): ClaimContext {
  const { document, sayings } = annotatedText(marked);
  const words = wordsOf(document);
  const at = (text: string | undefined): readonly TokenRange[] => {
    if (text === undefined) return [];
    const start = document.text.indexOf(text);
    const range = start < 0 ? null : words.range([start, start + text.length]);
    if (range === null) throw new Error(`"${text}" does not stand in "${document.text}".`);
    return [range];
  };
  const claims = told.map(
    (one): Claim => ({
      ...{
        kind: one.kind,
        label: one.label,
        status: "happened",
        labelScore: 1,
        score: one.score ?? 1,
        time: [],
        otherwise: one.otherwise ?? [],
      },
      trigger: at(one.trigger)[0] ?? { first: 0, end: 1 },
      agent: at(one.agent).map((range) => ({ ...range, doubt: 0 })),
      object: at(one.object).map((range) => ({ ...range, doubt: 0 })),
      place: at(one.place),
    }),
  );
  const { claims: _none, ...layers } = document.layers;
  const claimed = withLayer(
    { ...document, layers, producers: {} },
    "claims",
    { claims },
    { stage: "test", version: "1" },
  );
  return {
    document: { ...document, layers: { ...document.layers, ...claimed.layers } },
    words,
    statements: [],
    table: resolveEntities(document, sayings, entities, { outlet: null }),
    times: [],
    places: extractPlaces(document, world),
    weights: { time: new Map(), place: new Map(), party: onlyRead },
    confidence: () => 1,
    unreal: unrealWords("come close to _\tnot_done\t-\nprepare to _\tannounced\t-\n"),
    munitions: munitionsOf("rocket|drone\n"),
  };
}

describe("an act", () => {
  test("has its parties without the marks and prepositions around them, and its names whole", () => {
    const context = contextOf("[PERSON Ana Ruiz] shut the gate to [NORP Norlandish] crews, and left.", [
      { kind: "action", label: "SANCTION", trigger: "shut", agent: "Ruiz", object: "to Norlandish crews," },
    ]);
    const [action] = extractActions(context, codes);
    expect(action?.actors.map(({ text }) => text)).toEqual(["Ana Ruiz"]);
    expect(action?.recipients.map(({ text }) => text)).toEqual(["Norlandish crews"]);
  });

  test("is done by nobody where only a weapon is told of", () => {
    const by = (text: string, agent: string) => {
      const claim = { kind: "action", label: "ASSAULT", trigger: "hit", agent, object: "the pier" } as const;
      return extractActions(contextOf(text, [claim]), codes)[0]?.actors.map((actor) => actor.text);
    };
    expect(by("A rocket_NOUN hit the pier.", "A rocket")).toEqual([]);
    expect(by("A crowd_NOUN hit the pier.", "A crowd")).toEqual(["A crowd"]);
  });

  test("has nobody called by a form of address alone", () => {
    const whom = (text: string, object: string) =>
      extractActions(contextOf(text, [{ kind: "action", label: "SANCTION", trigger: "shut", object }]), codes)[0]
        ?.recipients;
    expect(whom("They shut out Ms [PERSON Ruiz].", "Ms")?.map(({ text }) => text)).toEqual(["Ms Ruiz"]);
    expect(whom("They shut it, Sir, today.", "Sir")).toEqual([]);
  });

  test("has the code of its words for its type, and else that of the type", () => {
    const told = (label: string, text: string) =>
      extractActions(contextOf(text, [{ kind: "action", label, trigger: "shut" }]), codes)[0];
    expect(told("SANCTION", "They shut the office.")).toMatchObject({ mode: "close", cameo: "161" });
    expect(told("SANCTION", "They shut the border.")).toMatchObject({ mode: null, cameo: "162" });
    expect(told("COERCE", "They shut the office.")).toMatchObject({ mode: null, cameo: "170" });
  });

  test("is not done to the place that it comes from", () => {
    const whom = (label: string) =>
      extractActions(
        contextOf("They fired from [GPE Halverstad].", [
          { kind: "action", label, trigger: "fired", object: "Halverstad" },
        ]),
        codes,
      )[0]?.recipients.map((one) => one.text);
    expect(whom("ASSAULT")).toEqual([]);
    expect(whom("RETREAT")).toEqual(["Halverstad"]);
  });

  test("took place where the reader says", () => {
    const context = contextOf("Police shut a bar in [GPE Halverstad].", [
      { kind: "action", label: "COERCE", trigger: "shut", place: "in Halverstad" },
    ]);
    const [action] = extractActions(context, codes);
    expect(context.places.places.find(({ id }) => id === action?.place)?.name).toBe("Halverstad");
  });
});

describe("the institution of a state", () => {
  const institutions = (marked: string, told: Omit<Told, "kind">) =>
    extractPostures({ ...contextOf(marked, [{ kind: "posture", ...told }]), entities }, subjects).map(
      (one) => one.institution,
    );
  const institution = (marked: string, told: Omit<Told, "kind">) => institutions(marked, told)[0];

  test("is the mission of whoever orders it, where the article says that it stands", () => {
    const told = { label: "staffing/ordered_departure", trigger: "ordered", agent: "Britain", object: "staff" };
    expect(institution("[GPE Britain] ordered staff out of [GPE Tarvenia].", told)).toEqual({
      kind: "mission",
      of: "GB",
      in: "TV",
    });
  });

  test("is the owner's, whoever acts", () => {
    const told = { label: "operations/closed", trigger: "closed", agent: "Rebels", object: "the British embassy" };
    expect(institution("Rebels closed the [NORP British] embassy in [GPE Tarvenia].", told)).toMatchObject({
      of: "GB",
      in: "TV",
    });
  });

  test("is that of whoever acts where it is theirs, and what another's hand shuts stands at that hand's", () => {
    const closed = { label: "operations/closed", trigger: "closed", agent: "Norland", object: "its embassy" };
    expect(institution("[GPE Norland] closed its embassy in [GPE Tarvenia].", closed)).toMatchObject({
      of: "NL",
      in: "TV",
    });
    const compound = { ...closed, agent: "Britain", object: "Libya embassy" };
    expect(institution("[GPE Britain] closed [GPE Libya] embassy.", compound)).toMatchObject({ of: "GB", in: "LY" });
    const guests = {
      label: "relations/diplomats_expelled",
      trigger: "expelled",
      agent: "Tarvenia",
      object: "British envoys",
    };
    expect(institution("[GPE Tarvenia] expelled [NORP British] envoys.", guests)).toMatchObject({ of: "GB", in: "TV" });
  });

  test("is one for each of several that a list names", () => {
    const told = { label: "operations/closed", trigger: "closed", agent: "Britain", object: "their embassies" };
    expect(
      institutions("[GPE Britain] and [GPE Germany] closed their embassies in [GPE Tarvenia].", told),
    ).toMatchObject([
      { of: "GB", in: "TV" },
      { of: "DE", in: "TV" },
    ]);
    const left = { label: "staffing/ordered_departure", trigger: "ordered", agent: "Britain", object: "staff" };
    expect(institutions("[GPE Britain] ordered staff to leave [GPE Tarvenia] and [GPE Norland].", left)).toMatchObject([
      { of: "GB", in: "TV" },
      { of: "GB", in: "NL" },
    ]);
  });

  test("is that of the one named before, where no words tell whose it is", () => {
    const told = { label: "operations/suspended", trigger: "halted", object: "The embassy's work" };
    const text = "[GPE Britain] took its people out of [GPE Tarvenia] at night. The embassy's work is halted.";
    expect(institution(text, told)).toMatchObject({ of: "GB", in: "TV" });
  });

  test("is the airspace of the country that the article is about, where no words tell whose it is", () => {
    const shut = { label: "airspace/closed", trigger: "shut", object: "the airspace" };
    const told = "Rebels hold the palace in [GPE Tarvenia]. Last night the airspace was shut.";
    expect(institution(told, shut)).toEqual({ kind: "airspace", of: "TV", in: null });
    const two = "Rebels hold towns in [GPE Tarvenia]. Shells fell in [GPE Norland]. Last night the airspace was shut.";
    expect(institution(two, shut)).toMatchObject({ of: null });
  });

  test("of advice is whose people are told, and of the country that they are to leave", () => {
    const told = { label: "travel_advice/leave_now", trigger: "told", object: "British citizens" };
    const text = "The minister told [NORP British] citizens to get out of [GPE Tarvenia].";
    expect(institution(text, told)).toEqual({ kind: "advice", of: "GB", in: "TV" });
  });

  test("is one for each of several hosts that act on guests", () => {
    const told = { label: "relations/ambassador_summoned", trigger: "summoned", object: "British envoys" };
    const hosts = "[GPE Tarvenia] and [GPE Norland] summoned [NORP British] envoys.";
    expect(institutions(hosts, { ...told, agent: "Tarvenia and Norland" })).toMatchObject([
      { of: "GB", in: "TV" },
      { of: "GB", in: "NL" },
    ]);
  });

  test("is no host's who calls no envoy home, and not its own where it has another close one", () => {
    const called = { label: "relations/ambassador_recalled", trigger: "called home", object: "British envoys" };
    expect(
      institution(
        "In [GPE Norland] crowds cheered as [GPE Tarvenia] protested and [NORP British] envoys were called home.",
        { ...called, agent: "Tarvenia" },
      ),
    ).toMatchObject({ of: "GB", in: "NL" });
    const closed = {
      label: "operations/closed",
      trigger: "close",
      agent: "Tarvenia",
      object: "its mission in Tarvenia",
    };
    const text = "[GPE Tarvenia] had [GPE Britain] close its mission in [GPE Tarvenia].";
    expect(institution(text, closed)).not.toMatchObject({ of: "TV" });
  });

  test("is of no country where a bloc acts, whatever the dateline is", () => {
    const told = {
      label: "staffing/evacuated",
      trigger: "evacuated",
      agent: "The European Union",
      object: "its staff",
    };
    const text = "The [ORG European Union] evacuated its staff from [GPE Tarvenia].";
    const before = "[GPE LIBYA] - ";
    expect(institution(`${before}${text}`, told)).toEqual({ kind: "mission", of: null, in: "TV" });
    const somebody = { ...told, agent: "Britain" };
    const britons = "[GPE Britain] evacuated its staff from [GPE Tarvenia].";
    expect(institution(`${before}${britons}`, somebody)).toMatchObject({ of: "GB", in: "TV" });
  });

  test("is not where its people are taken, and not of that country", () => {
    const told = { label: "staffing/evacuated", trigger: "moved", agent: "Britain", object: "its diplomats" };
    const text = "[GPE Britain] closed its embassy in [GPE Tarvenia] and moved its diplomats to [GPE Norland].";
    expect(institution(text, told)).toMatchObject({ of: "GB", in: "TV" });
  });

  test("is both the border and the air where the words name both", () => {
    const told = { label: "border/closed", trigger: "closed", agent: "Tarvenia" };
    const aspects = (object: string) =>
      institutions(`[GPE Tarvenia] closed ${object}.`, { ...told, object }).map(({ kind, of }) => `${kind} ${of}`);
    expect(aspects("its borders and airspace")).toEqual(["border TV", "airspace TV"]);
    expect(aspects("all land and air borders")).toEqual(["border TV", "airspace TV"]);
    expect(aspects("its borders")).toEqual(["border TV"]);
    const shared = { ...told, trigger: "shut", object: "crossings with Norland" };
    expect(institution("[GPE Tarvenia] shut crossings with [GPE Norland].", shared)).toMatchObject({ of: "TV" });
  });

  test("that no words name needs a reader who is sure of the state", () => {
    const told = { label: "forces/deployed", trigger: "walked", object: "three guards" };
    const text = "At night three guards walked through the harbour.";
    expect(institutions(text, told)).toMatchObject([{ kind: "force", of: null }]);
    expect(institutions(text, { ...told, score: 0.5 })).toEqual([]);
  });

  test("of relations is no armed group's", () => {
    const told = { label: "relations/severed", trigger: "cut ties", agent: "Vane Militia", object: "Karsk Brigades" };
    expect(institutions("[ORG Vane Militia] cut ties to [ORG Karsk Brigades].", told)).toEqual([]);
    const states = { ...told, agent: "Norland", object: "Tarvenia" };
    expect(institutions("[GPE Norland] cut ties to [GPE Tarvenia].", states)).toHaveLength(1);
  });

  test("of a mission needs an article that names one", () => {
    const told = { label: "operations/limited", trigger: "sealed", object: "the assembly" };
    expect(institutions("Guards sealed the assembly in [GPE Tarvenia].", told)).toEqual([]);
  });

  test("is the mission's whose people and services are told of as at it", () => {
    const told = { label: "consular/suspended", trigger: "suspended", object: "Services at the British embassy" };
    const text = "[GPE Norland] waits. Services at the [NORP British] embassy in [GPE Tarvenia] are suspended.";
    expect(institution(text, told)).toMatchObject({ of: "GB", in: "TV" });
  });

  test("is nobody's where no words tell", () => {
    const told = { label: "staffing/reduced", trigger: "cut", object: "staff" };
    expect(institution("It cut staff.", told)).toEqual({ kind: "mission", of: null, in: null });
  });
});

describe("a state", () => {
  test("that is likelier read wrong than right is none", () => {
    const text = "[GPE Norland] closed its embassy.";
    const claim = { kind: "posture", label: "operations/closed", trigger: "closed", object: "its embassy" } as const;
    const context = { ...contextOf(text, [claim]), entities };
    expect(extractPostures({ ...context, confidence: () => 0.5 }, subjects)).toHaveLength(1);
    expect(extractPostures({ ...context, confidence: () => 0.49 }, subjects)).toEqual([]);
  });

  test("is the likeliest whose aspect fits its subject", () => {
    const told = { kind: "posture", label: "operations/suspended", trigger: "suspended" } as const;
    const states = (object: string, ...otherwise: readonly string[]) =>
      extractPostures(
        { ...contextOf("They suspended visa services and the ferries.", [{ ...told, object, otherwise }]), entities },
        subjects,
      );
    expect(states("visa services", "border/closed", "consular/suspended")[0]).toMatchObject({ aspect: "consular" });
    expect(states("visa services", "border/closed")[0]).toMatchObject({ aspect: "operations" });
    expect(states("the ferries", "consular/suspended")[0]).toMatchObject({ aspect: "operations" });
  });

  test("that no aspect has is left out", () => {
    const told = { kind: "posture", label: "airspace/suspended", trigger: "shut", object: "the doors" } as const;
    expect(extractPostures({ ...contextOf("They shut the doors.", [told]), entities }, subjects)).toEqual([]);
  });
});

describe("a stance", () => {
  const lexicons = { stances: stanceLexicon("report\t-\n"), entities, statements: { hedges: new Map() } };

  test("is none towards oneself: a pronoun is somebody not known, and one's own name nobody", () => {
    const told = { kind: "stance", label: "rebukes", trigger: "blamed", agent: "Ana Ruiz" } as const;
    const targets = (text: string, object: string) =>
      extractStances(contextOf(text, [{ ...told, object }]), lexicons).map(({ target }) => target.mention);
    const text = "[PERSON Ana Ruiz] spoke. She left. [PERSON Ana Ruiz] blamed ";
    expect(targets(`${text}her.`, "her")).toMatchObject([{ text: "her", entity: null }]);
    expect(targets(`${text}[PERSON Ruiz].`, "Ruiz.")).toEqual([]);
    expect(targets(`${text}[PERSON Bo Lind].`, "Bo Lind")).toMatchObject([{ text: "Bo Lind", entity: "en_2" }]);
  });

  test("needs a holder and a target", () => {
    const told = { kind: "stance", label: "disputes", trigger: "denied" } as const;
    const text = "[PERSON Ana Ruiz] denied the report.";
    expect(extractStances(contextOf(text, [{ ...told, agent: "Ana Ruiz" }]), lexicons)).toEqual([]);
    expect(extractStances(contextOf(text, [{ ...told, object: "the report" }]), lexicons)).toEqual([]);
    expect(
      extractStances(contextOf(text, [{ ...told, agent: "Ana Ruiz", object: "the report" }]), lexicons),
    ).toMatchObject([
      {
        holder: { text: "Ana Ruiz" },
        relation: "disputes",
        target: { statement: null, mention: { text: "the report" } },
      },
    ]);
  });
});
