import { openAnswererHere } from "../api/answering/answerer.js";
import { openAnswers } from "../api/answers.js";
import { resultOf } from "../api/command.js";
import { openWriterThread } from "../api/writing/writer.js";
import { openAsk } from "../mcp/ask.js";
import { openAssistant } from "../mcp/open-assistant.js";
import type { ToolGiven } from "../mcp/tool.js";
import type { Effects } from "../run/effects.js";
import { openStoreForReading } from "../store/store.js";
import { StdioTransport } from "./assistant-stdio.js";
import type { ExitStatus } from "./exit-status.js";
import type { McpOptions } from "./mcp-command.js";

/** Answers one assistant over standard input and output until it closes. A signal ends the process at once: nothing has to be put away. */
export async function serveAssistant({ db, desk, correctAs }: McpOptions, effects: Effects): Promise<ExitStatus> {
  const store = await openStoreForReading(db);
  const answerer = await openAnswererHere(db, effects);
  const writer = openWriterThread(db);
  const correct: ToolGiven["correct"] =
    correctAs === undefined ? null : async (task, why) => resultOf(await writer.write({ ...task, by: correctAs, why }));
  const ask = openAsk(openAnswers(store, answerer));
  const server = openAssistant({ ask, desk, correct }, effects.report);
  try {
    await new Promise<void>((resolve) => {
      server.onclose = resolve;
      server.onerror = ({ message }) => effects.report(`sitrep: ${message}\n`);
      void server.connect(new StdioTransport(effects));
    });
    return 0;
  } finally {
    await server.close();
    await writer.close();
    await answerer.close();
    await store.close();
  }
}
