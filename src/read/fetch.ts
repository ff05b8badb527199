import type { LookupAddress } from "node:dns";
import { lookup } from "node:dns/promises";
import {
  Agent as HttpAgent,
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type RequestOptions,
} from "node:http";
import { connect as connectHttp2 } from "node:http2";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { connect as connectTls, rootCertificates } from "node:tls";
import { isPublicAddress } from "./web/public-address.js";

/** One question to one server. */
export interface ExchangeRequest {
  /** Absolute, `http` or `https`. */
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Of the body as it is sent, in bytes. */
  readonly largestBody: number;
  /** What is sent; without it the server is only asked. */
  readonly sent?: string | Uint8Array;
  /** `POST` where something is sent, else `GET`, if it does not say. */
  readonly method?: "GET" | "POST" | "PUT";
}

/** The server's answer, with its body as it was sent, or why there is none. Redirects are answers like any other. */
export type Exchange =
  | {
      readonly kind: "answer";
      readonly status: number;
      /** By name in lower case; cookies, which may hold commas, with line ends between them. */
      readonly headers: ReadonlyMap<string, string>;
      readonly body: Uint8Array;
    }
  | {
      readonly kind: "none";
      readonly cause: "forbidden" | "unreachable" | "timeout" | "broken" | "too-big";
      readonly reason: string;
    };

export interface Network {
  /** Never rejects. */
  readonly exchange: (request: ExchangeRequest) => Promise<Exchange>;
  readonly close: () => void;
}

export interface NetworkPolicy {
  /** Whether addresses of this machine and of private networks may be asked too. */
  readonly allowPrivate: boolean;
  /** For a whole exchange, from the look-up of the name to the last byte. */
  readonly timeout?: number;
  /** The addresses of a name; the system's own answer where it is left out. */
  readonly resolve?: (name: string) => Promise<readonly LookupAddress[]>;
  /** A certificate (PEM) that is trusted beside the system's; for a server of one's own. */
  readonly trusted?: string;
}

/** In milliseconds. */
const usualTimeout = 30_000;

/**
 * The way to the network: the only place where a socket is opened. The address that a name stands for is checked at the moment of connecting,
 * and it is the one that is connected to, so that a name cannot mean one machine when it is checked and another when it is used.
 */
export function openNetwork({
  allowPrivate,
  timeout = usualTimeout,
  resolve = resolveName,
  trusted,
}: NetworkPolicy): Network {
  const options = { keepAlive: true, maxSockets: 4, maxFreeSockets: 2 };
  const certificates = trusted === undefined ? {} : { ca: [...rootCertificates, trusted] };
  const agents = { "http:": new HttpAgent(options), "https:": new HttpsAgent({ ...options, ...certificates }) };
  const guarded = guardedLookup(allowPrivate, resolve);
  const http2Only = new Set<string>();
  return {
    exchange: async (request) => {
      const url = new URL(request.address);
      const literal = literalOf(url);
      if (url.protocol !== "http:" && url.protocol !== "https:") {
        return none("forbidden", `${url.protocol} addresses are not fetched`);
      }
      // A number is connected to without a look-up.
      if (!allowPrivate && isNumber(literal) && !isPublicAddress(literal)) {
        return none("forbidden", new PrivateAddress(literal).message);
      }
      const byHttp2 = () => askByHttp2(url, request, { lookup: guarded, ...certificates }, timeout);
      if (http2Only.has(url.origin)) return byHttp2();
      const exchange = await ask(url, request, { lookup: guarded, agent: agents[url.protocol] }, timeout);
      if (url.protocol === "http:" || !asksForHttp2(exchange)) return exchange;
      const second = await byHttp2();
      if (second.kind === "answer") http2Only.add(url.origin);
      return second.kind === "none" && exchange.kind === "answer" ? exchange : second;
    },
    close: () => {
      agents["http:"].destroy();
      agents["https:"].destroy();
    },
  };
}

/** The host of an address, an IPv6 number without its brackets. */
function literalOf({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, "$1");
}

function resolveName(name: string): Promise<readonly LookupAddress[]> {
  return lookup(name, { all: true, verbatim: true });
}

function isNumber(host: string): boolean {
  return /^[\d.]+$/.test(host) || host.includes(":");
}

class PrivateAddress extends Error {
  override readonly name = "PrivateAddress";

  constructor(address: string) {
    super(`${address} is no public address; --allow-private fetches from private ones too`);
  }
}

type LookupFunction = NonNullable<RequestOptions["lookup"]>;

