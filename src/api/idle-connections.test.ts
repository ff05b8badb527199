import { once } from "node:events";
import { createServer, get } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterEach, expect, test } from "vitest";
import { closeIdleConnections } from "./idle-connections.js";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A server that keeps so many idle connections, takes `all` at most, and answers "/slow" when told to. */
async function serverWith(most: number, all: number) {
  let answerSlow = (): void => undefined;
  const server = createServer((request, response) => {
    if (request.url === "/slow") answerSlow = () => response.end("slow");
    else response.end("answered");
  });
  server.maxConnections = all;
  closeIdleConnections(server, most);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const idle = async (): Promise<Socket> => {
    const socket = connect(port, "127.0.0.1");
    socket.on("error", () => undefined);
    await once(socket, "connect");
    return socket;
  };
  const answer = (path: string): Promise<string> =>
    new Promise((resolve, reject) => {
      get({ port, host: "127.0.0.1", path, agent: false }, (response) => {
        response.on("data", (data: Buffer) => resolve(data.toString()));
      }).on("error", reject);
    });
  return { idle, answer, answerSlow: () => answerSlow(), server };
}

test("hundreds of idle connections refuse nobody: those that wait longest make room", async () => {
  const { idle, answer } = await serverWith(100, 200);
  for (let i = 0; i < 400; i++) await idle();
  expect(await answer("/")).toBe("answered");
});

test("a request that is being answered is never closed for others", async () => {
  const { idle, answer, answerSlow, server } = await serverWith(10, 100);
  const slow = answer("/slow");
  await once(server, "request");
  for (let i = 0; i < 50; i++) await idle();
  answerSlow();
  expect(await slow).toBe("slow");
});
