import { expect, test } from "vitest";
import { dayLength } from "../../../src/text/days.js";
import type { LaneMark } from "../../../src/view/lanes-view.js";
import type { EdgeView, NodeView } from "../../../src/view/network-view.js";
import type { CellView, SideTie } from "../../../src/view/statements-by-party-view.js";
import { contestedClaims } from "./contested.js";
import { foldedAxis, latestFull, ticksOf } from "./folded-axis.js";
import { layLane } from "./lane-layout.js";
import { clustersOf, mostTold } from "./map-clusters.js";
import { seenAround } from "./map-view-box.js";
import { layNetwork, nameBelow } from "./network-layout.js";
import { networkMatrix, nextInMatrix } from "./network-matrix.js";
import { tiePath } from "./tie-path.js";
import { instant, readStretch, writtenStretch } from "./time-axis.js";
import { keptInFrame, readSeen, whole, writtenSeen } from "./view-box.js";

const all = { start: Date.parse("2031-03-03"), end: Date.parse("2031-03-13") };

test("a stretch of time that the address holds comes back, and nonsense is all of it", () => {
  const stretch = { start: Date.parse("2031-03-04T06:00"), end: Date.parse("2031-03-06T12:30") };
  expect(readStretch(writtenStretch(stretch, all), all)).toEqual(stretch);
  expect(writtenStretch(all, all)).toBeNull();
  for (const written of [null, "", "x,y", "2031-03-09,2031-03-04", "1999-01-01,1999-01-02"])
    expect(readStretch(written, all)).toEqual(all);
});

test("the latest days are looked at first, unless next to nothing is told on them", () => {
  expect(latestFull([1, 1, 2, 8, 9], 3)).toBe(9);
  expect(latestFull([1, 1, 2, 2, 3, 20], 3)).toBe(3);
  expect(latestFull([], 3)).toBeNull();
});

test("a long stretch of no news takes the room of a day, and each instant comes back from its place", () => {
  const years = { start: Date.parse("2031-03-03"), end: Date.parse("2034-06-02") };
  const busy = ["2031-03-03", "2031-03-05", "2034-06-01"].map(Date.parse);
  const axis = foldedAxis(years, busy);
  // Two days of news with a quiet one between, the fold, the last day.
  expect(axis.length).toBe(5);
  expect(axis.folds.map(({ start, end }) => [start, end].map((at) => new Date(at).toISOString().slice(0, 10)))).toEqual(
    [["2031-03-06", "2034-06-01"]],
  );
  expect(axis.at(Date.parse("2034-06-01T12:00Z"))).toBe(4.5);
  for (const at of ["2031-03-03", "2031-03-05T07:00Z", "2032-11-11", "2034-06-01T20:00Z", "2034-06-09"].map(Date.parse))
    expect(Math.abs(axis.instantAt(axis.at(at)) - at)).toBeLessThan(1000);
  expect(foldedAxis(all, []).length).toBe(1);
});

test("an axis says the year first and where it changes, and hours by a clock of 24", () => {
  const turn = { start: Date.parse("2030-12-30"), end: Date.parse("2031-01-03") };
  const axis = foldedAxis(
    turn,
    [0, 1, 2, 3].map((days) => turn.start + days * dayLength),
  );
  const ticks = (dayWidth: number, timed = true) =>
    ticksOf(axis, turn, (at) => axis.at(at) * dayWidth, { dayWidth, width: 4 * dayWidth, timed }).flatMap(
      ({ words }) => words ?? [],
    );
  expect(ticks(110)).toEqual(["30 Dec 2030", "31 Dec", "1 Jan 2031", "2 Jan"]);
  expect(ticks(300).slice(0, 4)).toEqual(["30 Dec 2030", "12:00", "18:00", "31 Dec"]);
  // Of marks that tell no time of day no hour is said.
  expect(ticks(300, false)).toEqual(["30 Dec 2030", "31 Dec", "1 Jan 2031", "2 Jan"]);
  // Where there is no room, days go without words and nothing prints over another.
  expect(ticks(30)).toEqual(["30 Dec 2030", "2 Jan 2031"]);
});

