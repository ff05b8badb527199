/** Why the interface gave no answer. `status` is 0 where it could not be reached. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = "ApiError";
    this.status = status;
    this.code = code;
  }
}

/** A list that goes on behind a cursor. */
export interface Listed<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** What `/api/status` says of the server and its record. */
export interface Status {
  readonly version: string;
  readonly database: {
    readonly articles: number;
    readonly lines: number;
    readonly stories: number;
    readonly sources: number;
    readonly firstDay: string | null;
    readonly lastDay: string | null;
    readonly lastAdded: string | null;
  };
  /** Whose days all days are. */
  readonly zone: string;
  readonly mayCorrect: boolean;
  readonly examples: boolean;
}

/** A value of a query: left out where it is empty or absent. */
export type QueryValue = string | number | null | undefined | readonly string[];

/** The address of a question. Whoever writes `address` has encoded its parts (`inPath`). */
export function addressOf(path: string, query: Readonly<Record<string, QueryValue>> = {}): string {
  const written = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === "") continue;
    for (const one of typeof value === "object" ? value : [String(value)]) written.append(name, one);
  }
  const text = written.toString();
  return `/api${path}${text === "" ? "" : `?${text}`}`;
}

/** A part of a path. */
export function inPath(part: string): string {
  return encodeURIComponent(part);
}

/**
 * The answer to a question. The browser keeps answers and asks by their ETag whether they still hold.
 *
 * @throws {ApiError} where there is none
 */
export async function ask<Answer>(address: string, signal?: AbortSignal): Promise<Answer> {
  return answerOf<Answer>(
    await reached(
      fetch(address, { headers: { accept: "application/json" }, ...(signal === undefined ? {} : { signal }) }),
    ),
  );
}

/** What a change came to. @throws {ApiError} where it was refused */
export async function send<Answer>(method: "POST" | "DELETE", address: string, body?: unknown): Promise<Answer> {
  const content =
    body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
  return answerOf<Answer>(await reached(fetch(address, { method, ...content })));
}

/** The same of a file, sent as it is. @throws {ApiError} where it was refused, or cannot be read any more */
export async function sendFile<Answer>(address: string, file: Blob): Promise<Answer> {
  // A folder that was dropped, and a file that has gone, show themselves only when they are read.
  const body = await file.arrayBuffer().catch(() => {
    throw new ApiError(400, "bad_request", "The browser could not read it. Of a folder, drop the files.");
  });
  const headers = { "content-type": "application/octet-stream" };
  return answerOf<Answer>(await reached(fetch(address, { method: "POST", body, headers })));
}

/** A file that the interface gives, with the name that it goes by. @throws {ApiError} where it gives none */
export async function fetchFile(address: string): Promise<{ readonly file: Blob; readonly name: string }> {
  const response = await reached(fetch(address));
  if (!response.ok) return answerOf(response);
  const [, name = "sitrep"] = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "") ?? [];
  return { file: await response.blob(), name };
}

async function reached(response: Promise<Response>): Promise<Response> {
  try {
    return await response;
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new ApiError(0, "unreachable", "The server does not answer. Is `sitrep serve` still running?");
  }
}

async function answerOf<Answer>(response: Response): Promise<Answer> {
  const text = await response.text();
  const body: unknown = text === "" ? null : parsed(text);
  if (response.ok) return body as Answer;
  const { code = "internal", message = `The server answered ${response.status}.` } = errorIn(body);
  throw new ApiError(response.status, code, message);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The interface has one shape for all errors; what stands between it and us may have another. */
function errorIn(body: unknown): { readonly code?: string; readonly message?: string } {
  const error = typeof body === "object" && body !== null && "error" in body ? body.error : null;
  return typeof error === "object" && error !== null ? error : {};
}
