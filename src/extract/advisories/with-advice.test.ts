import { expect, test } from "vitest";
import { idOf } from "../../record/id.js";
import type { Posture } from "../../record/posture.js";
import type { Span } from "../../text/span.js";
import { untraced } from "../provenance.js";
import type { DraftPosture } from "./advice-of.js";
import { withAdvice } from "./with-advice.js";

const institution = { kind: "mission", of: null, in: null } as const;
const settled = { institution, by: null, since: null, until: null, status: "happened", accordingTo: null } as const;
const subject = { text: "Chad", span: [0, 4], entity: null } as const;

function advice(evidence: Span): Posture {
  return {
    id: idOf("po", 1),
    confidence: 1,
    subject,
    aspect: "travel_advice",
    value: "do_not_travel",
    ...settled,
    evidence: [evidence],
  };
}

function departure(number: number, evidence: Span): Posture {
  return {
    id: idOf("po", number),
    confidence: 1,
    subject,
    aspect: "staffing",
    value: "reduced",
    ...settled,
    evidence: [evidence],
  };
}

function draft({ id: _, ...posture }: Posture): DraftPosture {
  return { posture, provenance: { rule: "a test", row: null, trigger: null, notes: [] } };
}

test("without a page the postures are as they were", () => {
  const found = [advice([0, 10]), departure(2, [20, 30])];
  expect(withAdvice(found, [], untraced)).toEqual(found);
});

test("a page's advice takes the place of all other, but for what is no longer given", () => {
  const lifted: Posture = { ...advice([50, 60]), id: idOf("po", 2), status: "not_done" };
  const all = withAdvice([advice([40, 50]), lifted], [draft(advice([0, 10]))], untraced);
  expect(all.map(({ id, evidence }) => [id, evidence[0][0]])).toEqual([
    ["po_2", 50],
    ["po_3", 0],
  ]);
});

test("of departures only the same sentence's goes, and each new line is traced", () => {
  const traced: string[] = [];
  const found = [departure(1, [0, 30]), departure(2, [40, 60])];
  const all = withAdvice(found, [draft(departure(1, [5, 20]))], (id) => traced.push(id));
  expect(all.map(({ id }) => id)).toEqual(["po_2", "po_3"]);
  expect(traced).toEqual(["po_3"]);
});
