import { expect, test } from "vitest";
import { openedServer } from "../../test/opened-server.js";
import { temporaryFolder } from "../../test/temporary-folder.js";
import { openStoreForWriting } from "../store/store.js";
import { openMetrics } from "./metrics.js";
import { openProbeServer } from "./probes.js";

const path = temporaryFolder();

const state = { waiting: 3, inWork: 2, failed: 1, dead: 4, results: 7, oldestWait: 12.5, oldestResult: 0 };
const queue = { state: async () => state };

async function emptyRecord(place: string): Promise<void> {
  await (await openStoreForWriting(place, { now: () => new Date("2031-03-07T12:00:00Z") })).close();
}

/** The values of our own metrics. */
function valuesIn(text: string): Readonly<Record<string, number>> {
  const lines = text.split("\n").filter((line) => line.startsWith("sitrep_") && !line.includes("{"));
  return Object.fromEntries(lines.map((line) => [line.split(" ")[0], Number(line.split(" ")[1])]));
}

test("a server tells Prometheus of its record, its queue and its answers", async () => {
  await emptyRecord(path("a.db"));
  const { app } = await openedServer(path("a.db"), { queue });
  await app.inject("/api/status");
  const { body, headers } = await app.inject("/metrics");
  await app.close();
  expect(headers["content-type"]).toMatch(/^text\/plain; version=0\.0\.4/);
  expect(body).toContain('sitrep_http_answers_total{status="2xx"} 1');
  expect(body).toContain("process_cpu_seconds_total");
  expect(valuesIn(body)).toMatchObject({
    ...{ sitrep_articles: 0, sitrep_queue_waiting: 3, sitrep_queue_in_work: 2, sitrep_queue_failed: 1 },
    ...{ sitrep_queue_dead: 4, sitrep_results_waiting: 7, sitrep_queue_oldest_seconds: 12.5 },
  });
});

test("a record without a queue has no metrics of one", async () => {
  await emptyRecord(path("b.db"));
  const { app } = await openedServer(path("b.db"));
  const { body } = await app.inject("/metrics");
  await app.close();
  expect(body).toContain("sitrep_articles 0");
  expect(body).not.toContain("sitrep_queue");
});

test("probes ask for no token where all else does, metrics among it", async () => {
  await emptyRecord(path("c.db"));
  const { app } = await openedServer(path("c.db"), { host: "192.0.2.7" });
  const answers = await Promise.all(["/health", "/ready", "/metrics", "/api/status"].map((url) => app.inject(url)));
  await app.close();
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 401, 401]);
  expect(answers[1]?.body).toBe("ready\n");
});

test("a process that cannot reach its database lives, and is not ready", async () => {
  const lost = async (): Promise<string | null> => {
    throw new Error("secret address of the database");
  };
  const app = openProbeServer({ metrics: openMetrics(queue), notReady: lost });
  const [health, ready] = [await app.inject("/health"), await app.inject("/ready")];
  await app.close();
  expect([health.statusCode, ready.statusCode]).toEqual([200, 503]);
  expect(ready.body).toBe("the database does not answer\n");
});
