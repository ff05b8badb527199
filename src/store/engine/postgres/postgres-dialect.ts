import {
  type BinaryOperationNode,
  ColumnNode,
  OperatorNode,
  type OrderByItemNode,
  PostgresDialect,
  PostgresQueryCompiler,
  PrimitiveValueListNode,
  type QueryCompiler,
  type RawNode,
  ReferenceNode,
  ValueListNode,
} from "kysely";
import { postgresNode } from "../engine-words.js";
import { postgresColumns } from "./postgres-columns.js";
import type { PostgresConnection } from "./postgres-connection.js";

/** kysely's PostgreSQL over a connection of ours. */
export function postgresDialect({ connect, end }: Pick<PostgresConnection, "connect" | "end">): PostgresDialect {
  return new Dialect({ pool: { connect, end } as never });
}

class Dialect extends PostgresDialect {
  override createQueryCompiler(): QueryCompiler {
    return new Compiler();
  }
}

/** Takes PostgreSQL's words where the engines differ, and orders as SQLite does, to which NULL is less than all else. */
class Compiler extends PostgresQueryCompiler {
  protected override visitRaw(node: RawNode): void {
    super.visitRaw(postgresNode(node));
  }

  /** SQLite takes a list without values: nothing is in it. */
  protected override visitBinaryOperation(node: BinaryOperationNode): void {
    const { operator, rightOperand: list } = node;
    const isEmpty = (ValueListNode.is(list) || PrimitiveValueListNode.is(list)) && list.values.length === 0;
    if (!isEmpty || !OperatorNode.is(operator)) super.visitBinaryOperation(node);
    else this.append(operator.operator === "in" ? "false" : "true");
  }

  protected override visitOrderByItem(node: OrderByItemNode): void {
    super.visitOrderByItem(node);
    if (node.nulls !== undefined || !canBeNull(node)) return;
    this.append(isDescending(node) ? " nulls last" : " nulls first");
  }
}

function isDescending({ direction }: OrderByItemNode): boolean {
  return direction !== undefined && (direction as RawNode).sqlFragments[0] === "desc";
}

/** A column that is never NULL is left as it is: its index has no order of them either. */
function canBeNull({ orderBy }: OrderByItemNode): boolean {
  if (!ReferenceNode.is(orderBy) || !ColumnNode.is(orderBy.column)) return true;
  const column = orderBy.column.column.name;
  const own = orderBy.table === undefined ? undefined : postgresColumns().get(orderBy.table.table.identifier.name);
  // The name of a table in a query may be one of its own.
  const owners = own === undefined ? [...postgresColumns().values()] : [own];
  const known = owners.flatMap((one) => one.get(column) ?? []);
  return known.length === 0 || known.some((one) => one.canBeNull);
}
