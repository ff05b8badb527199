import fastifyRateLimit from "@fastify/rate-limit";
import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { Registry } from "prom-client";
import type { Effects } from "../run/effects.js";
import type { Queue } from "../store/engine/queue.js";
import type { Store } from "../store/store.js";
import { openTokens } from "../store/tokens.js";
import { type Access, isLoopback, openGate, tokenCookie } from "./access.js";
import type { Answerer } from "./answering/answerer.js";
import { openAnswers, type SentAnswer } from "./answers.js";
import { type AssistantDesk, assistantsPath, serveAssistants } from "./assistants.js";
import { briefResource } from "./brief.js";
import { openChanges } from "./changes.js";
import { checked } from "./checked.js";
import { type Commanded, resultOf } from "./command.js";
import { commands } from "./commands.js";
import { exportedFileSchema, exportResource } from "./export.js";
import { closeIdleConnections } from "./idle-connections.js";
import { type Jobs, jobSchema, openJobs } from "./jobs.js";
import { openMetrics, recordGauges, serverMeters } from "./metrics.js";
import { openApi } from "./open-api.js";
import { answerWithPage, serveDocs, servePages } from "./pages.js";
import { probePaths, serveProbes } from "./probes.js";
import { Refusal, type RefusalCode, refusalStatus } from "./refusal.js";
import type { Resource } from "./resource.js";
import { resources } from "./resources.js";
import { securityHeaders } from "./security.js";
import { openStreams } from "./stream.js";
import { openUploadBudget } from "./upload-budget.js";
import type { Writer } from "./writing/writer.js";

export interface ServerOptions {
  /** The record as it is now. */
  readonly store: Store;
  readonly answerer: Answerer;
  readonly writer: Writer;
  readonly effects: Pick<Effects, "report" | "userName">;
  /** Where it will listen: who may do what depends on it. */
  readonly host: string;
  /** The folder of the built pages. */
  readonly pages: string;
  /** The folder of the built docs. */
  readonly docs: string;
  /** Whether addresses of private networks may be read in. */
  readonly allowPrivate: boolean;
  /** Answers assistants at `/mcp`, and whether those with a token that may correct may do so; nobody answers there where it is left out. */
  readonly assistants?: { readonly answerMessage: AssistantDesk; readonly mayCorrect: boolean };
  /** In milliseconds: how long a request may take to come in. */
  readonly patience?: number;
  /** How the queue stands, where the record has one. */
  readonly queue?: Pick<Queue, "state"> | null;
}

/** In bytes; the longest thing that anybody has to send is a correction of many members. */
const largestBody = 256 * 1024;

/** So many times as long as headers the whole of a request may take. */
const patienceWithFiles = 4;

/** In milliseconds: so long after a server was asked to end it lets answers go out. */
const lastMoments = 3_000;

/** Of all readers together, with their streams. */
const mostConnections = 1_000;

/** Of those, so many may wait for a request. */
const mostIdle = 500;

/** In a minute, from one address. */
const mostReads = 1_200;
const mostWrites = 60;

/** Not more jobs at once than anybody has patience for. */
const mostJobs = 20;

