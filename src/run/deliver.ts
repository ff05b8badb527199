import type { Effects, WebPolicy } from "./effects.js";
import { isMailAddress, type MailServer, noMailServer } from "./send-mail.js";

/** Where alerts go. */
export type AlertTarget =
  | { readonly kind: "atom"; readonly path: string }
  | { readonly kind: "webhook"; readonly address: string }
  | { readonly kind: "mail"; readonly address: string }
  | { readonly kind: "command"; readonly command: string };

/** The target that is written so: `atom:FILE`, `webhook:URL`, `mail:ADDRESS`, `command:CMD`; `null` for what is none. */
export function alertTarget(written: string): AlertTarget | null {
  const [, kind, where = ""] = /^(atom|webhook|mail|command):(.+)$/s.exec(written) ?? [];
  switch (kind) {
    case "atom":
      return { kind, path: where };
    case "webhook":
      return /^https?:\/\//.test(where) && URL.canParse(where) ? { kind, address: where } : null;
    case "mail":
      return isMailAddress(where) ? { kind, address: where } : null;
    case "command":
      return { kind, command: where };
    default:
      return null;
  }
}

/** What is delivered, in the forms that targets take. */
export interface AlertMessage {
  /** For a webhook and a command. */
  readonly json: string;
  /** The whole feed, with what was delivered before. */
  readonly atom: () => Promise<string>;
  /** For a person who gets it as mail. */
  readonly subject: string;
  readonly text: string;
}

/** What delivering may do, and through whom. */
export interface DeliveryPolicy extends WebPolicy {
  /** Through which mail goes, and from whom it is; `null` where nobody named one. */
  readonly mail: { readonly server: MailServer; readonly from: string } | null;
}

/** Delivers to the target: `null` where it took it, else why not, in words. */
export async function deliver(
  target: AlertTarget,
  message: AlertMessage,
  effects: Pick<Effects, "writeFile" | "runCommand" | "postJson" | "sendMail">,
  policy: DeliveryPolicy,
): Promise<string | null> {
  switch (target.kind) {
    case "atom": {
      const feed = await message.atom();
      return await effects.writeFile(target.path, feed).then(
        () => null,
        (error: unknown) =>
          `${target.path} cannot be written: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
    case "webhook": {
      const answer = await effects.postJson(target.address, message.json, policy);
      if (answer.kind === "none") return answer.reason;
      return answer.status >= 200 && answer.status < 300 ? null : `the server answered ${answer.status}`;
    }
    case "mail": {
      if (policy.mail === null) return noMailServer;
      const { server, from } = policy.mail;
      return await effects.sendMail({ from, to: target.address, subject: message.subject, text: message.text }, server);
    }
    case "command": {
      const { status, errors } = await effects.runCommand(target.command, message.json);
      const ended = status === null ? "the command did not end by itself" : `the command ended with status ${status}`;
      return status === 0 ? null : `${ended}${errors === "" ? "" : `: ${errors}`}`;
    }
  }
}
