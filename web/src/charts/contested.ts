import type { CellView, SideTie, StatementsByPartyView } from "../../../src/view/statements-by-party-view.js";

/** Words that others dispute, with who does. */
export interface ContestedClaim {
  readonly party: string;
  /** `null` where only their party is known: the words are not among those shown. */
  readonly claim: CellView | null;
  /** Each disputing cell once, in order of time. */
  readonly against: readonly { readonly cell: CellView; readonly tie: SideTie }[];
}

/** What is disputed among the cells, that by the most parties first, then the latest. */
export function contestedClaims({
  cells,
  ties,
}: Pick<StatementsByPartyView, "cells" | "ties">): readonly ContestedClaim[] {
  const order = new Map(cells.map((cell, at) => [cell.id, at]));
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  const place = (cell: CellView | null): number => (cell === null ? -1 : (order.get(cell.id) ?? -1));
  const claims = new Map<string, ContestedClaim>();
  for (const tie of ties) {
    const cell = byId.get(tie.from);
    if (tie.kind !== "disputes" || cell === undefined) continue;
    const claim = tie.to === null ? null : (byId.get(tie.to) ?? null);
    const key = claim === null ? `${tie.toParty} ${tie.from}` : claim.id;
    const before = claims.get(key)?.against ?? [];
    if (before.some((one) => one.cell.id === cell.id)) continue;
    const against = [...before, { cell, tie }].sort((a, b) => place(a.cell) - place(b.cell));
    claims.set(key, { party: claim?.party ?? tie.toParty, claim, against });
  }
  const parties = ({ against }: ContestedClaim): number => new Set(against.map(({ cell }) => cell.party)).size;
  const latest = ({ claim, against }: ContestedClaim): number =>
    Math.max(place(claim), place(against.at(-1)?.cell ?? null));
  return [...claims.values()].sort((a, b) => parties(b) - parties(a) || latest(b) - latest(a));
}
