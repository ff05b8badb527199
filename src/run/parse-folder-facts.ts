import { z } from "zod";
import type { KnownFacts } from "../read/known-facts.js";
import type { FolderFacts } from "./folder-facts.js";

const factsSchema = z.object({
  id: z.string().min(1).nullish(),
  url: z.string().nullish(),
  title: z.string().nullish(),
  outlet: z.string().nullish(),
  published: z.string().nullish(),
});

const folderSchema = z.record(z.string(), factsSchema);

/** The facts in the text of a `sitrep.json`, by the name of the file that they tell of. */
export function parseFolderFacts(text: string): FolderFacts {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    return { kind: "broken", reason: `not JSON (${error instanceof Error ? error.message : String(error)})` };
  }
  const result = folderSchema.safeParse(content);
  if (!result.success) return { kind: "broken", reason: z.prettifyError(result.error) };
  return { kind: "facts", of: new Map(Object.entries(result.data).map(([name, facts]) => [name, complete(facts)])) };
}

function complete(facts: z.infer<typeof factsSchema>): KnownFacts {
  return {
    id: facts.id ?? null,
    url: facts.url ?? null,
    title: facts.title ?? null,
    outlet: facts.outlet ?? null,
    published: facts.published ?? null,
  };
}
