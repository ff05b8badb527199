import { z } from "zod";
import { spanSchema } from "./span-schema.js";

/** Every code that a message can have; each has a line in `docs/messages.md`, and a test holds that. */
export const messageCodes = [
  "bytes-replaced",
  "copyright-held",
  "empty-text",
  "encoding-guessed",
  "encoding-mended",
  "feed-summary",
  "feed-text-only",
  "page-body-missing",
  "page-teaser",
  "pages-missing",
  "published-unreadable",
  "text-cut",
] as const;

/**
 * Something odd that was met on the way from bytes to a record, and where it stands in the article's text (`null`: no one place, or
 * outside the text). `code` is for programs, `reason` is a sentence for people.
 */
export const messageSchema = z
  .object({
    code: z.enum(messageCodes),
    severity: z.enum(["info", "warning", "error"]),
    span: spanSchema.nullable(),
    reason: z.string().min(1),
  })
  .readonly();

export type MessageCode = (typeof messageCodes)[number];

export type Message = z.infer<typeof messageSchema>;
