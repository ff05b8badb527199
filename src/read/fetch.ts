import type { LookupAddress } from "node:dns";
import { lookup } from "node:dns/promises";
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage, type RequestOptions } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { isPublicAddress } from "./web/public-address.js";

/** One question to one server. */
export interface ExchangeRequest {
  /** Absolute, `http` or `https`. */
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Of the body as it is sent, in bytes. */
  readonly largestBody: number;
  /** What is sent; without it the server is only asked. */
  readonly sent?: string;
}

/** The server's answer, with its body as it was sent, or why there is none. Redirects are answers like any other. */
export type Exchange =
  | {
      readonly kind: "answer";
      readonly status: number;
      /** By name in lower case. */
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
}

/** In milliseconds. */
const usualTimeout = 30_000;

/**
 * The way to the network: the only place where a socket is opened. The address that a name stands for is checked at the moment of connecting,
 * and it is the one that is connected to, so that a name cannot mean one machine when it is checked and another when it is used.
 */
export function openNetwork({ allowPrivate, timeout = usualTimeout, resolve = resolveName }: NetworkPolicy): Network {
  const options = { keepAlive: true, maxSockets: 4, maxFreeSockets: 2 };
  const agents = { "http:": new HttpAgent(options), "https:": new HttpsAgent(options) };
  const guarded = guardedLookup(allowPrivate, resolve);
  return {
    exchange: (request) => {
      const url = new URL(request.address);
      const literal = url.hostname.replace(/^\[(.*)\]$/, "$1");
      if (url.protocol !== "http:" && url.protocol !== "https:") {
        return Promise.resolve(none("forbidden", `${url.protocol} addresses are not fetched`));
      }
      // A number is connected to without a look-up.
      if (!allowPrivate && isNumber(literal) && !isPublicAddress(literal)) {
        return Promise.resolve(none("forbidden", new PrivateAddress(literal).message));
      }
      return ask(url, request, { lookup: guarded, agent: agents[url.protocol] }, timeout);
    },
    close: () => {
      agents["http:"].destroy();
      agents["https:"].destroy();
    },
  };
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
  { headers, largestBody, sent }: ExchangeRequest,
  options: Pick<RequestOptions, "lookup" | "agent">,
  timeout: number,
): Promise<Exchange> {
  return new Promise((settle) => {
    const send = url.protocol === "https:" ? httpsRequest : httpRequest;
    const method = sent === undefined ? "GET" : "POST";
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
  response.on("aborted", () => finish(none("broken", "the server broke off its answer")));
  response.on("end", () => {
    const headers = new Map(Object.entries(response.headers).map(([name, value]) => [name, String(value)]));
    finish({ kind: "answer", status: response.statusCode ?? 0, headers, body: Buffer.concat(parts) });
  });
}

function failureOf(error: NodeJS.ErrnoException): Exchange {
  if (error instanceof PrivateAddress) return none("forbidden", error.message);
  const { code = "" } = error;
  if (code === "ENOTFOUND") return none("unreachable", "there is no such host");
  if (code === "EAI_AGAIN") return none("unreachable", "the name of the host could not be looked up");
  if (code === "ECONNREFUSED") return none("unreachable", "the host refuses connections");
  if (code === "ECONNRESET" || code === "EPIPE") return none("broken", "the server broke off its answer");
  if (code.startsWith("HPE_")) return none("broken", `the answer is not HTTP (${error.message})`);
  return none("unreachable", error.message === "" ? code : error.message);
}

function none(cause: Extract<Exchange, { kind: "none" }>["cause"], reason: string): Exchange {
  return { kind: "none", cause, reason };
}
