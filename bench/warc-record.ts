import { createHash } from "node:crypto";

/** What a record of a WARC file tells. */
export interface WarcRecord {
  readonly type: "warcinfo" | "request" | "response";
  /** `null` for a record of no address. */
  readonly address: string | null;
  /** ISO 8601, UTC, to the second. */
  readonly date: string;
  readonly contentType: string;
  readonly content: Buffer;
}

/** The bytes of a record (WARC 1.0), its end included. Its id follows from what it holds, so the same record has the same bytes. */
export function warcRecord({ type, address, date, contentType, content }: WarcRecord): Buffer {
  const hash = createHash("sha256").update(`${type} ${address} ${date} `).update(content).digest("hex");
  const id = hash.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*/, "$1-$2-4$3-8$4-$5");
  const lines = [
    "WARC/1.0",
    `WARC-Type: ${type}`,
    `WARC-Record-ID: <urn:uuid:${id}>`,
    ...(address === null ? [] : [`WARC-Target-URI: ${address}`]),
    `WARC-Date: ${date}`,
    `Content-Type: ${contentType}`,
    `Content-Length: ${content.length}`,
  ];
  return Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n\r\n`), content, Buffer.from("\r\n\r\n")]);
}

/** The records of a page as a crawler fetched it: what it asked, and what came. */
export function pageRecords(address: string, date: string, page: Buffer): readonly Buffer[] {
  const { host, pathname } = new URL(address);
  const asked = `GET ${pathname} HTTP/1.1\r\nHost: ${host}\r\n\r\n`;
  const head = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: ${page.length}\r\n\r\n`;
  const came = Buffer.concat([Buffer.from(head), page]);
  const type = "application/http; msgtype=";
  return [
    warcRecord({ type: "request", address, date, contentType: `${type}request`, content: Buffer.from(asked) }),
    warcRecord({ type: "response", address, date, contentType: `${type}response`, content: came }),
  ];
}

/** The record that a file begins with. */
export function infoRecord(software: string, date: string): Buffer {
  const content = Buffer.from(`software: ${software}\r\nformat: WARC File Format 1.0\r\n`);
  return warcRecord({ type: "warcinfo", address: null, date, contentType: "application/warc-fields", content });
}