/** The interface over a record, ready to listen. Closing it closes all that it was given too. */
export async function openServer(options: ServerOptions): Promise<FastifyInstance> {
  const { store, answerer, writer, effects, host, pages, docs, patience = 15_000 } = options;
  const app = Fastify({
    bodyLimit: largestBody,
    routerOptions: { maxParamLength: 2_000, ignoreTrailingSlash: true },
    // A file takes longer than what asks for something.
    requestTimeout: patience * patienceWithFiles,
    connectionTimeout: 60_000,
    keepAliveTimeout: 10_000,
    forceCloseConnections: "idle",
    http: { headersTimeout: patience, connectionsCheckingInterval: Math.min(5_000, patience), maxHeaderSize: 16_384 },
    frameworkErrors: (error, _, reply) => void refuse(refusalOf(error), reply),
    clientErrorHandler: (error, socket) => {
      if (socket.writable) socket.write(rawRefusal(error.code));
      socket.destroy();
    },
  });
  app.server.maxConnections = mostConnections;
  closeIdleConnections(app.server, mostIdle);
  const tokens = await openTokens(store.path);
  const gate = openGate(tokens, host);
  const answers = openAnswers(store, answerer);
  const jobs = openJobs(writer);
  const changes = openChanges(store, effects);
  const streams = openStreams(changes, jobs);
  const admitted = new WeakMap<FastifyRequest, Access>();

  app.addHook("preClose", async () => {
    streams.close();
    // Whoever has not got their answer by then was not going to take it.
    setTimeout(() => app.server.closeAllConnections(), lastMoments).unref();
  });
  app.addHook("onClose", async () => {
    changes.close();
    await writer.close();
    await answerer.close();
    await tokens.close();
    await store.close();
  });
  app.addHook("onRequest", async (request, reply) => {
    reply.headers(securityHeaders);
    if (probePaths.has(request.routeOptions.url ?? "")) return;
    const secret = tokenIn(request);
    if (secret !== null && (await gate.opens(secret))) return keepToken(request, reply, secret);
    const isAssistant = request.routeOptions.url === assistantsPath;
    admitted.set(request, await (isAssistant ? gate.admitAssistant(request) : gate.admit(request)));
  });
  await app.register(fastifyRateLimit, {
    global: false,
    errorResponseBuilder: (_, { after }) =>
      new Refusal("rate_limited", `Too many requests; the next may come in ${after}.`),
  });
  const reads = isLoopback(host) ? {} : { config: { rateLimit: { max: mostReads, timeWindow: "1 minute" } } };
  const writes = { config: { rateLimit: { max: mostWrites, timeWindow: "1 minute" } } };

  // The page that most people open first is made before the first of them asks.
  app.addHook("onListen", () => {
    const first = { url: briefResource.path, params: {}, query: {}, mayCorrect: true };
    answers.answer(briefResource, first, () => false).catch(() => undefined);
  });

  const answerTo = (resource: Resource, request: FastifyRequest): Promise<SentAnswer> => {
    const { url, query } = request;
    const mayCorrect = admitted.get(request)?.may === "correct";
    // All of it is plain data, and goes to another thread.
    const asked = { url, params: paramsOf(request), query: { ...(query as object) }, mayCorrect };
    return answers.answer(resource, asked, () => request.raw.socket.destroyed);
  };
  for (const resource of resources) {
    app.get(resource.path, reads, async (request, reply) =>
      send(await answerTo(resource, request), request.headers["if-none-match"], reply),
    );
  }
  app.get(exportResource.path, reads, async (request, reply) =>
    sendFile(await answerTo(exportResource, request), request.headers["if-none-match"], reply),
  );
  app.addContentTypeParser("application/octet-stream", { parseAs: "buffer" }, async (_: unknown, body: Buffer) => body);
  const uploads = openUploadBudget();
  const roomOf = new WeakMap<FastifyRequest, () => void>();
  for (const command of commands) {
    const takeRoom = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
      const giveBack = uploads.take(request.headers["content-length"]);
      roomOf.set(request, giveBack);
      // Whatever is not read, because it was refused or never came, needs no room.
      reply.raw.once("close", () => {
        if (roomOf.has(request)) giveBack();
      });
    };
    const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
      const { name } = admitted.get(request) ?? { name: null };
      const commanded: Commanded<unknown, unknown, unknown> = {
        params: checked(command.params, paramsOf(request)),
        query: checked(command.query, { ...(request.query as object) }),
        file: request.body instanceof Uint8Array ? request.body : new Uint8Array(),
        body: command.body === null ? null : checked(command.body, request.body ?? {}),
        by: (said) => name ?? said ?? effects.userName(),
        write: async (task) => resultOf(await writer.write(task)),
        startJob: (kind, what, task) => {
          const done = roomOf.get(request);
          const job = startJob(jobs, kind, what, { ...task, allowPrivate: options.allowPrivate }, done);
          roomOf.delete(request);
          return job;
        },
      };
      const result = await command.perform(commanded);
      reply.code(command.status).header("cache-control", "no-store");
      return command.status === 204 ? reply.send() : result;
    };
    const own = {
      ...(command.largest === null ? {} : { bodyLimit: command.largest }),
      ...(command.takesFile ? { onRequest: takeRoom } : {}),
    };
    app.route({ method: command.method, url: command.path, handler, ...own, ...writes });
  }
  app.get<{ Params: { readonly id: string } }>("/api/jobs/:id", reads, async ({ params }, reply) => {
    const job = jobs.find(params.id);
    if (job === null) throw new Refusal("not_found", `There is no job ${params.id.slice(0, 100)}.`);
    return reply.header("cache-control", "no-store").send(jobSchema.parse(job));
  });
  if (options.assistants !== undefined) {
    const accessOf = (request: FastifyRequest) => admitted.get(request);
    serveAssistants(app, { ...options.assistants, answers, writer, accessOf, limits: reads, mostWrites });
  }
  const registry = new Registry();
  const count = serverMeters(registry);
  app.addHook("onResponse", async (_, reply) => count(reply.statusCode, reply.elapsedTime / 1_000));
  const notReady = async (): Promise<string | null> => {
    await store.state();
    return null;
  };
  serveProbes(app, { metrics: openMetrics(options.queue ?? null, registry, recordGauges(registry, store)), notReady });
  const description = JSON.stringify(openApi());
  app.get("/api/openapi.json", reads, (_, reply) =>
    reply.header("cache-control", "no-cache").type("application/json; charset=utf-8").send(description),
  );
  app.get("/api/changes", reads, (request, reply) => streams.open(request, reply));
  servePages(app, pages);
  serveDocs(app, docs);
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

