import { createHash } from "node:crypto";
import { temporaryFolder } from "./temporary-folder.js";

/**
 * Places for the records of one test file: files, or schemas of the server that SITREP_TEST_POSTGRES names, where the tests of the store are run on PostgreSQL
 * too. What comes back gives the place of a record by its name.
 */
export function temporaryRecords(): (name: string) => string {
  const path = temporaryFolder();
  const server = postgresServer();
  if (server === null) return path;
  return (name) => {
    const own = createHash("sha256").update(path(name)).digest("hex").slice(0, 12);
    return `${server}&schema=${name.replace(/\W/g, "_").toLowerCase()}_${own}`;
  };
}

/** The address of the server that tests are run on, `null` where they are run on SQLite. */
export function postgresServer(): string | null {
  return process.env.SITREP_TEST_POSTGRES ?? null;
}
