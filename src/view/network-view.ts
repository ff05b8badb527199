import { groupedBy } from "../link/grouped-by.js";
import { compareText } from "../link/link-input.js";
import type { ActionType } from "../record/action.js";
import type { Party } from "../store/queries/parties.js";
import type { Tie, Ties } from "../store/queries/ties.js";
import type { DrawnView } from "./drawn-view.js";

/** Who acts on, backs and contradicts whom. */
export interface NetworkView {
  readonly drawn: DrawnView;
  /** Those with the most ties first. */
  readonly nodes: readonly NodeView[];
  /** The most told first. */
  readonly edges: readonly EdgeView[];
  readonly moreNodes: number;
  readonly moreEdges: number;
  /** Acts that are only possible, or denied: they are no edges. */
  readonly unsure: number;
}

export interface NodeView extends Party {
  /** Independent origins of its ties, one way or the other. */
  readonly origins: number;
}

export interface EdgeView {
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  readonly origins: number;
  readonly lines: number;
  /** What it is in the lines' own types, the most frequent first: "consult", "denies". */
  readonly what: readonly string[];
  readonly first: string;
  readonly last: string;
}

/** PLOVER's four classes of acts, and who backs and contradicts whom. */
export const edgeKinds = [
  "verbal_cooperation",
  "material_cooperation",
  "verbal_conflict",
  "material_conflict",
  "supports",
  "disputes",
] as const;

export type EdgeKind = (typeof edgeKinds)[number];

const classes: Readonly<Record<ActionType, EdgeKind>> = {
  ...{ AGREE: "verbal_cooperation", CONSULT: "verbal_cooperation", SUPPORT: "verbal_cooperation" },
  ...{ CONCEDE: "verbal_cooperation", COOPERATE: "material_cooperation", AID: "material_cooperation" },
  ...{ RETREAT: "material_cooperation", REQUEST: "verbal_conflict", ACCUSE: "verbal_conflict" },
  ...{ REJECT: "verbal_conflict", THREATEN: "verbal_conflict", PROTEST: "material_conflict" },
  ...{ SANCTION: "material_conflict", MOBILIZE: "material_conflict", COERCE: "material_conflict" },
  ASSAULT: "material_conflict",
};

const stances: Readonly<Record<string, EdgeKind>> = {
  supports: "supports",
  agrees: "supports",
  disputes: "disputes",
  rebukes: "disputes",
  plays_down: "disputes",
  denies: "disputes",
};

/** What kind of edge a tie is: a PLOVER type, a stance's relation or `denies`. `null` for what neither backs nor contradicts. */
export function edgeKindOf(what: string): EdgeKind | null {
  return (classes as Readonly<Record<string, EdgeKind>>)[what] ?? stances[what] ?? null;
}

/** A picture with more than that is a ball of wool. */
export const mostOfNetwork = { nodes: 36, edges: 160 };

/** The edges of all ties by kind and direction, each once, the most told first. */
export function edgesOf({ acts, stances: taken, denials }: Ties, kinds: readonly EdgeKind[]): readonly Edge[] {
  const ties = [...acts, ...taken, ...denials].flatMap((tie) => {
    const kind = edgeKindOf(tie.what);
    return kind === null || !kinds.includes(kind) ? [] : [{ ...tie, kind }];
  });
  const grouped = groupedBy(ties, ({ from, to, kind }) => `${from} ${to} ${kind}`);
  const edges = [...grouped.values()].flatMap((own) => edgeOf(own) ?? []);
  return edges.sort((a, b) => b.origins.size - a.origins.size || b.lines - a.lines || compareText(keyOf(a), keyOf(b)));
}

interface Edge extends Omit<EdgeView, "origins"> {
  readonly origins: ReadonlySet<string>;
}

function edgeOf(ties: readonly (Tie & { readonly kind: EdgeKind })[]): Edge | null {
  const [first] = ties;
  if (first === undefined) return null;
  const { from, to, kind } = first;
  const days = ties.map(({ day }) => day).sort(compareText);
  const whats = [...groupedBy(ties, ({ what }) => what.toLowerCase())].sort(([, a], [, b]) => b.length - a.length);
  return {
    ...{ from, to, kind, origins: new Set(ties.map(({ origin }) => origin)) },
    ...{ lines: new Set(ties.map(({ line }) => line)).size, what: whats.map(([what]) => what) },
    ...{ first: days[0] ?? first.day, last: days.at(-1) ?? first.day },
  };
}

function keyOf({ from, to, kind }: Edge): string {
  return `${from} ${to} ${kind}`;
}

/** The ids of whoever has the most ties. */
export function nodesOf(edges: readonly Edge[]): readonly { readonly id: string; readonly origins: number }[] {
  const origins = new Map<string, Set<string>>();
  for (const { from, to, origins: own } of edges) {
    for (const id of [from, to]) origins.set(id, new Set([...(origins.get(id) ?? []), ...own]));
  }
  return [...origins]
    .map(([id, own]) => ({ id, origins: own.size }))
    .sort((a, b) => b.origins - a.origins || compareText(a.id, b.id));
}

/** @param parties whoever of the nodes is known, by id */
export function networkView(
  edges: readonly Edge[],
  { unsure }: Ties,
  parties: ReadonlyMap<string, Party>,
  drawn: DrawnView,
): NetworkView {
  const all = nodesOf(edges);
  const nodes = all.slice(0, mostOfNetwork.nodes).flatMap(({ id, origins }) => {
    const party = parties.get(id);
    return party === undefined ? [] : [{ ...party, origins }];
  });
  const shown = new Set(nodes.map(({ id }) => id));
  const between = edges.filter(({ from, to }) => shown.has(from) && shown.has(to)).slice(0, mostOfNetwork.edges);
  return {
    drawn,
    nodes,
    edges: between.map(({ origins, ...edge }) => ({ ...edge, origins: origins.size })),
    moreNodes: all.length - nodes.length,
    moreEdges: edges.length - between.length,
    unsure,
  };
}