test("a moment without a zone is taken as UTC", () => {
  expect(instant("2031-03-03T18:00")).toBe(Date.parse("2031-03-03T18:00Z"));
  expect(instant("2031-03-03T18:00:00-05:00")).toBe(Date.parse("2031-03-03T23:00Z"));
  expect(instant("2031-03-03T18:00:00Z", "Asia/Tokyo")).toBe(Date.parse("2031-03-04T03:00Z"));
  expect(["2031-03-03", "2031-03-03T18:00"].map((at) => instant(at, "Asia/Tokyo"))).toEqual(
    ["2031-03-03T00:00Z", "2031-03-03T18:00Z"].map(Date.parse),
  );
  expect(instant("in spring")).toBeNull();
});

test("a view that the address holds comes back, and no view leaves the frame empty", () => {
  const seen = keptInFrame({ k: 4, x: -300, y: -300 }, 800, 400);
  const read = readSeen(writtenSeen(seen, 800, 400), 800, 400, 40);
  expect(read.k).toBe(4);
  expect([Math.abs(read.x - seen.x), Math.abs(read.y - seen.y)].every((off) => off < 3)).toBe(true);
  expect(keptInFrame({ k: 2, x: 900, y: -9000 }, 800, 400)).toEqual({ k: 2, x: 0, y: -400 });
  for (const written of [null, "", "x", "1,2", "-3,1,1"]) expect(readSeen(written, 800, 400, 40)).toEqual(whole);
});

test("a map starts where its marks are", () => {
  const { k, x, y } = seenAround([[700, 300]], { width: 800, height: 400, most: 10 });
  expect([k, 700 * k + x > 0, 700 * k + x < 800, 300 * k + y > 0, 300 * k + y < 400]).toEqual([
    10,
    true,
    true,
    true,
    true,
  ]);
  expect(seenAround([], { width: 800, height: 400, most: 10 })).toEqual(whole);
});

test("places too near each other are one mark that has them all, and names never print over each other", () => {
  const point = (key: string, x: number, y: number) => ({ key, name: `Port ${key}`, x, y, r: 8, lines: 1 });
  const frame = { width: 400, height: 200 };
  const crowd = [point("a", 50, 50), point("b", 54, 52), point("c", 90, 50), point("d", 390, 100), point("e", 900, 50)];
  const clusters = clustersOf(crowd, frame);
  expect(clusters.map(({ lead, members }) => [lead.key, members.length])).toEqual([
    ["a", 2],
    ["c", 1],
    ["d", 1],
  ]);
  // Before "c" there is no room to the right of "a", and none to its left.
  expect(clusters.map(({ label }) => label?.words ?? null)).toEqual([null, "Port c", "Port d"]);
  expect(clusters[2]?.label?.x).toBeLessThan(390);
  // Seen from twice as near, the two come apart.
  const near = crowd.map((one) => ({ ...one, x: one.x * 4, y: one.y * 4 }));
  expect(clustersOf(near, { width: 4000, height: 800 })[0]?.members).toHaveLength(1);
  expect(clustersOf([], frame)).toEqual([]);
});

test("a map starts where most of what is told is told", () => {
  const told = [40, 30, 3, 1].map((lines) => ({ lines }));
  expect(mostTold(told)).toEqual(told.slice(0, 2));
  expect(mostTold(told.slice(0, 1))).toHaveLength(1);
});

test("what the most parties dispute comes first, each disputing cell once, also where the words disputed are not shown", () => {
  const cell = (id: string, party: string): CellView => ({
    ...{
      id,
      party,
      kind: "statement",
      at: "2031-03-03",
      chain: [],
      story: null,
      line: mark("statement", "2031-03-03"),
    },
  });
  const tie = (from: string, to: string | null, kind: SideTie["kind"] = "disputes"): SideTie => ({
    ...{ from, to, toParty: "p", kind, relation: "denies", by: "di_1" },
  });
  const cells = [cell("old", "p"), cell("new", "p"), cell("d1", "q"), cell("d2", "r"), cell("d3", "q")];
  const ties = [
    tie("d3", "new"),
    tie("d2", "old"),
    tie("d1", "old"),
    tie("d1", "old"),
    tie("d1", "new", "supports"),
    tie("d2", null),
  ];
  expect(
    contestedClaims({ cells, ties }).map(({ claim, party, against }) => [
      claim?.id ?? party,
      against.map((one) => one.cell.id),
    ]),
  ).toEqual([
    ["old", ["d1", "d2"]],
    ["new", ["d3"]],
    ["p", ["d2"]],
  ]);
  expect(contestedClaims({ cells, ties: [] })).toEqual([]);
});

