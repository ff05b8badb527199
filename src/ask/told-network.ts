import { drawnPeriod } from "../store/queries/drawn-period.js";
import { partiesOf } from "../store/queries/parties.js";
import { tiesIn } from "../store/queries/ties.js";
import { linesOf } from "../store/queries/told-in-period.js";
import type { Store } from "../store/store.js";
import { drawnView } from "../view/drawn-view.js";
import { type LineView, lineView } from "../view/line-view.js";
import {
  type EdgeKind,
  edgeKindOf,
  edgesOf,
  mostOfNetwork,
  type NetworkView,
  networkView,
  nodesOf,
} from "../view/network-view.js";
import type { AskedPeriod } from "./brief-question.js";

/** Who acts on, backs and contradicts whom in a period, in these ways. */
export async function toldNetwork(
  store: Store,
  { period, filter, about }: AskedPeriod,
  kinds: readonly EdgeKind[],
): Promise<NetworkView> {
  const drawn = await drawnPeriod(store, period, filter.story);
  const ties = await tiesIn(store, drawn, filter);
  const edges = edgesOf(ties, kinds);
  const shown = nodesOf(edges).slice(0, mostOfNetwork.nodes);
  const parties = await partiesOf(
    store,
    shown.map(({ id }) => id),
  );
  return networkView(edges, ties, parties, drawnView(drawn, period, about));
}

/** Which of an edge's lines are asked for. */
export interface EdgeQuestion {
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind | null;
  readonly offset: number;
  readonly limit: number;
}

/** The lines behind an edge, the latest first. */
export async function linesOfEdge(
  store: Store,
  { period, filter }: AskedPeriod,
  { from, to, kind, offset, limit }: EdgeQuestion,
): Promise<readonly LineView[]> {
  const drawn = await drawnPeriod(store, period, filter.story);
  const { acts, stances, denials } = await tiesIn(store, drawn, filter);
  const ids = [...acts, ...stances, ...denials]
    .filter((tie) => tie.from === from && tie.to === to && (kind === null || edgeKindOf(tie.what) === kind))
    .map(({ line }) => line);
  const asked = [...new Set(ids)].slice(offset, offset + limit);
  const found = await linesOf(store, asked);
  return asked.flatMap((id) => {
    const line = found.get(id);
    return line === undefined ? [] : [lineView(line)];
  });
}
