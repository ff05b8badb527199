import robotsParser from "robots-parser";
import { dayLength } from "../../text/days.js";
import { sha256 } from "../../text/hash.js";
import { decodeContent } from "../decode-content.js";
import type { Exchange, Network } from "../fetch.js";
import { Cookies } from "./cookies.js";
import type { FetchFault, FetchOutcome, FetchRequest, Validators } from "./fetch-outcome.js";
import { longestLeadingOn, refreshTarget } from "./refresh-target.js";
import { retryAfter } from "./retry-after.js";

/** Fetches addresses as a polite reader does. */
export interface Web {
  /** Never rejects on what the world does. */
  readonly fetch: (request: FetchRequest) => Promise<FetchOutcome>;
  /** Lets go of all connections; what is being fetched or waited for then fails with `stopped`. */
  readonly close: () => void;
}

/** What the web asks of the world besides the network. */
export interface Clock {
  /** In milliseconds since 1970. */
  readonly now: () => number;
  /** Resolves early, and never rejects, where the signal aborts. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** From 0 up to 1: spreads the retries of many readers. */
  readonly random: () => number;
}

export interface WebOptions {
  /** How this program names itself, as `sitrep/1.0 (+https://…)`; robots.txt is asked for the word before the slash. */
  readonly userAgent: string;
  /** Milliseconds between two questions to one host, where its robots.txt names no longer pause. */
  readonly pause?: number;
}

const usualPause = 1_000;
const longestCrawlDelay = 30_000;
const attempts = 3;
const firstBackoff = 1_000;
/** What a server may make a fetch wait for; for longer, the outcome says when to come again. */
const longestWait = 60_000;
const mostRedirects = 5;
const largestBody = 32 * 1024 * 1024;
const largestRobots = 512 * 1024;
const robotsLifetime = dayLength;

/**
 * The web as one run of the program sees it: it remembers each host's robots.txt and when it was last asked, and nothing else. Fetching follows
 * up to five redirects, also those of pages that only lead on, each checked like the first address, with the cookies that were set on the way and are forgotten at its end; asks three times at most where a server is busy or breaks off; obeys robots.txt
 * and keeps a pause between questions to one host; and takes no more than 32 MiB, unpacked.
 */
export function openWeb(network: Network, clock: Clock, options: WebOptions): Web {
  const session = new Session(network, clock, options);
  return {
    fetch: (request) => session.fetch(request),
    close: () => {
      session.stop();
      network.close();
    },
  };
}

type Failed = Extract<FetchOutcome, { kind: "failed" }>;
type Answer = Extract<Exchange, { kind: "answer" }>;

/** The last answer on a way of redirects, and the way. */
interface Arrival {
  readonly kind: "arrival";
  readonly address: string;
  readonly answer: Answer;
  readonly movedTo: string | null;
}

interface Robots {
  readonly until: number;
  /** Where it could not be had, the reason to leave the host alone. */
  readonly allows: ((address: string) => boolean) | Failed;
  readonly delay: number;
}

class Session {
  readonly #network: Network;
  readonly #clock: Clock;
  readonly #options: WebOptions;
  readonly #robots = new Map<string, Promise<Robots>>();
  /** When each host may be asked next. */
  readonly #free = new Map<string, number>();
  readonly #stopping = new AbortController();

  constructor(network: Network, clock: Clock, options: WebOptions) {
    this.#network = network;
    this.#clock = clock;
    this.#options = options;
  }

  stop(): void {
    this.#stopping.abort();
  }

  async fetch({ address, validators }: FetchRequest): Promise<FetchOutcome> {
    const checked = checkAddress(address);
    if (typeof checked !== "string") return checked;
    const arrival = await this.#arrive(checked, conditionalHeaders(validators), true, largestBody);
    if (arrival.kind === "failed") return arrival;
    const { answer, movedTo } = arrival;
    const fetched = new Date(this.#clock.now()).toISOString();
    if (answer.status === 304 && validators !== null) {
      return { kind: "unchanged", fetched, validators: validatorsOf(answer) ?? validators };
    }
    if (answer.status !== 200) return this.#statusFailure(answer);
    const body = decodeContent(answer.body, answer.headers.get("content-encoding") ?? null, largestBody);
    if (body.kind === "refused") return failed("too-big", body.reason);
    const retrieval = {
      requested: address,
      address: arrival.address,
      fetched,
      status: answer.status,
      headers: keptHeaders(answer.headers),
      contentType: answer.headers.get("content-type") ?? null,
      sha256: sha256(body.bytes),
    };
    return { kind: "fetched", retrieval, bytes: body.bytes, validators: validatorsOf(answer), movedTo };
  }

  /** Asks the address, and whatever it redirects to. */
  async #arrive(
    start: string,
    headers: Readonly<Record<string, string>>,
    obeyRobots: boolean,
    limit: number,
  ): Promise<Arrival | Failed> {
    let address = start;
    let permanent = true;
    const cookies = new Cookies();
    for (let redirects = 0; redirects <= mostRedirects; redirects++) {
      const barred = obeyRobots ? await this.#robotsFailure(address) : null;
      if (barred !== null) return barred;
      const answer = await this.#persist(address, { ...headers, ...cookies.headerFor(address) }, limit);
      if (answer.kind === "failed") return answer;
      const location = redirectOf(answer, address) ?? (obeyRobots ? ledOnByPage(answer, address) : null);
      if (location === null) {
        return { kind: "arrival", address, answer, movedTo: permanent && address !== start ? address : null };
      }
      const next = checkAddress(location);
      if (typeof next !== "string")
        return { ...next, reason: `it redirects to an address that is not fetched: ${next.reason}` };
      cookies.take(answer.headers.get("set-cookie") ?? "", address);
      permanent &&= answer.status === 301 || answer.status === 308;
      address = next;
    }
    return failed("redirects", `it redirects more than ${mostRedirects} times`);
  }