const mark = (kind: LaneMark["kind"], from: string, to: string | null = null, origins = 1): LaneMark => ({
  ...{ id: "ev_1", line: "a/ac_1", kind, tone: "talk", mark: "consult", who: null, whom: null, from, to },
  ...{ day: from, dated: "on", facts: [], words: null, told: { origins, articles: 1, in: [] }, sides: [] },
});
const scale = (at: number): number => ((at - all.start) / (all.end - all.start)) * 1000;
const frame = { width: 1000, until: all.end };

test("points of one day stand within it and beside each other", () => {
  const { points, hidden } = layLane(
    Array.from({ length: 12 }, () => mark("action", "2031-03-05")),
    scale,
    frame,
  );
  expect(points).toHaveLength(12);
  expect(hidden).toEqual([]);
  for (const { x, r } of points) expect(x - r >= 200 && x + r <= 300.5).toBe(true);
  for (const one of points)
    for (const other of points)
      if (one !== other && one.row === other.row)
        expect(Math.abs(one.x - other.x)).toBeGreaterThanOrEqual(one.r + other.r);
});

test("what has no room in its lane is counted, and what is out of sight is neither", () => {
  const crowd = Array.from({ length: 200 }, () => mark("statement", "2031-03-05T12:00:00Z"));
  const { points, hidden } = layLane(crowd, scale, frame);
  expect(points.length + hidden.reduce((sum, { count }) => sum + count, 0)).toBe(200);
  expect(hidden.length).toBeGreaterThan(0);
  expect(layLane([mark("action", "2031-04-05")], scale, frame)).toMatchObject({ points: [], hidden: [] });
});

test("a bar with room has all of its label within it, and one that is too short has the start of it beside it", () => {
  const label = "diplomats expelled: Norland · embassy in Tarvenia";
  const labelOf = () => label;
  const state = (from: string, to: string): LaneMark => ({ ...mark("posture", from), to });
  const [long] = layLane([state("2031-03-03", "2031-03-12")], scale, { ...frame, labelOf }).bars;
  expect(long?.label).toBe(label);
  expect((long?.labelX ?? 0) + label.length * 6.9).toBeLessThanOrEqual(long?.x2 ?? 0);
  const [short] = layLane([state("2031-03-03", "2031-03-03T06:00:00Z")], scale, { ...frame, labelOf }).bars;
  expect(short?.label).toMatch(/^diplomats expelled.*…$/);
  expect(short?.labelX).toBeGreaterThan(short?.x2 ?? 0);
});

test("marks have labels beside them, which never run into the next mark of their row, and hidden ones are counted once a place", () => {
  const labelOf = () => "attack → Orsen";
  const crowd = Array.from({ length: 60 }, (_, at) =>
    mark("action", `2031-03-05T12:${String(at).padStart(2, "0")}:00Z`),
  );
  const { points, hidden } = layLane(crowd, scale, { ...frame, labelOf });
  expect(points.some(({ label }) => label === labelOf())).toBe(true);
  for (const one of points) {
    const next = points.filter(({ row, x }) => row === one.row && x > one.x).sort((a, b) => a.x - b.x)[0];
    if (one.label !== null && next !== undefined)
      expect(next.x - next.r).toBeGreaterThanOrEqual(one.x + one.r + one.label.length * 6);
  }
  for (const [at, { x }] of hidden.entries()) expect(x - (hidden[at - 1]?.x ?? -99)).toBeGreaterThan(30);
  // At the right edge a label is cut or left out, and the point stays.
  const [last] = layLane([mark("action", "2031-03-12T23:00:00Z")], scale, { ...frame, labelOf }).points;
  expect(last?.label).toBeNull();
});

test("states are bars from their first day to their end, or beyond the days drawn; two at once lie in two rows", () => {
  const states = [
    mark("posture", "2031-03-04", "2031-03-06"),
    mark("posture", "2031-03-05"),
    mark("posture", "2031-03-07"),
  ];
  const { bars } = layLane(states, scale, frame);
  expect(bars.map(({ x, x2, row, open }) => [Math.round(x), Math.round(x2), row, open])).toEqual([
    [100, 300, 0, false],
    [200, 1000, 1, true],
    [400, 1000, 0, true],
  ]);
});

