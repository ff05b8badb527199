import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from "fastify";
import type { Access } from "./access.js";
import type { Answers } from "./answers.js";
import { resultOf } from "./command.js";
import { Refusal } from "./refusal.js";
import type { CorrectTask } from "./writing/task.js";
import type { Writer } from "./writing/writer.js";

/** A message of an assistant, with what it may do. */
export interface AssistantMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** The address of the server, without a slash at the end. */
  readonly server: string;
  readonly answers: Answers;
  readonly isGone: () => boolean;
  /** Corrects the record by the name of its token; `null` where it may only read. @throws {Refusal} where that cannot be done */
  readonly correct: ((task: Unsigned<CorrectTask>, why: string | null) => Promise<unknown>) | null;
}

type Unsigned<Task> = Task extends unknown ? Omit<Task, "by" | "why"> : never;

/** Answers assistants by the Model Context Protocol. */
export type AssistantDesk = (message: AssistantMessage) => Promise<Response>;

/** Where assistants ask. */
export const assistantsPath = "/mcp";

export interface AssistantsOptions {
  readonly answerMessage: AssistantDesk;
  readonly answers: Answers;
  readonly writer: Writer;
  /** Who asks, and what they may do. */
  readonly accessOf: (request: FastifyRequest) => Access | undefined;
  /** Whether an assistant with a token that may correct may do so. */
  readonly mayCorrect: boolean;
  readonly limits: RouteShorthandOptions;
  /** How many corrections a minute an address may make. */
  readonly mostWrites: number;
}

/** Answers assistants at `/mcp`, each message for itself: nothing is kept of whoever asked, and no stream stays open. */
export function serveAssistants(app: FastifyInstance, options: AssistantsOptions): void {
  const { answerMessage, answers, writer, accessOf, mayCorrect, limits, mostWrites } = options;
  const countWrite = app.createRateLimit({ max: mostWrites, timeWindow: "1 minute" });
  app.post(assistantsPath, limits, async (request, reply) => {
    if (Array.isArray(request.body))
      throw new Refusal("bad_request", "Expected one message of JSON-RPC, and not several at once.");
    const { may, name } = accessOf(request) ?? { may: "read", name: null };
    const correct: AssistantMessage["correct"] = async (task, why) => {
      const limit = await countWrite(request);
      if (!limit.isAllowed && limit.isExceeded)
        throw new Refusal("rate_limited", "Too many corrections; wait a minute.");
      return resultOf(await writer.write({ ...task, by: name ?? "", why }));
    };
    const response = await answerMessage({
      ...{ headers: headersOf(request), body: request.body, answers },
      server: `${request.protocol}://${request.host}`,
      isGone: () => request.raw.socket.destroyed,
      correct: mayCorrect && may === "correct" && name !== null ? correct : null,
    });
    return send(response, reply);
  });
  for (const method of ["GET", "DELETE"] as const) {
    app.route({
      ...limits,
      method,
      url: assistantsPath,
      handler: (_, reply) =>
        reply
          .code(405)
          .headers({ allow: "POST", "cache-control": "no-store" })
          .send(
            new Refusal("bad_request", "Assistants ask here by POST; there is no stream, and no session to end.").body,
          ),
    });
  }
}

function headersOf({ headers }: FastifyRequest): AssistantMessage["headers"] {
  const told = Object.entries(headers).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value] as const] : [],
  );
  return Object.fromEntries(told);
}

async function send(response: Response, reply: FastifyReply): Promise<FastifyReply> {
  reply.code(response.status).headers(Object.fromEntries(response.headers)).header("cache-control", "no-store");
  const text = await response.text();
  return text === "" ? reply.send() : reply.send(text);
}
