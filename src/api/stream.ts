import type { FastifyReply, FastifyRequest } from "fastify";
import type { ChangeMark, Changes } from "./changes.js";
import type { Jobs } from "./jobs.js";
import { Refusal } from "./refusal.js";

/** Streams of what is new. */
export interface Streams {
  /** Answers a request with a stream that ends with the connection. @throws {Refusal} where there are too many */
  readonly open: (request: FastifyRequest, reply: FastifyReply) => Promise<void>;
  readonly close: () => void;
}

/** A page of each of so many readers; every one keeps a connection. */
const mostStreams = 200;

/** In milliseconds: what stands in between must not take a quiet stream for a dead one. */
const heartbeat = 15_000;

/** In bytes. Whoever takes in less than is told is let go, and asks again from where they were. */
const mostWaiting = 1024 * 1024;

/** Streams of changes and of jobs, as server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html). */
export function openStreams(changes: Changes, jobs: Jobs): Streams {
  const streams = new Set<() => void>();
  return {
    open: async (request, reply) => {
      if (streams.size >= mostStreams) throw new Refusal("rate_limited", `More than ${mostStreams} listen already.`);
      reply.hijack();
      const { raw } = reply;
      const headers = {
        ...reply.getHeaders(),
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-store",
      };
      for (const [name, value] of Object.entries(headers)) if (value !== undefined) raw.setHeader(name, value);
      raw.writeHead(200);
      const write = (text: string): void => {
        if (raw.writableLength > mostWaiting) raw.destroy();
        else raw.write(text);
      };
      write("retry: 2000\n\n");
      const beat = setInterval(() => write(": still here\n\n"), heartbeat);
      const ends: (() => void)[] = [() => clearInterval(beat)];
      const end = (): void => {
        streams.delete(end);
        for (const one of ends.splice(0)) one();
        raw.end();
      };
      streams.add(end);
      raw.on("close", end);
      ends.push(jobs.listen((job) => write(eventOf("job", job, null))));
      const stop = await changes.listen(
        ({ event, data }, place) => write(eventOf(event, data, place)),
        placeIn(request.headers["last-event-id"]),
      );
      if (streams.has(end)) ends.push(stop);
      else stop();
    },
    close: () => {
      for (const end of [...streams]) end();
    },
  };
}

function eventOf(name: string, data: unknown, place: ChangeMark | null): string {
  const id = place === null ? "" : `id: ${place.version}.${place.correction}\n`;
  // JSON has no line breaks outside of strings, and writes those in them as \n.
  return `event: ${name}\n${id}data: ${JSON.stringify(data)}\n\n`;
}

function placeIn(id: string | readonly string[] | undefined): ChangeMark | null {
  const [, version, correction] = /^(\d{1,15})\.(\d{1,15})$/.exec(typeof id === "string" ? id : "") ?? [];
  return version === undefined ? null : { version: Number(version), correction: Number(correction) };
}
