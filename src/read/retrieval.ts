/** How a page came from the web: by a fetch of ours, or by that of whoever made an archive. */
export interface Retrieval {
  /** The address that was asked for, and the one that answered. */
  readonly requested: string | null;
  readonly address: string | null;
  /** When, as an ISO 8601 date-time; `null` where an archive does not tell. Never taken for the time of publication. */
  readonly fetched: string | null;
  readonly status: number;
  /** Those headers that say what the answer is, by name in lower case; none where an archive was read. */
  readonly headers: Readonly<Record<string, string>>;
  /** The `Content-Type` header, with its parameters. */
  readonly contentType: string | null;
  /** SHA-256 of the body without transfer and content codings. */
  readonly sha256: string;
}

/** The encoding that a `Content-Type` names, in lower case, or `null`. */
export function charsetOf(contentType: string | null): string | null {
  return /;\s*charset\s*=\s*["']?([\w:.-]+)/i.exec(contentType ?? "")?.[1]?.toLowerCase() ?? null;
}
