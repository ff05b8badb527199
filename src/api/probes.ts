import Fastify, { type FastifyInstance } from "fastify";
import type { Metrics } from "./metrics.js";

/** What an orchestrator asks: whether the process lives, and whether it can do its work. They tell nothing else, and ask for no token. */
export const probePaths: ReadonlySet<string> = new Set(["/health", "/ready"]);

export interface Probes {
  readonly metrics: Metrics;
  /** Why it cannot do its work now, `null` where it can. */
  readonly notReady: () => Promise<string | null>;
}

/** Answers at `/health`, `/ready` and `/metrics`. */
export function serveProbes(app: FastifyInstance, { metrics, notReady }: Probes): void {
  app.get("/health", (_, reply) => reply.type("text/plain").header("cache-control", "no-store").send("ok\n"));
  app.get("/ready", async (_, reply) => {
    const reason = await notReady().catch(() => "the database does not answer");
    return reply
      .code(reason === null ? 200 : 503)
      .type("text/plain; charset=utf-8")
      .header("cache-control", "no-store")
      .send(`${reason ?? "ready"}\n`);
  });
  app.get("/metrics", async (_, reply) =>
    reply
      .type(metrics.contentType)
      .header("cache-control", "no-store")
      .send(await metrics.text()),
  );
}

/** A server of these alone, for a process that has no other. */
export function openProbeServer(probes: Probes): FastifyInstance {
  const app = Fastify({ bodyLimit: 1, requestTimeout: 10_000, forceCloseConnections: true });
  serveProbes(app, probes);
  return app;
}
