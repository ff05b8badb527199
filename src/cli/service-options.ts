import { InvalidArgumentError, Option } from "commander";
import type { Registry } from "prom-client";
import { ListenError, type ListenOptions, listen } from "../api/listen.js";
import { openMetrics } from "../api/metrics.js";
import { openProbeServer } from "../api/probes.js";
import type { Log, LogFormat } from "../run/log.js";
import { logFormats } from "../run/log.js";
import type { Queue } from "../store/engine/queue.js";

/** What processes that run for long can be told. */
export interface ServiceOptions {
  readonly log: LogFormat;
  readonly metrics?: ListenOptions;
}

export function logOption(): Option {
  return new Option("--log <format>", "how to say on standard error what happens: text for people, json for programs")
    .choices([...logFormats])
    .default("text");
}

export function metricsOption(): Option {
  return new Option(
    "--metrics <port>",
    "answer at /metrics (for Prometheus), /health and /ready; of this machine alone, or at an address as in 0.0.0.0:4312",
  ).argParser((written: string): ListenOptions => {
    const [, host = "127.0.0.1", port = ""] = /^(?:(.+):)?(\d{1,5})$/.exec(written) ?? [];
    if (port === "" || Number(port) > 65_535)
      throw new InvalidArgumentError("Expected a port, as 4312 or 0.0.0.0:4312.");
    return { host: host.replace(/^\[|\]$/g, ""), port: Number(port) };
  });
}

/** Answers for a service of a queue where `--metrics` says, if it says so, and is ready while the queue answers; gives how that ends. @throws {ListenError} where it cannot */
export async function listenForProbes(
  where: ListenOptions | undefined,
  queue: Queue,
  registry: Registry,
  log: Log,
): Promise<() => Promise<void>> {
  if (where === undefined) return async () => undefined;
  const notReady = async (): Promise<string | null> => {
    await queue.state();
    return null;
  };
  const app = openProbeServer({ metrics: openMetrics(queue, registry), notReady });
  try {
    const address = await listen(app, where);
    log.note(`metrics are at ${address}metrics`, { address });
  } catch (error) {
    if (error instanceof ListenError) await app.close();
    throw error;
  }
  return async () => app.close();
}
