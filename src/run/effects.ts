import type { Web } from "../read/web/open-web.js";

/** All that the program does to the world outside it, and all that it asks of it. Tests hand in a recorder instead. */
export interface Effects {
  /** The bytes of a file. Rejects with the system's own error where there is none. */
  readonly readFile: (path: string) => Promise<Uint8Array>;
  /** The same, as they come: for files that may be bigger than memory. */
  readonly streamFile: (path: string) => AsyncIterable<Uint8Array>;
  /** Writes a file, in place of one that is there. Rejects with the system's own error where it cannot. */
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<void>;
  /** The way to the web, which is opened when an address is first asked for. */
  readonly openWeb: (policy: WebPolicy) => Promise<Web>;
  /** The names in a folder, in the order of their UTF-16 units, or `null` where the path is no folder. */
  readonly listFolder: (path: string) => Promise<readonly string[] | null>;
  readonly now: () => Date;
  /** Whom the system knows the person at work by. */
  readonly userName: () => string;
  readonly standardInput: AsyncIterable<Uint8Array>;
  /** Writes to standard output; resolves when more can be taken. */
  readonly print: (text: string) => Promise<void>;
  /** Writes to standard error. */
  readonly report: (text: string) => void;
  readonly output: Terminal;
  readonly errors: Terminal;
}

export interface WebPolicy {
  /** Whether addresses of this machine and of private networks may be fetched too. */
  readonly allowPrivate: boolean;
}

/** Where a stream leads. */
export interface Terminal {
  /** True for a terminal that a person watches. */
  readonly interactive: boolean;
  /** True where colours may be used. */
  readonly colours: boolean;
  /** Characters in a line. */
  readonly columns: number;
}
