import { sql } from "kysely";
import { lineKeysOf } from "../line-id.js";

const { first: perVersion } = lineKeysOf(1);

/** Whether a row of `line` is of a row of `version`, by their keys: lines are kept in the order of theirs, and have no index of their versions. */
export const linesOfVersion = sql<boolean>`line.key >= version.key * ${sql.lit(perVersion)} and line.key < (version.key + 1) * ${sql.lit(perVersion)}`;
