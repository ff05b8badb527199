import { z } from "zod";
import { version } from "../run/version.js";
import type { Command } from "./command.js";
import { commands } from "./commands.js";
import { exportFormats, exportResource } from "./export.js";
import { jobSchema } from "./jobs.js";
import { refusalSchema } from "./refusal.js";
import type { Resource } from "./resource.js";
import { resources } from "./resources.js";

/** JSON, as far as this file has to know. */
type Json = Readonly<Record<string, unknown>>;

/** What answers at an address, as far as a description of it goes. */
interface Described {
  readonly method: "get" | "post" | "delete";
  readonly path: string;
  readonly operation: Json;
}

/** The description of the whole interface, OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.0): made of the schemas that requests and answers go by. */
export function openApi(): Json {
  const components = new Map<string, unknown>();
  const described = [
    ...resources.map((one) => resourceOf(one, components)),
    ...commands.map((one) => commandOf(one, components)),
    ...others(components),
  ];
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { method, path, operation } of described) {
    paths[documentedPath(path)] = { ...paths[documentedPath(path)], [method]: operation };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Sitrep",
      version,
      description:
        "The record of a crisis over HTTP: every question of the command line, each line traced to its words.",
    },
    paths,
    components: {
      schemas: Object.fromEntries([...components].sort(([a], [b]) => (a < b ? -1 : 1))),
      securitySchemes: { token: { type: "http", scheme: "bearer" } },
    },
    security: [{}, { token: [] }],
  };
}

/** `/api/things/:id` and `/api/things/*` as `/api/things/{id}`. */
export function documentedPath(path: string): string {
  return path.replace(/:(\w+)/g, "{$1}").replace("*", "{id}");
}

type Components = Map<string, unknown>;

function resourceOf({ path, summary, params, query, answers }: Resource, components: Components): Described {
  const operation = {
    summary,
    parameters: [
      ...parametersOf(params, "path", components),
      ...parametersOf(query, "query", components),
      {
        name: "If-None-Match",
        in: "header",
        schema: { type: "string" },
        description: "The ETag of an answer that is known.",
      },
    ],
    responses: {
      200: {
        description: "The answer.",
        headers: { ETag: { schema: { type: "string" } } },
        content: jsonOf(answers, components),
      },
      304: { description: "The answer is the one that is known." },
      ...refusals(["400", "401", "403", "404", "429", "500"], components),
    },
  };
  return { method: "get", path, operation };
}

function commandOf(
  { method, path, summary, params, query, body, takesFile, status, answers }: Command,
  components: Components,
): Described {
  const operation = {
    summary,
    parameters: [...parametersOf(params, "path", components), ...parametersOf(query, "query", components)],
    ...(takesFile ? { requestBody: { required: true, content: { "application/octet-stream": {} } } } : {}),
    ...(body === null
      ? {}
      : {
          requestBody: {
            required: true,
            content: { "application/json": { schema: schemaOf(body, "input", components) } },
          },
        }),
    responses: {
      [status]: { description: "It is done.", ...(answers === null ? {} : { content: jsonOf(answers, components) }) },
      ...refusals(["400", "401", "403", "404", "409", "413", "429", "500", "503"], components),
    },
  };
  return { method: method === "POST" ? "post" : "delete", path, operation };
}

/** What answers otherwise than a resource does. */
function others(components: Components): readonly Described[] {
  return [
    {
      method: "get",
      path: "/api/jobs/:id",
      operation: {
        summary: "How far a job of this server has come.",
        parameters: parametersOf(z.strictObject({ id: z.string() }), "path", components),
        responses: {
          200: { description: "The job.", content: jsonOf(jobSchema, components) },
          ...refusals(["401", "403", "404", "429"], components),
        },
      },
    },
    {
      method: "get",
      path: exportResource.path,
      operation: {
        summary: exportResource.summary,
        parameters: parametersOf(exportResource.query, "query", components),
        responses: {
          200: {
            description: "The file.",
            content: Object.fromEntries(Object.values(exportFormats).map(({ type }) => [type.split(";")[0], {}])),
          },
          ...refusals(["400", "401", "403", "404", "429", "500"], components),
        },
      },
    },
    {
      method: "get",
      path: "/api/changes",
      operation: {
        summary: "Server-sent events: added, corrected, changed and job, as they come.",
        parameters: [
          {
            name: "Last-Event-ID",
            in: "header",
            schema: { type: "string" },
            description: "The id of the last event that is known.",
          },
        ],
        responses: {
          200: {
            description: "A stream without end.",
            content: { "text/event-stream": { schema: { type: "string" } } },
          },
          ...refusals(["401", "403", "429"], components),
        },
      },
    },
    {
      method: "get",
      path: "/api/openapi.json",
      operation: {
        summary: "This description.",
        parameters: [],
        responses: { 200: { description: "It.", content: { "application/json": { schema: { type: "object" } } } } },
      },
    },
  ];
}

function refusals(statuses: readonly string[], components: Components): Json {
  const content = jsonOf(refusalSchema, components);
  return Object.fromEntries(statuses.map((status) => [status, { description: words[status] ?? "An error.", content }]));
}

const words: Readonly<Record<string, string>> = {
  400: "The request is wrong; `field` says where.",
  401: "A token is needed, or this one is not valid.",
  403: "You may not do this.",
  404: "There is no such thing.",
  409: "The record does not allow it.",
  413: "Too much was sent.",
  429: "Too many requests.",
  500: "Something went wrong here.",
  503: "Another process writes to the database.",
};

function parametersOf(schema: z.ZodObject, place: "path" | "query", components: Components): readonly Json[] {
  const { properties = {}, required = [] } = schemaOf(schema, "input", components) as {
    readonly properties?: Readonly<Record<string, Json>>;
    readonly required?: readonly string[];
  };
  return Object.entries(properties).map(([name, { description, ...own }]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    ...(description === undefined ? {} : { description }),
    schema: own,
  }));
}

function jsonOf(schema: z.ZodType, components: Components): Json {
  return { "application/json": { schema: schemaOf(schema, "output", components) } };
}

/** The schema as JSON; what has a name in it goes among the components. */
function schemaOf(schema: z.ZodType, io: "input" | "output", components: Components): Json {
  const {
    $schema: _,
    $defs = {},
    ...own
  } = renamed(z.toJSONSchema(schema, { io, unrepresentable: "any" })) as Record<string, Json>;
  for (const [name, definition] of Object.entries($defs)) components.set(name, withoutId(definition as Json));
  return withoutId(own);
}

function withoutId({ id: _, ...rest }: Json): Json {
  return rest;
}

/** References to definitions of the schema itself, as such to components. */
function renamed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(renamed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      name === "$ref" && typeof inner === "string"
        ? inner.replace("#/$defs/", "#/components/schemas/")
        : renamed(inner),
    ]),
  );
}
