import { following } from "./following.js";
import { ground } from "./ground.js";
import { laterVersions } from "./later-versions.js";
import { pages } from "./pages.js";
import { savedViews } from "./saved-views.js";
import { sourceBytes } from "./source-bytes.js";
import { timecodes } from "./timecodes.js";
import { watches } from "./watches.js";

/** A change to the layout of the database. Once released it is never edited: the next change is a migration of its own. */
export interface Migration {
  readonly name: string;
  /** Statements that make the change, to be run in one transaction with the note that it was made. */
  readonly sql: string;
}

/** All migrations in the order in which they are applied. Only ever added to, at the end. */
export const migrations: readonly Migration[] = [
  ground,
  sourceBytes,
  following,
  watches,
  laterVersions,
  pages,
  timecodes,
  savedViews,
];
