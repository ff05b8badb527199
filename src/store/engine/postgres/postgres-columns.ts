import { derivedLayoutStatements } from "../../derived-tables.js";
import { migrations } from "../../migrations/migrations.js";
import { columnsOf } from "./postgres-layout.js";

/** The columns of all tables of a record. */
export const postgresColumns = columnsOf([...migrations.map(({ sql }) => sql), derivedLayoutStatements].join("\n"));
