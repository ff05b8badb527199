import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { LinkerEvent } from "../run/queue/link-work.js";
import type { ReaderEvent } from "../run/queue/read-work.js";
import type { Queue, QueueState } from "../store/engine/queue.js";
import { recordSize } from "../store/queries/record-size.js";
import type { Store } from "../store/store.js";

/** What a process tells Prometheus. */
export interface Metrics {
  /** All of it, in Prometheus' own format. */
  readonly text: () => Promise<string>;
  readonly contentType: string;
}

const queueGauges: readonly (readonly [keyof QueueState, name: string, help: string])[] = [
  ["waiting", "sitrep_queue_waiting", "Pieces of work that are in nobody's hands."],
  ["inWork", "sitrep_queue_in_work", "Pieces of work that readers work on."],
  ["failed", "sitrep_queue_failed", "Pieces of work that failed, and wait to be tried alone."],
  ["dead", "sitrep_queue_dead", "Pieces of work that were set aside."],
  ["oldestWait", "sitrep_queue_oldest_seconds", "How long the oldest piece of work has been waiting."],
  ["results", "sitrep_results_waiting", "Articles that are read and not in the record yet."],
  ["oldestResult", "sitrep_results_oldest_seconds", "How long the oldest of them has been waiting."],
];

/** The metrics of a process, with those of the queue as they are when somebody asks. `more` is done before that. */
export function openMetrics(
  queue: Pick<Queue, "state"> | null,
  registry = new Registry(),
  more: () => Promise<void> = async () => undefined,
): Metrics {
  collectDefaultMetrics({ register: registry });
  const gauges = queueGauges.map(
    ([, name, help]) => new Gauge({ name, help, registers: queue === null ? [] : [registry] }),
  );
  return {
    contentType: registry.contentType,
    text: async () => {
      const state = await queue?.state();
      if (state !== undefined) for (const [at, [key]] of queueGauges.entries()) gauges[at]?.set(state[key]);
      await more();
      return registry.metrics();
    },
  };
}

/** Sizes of the record, looked up when somebody asks. */
export function recordGauges(registry: Registry, store: Store): () => Promise<void> {
  const registers = [registry];
  const articles = new Gauge({ name: "sitrep_articles", help: "Articles in the record.", registers });
  const lines = new Gauge({ name: "sitrep_lines", help: "Lines in the record.", registers });
  return async () => {
    const size = await recordSize(store);
    articles.set(size.articles);
    lines.set(size.lines);
  };
}

/** Counts what a reader does. */
export function readerMeters(registry: Registry): (event: ReaderEvent) => void {
  const registers = [registry];
  const read = new Counter({ name: "sitrep_articles_read_total", help: "Articles that were read.", registers });
  const known = new Counter({
    name: "sitrep_articles_known_total",
    help: "Articles that were there already.",
    registers,
  });
  const unreadable = new Counter({
    name: "sitrep_articles_unreadable_total",
    help: "Inputs without an article.",
    registers,
  });
  const failed = new Counter({
    ...{
      name: "sitrep_work_failed_total",
      help: "Pieces of work that failed, by what then became of them.",
      registers,
    },
    labelNames: ["outcome"],
  });
  const seconds = new Histogram({
    ...{ name: "sitrep_work_seconds", help: "How long a piece of work took.", registers },
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300],
  });
  const full = new Gauge({ name: "sitrep_reader_resting", help: "1 while results pile up.", registers });
  const lost = databaseFailures(registry);
  return (event) => {
    if (event.kind === "read") {
      read.inc(event.articles);
      known.inc(event.known);
      seconds.observe(event.seconds);
    } else if (event.kind === "unreadable") unreadable.inc();
    else if (event.kind === "failed") failed.inc({ outcome: event.outcome.replace(" ", "_") });
    else if (event.kind === "full") full.set(event.isFull ? 1 : 0);
    else lost.inc();
  };
}

/** Counts what a linker does. */
export function linkerMeters(registry: Registry): (event: LinkerEvent) => void {
  const registers = [registry];
  const written = new Counter({
    ...{
      name: "sitrep_articles_written_total",
      help: "Articles that were handed in, by what became of them.",
      registers,
    },
    labelNames: ["outcome"],
  });
  const linking = new Counter({ name: "sitrep_linking_seconds_total", help: "Seconds spent linking.", registers });
  const lag = new Gauge({
    ...{
      name: "sitrep_linking_lag_seconds",
      help: "From when an article was read until it was linked, in the last round.",
      registers,
    },
  });
  const active = new Gauge({
    name: "sitrep_linker_active",
    help: "1 for the linker that links, 0 while it stands by.",
    registers,
  });
  const orphans = new Counter({
    name: "sitrep_work_orphaned_total",
    help: "Pieces of work whose reader was gone.",
    registers,
  });
  const lost = databaseFailures(registry);
  return (event) => {
    if (event.kind === "article") written.inc({ outcome: event.addition.kind });
    else if (event.kind === "linked") linking.inc(event.seconds);
    else if (event.kind === "caught-up") lag.set(event.lag);
    else if (event.kind === "turn") active.set(event.links ? 1 : 0);
    else if (event.kind === "orphan") orphans.inc();
    else if (event.kind === "lost") lost.inc();
  };
}

function databaseFailures(registry: Registry): Counter {
  const help = "How often the database did not answer.";
  return new Counter({ name: "sitrep_database_failures_total", help, registers: [registry] });
}

/** Counts the answers of a server, and how long they took. */
export function serverMeters(registry: Registry): (status: number, seconds: number) => void {
  const registers = [registry];
  const answers = new Counter({
    ...{ name: "sitrep_http_answers_total", help: "Answers, by the first digit of their status.", registers },
    labelNames: ["status"],
  });
  const took = new Histogram({
    ...{ name: "sitrep_http_seconds", help: "How long answers took.", registers },
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  });
  return (status, seconds) => {
    answers.inc({ status: `${Math.floor(status / 100)}xx` });
    took.observe(seconds);
  };
}
