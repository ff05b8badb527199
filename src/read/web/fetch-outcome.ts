import type { Retrieval } from "../retrieval.js";

/** What an answer says by which the next question can ask for changes only. Plain values, for the caller to keep with the source. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export interface FetchRequest {
  readonly address: string;
  /** Of the last answer from there, `null` for none. */
  readonly validators: Validators | null;
}

/** Why an address gave nothing. */
export type FetchFault =
  | "not-an-address"
  | "forbidden"
  | "robots"
  | "robots-unread"
  | "stopped"
  | "unreachable"
  | "timeout"
  | "broken"
  | "too-big"
  | "redirects"
  | "status";

/** What came of fetching an address. Times are ISO 8601 date-times. */
export type FetchOutcome =
  | {
      readonly kind: "fetched";
      readonly retrieval: Retrieval;
      /** Without content codings. */
      readonly bytes: Uint8Array;
      readonly validators: Validators | null;
      /** Where the address has moved for good, `null` where it has not. */
      readonly movedTo: string | null;
    }
  | { readonly kind: "unchanged"; readonly fetched: string; readonly validators: Validators }
  | {
      readonly kind: "failed";
      readonly fault: FetchFault;
      readonly status: number | null;
      readonly reason: string;
      /** When the server wants to be asked again, where it says so. */
      readonly retryAt: string | null;
    };
