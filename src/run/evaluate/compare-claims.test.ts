import { describe, expect, test } from "vitest";
import type { Span } from "../../text/span.js";
import type { ClaimedAction, ClaimedPosture, ClaimedStance, Claims, MarkedClaims } from "./claims.js";
import { compareClaims, sumTallies } from "./compare-claims.js";
import { judgedParty } from "./party.js";

const nothing: Claims & MarkedClaims = { actions: [], postures: [], stances: [], traps: [] };

/** An action of "Norland" on "Orsen" with the words at `span`, but for what is told otherwise. */
function action(span: Span, other: Partial<ClaimedAction> = {}): ClaimedAction {
  return {
    span,
    kinds: new Set(["ASSAULT"]),
    actors: [named("Norland")],
    recipients: [named("Orsen")],
    status: "happened",
    time: null,
    shown: `act at ${span[0]}`,
    ...other,
  };
}

function posture(span: Span, other: Partial<ClaimedPosture> = {}): ClaimedPosture {
  const kinds = new Set(["operations/closed"]);
  return {
    span,
    kinds,
    subject: named("embassy"),
    by: null,
    status: "happened",
    shown: `state at ${span[0]}`,
    ...other,
  };
}

function stance(span: Span, other: Partial<ClaimedStance> = {}): ClaimedStance {
  const kinds = new Set(["disputes"]);
  return {
    span,
    kinds,
    holder: named("Ana Brandt"),
    targets: [named("Lenz")],
    shown: `stance at ${span[0]}`,
    ...other,
  };
}

function named(name: string) {
  return judgedParty([], [name]);
}

function actionsOf(marks: readonly ClaimedAction[], own: readonly ClaimedAction[]) {
  const actions = marks.map((mark) => ({ ...mark, main: false }));
  return compareClaims({ ...nothing, actions }, { ...nothing, actions: own });
}

function posturesOf(marks: readonly ClaimedPosture[], own: readonly ClaimedPosture[]) {
  return compareClaims({ ...nothing, postures: marks }, { ...nothing, postures: own });
}

function stancesOf(marks: readonly ClaimedStance[], own: readonly ClaimedStance[]) {
  return compareClaims({ ...nothing, stances: marks }, { ...nothing, stances: own }).matches.get("stances");
}