function guardedLookup(
  allowPrivate: boolean,
  resolve: (name: string) => Promise<readonly LookupAddress[]>,
): LookupFunction {
  return (name, options, answer) => {
    resolve(name).then(
      (all) => {
        const usable = allowPrivate ? all : all.filter(({ address }) => isPublicAddress(address));
        const [first] = usable;
        if (first === undefined) {
          const what = all[0] === undefined ? name : `${name} (${all[0].address})`;
          answer(new PrivateAddress(what), "", 4);
        } else if (options.all === true) answer(null, [...usable]);
        else answer(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => answer(error, "", 4),
    );
  };
}

function ask(
  url: URL,
  { headers, largestBody, sent, method = usualMethod(sent) }: ExchangeRequest,
  options: Pick<RequestOptions, "lookup" | "agent">,
  timeout: number,
): Promise<Exchange> {
  return new Promise((settle) => {
    const send = url.protocol === "https:" ? httpsRequest : httpRequest;
    const request = send(url, { ...options, method, headers: { ...headers }, maxHeaderSize: largestHeaders });
    const finish = (exchange: Exchange): void => {
      clearTimeout(timer);
      settle(exchange);
      if (exchange.kind === "none") request.destroy();
    };
    const timer = setTimeout(() => finish(none("timeout", `no whole answer within ${timeout / 1000} s`)), timeout);
    request.on("error", (error) => finish(failureOf(error)));
    request.on("response", (response) => takeBody(response, largestBody, finish));
    request.end(sent);
  });
}

function usualMethod(sent: ExchangeRequest["sent"]): "GET" | "POST" {
  return sent === undefined ? "GET" : "POST";
}

const largestHeaders = 64 * 1024;

function takeBody(response: IncomingMessage, largestBody: number, finish: (exchange: Exchange) => void): void {
  const parts: Buffer[] = [];
  let size = 0;
  response.on("data", (part: Buffer) => {
    size += part.length;
    if (size > largestBody) finish(none("too-big", `the answer is longer than ${largestBody} bytes`));
    else parts.push(part);
  });
  response.on("error", (error) => finish(failureOf(error)));
  response.on("aborted", () => finish(none("broken", "the server broke its answer off")));
  response.on("end", () => {
    const headers = headersOf(response.headers);
    finish({ kind: "answer", status: response.statusCode ?? 0, headers, body: Buffer.concat(parts) });
  });
}

/**
 * Whether a server wants to be asked by HTTP/2. Those that speak nothing else end the handshake, answer in frames, or say so in a short text with a
 * status of refusal.
 */
function asksForHttp2(exchange: Exchange): boolean {
  if (exchange.kind === "none") return exchange.reason === needsHttp2;
  if (exchange.status === 505 || /\bh2c?\b/.test(exchange.headers.get("upgrade") ?? "")) return true;
  if (![400, 403, 421, 426].includes(exchange.status) || exchange.body.length > shortText) return false;
  return /\bALPN\b|\bHTTP\/2\b|["'`]h2["'`]/.test(Buffer.from(exchange.body).toString("latin1"));
}

const needsHttp2 = "the server speaks only HTTP/2";
const shortText = 4_096;

/** What the server answers by HTTP/2, on a connection of its own, which ends with it. */
function askByHttp2(
  url: URL,
  { headers, largestBody, sent, method = usualMethod(sent) }: ExchangeRequest,
  options: { readonly lookup: LookupFunction; readonly ca?: string[] },
  timeout: number,
): Promise<Exchange> {
  const host = literalOf(url);
  const named = isNumber(host) ? {} : { servername: host };
  const port = url.port === "" ? 443 : Number(url.port);
  return new Promise((settle) => {
    const socket = connectTls({ host, port, ALPNProtocols: ["h2"], ...named, ...options });
    const session = connectHttp2(url.origin, { createConnection: () => socket });
    const finish = (exchange: Exchange): void => {
      clearTimeout(timer);
      settle(exchange);
      session.destroy();
      socket.destroy();
    };
    const timer = setTimeout(() => finish(none("timeout", `no whole answer within ${timeout / 1000} s`)), timeout);
    const fail = (error: NodeJS.ErrnoException): void => finish(failureOf(error));
    socket.on("error", fail);
    session.on("error", fail);
    const stream = session.request({
      ...headers,
      ":method": method,
      ":path": `${url.pathname}${url.search}`,
    });
    const parts: Buffer[] = [];
    let size = 0;
    let told: IncomingHttpHeaders & { readonly ":status"?: number | undefined } = {};
    stream.on("response", (response) => {
      told = response;
    });
    stream.on("data", (part: Buffer) => {
      size += part.length;
      if (size > largestBody) finish(none("too-big", `the answer is longer than ${largestBody} bytes`));
      else parts.push(part);
    });
    stream.on("error", fail);
    stream.on("close", () => finish(none("broken", "the server broke its answer off")));
    stream.on("end", () => {
      const status = told[":status"];
      if (status === undefined) finish(none("broken", "the server broke its answer off"));
      else finish({ kind: "answer", status, headers: headersOf(told), body: Buffer.concat(parts) });
    });
    stream.end(sent);
  });
}

function headersOf(headers: IncomingHttpHeaders): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(headers)
      .filter(([name]) => !name.startsWith(":"))
      .map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(name === "set-cookie" ? "\n" : ", ") : String(value),
      ]),
  );
}

function failureOf(error: NodeJS.ErrnoException): Exchange {
  if (error instanceof PrivateAddress) return none("forbidden", error.message);
  const { code = "" } = error;
  if (code === "ENOTFOUND") return none("unreachable", "there is no such host");
  if (code === "EAI_AGAIN") return none("unreachable", "the name of the host could not be looked up");
  if (code === "ECONNREFUSED") return none("unreachable", "the host refuses connections");
  if (code === "ECONNRESET" || code === "EPIPE") return none("broken", "the server broke its answer off");
  if (
    code === "ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL" ||
    ("rawPacket" in error && startsAsHttp2(error.rawPacket))
  ) {
    return none("broken", needsHttp2);
  }
  if (code.startsWith("HPE_")) return none("broken", `the answer is not HTTP (${error.message})`);
  return none("unreachable", error.message === "" ? code : error.message);
}

/** A connection of HTTP/2 begins with a frame of settings: a length of three bytes, and 4 for its kind. */
function startsAsHttp2(packet: unknown): boolean {
  return packet instanceof Uint8Array && packet[0] === 0 && packet[1] === 0 && packet[3] === 4;
}

function none(cause: Extract<Exchange, { kind: "none" }>["cause"], reason: string): Exchange {
  return { kind: "none", cause, reason };
}
