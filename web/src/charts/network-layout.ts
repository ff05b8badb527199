import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from "d3-force";
import type { EdgeView, NodeView } from "../../../src/view/network-view.js";

/** A node, in the pixels of the picture. */
export interface PlacedNode {
  readonly node: NodeView;
  readonly x: number;
  readonly y: number;
  readonly r: number;
  /** Whether its name has room: names of those most told of come first, and none prints over another. */
  readonly isNamed: boolean;
}

export interface PlacedEdge {
  readonly edge: EdgeView;
  readonly key: string;
  /** Where it runs, from the rim of one node to that of the other. */
  readonly d: string;
  readonly width: number;
}

interface Body extends SimulationNodeDatum {
  readonly node: NodeView;
  readonly r: number;
}

/** So many steps are always enough to come to rest, and always the same: what moved on its own would be another picture each time. */
const steps = 320;

export function keyOfEdge({ from, to, kind }: Pick<EdgeView, "from" | "to" | "kind">): string {
  return `${from} ${to} ${kind}`;
}

/**
 * Places nodes near those they have to do with. The same nodes and edges give the same picture: forces start from fixed places, by a generator
 * with a fixed seed, and take a fixed number of steps.
 */
export function layNetwork(
  nodes: readonly NodeView[],
  edges: readonly EdgeView[],
  { width, height }: { readonly width: number; readonly height: number },
): { readonly nodes: readonly PlacedNode[]; readonly edges: readonly PlacedEdge[] } {
  const bodies = nodes.map((node): Body => ({ node, r: 5 + 2.4 * Math.sqrt(node.origins) }));
  const known = new Set(nodes.map(({ id }) => id));
  const links = edges
    .filter(({ from, to }) => known.has(from) && known.has(to))
    .map(({ from, to }) => ({ source: from, target: to }));
  forceSimulation(bodies)
    .randomSource(seeded(20310303))
    .force("apart", forceManyBody().strength(-420).distanceMax(420))
    .force(
      "link",
      forceLink<Body, { source: string; target: string }>(links)
        .id((body) => body.node.id)
        .distance(95)
        .strength(0.35),
    )
    .force(
      "room",
      forceCollide<Body>((body) => body.r + 30),
    )
    .force("x", forceX(0).strength(0.055))
    .force("y", forceY(0).strength(0.055 * (width / height)))
    .stop()
    .tick(steps);
  const placed = named(fitted(bodies, width, height), width);
  const at = new Map(placed.map((one) => [one.node.id, one]));
  return { nodes: placed, edges: layEdges(edges, at) };
}

/** Within the frame, as big as it goes, with room for names. */
function fitted(bodies: readonly Body[], width: number, height: number): readonly Omit<PlacedNode, "isNamed">[] {
  const [xs, ys] = [bodies.map(({ x = 0 }) => x), bodies.map(({ y = 0 }) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [aside, above] = [Math.min(92, width * 0.15), 34];
  const scaleX = Math.min(1.6, (width - 2 * aside) / Math.max(1, right - left));
  const scaleY = Math.min(1.6, (height - 2 * above) / Math.max(1, bottom - top));
  return bodies.map(({ node, r, x = 0, y = 0 }) => ({
    node,
    r,
    x: Math.round(width / 2 + (x - (left + right) / 2) * scaleX),
    y: Math.round(height / 2 + (y - (top + bottom) / 2) * scaleY),
  }));
}

/** What stands below a node, cut so that it stays within a narrow picture. */
export function nameBelow({ name }: Pick<NodeView, "name">, width: number): string {
  const most = width < 560 ? 16 : 26;
  return name.length <= most ? name : `${name.slice(0, most - 1).trimEnd()}…`;
}

function named(nodes: readonly Omit<PlacedNode, "isNamed">[], width: number): readonly PlacedNode[] {
  const taken = nodes.map(({ node, x, y, r }) => ({
    id: node.id,
    left: x - r,
    right: x + r,
    top: y - r,
    bottom: y + r,
  }));
  const withNames = new Set<string>();
  for (const { node, x, y, r } of nodes.toSorted((a, b) => b.node.origins - a.node.origins)) {
    const half = nameBelow(node, width).length * 3.7;
    const box = { id: node.id, left: x - half, right: x + half, top: y + r + 3, bottom: y + r + 17 };
    const isFree = taken.every(
      (other) =>
        other.id === node.id ||
        other.right < box.left ||
        other.left > box.right ||
        other.bottom < box.top ||
        other.top > box.bottom,
    );
    if (!isFree) continue;
    taken.push(box);
    withNames.add(node.id);
  }
  return nodes.map((one) => ({ ...one, isNamed: withNames.has(one.node.id) }));
}

/** Edges between the same two lie beside each other, each bent by another measure. */
function layEdges(edges: readonly EdgeView[], at: ReadonlyMap<string, PlacedNode>): readonly PlacedEdge[] {
  const beside = new Map<string, number>();
  return edges.flatMap((edge) => {
    const [from, to] = [at.get(edge.from), at.get(edge.to)];
    if (from === undefined || to === undefined) return [];
    const pair = [edge.from, edge.to].sort().join(" ");
    const before = beside.get(pair) ?? 0;
    beside.set(pair, before + 1);
    return [
      {
        edge,
        key: keyOfEdge(edge),
        d: curve(from, to, 0.1 + 0.13 * before),
        width: 1.4 + 1.3 * Math.log2(edge.origins),
      },
    ];
  });
}

function curve(from: PlacedNode, to: PlacedNode, bend: number): string {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.max(1, Math.hypot(dx, dy));
  const [mx, my] = [(from.x + to.x) / 2 - dy * bend, (from.y + to.y) / 2 + dx * bend];
  const rim = (node: PlacedNode, gap: number): readonly [number, number] => {
    const [vx, vy] = [mx - node.x, my - node.y];
    const far = Math.max(1, Math.hypot(vx, vy));
    const out = Math.min(node.r + gap, length / 2.5);
    return [node.x + (vx / far) * out, node.y + (vy / far) * out];
  };
  const [[x1, y1], [x2, y2]] = [rim(from, 1), rim(to, 7)];
  return `M${round(x1)} ${round(y1)}Q${round(mx)} ${round(my)} ${round(x2)} ${round(y2)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Mulberry32: the same numbers from 0 to 1 in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
