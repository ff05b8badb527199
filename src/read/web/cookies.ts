interface Cookie {
  readonly name: string;
  readonly value: string;
  /** The host that set it, and whether its subdomains get it too. */
  readonly host: string;
  readonly below: boolean;
  readonly path: string;
  readonly secure: boolean;
}

/**
 * The cookies of one fetch: some servers set one and redirect to see whether it comes back. They are sent to the host that set them, or to the domain that it
 * names, and live no longer than the fetch, so that no site can tell one question from another.
 */
export class Cookies {
  #held: readonly Cookie[] = [];

  /** Takes what an answer from that address sets, a cookie a line. */
  take(header: string, address: string): void {
    for (const line of header.split("\n").slice(0, mostCookies)) {
      const cookie = parseCookie(line, new URL(address));
      if (cookie === null) continue;
      const { kept, ...told } = cookie;
      const others = this.#held.filter(
        ({ name, host, path }) => name !== told.name || host !== told.host || path !== told.path,
      );
      this.#held = kept && others.length < mostCookies ? [...others, told] : others;
    }
  }

  /** The header for a question to that address; none where there is nothing to send. */
  headerFor(address: string): Readonly<Record<string, string>> {
    const { hostname, pathname, protocol } = new URL(address);
    const sent = this.#held.filter(
      ({ host, below, path, secure }) =>
        (hostname === host || (below && hostname.endsWith(`.${host}`))) &&
        (pathname === path || pathname.startsWith(path.endsWith("/") ? path : `${path}/`)) &&
        (!secure || protocol === "https:"),
    );
    return sent.length === 0 ? {} : { cookie: sent.map(({ name, value }) => `${name}=${value}`).join("; ") };
  }
}

const mostCookies = 50;
const longestCookie = 4_096;

/** `kept` is false for one that is taken back. */
function parseCookie(line: string, { hostname }: URL): (Cookie & { readonly kept: boolean }) | null {
  const [pair = "", ...attributes] = line.slice(0, longestCookie).split(";");
  const [name = "", value] = split(pair);
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name) || value === undefined || /[^\x21-\x7e]/.test(value)) return null;
  const told = new Map(
    attributes.map((written) => split(written)).map(([key = "", to = ""]) => [key.toLowerCase(), to]),
  );
  const domain = (told.get("domain") ?? "").replace(/^\./, "").toLowerCase();
  // A domain of one word is a whole country's or the like.
  const below = domain.includes(".") && !/^[\d.]+$/.test(domain);
  if (below && hostname !== domain && !hostname.endsWith(`.${domain}`)) return null;
  const path = told.get("path") ?? "";
  const kept = !/^(?:0|-\d+)$/.test(told.get("max-age") ?? "") && !(Date.parse(told.get("expires") ?? "") <= longAgo);
  const of = {
    host: below ? domain : hostname,
    below,
    path: path.startsWith("/") ? path : "/",
    secure: told.has("secure"),
  };
  return { name, value, ...of, kept };
}

/** A cookie is taken back by a date of long ago; how late it is now does not matter within one fetch. */
const longAgo = Date.UTC(2000, 0, 1);

function split(written: string): readonly string[] {
  const at = written.indexOf("=");
  return at < 0 ? [written.trim()] : [written.slice(0, at).trim(), written.slice(at + 1).trim()];
}
