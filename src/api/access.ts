import ipaddr from "ipaddr.js";
import type { AccessToken, TokenTable } from "../store/engine/engine.js";
import { tokenOf } from "../store/tokens.js";
import { Refusal } from "./refusal.js";

/** What somebody may do, and by which name what they write is. */
export interface Access {
  readonly may: "read" | "correct";
  /** The name of the token; `null` for whoever sits at this machine. */
  readonly name: string | null;
}

/** What of a request tells who asks. */
export interface Asker {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** Says who may do what. */
export interface Gate {
  /** @throws {Refusal} where the asker may not do what the request asks for */
  readonly admit: (asker: Asker) => Promise<Access>;
  /**
   * The same for an assistant, whose questions come by POST too: pages of other sites that a browser has open may not ask, and only a token in a header lets
   * an assistant correct.
   *
   * @throws {Refusal} where it may not ask
   */
  readonly admitAssistant: (asker: Asker) => Promise<Access>;
  /** Whether a secret opens anything, so that a browser may keep it. */
  readonly opens: (secret: string) => Promise<boolean>;
}

/** The cookie in which a browser keeps its token. */
export const tokenCookie = "sitrep_token";

/**
 * The gate of a server that listens at `host`. At an address of this machine's own everybody may read, and pages of the server itself may write: not those of
 * other sites that a browser has open (by `Sec-Fetch-Site` and `Origin`), nor pages whose own name was made to lead here (by `Host`). At any other
 * address a token is asked for.
 */
export function openGate(tokens: Pick<TokenTable, "read">, host: string): Gate {
  const local = isLoopback(host);
  const known = async (asker: Asker): Promise<Access | null> => {
    const access = await accessOf(asker, tokens);
    if (!local && access === null) {
      throw new Refusal("unauthorized", "This server asks for a token: Authorization: Bearer …, or ?token=… once.");
    }
    if (local && !isLoopback(hostIn(asker))) {
      throw new Refusal("forbidden", "This server answers only at this machine's own names: localhost, 127.0.0.1.");
    }
    return access;
  };
  return {
    admit: async (asker) => {
      const access = await known(asker);
      if (isRead(asker)) return access ?? { may: "correct", name: null };
      // A token in a header was put there by whoever has it; a browser sends a cookie also for others.
      if (bearerOf(asker) === null && !isSameOrigin(asker)) {
        throw new Refusal(
          "forbidden",
          "Only pages of this server may write without a token: Sec-Fetch-Site has to be same-origin, or Origin this server.",
        );
      }
      if (access?.may === "read") throw new Refusal("forbidden", "This token may read, but not correct.");
      return access ?? { may: "correct", name: null };
    },
    admitAssistant: async (asker) => {
      const access = await known(asker);
      const hasToken = bearerOf(asker) !== null;
      if (!hasToken && isOfBrowser(asker) && !isSameOrigin(asker)) {
        throw new Refusal("forbidden", "Pages of other sites may not ask here.");
      }
      return hasToken && access !== null ? access : { may: "read", name: access?.name ?? null };
    },
    opens: async (secret) => tokenOf(await tokens.read(), secret) !== null,
  };
}

/** @throws {Refusal} where a token is given that is none */
async function accessOf(asker: Asker, tokens: Pick<TokenTable, "read">): Promise<Access | null> {
  const secret = bearerOf(asker) ?? cookieOf(asker);
  if (secret === null) return null;
  const token: AccessToken | null = tokenOf(await tokens.read(), secret);
  if (token === null && bearerOf(asker) === null) return null;
  if (token === null) throw new Refusal("unauthorized", "This server does not know this token, or it was revoked.");
  return { may: token.may, name: token.name };
}

function bearerOf({ headers }: Asker): string | null {
  return /^Bearer\s+(\S{1,200})$/i.exec(one(headers.authorization))?.[1] ?? null;
}

function cookieOf({ headers }: Asker): string | null {
  const found = one(headers.cookie)
    .split(";")
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${tokenCookie}=`));
  return found?.slice(tokenCookie.length + 1) ?? null;
}

function isRead({ method }: Asker): boolean {
  return method === "GET" || method === "HEAD" || method === "OPTIONS";
}

/** Only browsers say where a request is from, and no page can keep them from it. */
function isOfBrowser({ headers }: Asker): boolean {
  return one(headers["sec-fetch-site"]) !== "" || one(headers.origin) !== "";
}

function isSameOrigin({ headers }: Asker): boolean {
  const site = one(headers["sec-fetch-site"]);
  if (site !== "") return site === "same-origin";
  const origin = one(headers.origin);
  return URL.canParse(origin) && new URL(origin).host === one(headers.host);
}

function hostIn({ headers }: Asker): string {
  return one(headers.host).replace(/:\d+$/, "");
}

/** Whether it names this machine alone. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, "").toLowerCase();
  if (name === "localhost") return true;
  return ipaddr.isValid(name) && ipaddr.process(name).range() === "loopback" && !/^\d+$/.test(name);
}

function one(header: string | readonly string[] | undefined): string {
  return typeof header === "string" ? header : (header?.[0] ?? "");
}
