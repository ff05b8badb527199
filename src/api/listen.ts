import type { FastifyInstance } from "fastify";

/** Where a server listens. */
export interface ListenOptions {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
}

/** Thrown where a server cannot listen where it is told to. */
export class ListenError extends Error {
  override readonly name = "ListenError";
}

/** Listens, and gives the address to open. @throws {ListenError} where that cannot be */
export async function listen(app: FastifyInstance, { host, port }: ListenOptions): Promise<string> {
  try {
    await app.listen({ host, port });
  } catch (cause) {
    throw new ListenError(reasonOf(cause, { host, port }), { cause });
  }
  const address = app.server.address();
  const shown = host.includes(":") ? `[${host}]` : host;
  return `http://${shown}:${address !== null && typeof address === "object" ? address.port : port}/`;
}

function reasonOf(cause: unknown, { host, port }: ListenOptions): string {
  const code = cause instanceof Error && "code" in cause ? cause.code : null;
  switch (code) {
    case "EADDRINUSE":
      return `Port ${port} of ${host} is in use, perhaps by another sitrep. Choose another with --port; --port 0 takes any that is free.`;
    case "EACCES":
      return `Port ${port} is not open to you. Choose one above 1023 with --port.`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return `${host} is not an address of this machine. Choose another with --host.`;
    default:
      return `Found no way to listen at ${host}, port ${port}: ${cause instanceof Error ? cause.message : String(cause)}`;
  }
}
