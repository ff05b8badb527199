import { expect, test } from "vitest";
import { articleToLink } from "../../test/link/article-to-link.js";
import { idOf } from "../record/id.js";
import type { Place } from "../record/place.js";
import { type Posture, postureSchema } from "../record/posture.js";
import { placeOfLine } from "./place-of-line.js";

type Known = Pick<Place, "kind"> & { readonly text: string; readonly nowhere?: true };

/** The words that place a posture of this institution, `null` for none. */
function placeOf(subject: string, known: readonly Known[], aspect: Posture["aspect"] = "operations", value = "closed") {
  const text = `Officials said that ${subject} was closed.`;
  const at = (words: string): [number, number] => [text.indexOf(words), text.indexOf(words) + words.length];
  const places = known.map(({ text: words, kind, nowhere }, index): Place => {
    const somewhere = nowhere === undefined;
    return {
      ...{ id: idOf("pl", index + 1), span: at(words), text: words, name: words, kind, country: null },
      ...{ lat: somewhere ? 1 : null, lon: somewhere ? 1 : null, geonames: null, precision: somewhere ? "city" : null },
    };
  });
  const posture = postureSchema.parse({
    confidence: 1,
    ...{ id: "po_1", subject: { text: subject, span: at(subject), entity: null }, aspect, value, by: null },
    ...{ institution: { kind: "mission", of: null, in: null } },
    ...{ since: null, until: null, status: "happened", accordingTo: null, evidence: [at(subject)] },
  });
  return placeOfLine(articleToLink("a", text, { places, postures: [posture] }).record, "po_1")?.text ?? null;
}

test("an institution is where its words say that it is", () => {
  expect(placeOf("the Ardish embassy in Basra", [{ text: "Basra", kind: "city" }])).toBe("Basra");
  expect(placeOf("the Basra consulate", [{ text: "Basra", kind: "city" }])).toBe("Basra");
  expect(placeOf("the mission in Kenya", [{ text: "Kenya", kind: "country" }])).toBe("Kenya");
});

test("whose it is does not say where it is", () => {
  expect(placeOf("the Kenya embassy", [{ text: "Kenya", kind: "country" }])).toBeNull();
  expect(placeOf("Tehran's embassy", [{ text: "Tehran", kind: "city" }])).toBeNull();
  const both: readonly Known[] = [
    { text: "Kenya", kind: "country" },
    { text: "Basra", kind: "city" },
  ];
  expect(placeOf("the Kenya embassy in Basra", both)).toBe("Basra");
});

test("of a name that no gazetteer has only the words around it can tell", () => {
  expect(placeOf("the Norland embassy", [{ text: "Norland", kind: "city", nowhere: true }])).toBeNull();
  expect(placeOf("the embassy in Oslovar", [{ text: "Oslovar", kind: "city", nowhere: true }])).toBe("Oslovar");
});

test("airspace and borders are the place itself", () => {
  expect(placeOf("the airspace of Kenya", [{ text: "Kenya", kind: "country" }], "airspace")).toBe("Kenya");
});
