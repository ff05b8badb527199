import type { Expression, ExpressionBuilder, SqlBool } from "kysely";
import type { StoreTables } from "./tables.js";

/** 1 for a version of an article that no later one replaces, else 0. */
export function isNewest(builder: ExpressionBuilder<StoreTables, "version">) {
  return builder.not(hasLater(builder)).$castTo<0 | 1>();
}

function hasLater({ exists, selectFrom }: ExpressionBuilder<StoreTables, "version">): Expression<SqlBool> {
  return exists(
    selectFrom("version as later")
      .select("later.key")
      .whereRef("later.article", "=", "version.article")
      .whereRef("later.number", ">", "version.number"),
  );
}
