import { z } from "zod";
import type { Job } from "./jobs.js";
import { Refusal } from "./refusal.js";
import type { AddTask, Task, TaskOutcome } from "./writing/task.js";

/** What a command works with. */
export interface Commanded<Params, Body, Query = unknown> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** The file that was sent; empty where none is taken. */
  readonly file: Uint8Array;
  /** By whom it is: the name of their token, else whom they say they are, else the system's user. */
  readonly by: (said: string | undefined) => string;
  /** Does a task and gives its result. @throws {Refusal} where it cannot be done */
  readonly write: (task: Task) => Promise<unknown>;
  readonly startJob: (kind: Job["kind"], what: string, task: Omit<AddTask, "kind" | "allowPrivate">) => Job;
}

/** Something that changes the record, at an address of its own. */
export interface Command {
  readonly method: "POST" | "DELETE";
  readonly path: string;
  readonly summary: string;
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  /** `null` where no JSON is sent. */
  readonly body: z.ZodType | null;
  /** Whether a file is sent as it is, and no JSON. */
  readonly takesFile: boolean;
  /** In bytes: the largest body, where that is another than that of most commands. */
  readonly largest: number | null;
  readonly status: 201 | 202 | 204;
  /** `null` where nothing comes back. */
  readonly answers: z.ZodType | null;
  readonly perform: (commanded: Commanded<unknown, unknown, unknown>) => Promise<unknown>;
}

/** A command that works with what its own schemas give. */
export function command<
  Params extends z.ZodObject = typeof nothing,
  Body extends z.ZodType = typeof nothing,
  Answers extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodObject = typeof nothing,
>(given: {
  readonly method: Command["method"];
  readonly path: string;
  readonly summary: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly takesFile?: boolean;
  readonly largest?: number;
  readonly status: Command["status"];
  readonly answers?: Answers;
  readonly perform: (
    commanded: Commanded<z.output<Params>, z.output<Body>, z.output<Query>>,
  ) => Promise<z.output<Answers>>;
}): Command {
  return {
    ...given,
    params: given.params ?? nothing,
    query: given.query ?? nothing,
    takesFile: given.takesFile ?? false,
    largest: given.largest ?? null,
    body: given.body ?? null,
    answers: given.answers ?? null,
    // The server has parsed all three by these very schemas.
    perform: ({ params, body, query, ...rest }) =>
      given.perform({
        ...rest,
        params: params as z.output<Params>,
        body: body as z.output<Body>,
        query: query as z.output<Query>,
      }),
  };
}

const nothing = z.strictObject({});

/** The result of a task that was done. @throws {Refusal} that says why it was not */
export function resultOf(outcome: TaskOutcome): unknown {
  switch (outcome.kind) {
    case "done":
      return outcome.result;
    case "missing":
      throw new Refusal("not_found", outcome.reason);
    case "refused":
      throw new Refusal("conflict", outcome.reason);
    case "busy":
      throw new Refusal("busy", outcome.reason);
    case "failed":
      throw new Error(outcome.reason);
  }
}
