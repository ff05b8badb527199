import { InvalidArgumentError, Option } from "commander";
import { isMailAddress, type MailServer, mailServer } from "../run/send-mail.js";
import type { Rendering } from "./rendering.js";
import { plainStyle } from "./style.js";

/** Through which server mail goes, and from whom. */
export interface MailOptions {
  readonly mailServer?: MailServer;
  readonly mailFrom?: string;
}

/** The options of a command that sends mail. @param when what makes it send mail */
export function mailOptions(when: string): readonly Option[] {
  return [
    new Option("--mail-server <server>", `smtp://USER@HOST:PORT or smtps://… for ${when}`).argParser(checkedServer),
    new Option("--mail-from <address>", "the sender's address; the user of the mail server if not given").argParser(
      checkedAddress,
    ),
  ];
}

function checkedServer(written: string): MailServer {
  const server = mailServer(written);
  if (server !== null) return server;
  throw new InvalidArgumentError(
    "Expected smtp://USER@HOST:PORT or smtps://USER@HOST:PORT, the user without a password: SITREP_MAIL_PASSWORD names that.",
  );
}

/** The address of one person. */
export function checkedAddress(written: string): string {
  if (!isMailAddress(written)) throw new InvalidArgumentError("Expected one address, as sitrep@desk.example.");
  return written;
}

/** The server and the sender, who is the user of the server where nobody says from whom; `null` where nobody named them. */
export function mailSender({ mailServer: server, mailFrom }: MailOptions) {
  const from = mailFrom ?? server?.user ?? "";
  return server !== undefined && isMailAddress(from) ? { server, from } : null;
}

/** Lines that no mail program breaks. */
export const inMail: Rendering = { style: plainStyle, width: 76 };
