import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply } from "fastify";
import type { Effects } from "../run/effects.js";
import { type Answer, openAnswers } from "./answers.js";
import { answerWithPage, servePages } from "./pages.js";
import type { RecordReader } from "./record-reader.js";
import { Refusal, type RefusalCode, refusalStatus } from "./refusal.js";
import { resources } from "./resources.js";
import { securityHeaders } from "./security.js";

export interface ServerOptions {
  readonly reader: RecordReader;
  readonly effects: Pick<Effects, "readFile" | "report">;
  /** The folder of the built pages. */
  readonly pages: string;
}

/** The interface over a record, ready to listen. Closing it closes the reader too. */
export function openServer({ reader, effects, pages }: ServerOptions): FastifyInstance {
  const app = Fastify({
    bodyLimit: largestBody,
    routerOptions: { maxParamLength: 2000, ignoreTrailingSlash: true },
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 10_000,
  });
  const answers = openAnswers(reader, effects);
  app.addHook("onRequest", async (_, reply) => void reply.headers(securityHeaders));
  app.addHook("onClose", () => reader.close());
  for (const resource of resources) {
    app.get(resource.path, async (request, reply) => {
      const { url, query } = request;
      const answer = await answers.answer(resource, { url, params: paramsOf(request.params), query });
      return send(answer, request.headers["if-none-match"], reply);
    });
  }
  servePages(app, pages);
  app.setNotFoundHandler(async (request, reply) => {
    if (await answerWithPage(request, reply, pages)) return reply;
    return refuse(
      new Refusal("not_found", `There is nothing at ${request.method} ${request.url.slice(0, 200)}.`),
      reply,
    );
  });
  app.setErrorHandler((error: FastifyError, _, reply) => {
    const refusal = error instanceof Refusal ? error : refusalOf(error);
    if (refusal.code === "internal") effects.report(`sitrep: ${error.stack ?? error.message}\n`);
    return refuse(refusal, reply);
  });
  return app;
}

/** In bytes; the longest thing that anybody has to send is the reason for a correction. */
const largestBody = 64 * 1024;

/** A path that ends in `*` names what it takes `id`. */
function paramsOf(params: unknown): unknown {
  const { "*": id, ...rest } = params as Readonly<Record<string, string>>;
  return id === undefined ? rest : { ...rest, id };
}

function send({ json, etag }: Answer, known: string | undefined, reply: FastifyReply): FastifyReply {
  reply.header("etag", etag).header("cache-control", "no-cache");
  if (known?.split(",").some((one) => one.trim().replace(/^W\//, "") === etag)) return reply.code(304).send();
  return reply.type("application/json; charset=utf-8").send(json);
}

function refuse(refusal: Refusal, reply: FastifyReply): FastifyReply {
  return reply.code(refusal.status).header("cache-control", "no-store").send(refusal.body);
}

/** What Fastify itself refuses is the asker's fault, all else is ours. */
function refusalOf({ statusCode, message }: FastifyError): Refusal {
  if (statusCode === undefined || statusCode >= 500) {
    return new Refusal("internal", "This went wrong here. The server's own output says more; please report it.");
  }
  const code = (Object.keys(refusalStatus) as RefusalCode[]).find((one) => refusalStatus[one] === statusCode);
  return new Refusal(code ?? "bad_request", message);
}
