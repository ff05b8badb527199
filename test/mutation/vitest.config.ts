import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// The tests of `npm run mutate`, which names them.
export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  test: {
    include: (process.env.SITREP_MUTATION_TESTS ?? "").split(","),
    // A busy machine is no failure of a first run, which all the rest stands on; Stryker itself ends what runs too long with a mutant.
    testTimeout: 600_000,
    maxWorkers: 1,
    // Modules are loaded once for all files of a run: loading them takes longer than most tests. Nothing that is loaded once is mutated.
    isolate: false,
  },
});
