import { createHash } from "node:crypto";

/**
 * Lets so many mutants of each folder through, the same each time for the same seed and source. Stryker has no samples, but asks a checker about every mutant
 * before it is run; one that does not compile counts for nothing, and so do those that are left out here. No TypeScript, since Stryker loads it into processes of its own.
 */
class SampleChecker {
  size = Number(process.env.SITREP_MUTATION_SAMPLE);
  seed = process.env.SITREP_MUTATION_SEED;
  folders = (process.env.SITREP_MUTATION_FOLDERS ?? "").split(",");
  chosen = new Set();

  async init() {
    // Nothing to make ready.
  }

  /** All mutants come here at once, in one group. */
  async group(mutants) {
    const samples = this.folders.map((folder) =>
      this.sampleOf(mutants.filter(({ fileName }) => fileName.includes(`/${folder}/`))),
    );
    this.chosen = new Set(samples.flat());
    return [mutants.map(({ id }) => id)];
  }

  async check(mutants) {
    const passed = { status: "passed" };
    const left = { status: "compileError", reason: "not in the sample" };
    return Object.fromEntries(mutants.map(({ id }) => [id, this.chosen.has(id) ? passed : left]));
  }

  sampleOf(mutants) {
    return mutants
      .map((mutant) => ({ id: mutant.id, lot: this.lotOf(mutant) }))
      .sort((a, b) => (a.lot < b.lot ? -1 : 1))
      .slice(0, this.size)
      .map(({ id }) => id);
  }

  /** By what the mutant is, not by its number: numbers depend on which other files are asked for. */
  lotOf({ fileName, mutatorName, replacement, location: { start, end } }) {
    const file = fileName.slice(fileName.lastIndexOf("src/"));
    const what = [this.seed, file, start.line, start.column, end.line, end.column, mutatorName, replacement];
    return createHash("sha256").update(what.join("\n")).digest("hex");
  }
}

const createChecker = Object.assign(() => new SampleChecker(), { inject: [] });

export const strykerPlugins = [{ kind: "Checker", name: "sample", factory: createChecker }];
