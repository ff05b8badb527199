import { z } from "zod";
import type { AddTask } from "./writing/task.js";
import type { Writer } from "./writing/writer.js";

/** Reading articles in, which takes longer than anybody waits for an answer. */
export const jobSchema = z
  .strictObject({
    id: z.string(),
    kind: z.enum(["source", "examples", "file", "text"]),
    what: z.string().describe("What is read in, in words."),
    state: z.enum(["waiting", "running", "done", "failed"]),
    done: z.int().describe("Articles that are done."),
    total: z.int().nullable().describe("How many there are; null if that is not known before the end."),
    added: z.int(),
    newVersions: z.int(),
    known: z.int(),
    failed: z.int(),
    reasons: z.array(z.string()).readonly().describe("Why articles could not be read in, the first ten."),
    articles: z.array(z.string()).readonly().describe("The ids of what was added or known already, the first ten."),
    message: z.string().nullable().describe("The result, or why it failed, in words; null while it goes on."),
  })
  .meta({ id: "Job", description: "Reading articles in." });

export type Job = z.infer<typeof jobSchema>;

/** The jobs of a server, since it started. */
export interface Jobs {
  /** @param ended called once it is at its end */
  readonly start: (kind: Job["kind"], what: string, task: AddTask, ended?: () => void) => Job;
  readonly find: (id: string) => Job | null;
  /** How many are not yet at their end. */
  readonly open: () => number;
  readonly listen: (listener: (job: Job) => void) => () => void;
}

/** So many jobs can be asked for after their end. */
const mostKept = 100;

/** Jobs that `writer` does, one after another. */
export function openJobs(writer: Writer): Jobs {
  const jobs = new Map<string, Job>();
  const listeners = new Set<(job: Job) => void>();
  let started = 0;
  const note = (job: Job): Job => {
    jobs.set(job.id, job);
    for (const listener of listeners) listener(job);
    return job;
  };
  const isOpen = ({ state }: Job): boolean => state === "waiting" || state === "running";
  return {
    start: (kind, what, task, ended = () => undefined) => {
      started += 1;
      const id = `job_${started}`;
      for (const { id: old } of [...jobs.values()].filter((one) => !isOpen(one)).slice(0, -mostKept)) jobs.delete(old);
      const counts = { done: 0, total: null, added: 0, newVersions: 0, known: 0, failed: 0, reasons: [], articles: [] };
      let job = note({ id, kind, what, state: "waiting", ...counts, message: null });
      void writer
        .write(task, ({ added, newVersions, known, failed, total, reasons, articles }) => {
          const done = added + newVersions + known + failed;
          job = note({ ...job, state: "running", done, total, added, newVersions, known, failed, reasons, articles });
        })
        .then((outcome) => {
          const message = outcome.kind === "done" ? wordsFor(job) : (outcome.reason.split("\n")[0] ?? "");
          ended();
          note({ ...job, state: outcome.kind === "done" ? "done" : "failed", message });
        });
      return job;
    },
    find: (id) => jobs.get(id) ?? null,
    open: () => [...jobs.values()].filter(isOpen).length,
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function wordsFor({ added, newVersions, known, failed }: Job): string {
  const told = [
    [added, "added"],
    [newVersions, newVersions === 1 ? "new version" : "new versions"],
    [known, "known already"],
    [failed, "failed"],
  ] as const;
  const some = told.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return some.length === 0 ? "no article was found in it" : some.join(", ");
}
