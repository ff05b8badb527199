/** A message to one person. */
export interface Mail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same as a page, which a mail program shows in its stead if it can. */
  readonly html?: string;
}

/** The server that takes mail from us. */
export interface MailServer {
  readonly host: string;
  /** 465 where the connection is encrypted from the start, else 587. */
  readonly port: number;
  /** Whether the connection is encrypted from the start; else as soon as the server offers it. */
  readonly encrypted: boolean;
  /** Whom we log in as; `null` where the server asks for nobody. */
  readonly user: string | null;
}

/** Why no mail goes where nobody named a server and a sender. */
export const noMailServer = "no mail server is named; give --mail-server and --mail-from";

/** The server that is written `smtp://USER@HOST:PORT` or `smtps://…`; user and port may be left out. `null` for what is none, and for an address with a password in it. */
export function mailServer(written: string): MailServer | null {
  if (!/^smtps?:\/\//.test(written) || !URL.canParse(written)) return null;
  const { protocol, hostname, port, username, password, pathname, search, hash } = new URL(written);
  const more = `${password}${pathname.replace(/^\/$/, "")}${search}${hash}`;
  const user = username === "" ? null : decoded(username);
  if (hostname === "" || more !== "" || (username !== "" && user === null)) return null;
  const encrypted = protocol === "smtps:";
  return {
    // An IPv6 address stands in brackets in a URL alone.
    host: hostname.replace(/^\[|\]$/g, ""),
    port: port === "" ? (encrypted ? 465 : 587) : Number(port),
    encrypted,
    user,
  };
}

/** The text that is percent-encoded; `null` where it is none. */
function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** Whether it is one plain address, so that it can stand in a header and name one person. */
export function isMailAddress(written: string): boolean {
  return /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+$/.test(written) && written.length <= 254;
}

/** In milliseconds: for a connection, for the greeting, between two signs of life, and for all of it. */
export interface MailPatience {
  readonly connection: number;
  readonly silence: number;
  readonly whole: number;
}

const usualPatience: MailPatience = { connection: 15_000, silence: 60_000, whole: 120_000 };

/**
 * Hands a message to the server: `null` where it took it, else why not, in words. A password goes over an encrypted connection alone.
 *
 * @param password of the user, where the server asks for one
 */
export async function sendMail(
  { from, to, subject, text, html }: Mail,
  { host, port, encrypted, user }: MailServer,
  password: string | null,
  patience: MailPatience = usualPatience,
): Promise<string | null> {
  if (user !== null && password === null) return `no password is set for ${user}; give it in SITREP_MAIL_PASSWORD`;
  // It asks the system for all network interfaces as soon as it is loaded.
  const { createTransport } = await import("nodemailer");
  const transport = createTransport({
    host,
    port,
    secure: encrypted,
    requireTLS: user !== null,
    ...(user === null ? {} : { auth: { user, pass: password ?? "" } }),
    connectionTimeout: patience.connection,
    greetingTimeout: patience.connection,
    socketTimeout: patience.silence,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const overall = AbortSignal.timeout(patience.whole);
  try {
    await transport.sendMail({ from, to, subject, text, ...(html === undefined ? {} : { html }), signal: overall });
    return null;
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    const reason = overall.aborted ? `it took longer than ${patience.whole / 1000} seconds` : words;
    return `the mail server ${host}:${port} did not take it: ${firstLine(reason)}`;
  } finally {
    transport.close();
  }
}

/** A server may answer with pages. */
function firstLine(text: string): string {
  return (text.split(/[\r\n]/)[0] ?? "").slice(0, 300);
}