function startJob(
  jobs: Jobs,
  kind: Parameters<Jobs["start"]>[0],
  what: string,
  task: Omit<Parameters<Jobs["start"]>[2], "kind">,
  done: (() => void) | undefined,
) {
  if (jobs.open() >= mostJobs) throw new Refusal("rate_limited", `${mostJobs} jobs are waiting already.`);
  return jobs.start(kind, what, { ...task, kind: "add" }, done);
}

/** A path that ends in `*` names what it takes `id`. */
function paramsOf({ params }: FastifyRequest): unknown {
  const { "*": id, ...rest } = params as Readonly<Record<string, string>>;
  return id === undefined ? rest : { ...rest, id };
}

function tokenIn({ method, query }: FastifyRequest): string | null {
  const { token } = query as Readonly<Record<string, unknown>>;
  return method === "GET" && typeof token === "string" ? token : null;
}

/**
 * Has the browser keep the token, and asks again without it: an address is sent on and written down. A page of another site may lead here (`Lax`), as the button in
 * the bar of bookmarks does; what it cannot do is write, for that is refused by its origin.
 */
function keepToken(request: FastifyRequest, reply: FastifyReply, secret: string): FastifyReply {
  const [path = "/", asked = ""] = request.url.split("?");
  const left = new URLSearchParams(asked);
  left.delete("token");
  // A path that began with two slashes would name another host.
  const to = `/${path.replace(/^[/\\]+/, "")}${left.size === 0 ? "" : `?${left}`}`;
  return reply
    .header("set-cookie", `${tokenCookie}=${secret}; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000`)
    .header("cache-control", "no-store")
    .redirect(to, 303);
}

function send(answer: SentAnswer, known: string | undefined, reply: FastifyReply): FastifyReply {
  reply.header("etag", answer.etag).header("cache-control", "private, no-cache");
  if (isKnown(answer, known)) return reply.code(304).send();
  return reply.type("application/json; charset=utf-8").send(answer.json);
}

/** An answer that is a file, as that file: to be saved, whatever is in it. */
function sendFile(answer: SentAnswer, known: string | undefined, reply: FastifyReply): FastifyReply {
  const { name, type, bytes } = exportedFileSchema.parse(JSON.parse(answer.json));
  reply.header("etag", answer.etag).header("cache-control", "private, no-cache");
  if (isKnown(answer, known)) return reply.code(304).send();
  return reply
    .header("content-disposition", `attachment; filename="${name}"`)
    .type(type)
    .send(Buffer.from(bytes, "base64"));
}

function isKnown({ etag }: SentAnswer, known: string | undefined): boolean {
  return known?.split(",").some((one) => one.trim().replace(/^W\//, "") === etag) === true;
}

function refuse(refusal: Refusal, reply: FastifyReply): FastifyReply {
  if (refusal.code === "unauthorized") reply.header("www-authenticate", 'Bearer realm="sitrep"');
  if (refusal.code === "busy") reply.header("retry-after", "10");
  return reply
    .code(refusal.status)
    .header("cache-control", "no-store")
    .type("application/json; charset=utf-8")
    .send(JSON.stringify(refusal.body));
}

/** What Fastify itself refuses is the asker's fault, all else is ours. */
function refusalOf({ statusCode, message }: FastifyError): Refusal {
  if (statusCode === undefined || statusCode >= 500) {
    return new Refusal("internal", "Something went wrong in the server. Its own output says more; please report it.");
  }
  const code = (Object.keys(refusalStatus) as RefusalCode[]).find((one) => refusalStatus[one] === statusCode);
  return new Refusal(code ?? "bad_request", message);
}

/** The answer to what is no request of HTTP, or did not come to its end in time. */
function rawRefusal(code: string): string {
  const [status, words] =
    code === "ERR_HTTP_REQUEST_TIMEOUT"
      ? ["408 Request Timeout", "The request was not complete in time."]
      : code === "HPE_HEADER_OVERFLOW"
        ? ["431 Request Header Fields Too Large", "The headers are too long."]
        : ["400 Bad Request", "This is not an HTTP request."];
  const body = JSON.stringify(new Refusal("bad_request", words).body);
  return `HTTP/1.1 ${status}\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`;
}
