import type { Exchange } from "../read/fetch.js";
import type { Web } from "../read/web/open-web.js";
import type { Mail, MailServer } from "./send-mail.js";

/** All that the program does to the world outside it, and all that it asks of it. Tests hand in a recorder instead. */
export interface Effects {
  /** The bytes of a file. Rejects with the system's own error where there is none. */
  readonly readFile: (path: string) => Promise<Uint8Array>;
  /** The same, as they come: for files that may be bigger than memory, or a stretch of one. */
  readonly streamFile: (path: string, stretch?: Stretch) => AsyncIterable<Uint8Array>;
  /** The way to the web, which is opened when an address is first asked for. */
  readonly openWeb: (policy: WebPolicy) => Promise<Web>;
  /** The names in a folder, in the order of their UTF-16 units, or `null` where the path is no folder. */
  readonly listFolder: (path: string) => Promise<readonly string[] | null>;
  readonly now: () => Date;
  /** Resolves after so many milliseconds, or as soon as the signal aborts. */
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** Aborts when the process is asked to end. Whoever has asked for it ends the process; one who asks a second time ends it at once. */
  readonly stopSignal: () => AbortSignal;
  /** Writes a file, whole or not at all. Rejects with the system's own error. */
  readonly writeFile: (path: string, content: string | Uint8Array) => Promise<void>;
  /** Runs a command of the system's shell with this on its standard input. Never rejects. */
  readonly runCommand: (command: string, input: string) => Promise<CommandOutcome>;
  /** Sends JSON to an address. Never rejects. */
  readonly postJson: (address: string, json: string, policy: WebPolicy) => Promise<Exchange>;
  /** Hands mail to a server: `null` where it took it, else why not. Never rejects. */
  readonly sendMail: (mail: Mail, server: MailServer) => Promise<string | null>;
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

/** A part of a file, in bytes. */
export interface Stretch {
  readonly offset: number;
  readonly length: number;
}

/** How a command ended: its exit status, `null` where it was never started or was killed; and the last of what it wrote to standard error. */
export interface CommandOutcome {
  readonly status: number | null;
  readonly errors: string;
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
