import PostalMime, { type Attachment, type Email } from "postal-mime";
import { buildArticle, nothingElse } from "../build-article.js";
import type { KnownFacts } from "../known-facts.js";
import { bodyOfHtml } from "../page/read-page.js";
import { type Reading, type ReadingOrNote, unreadable } from "../reading.js";
import { sniffFormat } from "../sniff-format.js";
import { type ForwardedMail, forwardedIn } from "./forwarded-mail.js";
import { plainParagraphs, withoutFooter } from "./mail-text.js";
import { repairedText } from "./repaired-text.js";
import { splitMailbox } from "./split-mailbox.js";

/** 64 MiB: more than any server takes. */
const largestMail = 64 * 1024 * 1024;

/** Mails in mails in mails. */
const deepest = 5;

/** The articles of a mailbox, as {@link readMail} gives them of each mail. */
export async function* readMailbox(bytes: Uint8Array, input: string, known: KnownFacts): AsyncGenerator<ReadingOrNote> {
  let count = 0;
  for (const mail of splitMailbox(bytes)) {
    count += 1;
    yield* readMail(mail, `${input}, mail ${count}`, known);
  }
  if (count === 0) yield unreadable(input, "this mailbox is empty");
}

/**
 * The article of a mail: its subject and its text, the HTML part read as a page. A mail that forwards another gives that one, with its own sender and date;
 * what stands above it is an article of its own where it is more than a few words. Attached mails and documents are read too, other attachments are named in a note.
 */
export async function* readMail(
  bytes: Uint8Array,
  input: string,
  known: KnownFacts,
  depth = 0,
): AsyncGenerator<ReadingOrNote> {
  if (bytes.length > largestMail)
    return yield unreadable(input, `this mail has ${bytes.length} bytes; up to ${largestMail} are read`);
  const email = await parse(bytes);
  if (email === null) return yield unreadable(input, "this mail is nested too deep, or has too many headers");
  if (isEncrypted(email)) return yield unreadable(input, "this mail is encrypted; save it decrypted");
  const mails = depth < deepest ? email.attachments.filter(({ mimeType }) => mimeType === "message/rfc822") : [];
  const others = email.attachments.filter((one) => !mails.includes(one) && one.related !== true);
  const documents = others.filter(isDocument).slice(0, mostDocuments);
  const passed = others.filter((one) => !documents.includes(one));
  if (passed.length > 0) yield { kind: "note", input, note: `not read: ${named(passed)}` };
  const articles = await articlesOf(email, input, known, mails.length === 0);
  yield* articles;
  for (const one of documents) yield await readAttached(one, input, known);
  for (const [index, mail] of mails.entries()) {
    yield* readMail(bytesOf(mail), `${input}, attached mail ${index + 1}`, known, depth + 1);
  }
  if (articles.length === 0 && mails.length === 0 && documents.length === 0)
    yield unreadable(input, "this mail has no text");
}

const mostDocuments = 20;

function isDocument(attachment: Attachment): boolean {
  return sniffFormat(bytesOf(attachment), attachment.filename ?? "").kind === "document";
}

async function readAttached(attachment: Attachment, input: string, known: KnownFacts): Promise<Reading> {
  const name = `${input}, attachment ${shownName(attachment)}`;
  const { readInput } = await import("../read-input.js");
  return readInput(bytesOf(attachment), name, { ...known, id: null, title: null });
}

/** The limits of the library reject; all else it reads as far as it can. */
async function parse(bytes: Uint8Array): Promise<Email | null> {
  try {
    const email = await PostalMime.parse(bytes, { forceRfc822Attachments: true });
    return { ...email, html: email.html && repairedText(email.html), text: email.text && repairedText(email.text) };
  } catch {
    return null;
  }
}

function isEncrypted({ headers, text }: Email): boolean {
  const type = headers.find(({ key }) => key === "content-type")?.value ?? "";
  return (
    /^\s*multipart\/encrypted|^\s*application\/(?:x-)?pkcs7-mime\b(?!.*signed-data)/i.test(type) ||
    /^\s*-----BEGIN PGP MESSAGE/.test(text ?? "")
  );
}

/** Fewer words above a mail that is passed on ("for your information") are nobody's news. */
const fewestWords = 40;