  /** Asks one address, again where that may help. */
  async #persist(address: string, headers: Readonly<Record<string, string>>, limit: number): Promise<Answer | Failed> {
    for (let attempt = 1; ; attempt++) {
      await this.#waitForTurn(address);
      if (this.#stopping.signal.aborted) return failed("stopped", "the program was asked to end");
      const exchange = await this.#network.exchange({
        address,
        headers: { ...usualHeaders, "user-agent": this.#options.userAgent, ...headers },
        largestBody: limit,
      });
      if (this.#stopping.signal.aborted) return failed("stopped", "the program was asked to end");
      const now = this.#clock.now();
      const busy = exchange.kind === "answer" && busyStatuses.has(exchange.status);
      if (exchange.kind === "answer" && !busy) return exchange;
      if (exchange.kind === "none" && !passing.has(exchange.cause)) return failed(exchange.cause, exchange.reason);
      const asked = exchange.kind === "answer" ? retryAfter(exchange.headers.get("retry-after") ?? null, now) : null;
      const backoff = firstBackoff * 2 ** (attempt - 1) * (1 + this.#clock.random());
      const wait = asked === null ? backoff : asked - now;
      if (attempt === attempts || wait > longestWait) {
        return exchange.kind === "answer" ? this.#statusFailure(exchange) : failed(exchange.cause, exchange.reason);
      }
      await this.#clock.sleep(wait, this.#stopping.signal);
    }
  }

  async #waitForTurn(address: string): Promise<void> {
    const { host, origin } = new URL(address);
    const { pause = usualPause } = this.#options;
    const robots = this.#robots.get(origin);
    // While robots.txt itself is fetched there is nothing to ask it yet.
    const known = robots === undefined ? null : await Promise.race([robots, null]);
    const now = this.#clock.now();
    const turn = Math.max(now, this.#free.get(host) ?? now);
    this.#free.set(host, turn + Math.max(pause, known?.delay ?? 0));
    if (turn > now) await this.#clock.sleep(turn - now, this.#stopping.signal);
  }

  async #robotsFailure(address: string): Promise<Failed | null> {
    const { origin } = new URL(address);
    let robots = await this.#robots.get(origin);
    if (robots === undefined || robots.until < this.#clock.now()) {
      const fetching = this.#fetchRobots(origin);
      this.#robots.set(origin, fetching);
      robots = await fetching;
    }
    if (typeof robots.allows !== "function") return robots.allows;
    return robots.allows(address) ? null : failed("robots", "the site's robots.txt asks not to fetch this address");
  }

  /** RFC 9309: a robots.txt that is not there allows all; one that cannot be had because the host fails allows nothing. */
  async #fetchRobots(origin: string): Promise<Robots> {
    const address = `${origin}/robots.txt`;
    const until = this.#clock.now() + robotsLifetime;
    const open: Robots = { until, allows: () => true, delay: 0 };
    const arrival = await this.#arrive(address, {}, false, largestRobots);
    if (arrival.kind === "failed") {
      if (arrival.status !== null && arrival.status < 500 && arrival.status !== 429) return open;
      if (arrival.fault === "too-big" || arrival.fault === "redirects") return open;
      // A host that is not reached at all is no matter of robots.txt.
      const noHost = arrival.fault === "forbidden" || arrival.fault === "unreachable";
      const reason = `its robots.txt could not be read, so the site is left alone: ${arrival.reason}`;
      return {
        until: this.#clock.now(),
        allows: noHost ? arrival : { ...arrival, fault: "robots-unread", reason },
        delay: 0,
      };
    }
    const { status, body, headers } = arrival.answer;
    const decoded = decodeContent(body, headers.get("content-encoding") ?? null, largestRobots);
    if (status !== 200 || decoded.kind === "refused") return open;
    const rules = parseRobots(address, new TextDecoder().decode(decoded.bytes));
    const name = this.#options.userAgent.split("/")[0] ?? "";
    const delay = Math.min((rules.getCrawlDelay(name) ?? 0) * 1000, longestCrawlDelay);
    return { until, allows: (target) => rules.isAllowed(target, name) !== false, delay };
  }

  #statusFailure({ status, headers }: Answer): Failed {
    const asked = retryAfter(headers.get("retry-after") ?? null, this.#clock.now());
    const retryAt = asked === null || asked > latestDate ? null : new Date(asked).toISOString();
    return { kind: "failed", fault: "status", status, reason: `the server answers with status ${status}`, retryAt };
  }
}

