import { WebStandardStreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js";
import type { AssistantMessage } from "../api/assistants.js";
import { openAsk } from "./ask.js";
import { openAssistant } from "./open-assistant.js";

/**
 * Answers one message of an assistant that came over HTTP: a server of its own for each, so that no session is kept and nobody sees what is another's.
 *
 * @param report is told what went wrong here
 */
export async function answerMessage(message: AssistantMessage, report: (text: string) => void): Promise<Response> {
  const { headers, body, server: address, answers, isGone, correct } = message;
  const server = openAssistant({ ask: openAsk(answers, isGone), desk: address, correct }, report);
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  await server.connect(transport);
  try {
    // Where it was asked is known already, and no asker can write what is no address.
    const request = new Request("http://localhost/mcp", { method: "POST", headers: withoutLength(headers) });
    return await transport.handleRequest(request, { parsedBody: body });
  } finally {
    await server.close();
  }
}

/** The body comes apart from it. */
function withoutLength({ "content-length": _, "transfer-encoding": __, ...headers }: AssistantMessage["headers"]) {
  return headers;
}
