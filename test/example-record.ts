import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { sitrep } from "./browser/opened-desk.js";

declare module "vitest" {
  interface ProvidedContext {
    /** The record of the example crisis, as `sitrep add examples` makes it. Tests write to copies of the file. */
    readonly exampleRecord: string;
  }
}

/** Reads the example crisis, once for all tests that work on its record. */
export function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "sitrep-examples-"));
  const database = join(folder, "examples.db");
  sitrep("add", "examples", "--db", database);
  project.provide("exampleRecord", database);
  return () => rmSync(folder, { recursive: true, force: true });
}
