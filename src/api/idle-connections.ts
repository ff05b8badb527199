import type { Server } from "node:http";
import type { Socket } from "node:net";

/**
 * Where more than `most` connections wait for a request, the one that has waited longest is closed for each new one: so whoever only holds connections
 * open keeps nobody out. Those whose request is being answered, as a stream's, stay.
 */
export function closeIdleConnections(server: Server, most: number): void {
  // A set gives its members in the order in which they came in: here that of waiting.
  const waiting = new Set<Socket>();
  server.on("connection", (socket) => {
    waiting.add(socket);
    socket.once("close", () => waiting.delete(socket));
    const [longest] = waiting;
    if (waiting.size > most) longest?.destroy();
  });
  server.on("request", ({ socket }, response) => {
    waiting.delete(socket);
    response.once("close", () => {
      if (!socket.destroyed) waiting.add(socket);
    });
  });
}
