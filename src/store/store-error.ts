/** The database cannot be used: it is not there, is none of ours, or belongs to another just now. The message says which, and what to do. */
export class StoreError extends Error {
  override readonly name = "StoreError";
}

/** Another process writes to the database just now. */
export class StoreBusy extends StoreError {}

/** What somebody named is not in the database. */
export class StoreMissing extends StoreError {}
