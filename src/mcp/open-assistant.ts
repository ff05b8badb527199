import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import {
  CallToolRequestSchema,
  type CallToolResult,
  ErrorCode,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  ListToolsRequestSchema,
  ReadResourceRequestSchema,
  type Tool as ToolDescription,
} from "@modelcontextprotocol/sdk/types.js";
import { z } from "zod";
import { Refusal, type RefusalCode } from "../api/refusal.js";
import { version } from "../run/version.js";
import { Fault, notFound, WrongArguments } from "./fault.js";
import { instructions } from "./instructions.js";
import { listResources, readResource, resourceTemplates } from "./resources.js";
import type { Tool, ToolGiven } from "./tool.js";
import { tools } from "./tools.js";

/**
 * The record as a server of the Model Context Protocol (https://modelcontextprotocol.io), to be connected to a transport. It keeps nothing between two requests.
 *
 * @param report is told what went wrong here
 */
export function openAssistant(given: ToolGiven, report: (text: string) => void): Server {
  const server = new Server(
    { name: "sitrep", title: "Sitrep: the record of a crisis", version },
    { capabilities: { tools: {}, resources: {} }, instructions },
  );
  const offered = tools.filter(({ writes }) => writes === "nothing" || given.correct !== null);
  const clearly = <Result>(answer: () => Promise<Result>): Promise<Result> =>
    answer().catch((error) => refuse(error, report));
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: offered.map(describedTool) }));
  server.setRequestHandler(CallToolRequestSchema, ({ params }) => clearly(() => callTool(offered, params, given)));
  server.setRequestHandler(ListResourceTemplatesRequestSchema, () => ({ resourceTemplates }));
  server.setRequestHandler(ListResourcesRequestSchema, ({ params }) =>
    clearly(() => listResources(params?.cursor, given)),
  );
  server.setRequestHandler(ReadResourceRequestSchema, ({ params }) => clearly(() => readResource(params.uri, given)));
  return server;
}

async function callTool(
  offered: readonly Tool[],
  { name, arguments: args = {} }: { readonly name: string; readonly arguments?: Record<string, unknown> | undefined },
  given: ToolGiven,
): Promise<CallToolResult> {
  const tool = offered.find((one) => one.name === name);
  if (tool === undefined) {
    throw new WrongArguments(
      `There is no tool “${name.slice(0, 100)}”: there are ${offered.map((one) => one.name).join(", ")}.`,
    );
  }
  const parsed = tool.input.safeParse(args);
  if (!parsed.success) throw new WrongArguments(wrongWords(parsed.error));
  try {
    const structuredContent = { ...(await tool.call(parsed.data, given)) };
    return { structuredContent, content: [{ type: "text", text: JSON.stringify(structuredContent) }] };
  } catch (error) {
    // What was asked for was well asked, and the record does not have it so: the model is told, and may do something else.
    if (!(error instanceof Refusal) || !isOfRecord(error.code)) throw error;
    return { isError: true, content: [{ type: "text", text: error.message }] };
  }
}

function isOfRecord(code: RefusalCode): boolean {
  return code === "conflict" || code === "busy" || code === "rate_limited" || code === "forbidden";
}

function wrongWords(error: z.ZodError): string {
  const [issue] = error.issues;
  const field = issue?.code === "unrecognized_keys" ? (issue.keys[0] ?? "") : (issue?.path.join(".") ?? "");
  const words =
    issue?.code === "unrecognized_keys" ? "there is no such argument." : (issue?.message ?? "it cannot be read.");
  return `${field === "" ? "The arguments" : `The argument “${field.slice(0, 100)}”`}: ${words}`;
}

function refuse(error: unknown, report: (text: string) => void): never {
  if (error instanceof Fault) throw error;
  if (error instanceof Refusal && error.code === "not_found")
    throw new Fault(notFound, "There is no such thing in the record.");
  if (error instanceof Refusal && error.code !== "internal") {
    throw new WrongArguments(error.field === null ? error.message : `The argument “${error.field}”: ${error.message}`);
  }
  report(`sitrep: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  throw new Fault(
    ErrorCode.InternalError,
    "Something went wrong in the server. Its own output says more; please report it.",
  );
}

const described = new Map<Tool, ToolDescription>();

/** As the protocol lists it; made once, because the schemas do not change. */
function describedTool(tool: Tool): ToolDescription {
  const known = described.get(tool);
  if (known !== undefined) return known;
  const { name, title, description, input, output, writes } = tool;
  const made: ToolDescription = {
    ...{ name, title, description },
    inputSchema: jsonSchemaOf(input, "input"),
    outputSchema: jsonSchemaOf(output, "output"),
    annotations: {
      title,
      readOnlyHint: writes === "nothing",
      destructiveHint: writes === "takes_away",
      idempotentHint: writes === "nothing",
      // Nothing but the record is asked.
      openWorldHint: false,
    },
  };
  described.set(tool, made);
  return made;
}

/** In the draft that clients know; without the names of our schemas, for which it has no keyword, and without what says nothing of an answer. */
function jsonSchemaOf(schema: z.ZodObject, io: "input" | "output"): ToolDescription["inputSchema"] {
  const made = z.toJSONSchema(schema, {
    ...{ io, target: "draft-7", unrepresentable: "any" },
    override: ({ jsonSchema }) => {
      delete jsonSchema.id;
      delete jsonSchema.readOnly;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  // An object's schema has the type of an object.
  return made as ToolDescription["inputSchema"];
}
