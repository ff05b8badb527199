import { z } from "zod";
import { linesOfEdge, toldNetwork } from "../ask/told-network.js";
import { edgeKinds } from "../view/network-view.js";
import { askedPeriod } from "./asked-period.js";
import { filterQuery, idSchema, someOf } from "./query.js";
import { list, resource } from "./resource.js";
import { networkSchema } from "./schemas/drawn.js";
import { lineSchema } from "./schemas/line.js";

/** `/api/network`: who acts on, backs and contradicts whom. */
export const networkResource = resource({
  path: "/api/network",
  summary: "Known people and bodies, and who of them acts on, backs and contradicts whom.",
  query: filterQuery.extend({ kind: someOf(edgeKinds).optional() }),
  answers: networkSchema,
  answer: async (asked) => toldNetwork(asked.store, await askedPeriod(asked), asked.query.kind ?? edgeKinds),
});

/** `/api/network/lines`: what an edge of it rests on. */
export const edgeResource = list({
  path: "/api/network/lines",
  summary: "The lines behind one edge of the network, the latest first.",
  query: filterQuery.extend({
    from: idSchema.describe("The id of who acts, backs or contradicts."),
    to: idSchema.describe("The id of whom."),
    kind: z.enum(edgeKinds).optional(),
  }),
  answers: lineSchema,
  answer: async (asked) => {
    const { from, to, kind = null } = asked.query;
    const { offset, limit } = asked.page;
    return linesOfEdge(asked.store, await askedPeriod(asked), { from, to, kind, offset, limit: limit + 1 });
  },
});
