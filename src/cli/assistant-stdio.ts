import { ReadBuffer } from "@modelcontextprotocol/sdk/shared/stdio.js";
import type { Transport } from "@modelcontextprotocol/sdk/shared/transport.js";
import { isJSONRPCRequest, type JSONRPCMessage } from "@modelcontextprotocol/sdk/types.js";
import type { Effects } from "../run/effects.js";

/** In bytes: no message that an assistant has to send is longer. */
const longestMessage = 1024 * 1024;

/** Messages over standard input and output, one a line. What it prints is escaped and no more, so that words come out as they stand. */
export class StdioTransport implements Transport {
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage?: Transport["onmessage"];
  readonly #effects: Pick<Effects, "standardInput" | "print">;
  readonly #buffer = new ReadBuffer({ maxBufferSize: longestMessage });
  /** Ids of requests that are not answered yet. */
  readonly #open = new Set<string | number>();
  #settled: () => void = () => undefined;

  constructor(effects: Pick<Effects, "standardInput" | "print">) {
    this.#effects = effects;
  }

  async start(): Promise<void> {
    // It goes on for as long as the client does.
    void this.#read();
  }

  async send(message: JSONRPCMessage): Promise<void> {
    await this.#effects.print(`${JSON.stringify(message)}\n`);
    if ("id" in message && message.id !== undefined && !("method" in message)) this.#open.delete(message.id);
    if (this.#open.size === 0) this.#settled();
  }

  async close(): Promise<void> {
    this.onclose?.();
  }

  /** Whatever was asked before the client closed is answered. */
  async #read(): Promise<void> {
    try {
      for await (const chunk of this.#effects.standardInput) {
        this.#buffer.append(Buffer.from(chunk));
        this.#take();
      }
      if (this.#open.size > 0) await new Promise<void>((resolve) => (this.#settled = resolve));
    } catch (error) {
      this.onerror?.(error instanceof Error ? error : new Error(String(error)));
    }
    await this.close();
  }

  #take(): void {
    for (;;) {
      try {
        const message = this.#buffer.readMessage();
        if (message === null) return;
        if (isJSONRPCRequest(message)) this.#open.add(message.id);
        this.onmessage?.(message);
      } catch {
        this.onerror?.(new Error("a line on standard input is no message of JSON-RPC 2.0"));
      }
    }
  }
}