/** The package is CommonJS, and its types say that its one function is a property, which it is not. */
const parseRobots = robotsParser as unknown as (
  address: string,
  text: string,
) => {
  readonly isAllowed: (address: string, name: string) => boolean | undefined;
  readonly getCrawlDelay: (name: string) => number | undefined;
};

/** The last moment that a date can hold. */
const latestDate = 8.64e15;

const redirectStatuses = new Set([301, 302, 303, 307, 308]);
const busyStatuses = new Set([408, 429, 500, 502, 503, 504]);

/** Faults that may be gone a moment later. */
const passing: ReadonlySet<FetchFault> = new Set(["timeout", "broken"]);

const usualHeaders = {
  accept:
    "text/html,application/xhtml+xml,application/atom+xml,application/rss+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.5",
  "accept-encoding": "gzip, deflate, br",
};

function conditionalHeaders(validators: Validators | null): Readonly<Record<string, string>> {
  return {
    ...(validators?.etag ? { "if-none-match": validators.etag } : {}),
    ...(validators?.lastModified ? { "if-modified-since": validators.lastModified } : {}),
  };
}

/** What an answer says of itself; nothing about whoever asked, and no cookies. */
const keptNames = [
  "age",
  "content-encoding",
  "content-language",
  "content-length",
  "content-type",
  "date",
  "etag",
  "last-modified",
  "x-robots-tag",
];

function keptHeaders(headers: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  return Object.fromEntries(keptNames.flatMap((name) => (headers.has(name) ? [[name, headers.get(name) ?? ""]] : [])));
}

function validatorsOf({ headers }: Answer): Validators | null {
  const etag = headers.get("etag") ?? null;
  const lastModified = headers.get("last-modified") ?? null;
  return etag === null && lastModified === null ? null : { etag, lastModified };
}

/** The address in its standard form without its fragment, or why it is not fetched. */
function checkAddress(written: string): string | Failed {
  let url: URL;
  try {
    url = new URL(written);
  } catch {
    return failed("not-an-address", `"${written.slice(0, 200)}" is not an address`);
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    return failed("forbidden", `only http and https addresses are fetched, not ${url.protocol}`);
  }
  if (url.username !== "" || url.password !== "")
    return failed("forbidden", "addresses with a name or password are not fetched");
  url.hash = "";
  return url.href;
}

/** Where an answer redirects to, `null` where it does not. */
function redirectOf({ status, headers }: Answer, address: string): string | null {
  const location = redirectStatuses.has(status) ? headers.get("location") : undefined;
  return location === undefined ? null : resolveLocation(location, address);
}

/** Where a page without a text of its own leads on to, `null` where it does not or leads to itself. */
function ledOnByPage({ status, headers, body }: Answer, address: string): string | null {
  const isPage = /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(headers.get("content-type") ?? "text/html");
  if (status !== 200 || !isPage || body.length > longestLeadingOn) return null;
  const decoded = decodeContent(body, headers.get("content-encoding") ?? null, longestLeadingOn);
  if (decoded.kind === "refused") return null;
  const html = new TextDecoder().decode(decoded.bytes);
  const target = /http-equiv/i.test(html) ? refreshTarget(html) : null;
  if (target === null) return null;
  const next = resolved(target, address) ?? target;
  return next.replace(/#.*$/s, "") === address ? null : next;
}

function resolved(written: string, base: string): string | null {
  try {
    return new URL(written, base).href;
  } catch {
    return null;
  }
}

/** Servers send addresses in UTF-8, which HTTP reads as Latin-1. */
function resolveLocation(location: string, base: string): string {
  const text = Buffer.from(location, "latin1").toString("utf8");
  return resolved(text.includes("\ufffd") ? location : text, base) ?? location;
}

function failed(fault: FetchFault, reason: string): Failed {
  return { kind: "failed", fault, status: null, reason, retryAt: null };
}
