/** An HTTP response as archives keep it: the bytes that came over the wire. */
export interface HttpResponse {
  readonly status: number;
  /** By name in lower case; of a header that comes more than once, the values joined by commas. */
  readonly headers: ReadonlyMap<string, string>;
  /** Put together again where it was sent in chunks. */
  readonly body: Uint8Array;
}

/** The response in a record's content, or `null` where it does not begin as one does. Line ends may be bare. */
export function parseHttpResponse(content: Uint8Array): HttpResponse | null {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const head = headOf(bytes);
  const [first = "", ...lines] = head.text.split(/\r?\n/);
  const status = /^HTTP\/\d(?:\.\d)?\s+(\d{3})(?:\s|$)/i.exec(first)?.[1];
  if (status === undefined) return null;
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(":");
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    if (name !== "") headers.set(name, headers.has(name) ? `${headers.get(name)}, ${value}` : value);
  }
  const body = bytes.subarray(head.end);
  const chunked = /\bchunked\b/i.test(headers.get("transfer-encoding") ?? "");
  return { status: Number(status), headers, body: chunked ? joinChunks(body) : body };
}

/** 256 KiB: more than any server takes or sends. */
const longestHead = 256 * 1024;

function headOf(whole: Buffer): { readonly text: string; readonly end: number } {
  const bytes = whole.subarray(0, longestHead);
  const strict = bytes.indexOf("\r\n\r\n");
  const bare = (strict < 0 ? bytes : bytes.subarray(0, strict)).indexOf("\n\n");
  if (strict < 0 && bare < 0) return { text: bytes.toString("latin1"), end: bytes.length };
  const useBare = bare >= 0;
  const at = useBare ? bare : strict;
  return { text: bytes.toString("latin1", 0, at), end: at + (useBare ? 2 : 4) };
}

/** The body without its chunk lines; as it is where it has none: many crawlers put bodies together and keep the header. */
function joinChunks(body: Buffer): Buffer {
  const chunks: Buffer[] = [];
  let at = 0;
  while (at < body.length) {
    const line = /^([0-9a-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r\n/i.exec(body.toString("latin1", at, at + 256));
    if (line === null) {
      // What is left after a broken chunk line is kept: a few stray digits harm less than a page that is lost.
      chunks.push(body.subarray(at));
      break;
    }
    const size = Number.parseInt(line[1] ?? "0", 16);
    const start = at + line[0].length;
    if (size === 0) break;
    chunks.push(body.subarray(start, start + size));
    at = start + size + 2;
  }
  return Buffer.concat(chunks);
}
