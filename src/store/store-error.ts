/** The database cannot be used: it is not there, is none of ours, or belongs to another just now. The message says which, and what to do. */
export class StoreError extends Error {
  override readonly name = "StoreError";
}

/** Another process writes to the database just now. */
export class StoreBusy extends StoreError {}

/** What somebody named is not in the database. */
export class StoreMissing extends StoreError {}

/** The disk that the database lies on has no room left. */
export class StoreFull extends StoreError {
  constructor(path: string, cause: unknown) {
    super(
      `Nothing more can be added to ${path}: the disk is full. All that was told is kept and can be read. Make room and run this again.`,
      { cause },
    );
  }
}

/** Fetched bytes are not in their object store: it is away, or does not take them. */
export class BytesNotKept extends StoreError {}

/** The database lies where nothing can be written, so it can only be read. */
export class StoreReadOnly extends StoreError {
  constructor(path: string, cause: unknown, reason = "its disk or its folder is read-only for you") {
    super(`${path} cannot be written, only read: ${reason}.`, { cause });
  }
}