describe("actions", () => {
  test("what is told twice is one act, found by either of its marks", () => {
    const { matches } = actionsOf([action([0, 9]), action([500, 509])], [action([500, 509])]);
    expect(matches.get("actions whole")).toEqual({ right: 1, found: 1, matched: 1, gold: 1 });
  });

  test("acts of other parties or of another kind are two", () => {
    const others = [
      action([500, 509], { recipients: [named("Vell")] }),
      action([900, 909], { kinds: new Set(["AID"]) }),
    ];
    expect(actionsOf([action([0, 9]), ...others], []).matches.get("actions found")).toMatchObject({
      matched: 0,
      gold: 3,
    });
  });

  test("acts without parties are never the same", () => {
    const nobody = { actors: [], recipients: [] };
    const { matches } = actionsOf([action([0, 9], nobody), action([500, 509], nobody)], []);
    expect(matches.get("actions found")?.gold).toBe(2);
  });

  test("several of ours may be right for one mark", () => {
    const { matches } = actionsOf([action([0, 9])], [action([0, 4]), action([5, 9])]);
    expect(matches.get("actions typed")).toEqual({ right: 2, found: 2, matched: 1, gold: 1 });
  });

  test("on the same words it is found, of the same kind typed, with the same parties whole", () => {
    const figures = (own: ClaimedAction) => {
      const { matches } = actionsOf([action([10, 19])], [own]);
      return ["actions found", "actions typed", "actions whole"].map((name) => matches.get(name)?.right);
    };
    expect(figures(action([10, 19]))).toEqual([1, 1, 1]);
    expect(figures(action([10, 19], { actors: [named("Vell")] }))).toEqual([1, 1, 0]);
    expect(figures(action([10, 19], { recipients: [] }))).toEqual([1, 1, 0]);
    expect(figures(action([10, 19], { kinds: new Set(["AID"]) }))).toEqual([1, 0, 0]);
  });

  test("near its words it is found with its kind and one of its parties", () => {
    const found = (own: ClaimedAction) => actionsOf([action([10, 19])], [own]).matches.get("actions found")?.matched;
    expect(found(action([138, 140]))).toBe(1);
    expect(found(action([139, 141]))).toBe(0);
    expect(found(action([50, 59], { kinds: new Set(["AID"]) }))).toBe(0);
    expect(found(action([50, 59], { actors: [], recipients: [named("Norland")] }))).toBe(1);
    expect(found(action([50, 59], { actors: [named("Vell")], recipients: [] }))).toBe(0);
  });

  test("parties are compared in their roles, on the one of ours that is closest", () => {
    const marks = [action([100, 109], { actors: [named("Norland"), named("Vell")] })];
    const near = action([60, 69], { recipients: [] });
    const on = action([104, 107], { recipients: [named("Norland")] });
    const { matches } = actionsOf(marks, [near, on]);
    expect(matches.get("parties")).toEqual({ right: 1, found: 2, matched: 1, gold: 3 });
  });

  test("of two on the same words the whole one is compared, of two whole ones the nearest", () => {
    const marks = [action([100, 120])];
    const half = action([100, 109], { actors: [], status: "possible" });
    const whole = action([110, 119], { status: "happened" });
    const far = action([105, 119], { status: "denied" });
    expect(actionsOf(marks, [half, whole]).shares.get("status")).toEqual({ right: 1, of: 1 });
    expect(actionsOf(marks, [whole, far]).shares.get("status")).toEqual({ right: 0, of: 1 });
  });

  test("a time is right where one value is a part of the other, and counts where it is marked", () => {
    const times = (marked: string | null, own: string | null) =>
      actionsOf([action([0, 9], { time: marked })], [action([0, 9], { time: own })]).shares.get("time");
    expect(times("2031-03", "2031-03-04")).toEqual({ right: 1, of: 1 });
    expect(times("2031-03-04", "2031")).toEqual({ right: 1, of: 1 });
    expect(times("2031-03-04", "2031-03-05")).toEqual({ right: 0, of: 1 });
    expect(times("2031-03-04", null)).toEqual({ right: 0, of: 1 });
    expect(times(null, "2031")).toEqual({ right: 0, of: 0 });
  });

  test("main actions are those that a brief would carry", () => {
    const actions = [
      { ...action([0, 9]), main: true },
      { ...action([500, 509], { recipients: [named("Vell")] }), main: true },
      { ...action([900, 909], { recipients: [named("Hult")] }), main: false },
    ];
    const { shares } = compareClaims({ ...nothing, actions }, { ...nothing, actions: [action([0, 9])] });
    expect(shares.get("main actions")).toEqual({ right: 1, of: 2 });
  });
});

describe("postures", () => {
  test("the value and the subject have to be right, or to stand near", () => {
    const right = (own: ClaimedPosture) => posturesOf([posture([0, 9])], [own]).matches.get("postures")?.right;
    expect(right(posture([900, 950]))).toBe(1);
    expect(right(posture([900, 950], { subject: named("border") }))).toBe(0);
    expect(right(posture([90, 120], { subject: named("border") }))).toBe(1);
    expect(right(posture([0, 9], { kinds: new Set(["operations/suspended"]) }))).toBe(0);
  });

  test("states of one value are one where they have a subject or whoever set them in common", () => {
    const by = named("Norland");
    const gold = (...marks: readonly ClaimedPosture[]) => posturesOf(marks, []).matches.get("postures")?.gold;
    expect(gold(posture([0, 9]), posture([500, 509]))).toBe(1);
    expect(gold(posture([0, 9]), posture([500, 509], { subject: named("mission") }))).toBe(2);
    expect(gold(posture([0, 9], { by }), posture([500, 509], { subject: named("mission"), by }))).toBe(1);
  });

  test("told as facts leaves out what is possible or denied on either side", () => {
    const marks = [posture([0, 9]), posture([500, 509], { subject: named("mission"), status: "denied" })];
    const own = [posture([0, 9], { status: "possible" })];
    const { matches, shares } = posturesOf(marks, own);
    expect(matches.get("postures")).toEqual({ right: 1, found: 1, matched: 1, gold: 2 });
    expect(matches.get("postures told as facts")).toEqual({ right: 0, found: 0, matched: 0, gold: 1 });
    expect(shares.get("posture status")).toEqual({ right: 0, of: 1 });
  });
});

