import { expect, test } from "vitest";
import type { Posture } from "../../record/posture.js";
import type { Settled } from "../settled.js";
import { wholeInstitutions } from "./whole-institutions.js";

test("what an article leaves open is told by others, but not whose mission a denial is of, nor that of a bloc", () => {
  const posture = (id: string, status: string, of: string | null, by: string | null = null) =>
    ({
      ...{ id, status, aspect: "staffing", value: "evacuated", institution: { kind: "mission", of, in: "TV" } },
      ...{ subject: { entity: null }, by: by === null ? null : { entity: by } },
    }) as Posture;
  const postures = [
    posture("po_1", "happened", "GB"),
    posture("po_2", "ongoing", null),
    posture("po_3", "denied", null),
    posture("po_4", "happened", null, "en_1"),
    posture("po_5", "happened", null, "en_2"),
  ];
  const entities = [
    { id: "en_1", kind: "organization", country: null },
    { id: "en_2", kind: "government", country: null },
  ];
  const settled = { articles: [{ id: "a", record: { postures, entities } }], storyOf: new Map() };
  const whole = wholeInstitutions(settled as unknown as Settled);
  expect([...whole.values()].map(({ of }) => of)).toEqual(["GB", "GB", null, null, "GB"]);
});