/** `alone`: whether all that the mail tells stands in its text. */
async function articlesOf(email: Email, input: string, known: KnownFacts, alone: boolean): Promise<readonly Reading[]> {
  const text = email.text ?? (email.html === undefined ? "" : (await paragraphsOfPart(email)).join("\n\n"));
  const own = { from: senderOf(email), date: dateOf(email), subject: ownSubject(email) };
  const forwarded = innermost(text);
  const body = forwarded === null ? await paragraphsOfPart(email) : plainParagraphs(forwarded.above);
  const isNote = forwarded !== null || !alone;
  const paragraphs = withoutFooter(body);
  const readings: Reading[] = [];
  if (isNote ? countWords(paragraphs) >= fewestWords : paragraphs.length > 0) {
    readings.push(await mailArticle(own, paragraphs, input, known));
  }
  if (forwarded === null) return readings;
  const facts = { ...forwarded, subject: forwarded.subject ?? own.subject };
  readings.push(
    await mailArticle(facts, withoutFooter(plainParagraphs(forwarded.text)), `${input}, forwarded mail`, known),
  );
  return readings;
}

/** What was forwarded first, where a mail was passed on several times; what stands above counts as above that. */
function innermost(text: string): ForwardedMail | null {
  let found: ForwardedMail | null = null;
  let next = forwardedIn(text);
  for (let depth = 0; next !== null && depth < deepest; depth++) {
    found = found === null ? next : { ...next, above: `${found.above}\n\n${next.above}` };
    next = forwardedIn(found.text);
  }
  return found;
}

async function paragraphsOfPart({ html, text }: Email): Promise<readonly string[]> {
  const page = html === undefined ? [] : bodyOfHtml(html);
  return page.length > 0 ? page : plainParagraphs(text ?? "");
}

interface MailFacts {
  readonly from: string | null;
  readonly date: string | null;
  readonly subject: string | null;
}

async function mailArticle(
  facts: MailFacts,
  body: readonly string[],
  input: string,
  known: KnownFacts,
): Promise<Reading> {
  const title = subjectOf(facts.subject);
  const found = {
    ...nothingElse,
    text: (title === null || title === body[0] ? body : [title, ...body]).join("\n\n"),
    title,
    outlet: nameOf(facts.from),
    published: facts.date,
  };
  return { kind: "article", input, article: await buildArticle(found, known), retrieval: null, source: null };
}

/** A list's mark before the subject is no part of it. */
function ownSubject({ headers, subject }: Email): string | null {
  const ofList = headers.some(({ key }) => key === "list-id" || key === "list-post");
  const own = ofList ? subject?.replace(/^((?:re|fwd?)\s*:\s*)?\[[^\]]{1,40}\]\s*/i, "$1") : subject;
  return own ?? null;
}

/** The subject without the marks of answers and forwards. */
function subjectOf(written: string | null): string | null {
  const subject = (written ?? "")
    .replace(/^(?:(?:fwd?|re|aw|wg)\s*:\s*)+/i, "")
    .replace(/\s+/g, " ")
    .trim();
  return subject === "" ? null : subject;
}

function senderOf({ from, sender }: Email): string | null {
  const [name, address] = [from ?? sender].flatMap((one) => [one?.name ?? "", one?.address ?? ""]);
  return name || address || null;
}

/** A sender's name; of a bare address what stands behind the @. */
function nameOf(from: string | null): string | null {
  const name = (from ?? "")
    .replace(/<[^>]*>|\[mailto:[^\]]*\]|^mailto:/gi, "")
    .replace(/["*]/g, "")
    .trim();
  const shown = name === "" ? (/[^\s<>@]+@[^\s<>]+/.exec(from ?? "")?.[0] ?? "") : name;
  return (/^[^\s@]+@([^\s@]+)$/.exec(shown)?.[1] ?? shown) || null;
}

/** The header as written, for it has the sender's zone. Gmail's forwards say "at" between day and time, and a narrow space before AM. */
function dateOf({ headers, date }: Email): string | null {
  return headers.find(({ key }) => key === "date")?.value ?? date ?? null;
}

function named(attachments: readonly Attachment[]): string {
  const names = attachments.map(shownName);
  return `${names.length === 1 ? "the attachment" : `${names.length} attachments,`} ${names.slice(0, 8).join(", ")}`;
}

function shownName({ filename, mimeType }: Attachment): string {
  return (filename ?? mimeType).replace(/[^\p{L}\p{N} ._()/+-]/gu, "?").slice(0, 60);
}

function bytesOf({ content }: Attachment): Uint8Array {
  return typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content);
}

function countWords(paragraphs: readonly string[]): number {
  return paragraphs.join(" ").match(/\p{L}+/gu)?.length ?? 0;
}