describe("stances", () => {
  test("the relation, the holder, the target and the place have to be right", () => {
    const right = (own: ClaimedStance) => stancesOf([stance([0, 9])], [own])?.right;
    expect(right(stance([100, 150]))).toBe(1);
    expect(right(stance([200, 250]))).toBe(0);
    expect(right(stance([0, 9], { kinds: new Set(["supports"]) }))).toBe(0);
    expect(right(stance([0, 9], { holder: named("Lenz") }))).toBe(0);
    expect(right(stance([0, 9], { targets: [named("Vell")] }))).toBe(0);
    expect(right(stance([0, 9], { targets: [named("Vell"), named("Lenz")] }))).toBe(1);
  });

  test("each mark counts, and what the readers did not name is not asked for", () => {
    const marks = [stance([0, 9], { holder: null }), stance([50, 59], { targets: [] })];
    expect(stancesOf(marks, [stance([0, 9], { holder: named("Vell") })])).toEqual({
      right: 1,
      found: 1,
      matched: 1,
      gold: 2,
    });
  });
});

describe("traps", () => {
  const trap = { span: [10, 19], not: "action ASSAULT", shown: "a drill" } as const;
  const avoided = (own: ClaimedAction, marks: readonly ClaimedAction[] = [], not: string = trap.not) => {
    const marked = { ...nothing, actions: marks.map((one) => ({ ...one, main: false })), traps: [{ ...trap, not }] };
    return compareClaims(marked, { ...nothing, actions: [own] }).shares.get("traps avoided");
  };

  test("an act of that kind as a fact on those words springs it", () => {
    expect(avoided(action([12, 15]))).toEqual({ right: 0, of: 1 });
    expect(avoided(action([19, 25]))).toEqual({ right: 1, of: 1 });
    expect(avoided(action([12, 15], { status: "possible" }))).toEqual({ right: 1, of: 1 });
    expect(avoided(action([12, 15], { kinds: new Set(["AID"]) }))).toEqual({ right: 1, of: 1 });
  });

  test("a trap without a kind is for all, and none where the readers marked an act themselves", () => {
    expect(avoided(action([12, 15], { kinds: new Set(["AID"]) }), [], "action")).toEqual({ right: 0, of: 1 });
    expect(avoided(action([12, 15]), [action([10, 12])])).toEqual({ right: 1, of: 1 });
  });

  test("one for a state is sprung by a state whose evidence is short", () => {
    const traps = [{ ...trap, not: "posture operations/closed" }];
    const right = (own: ClaimedPosture) =>
      compareClaims({ ...nothing, traps }, { ...nothing, postures: [own] }).shares.get("traps avoided")?.right;
    expect(right(posture([0, 100]))).toBe(0);
    expect(right(posture([0, 400]))).toBe(1);
    expect(right(posture([0, 100], { kinds: new Set(["border/closed"]) }))).toBe(1);
  });
});

test("what differs is told: what is missed once, what is too many, traps", () => {
  const marked = {
    ...nothing,
    actions: [action([0, 9]), action([300, 309])].map((one) => ({ ...one, main: true })),
    stances: [stance([0, 9])],
    traps: [{ span: [600, 609], not: "action", shown: "a drill" } as const],
  };
  const { differences } = compareClaims(marked, {
    ...nothing,
    actions: [action([600, 609])],
    postures: [posture([0, 9])],
  });
  expect(differences.map(({ kind, shown }) => `${kind}: ${shown}`)).toEqual([
    "missed: action act at 0",
    "too many: action act at 600",
    "too many: posture state at 0",
    "missed: stance stance at 0",
    "trap: act at 600: a drill",
  ]);
});

test("sumTallies adds up and keeps what differs in order", () => {
  const one = actionsOf([action([0, 9])], [action([0, 9])]);
  const other = actionsOf([action([0, 9])], [action([900, 909])]);
  const { matches, shares, differences } = sumTallies([one, other]);
  expect(matches.get("actions whole")).toEqual({ right: 1, found: 2, matched: 1, gold: 2 });
  expect(shares.get("status")).toEqual({ right: 1, of: 1 });
  expect(differences.map(({ shown }) => shown)).toEqual(["action act at 0", "action act at 900"]);
});
