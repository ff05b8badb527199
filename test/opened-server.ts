import type { FastifyInstance } from "fastify";
import { openAnswererHere } from "../src/api/answering/answerer.js";
import { openServer, type ServerOptions } from "../src/api/server.js";
import { openWriterHere } from "../src/api/writing/writer.js";
import { openStoreForReading } from "../src/store/store.js";
import { recordedEffects } from "./recorded-effects.js";

/** A server over the database at `path`, with a recorded world, and what it reported. */
export async function openedServer(
  path: string,
  given: Partial<Pick<ServerOptions, "host" | "patience" | "pages" | "docs" | "assistants" | "queue">> = {},
): Promise<{ readonly app: FastifyInstance; readonly reported: () => string }> {
  const { effects, reported } = recordedEffects({});
  const app = await openServer({
    ...{ store: await openStoreForReading(path), answerer: await openAnswererHere(path, effects) },
    ...{ writer: openWriterHere(path, effects), effects },
    ...{ host: "127.0.0.1", pages: "/nowhere", docs: "/nowhere", allowPrivate: false, ...given },
  });
  return { app, reported };
}

/** The headers with which a page of the server itself writes. */
export const ownPage = { "sec-fetch-site": "same-origin" } as const;
