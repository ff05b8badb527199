/** A piece of work that is given out: what it is called, and what it says, which the queue only carries. */
export interface GivenWork {
  readonly input: string;
  readonly work: Uint8Array;
}

/** A piece of work in somebody's hands. */
export interface TakenWork extends GivenWork {
  /** Its place in the order in which work was given out, and its id: places are compared as texts. */
  readonly place: string;
  readonly from: WorkQueue;
  /** How often it was tried alone before. */
  readonly tries: number;
}

/** `read`: work that nobody has failed at; `alone`: work that failed once, and is tried with nothing beside it. */
export type WorkQueue = "read" | "alone";

/** What was read of a piece of work, on its way into the record. */
export interface HandedIn {
  readonly place: string;
  readonly result: Uint8Array;
  /** In seconds, since it was handed in. */
  readonly age: number;
}

/** A result to be handed in, and how many articles are in it. */
export interface Result {
  readonly result: Uint8Array;
  readonly articles: number;
}

/** `again`: it is tried again, alone; `set aside`: it was tried often enough; `gone`: somebody else has done it meanwhile. */
export type Failure = "again" | "set aside" | "gone";

/** Work that was set aside. */
export interface DeadWork extends GivenWork {
  readonly id: string;
  readonly reason: string;
  /** When it was set aside, ISO 8601. */
  readonly since: string;
}

/** How the queue stands. Ages are in seconds, 0 where there is nothing. */
export interface QueueState {
  /** Given out, and in nobody's hands. */
  readonly waiting: number;
  readonly inWork: number;
  /** Failed once, and waiting to be tried alone. */
  readonly failed: number;
  readonly dead: number;
  /** Articles that are read and not in the record yet. */
  readonly results: number;
  readonly oldestWait: number;
  readonly oldestResult: number;
}

/**
 * Work that is given out to readers, and what they hand in, beside a record. All of it survives whoever is killed: work belongs to whoever took it only as long as
 * that connection lasts, and is exchanged for its result in one transaction.
 */
export interface Queue {
  /** Gives work out, all of it or none, behind all that was given out before. */
  readonly give: (work: readonly GivenWork[]) => Promise<void>;
  /** Takes work that is in nobody's hands, the oldest first. */
  readonly take: (from: WorkQueue, most: number) => Promise<readonly TakenWork[]>;
  /** Ends work, with its result where there is one. False where somebody else has done it meanwhile: then the result is not taken. */
  readonly handIn: (work: TakenWork, result: Result | null) => Promise<boolean>;
  /** Gives the parts of work out in its place. False where somebody else has done it meanwhile. */
  readonly takeApart: (work: TakenWork, parts: readonly GivenWork[]) => Promise<boolean>;
  /** Notes that work failed. Where that sets it aside, `last` is handed in for it. */
  readonly fail: (work: TakenWork, reason: string, last: Result | null) => Promise<Failure>;
  /** Puts work back as if nobody had taken it; it is the next to be taken. */
  readonly giveBack: (work: readonly TakenWork[]) => Promise<void>;
  /** Takes over the work whose readers are gone. */
  readonly orphans: () => Promise<readonly TakenWork[]>;
  /** Whether so many articles wait to be written that none should be read; never while those that go before them are in nobody's hands. */
  readonly isFull: () => Promise<boolean>;
  /** Results before which nothing is missing, in their order, of about so many articles. */
  readonly results: (articles: number) => Promise<readonly HandedIn[]>;
  /** Lets results go. What of them the record refused is set aside. */
  readonly written: (
    results: readonly HandedIn[],
    refused: readonly (GivenWork & { readonly reason: string })[],
  ) => Promise<void>;
  readonly dead: () => Promise<readonly DeadWork[]>;
  /** Gives work that was set aside out again, all where no ids are named; gives how many there were. */
  readonly retryDead: (ids: readonly string[] | null) => Promise<number>;
  readonly dropDead: (ids: readonly string[] | null) => Promise<number>;
  readonly state: () => Promise<QueueState>;
  /** Makes this the only one who does something, until its connection ends. False where somebody else does it. */
  readonly holdAlone: (task: "link" | "watch") => Promise<boolean>;
  readonly close: () => Promise<void>;
}

/** So many articles that are read wait to be written at most, but for those in work. */
export const mostResults = 2_000;

/** So often work is tried alone before it is set aside. */
export const mostTries = 3;
