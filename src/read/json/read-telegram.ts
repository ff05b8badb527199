import { normaliseText } from "../../text/normalise.js";
import { buildArticle } from "../build-article.js";
import { type Entry, isEntry } from "../entries/entry-fields.js";
import { headlineOf } from "../headline.js";
import type { KnownFacts } from "../known-facts.js";
import type { Reading, ReadingOrNote } from "../reading.js";

/** Says of data whether it is what Telegram's own program exports: one chat, or an account with its chats. */
export function isTelegramExport(data: unknown): data is Entry {
  return chatsIn(data).length > 0;
}

/** An article for each message with a text. A forwarded one has its origin as outlet, one of a channel the channel, one of a group its sender as author. */
export async function* readTelegram(data: Entry, input: string, known: KnownFacts): AsyncGenerator<ReadingOrNote> {
  let passed = 0;
  for (const chat of chatsIn(data)) {
    for (const message of messagesOf(chat)) {
      const text = normaliseText(textOf(message.text));
      if (message.type !== "message" || text === "") passed += 1;
      else yield await readMessage(message, text, chat, input, known);
    }
  }
  if (passed > 0) {
    const what = `${passed} ${passed === 1 ? "message" : "messages"} without a text: pictures, calls, notices`;
    yield { kind: "note", input, note: `passed over ${what}` };
  }
}

async function readMessage(
  message: Entry,
  text: string,
  chat: Entry,
  input: string,
  known: KnownFacts,
): Promise<Reading> {
  const name = stringOf(chat.name);
  const sender = stringOf(message.from);
  const origin = stringOf(message.forwarded_from);
  const found = {
    text,
    title: headlineOf(text),
    url: null,
    outlet: origin ?? name,
    authors: origin === null && sender !== null && sender !== name ? [sender] : [],
    published: publishedOf(message),
    publishedFrom: "feed" as const,
    language: null,
    messages: [],
  };
  const article = await buildArticle(found, { ...known, id: null, url: null });
  const id = typeof message.id === "number" ? message.id : "without a number";
  return { kind: "article", input: `${input}, message ${id}`, article, retrieval: null, source: null };
}

function chatsIn(data: unknown): readonly Entry[] {
  if (!isEntry(data)) return [];
  if (isChat(data)) return [data];
  const lists = [data.chats, data.left_chats].flatMap((part) =>
    isEntry(part) && Array.isArray(part.list) ? part.list : [],
  );
  return lists.filter((chat: unknown): chat is Entry => isEntry(chat) && isChat(chat));
}

function isChat({ messages }: Entry): boolean {
  const first: unknown = Array.isArray(messages) ? messages.find(isEntry) : undefined;
  return isEntry(first) && (first.type === "message" || first.type === "service") && "date" in first;
}

function messagesOf({ messages }: Entry): readonly Entry[] {
  return Array.isArray(messages) ? messages.filter(isEntry) : [];
}

/** A text is a string, or a list of strings and of objects with a string and how it looks. */
function textOf(written: unknown): string {
  if (typeof written === "string") return written;
  if (!Array.isArray(written)) return "";
  return written
    .map((part: unknown) => (typeof part === "string" ? part : isEntry(part) ? (stringOf(part.text, false) ?? "") : ""))
    .join("");
}

/** The seconds count: the date beside them is in the zone of whoever exported. */
function publishedOf({ date, date_unixtime: seconds }: Entry): string | null {
  const time = Number(seconds ?? Number.NaN);
  return Number.isFinite(time) && time > 0 && time < 1e10
    ? new Date(time * 1_000).toISOString().replace(".000Z", "Z")
    : stringOf(date);
}

function stringOf(value: unknown, trimmed = true): string | null {
  if (typeof value !== "string" || value.trim() === "") return null;
  return trimmed ? value.trim() : value;
}
