import { expect, test } from "vitest";
import type { Posture } from "../../record/posture.js";
import type { Settled } from "../settled.js";
import { wholeInstitutions } from "./whole-institutions.js";

test("what an article leaves open is told by others, but not whose mission a denial is of", () => {
  const posture = (id: string, status: string, of: string | null) =>
    ({ id, status, aspect: "staffing", value: "evacuated", institution: { kind: "mission", of, in: "TV" } }) as Posture;
  const postures = [
    posture("po_1", "happened", "GB"),
    posture("po_2", "ongoing", null),
    posture("po_3", "denied", null),
  ];
  const settled = { articles: [{ id: "a", record: { postures } }], storyOf: new Map() } as unknown as Settled;
  expect([...wholeInstitutions(settled).values()].map(({ of }) => of)).toEqual(["GB", "GB", null]);
});
