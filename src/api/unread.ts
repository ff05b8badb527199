import { z } from "zod";
import { firstMoment } from "../store/queries/added-after.js";
import { lastAdded } from "../store/queries/last-version.js";
import { mostUnread, type UnreadKind, unreadKinds, unreadSince } from "../store/queries/unread.js";
import { momentOf } from "./query.js";
import { resource } from "./resource.js";

const moment = momentOf(
  "When you last looked. A day stands for its first moment, in the record's time zone.",
).optional();
const count = z.int().nullable().describe(`${mostUnread} for as many and more; null where no moment was given.`);

/** `/api/unread`: how much is new to somebody since they last looked. */
export const unreadResource = resource({
  path: "/api/unread",
  summary: `How much was told by what was added since somebody last looked: stories, postures, disputes, and acts and states that nobody reviewed; each up to ${mostUnread}.`,
  query: z.strictObject({ stories: moment, postures: moment, disputes: moment, review: moment }),
  answers: z.strictObject({
    lastAdded: z
      .string()
      .nullable()
      .describe("When an article last came in: whoever looks now has seen all up to then."),
    stories: count,
    postures: count,
    disputes: count,
    review: count,
  }),
  answer: async ({ query, store }) => {
    const moments: Partial<Record<UnreadKind, string>> = {};
    for (const kind of unreadKinds) {
      const asked = query[kind];
      if (asked !== undefined) moments[kind] = await firstMoment(store, asked);
    }
    return { lastAdded: await lastAdded(store), ...(await unreadSince(store, moments)) };
  },
});
