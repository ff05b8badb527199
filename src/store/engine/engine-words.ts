import { type OperationNodeSource, type RawBuilder, type RawNode, sql } from "kysely";

/** A piece of SQL that PostgreSQL has other words for. SQLite's compiler knows nothing of them. */
interface TwofoldNode extends RawNode {
  readonly postgres: () => RawBuilder<unknown>;
}

/** The same in the words of both engines; whichever compiles it takes its own, and makes those of PostgreSQL only then. */
export function inEngineWords<Type>(sqlite: RawBuilder<Type>, postgres: () => RawBuilder<unknown>): RawBuilder<Type> {
  // A raw builder's node is a raw node: that is what kysely makes of one.
  const node = sqlite.toOperationNode() as RawNode;
  const twofold: TwofoldNode = { ...node, postgres };
  const source: OperationNodeSource = { toOperationNode: () => twofold };
  return sql<Type>`${source}`;
}

/** PostgreSQL's words for a node, itself where both engines have the same. */
export function postgresNode(node: RawNode): RawNode {
  // Only `inEngineWords` gives a raw node this property.
  return "postgres" in node ? ((node as TwofoldNode).postgres().toOperationNode() as RawNode) : node;
}