test("what a state is called stands in its bar or beside it, and never past the edge", () => {
  const states = [
    mark("posture", "2031-03-03", "2031-03-04"),
    mark("posture", "2031-03-03", "2031-03-11"),
    mark("posture", "2031-03-12"),
    mark("posture", "2031-03-12", "2031-03-12"),
  ];
  const { bars } = layLane(states, scale, { ...frame, labelOf: () => "Norland · travel advice" });
  expect(bars.some(({ label }) => label !== null)).toBe(true);
  for (const { x, x2, label, labelX = 0 } of bars) {
    if (label === null) continue;
    const end = labelX + label.length * 6;
    expect(end).toBeLessThanOrEqual(frame.width);
    expect(labelX > x2 || (labelX > x && end <= x2)).toBe(true);
  }
});

const node = (id: string): NodeView => ({ id, name: id, kind: "person", country: null, role: null, origins: 2 });
const edge = (from: string, to: string, kind: EdgeView["kind"] = "disputes"): EdgeView => ({
  ...{ from, to, kind, origins: 1, lines: 1, what: ["denies"], first: "2031-03-03", last: "2031-03-03" },
});

test("the same record gives the same network, within its frame, with edges that lie apart", () => {
  const nodes = ["a", "b", "c", "d"].map(node);
  const edges = [edge("a", "b"), edge("a", "b", "supports"), edge("c", "d"), edge("a", "gone")];
  const laid = layNetwork(nodes, edges, { width: 800, height: 500 });
  expect(layNetwork(nodes, edges, { width: 800, height: 500 })).toEqual(laid);
  for (const { x, y } of laid.nodes) expect(x > 0 && x < 800 && y > 0 && y < 500).toBe(true);
  expect(laid.edges).toHaveLength(3);
  expect(new Set(laid.edges.map(({ d }) => d)).size).toBe(3);
  expect(layNetwork([], [], { width: 800, height: 500 })).toEqual({ nodes: [], edges: [] });
});

test("names in a network never print over each other, and those most told of come first", () => {
  const nodes = Array.from({ length: 24 }, (_, at) => ({
    ...node(`a party of a long name ${at}`),
    origins: at === 7 ? 9 : 1,
  }));
  const edges = nodes.slice(1).map(({ id }) => edge(nodes[0]?.id ?? "", id));
  const { nodes: placed } = layNetwork(nodes, edges, { width: 500, height: 400 });
  const shown = placed.filter(({ isNamed }) => isNamed);
  expect(shown.length).toBeLessThan(placed.length);
  expect(shown.map(({ node: { origins } }) => origins)).toContain(9);
  for (const one of shown)
    for (const other of shown)
      if (one !== other && Math.abs(one.y + one.r - other.y - other.r) < 12)
        expect(Math.abs(one.x - other.x)).toBeGreaterThan(6 * nameBelow(one.node, 500).length);
});

test("a matrix has a row for each who acts and a column for each acted on, and arrows lead from cell to cell", () => {
  const nodes = ["a", "b", "c"].map(node);
  const edges = [edge("a", "b"), edge("a", "b", "supports"), edge("a", "c"), edge("c", "b")];
  const matrix = networkMatrix(nodes, edges);
  expect([matrix.rows, matrix.columns].map((side) => side.map(({ id }) => id))).toEqual([
    ["a", "c"],
    ["b", "c"],
  ]);
  expect(matrix.cells.map(({ row, column, edges: own }) => [row, column, own.length])).toEqual([
    [0, 0, 2],
    [0, 1, 1],
    [1, 0, 1],
  ]);
  expect(nextInMatrix(matrix, "a b supports", "ArrowRight")).toEqual(edges[2]);
  expect(nextInMatrix(matrix, "a c disputes", "ArrowDown")).toEqual(edges[3]);
  expect(nextInMatrix(matrix, "c b disputes", "ArrowUp")).toEqual(edges[0]);
  expect(nextInMatrix(matrix, "c b disputes", "ArrowDown")).toBeNull();
});

test("a line leaves a box on the side that faces the other", () => {
  const box = (left: number) => ({ left, top: 0, width: 100, height: 40 });
  expect(tiePath(box(0), box(300))).toMatch(/^M100 20C.* 300 20$/);
  expect(tiePath(box(300), box(0))).toMatch(/^M300 20C.* 100 20$/);
  expect(tiePath(box(0), { ...box(0), top: 200 })).toMatch(/^M0 20C-28 20 -28 220 0 220$/);
});
