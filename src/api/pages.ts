import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fastifyStatic, { type SetHeadersResponse } from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

/** Where the build puts the pages. */
export const builtPages = fileURLToPath(new URL("../../dist/web/", import.meta.url));

/** Where the build puts the docs, as a site. */
export const builtDocs = fileURLToPath(new URL("../../dist/docs/", import.meta.url));

/** Serves the docs in a folder under `/docs/`; where there are none, nothing. */
export function serveDocs(app: FastifyInstance, folder: string): void {
  if (!existsSync(`${folder}/index.html`)) return;
  const setHeaders = (reply: SetHeadersResponse): void => void reply.setHeader("cache-control", "no-cache");
  app.register(fastifyStatic, {
    root: folder,
    prefix: "/docs/",
    decorateReply: false,
    cacheControl: false,
    setHeaders,
  });
  // Links of a page lead on from where it lies, so the first one has to lie in a folder.
  app.get("/docs", (request, reply) =>
    /^\/docs(?:\?|$)/.test(request.url)
      ? reply.redirect("/docs/", 308)
      : reply.header("cache-control", "no-cache").sendFile("index.html", folder),
  );
}

/** Serves the pages in a folder; where there are none, a page that says so. Whatever address is none of a file's is one of the pages' own. */
export function servePages(app: FastifyInstance, folder: string): void {
  const built = existsSync(`${folder}/index.html`);
  if (built) {
    app.register(fastifyStatic, {
      root: folder,
      cacheControl: false,
      // The build has packed them.
      preCompressed: true,
      setHeaders: (reply, path) => {
        reply.setHeader("vary", "accept-encoding");
        // The build names these by what is in them.
        const lasting = path.slice(folder.length).includes("assets/");
        reply.setHeader("cache-control", lasting ? "public, max-age=31536000, immutable" : "no-cache");
      },
    });
  } else {
    app.get("/", (_, reply) => reply.type("text/html; charset=utf-8").send(notBuilt));
  }
}

/** Gives the one page that knows all addresses; false where the request is for something else. */
export async function answerWithPage(request: FastifyRequest, reply: FastifyReply, folder: string): Promise<boolean> {
  const asksForPage = request.method === "GET" && (request.headers.accept ?? "").includes("text/html");
  if (!asksForPage || /^\/api(?:[/?]|$)/.test(request.url)) return false;
  if (existsSync(`${folder}/index.html`))
    await reply.header("cache-control", "no-cache").sendFile("index.html", folder);
  else await reply.type("text/html; charset=utf-8").send(notBuilt);
  return true;
}

const notBuilt = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Sitrep</title></head>
<body>
<h1>The pages are not built</h1>
<p>This server answers programs under <a href="/api/status">/api</a>. <code>npm run build</code> makes the pages; start <code>sitrep serve</code> again afterwards.</p>
</body>
</html>
`;
