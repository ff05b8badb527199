// As the checker of samples writes it.
const notInSample = "not in the sample";

/** What is used here of what Stryker found out about a mutant. */
export interface MutantResult {
  readonly fileName: string;
  readonly status: string;
  readonly statusReason?: string | undefined;
}

/** How many of the mutants that were tried the tests notice. */
export interface MutationScore {
  /** Mutants in all, but for those that no test can tell from what is loaded once (`ignoreStatic`). */
  readonly mutants: number;
  readonly tried: number;
  readonly noticed: number;
  readonly survived: number;
  /** Those in lines that no test runs. */
  readonly untested: number;
  /** In per cent; `null` where none was tried. */
  readonly score: number | null;
  /** The score of all lies so many points above or below, in 95 of 100 samples; 0 where all were tried. */
  readonly error: number;
}

/** The score of some mutants: timeouts are noticed, what does not run as a program counts for nothing. */
export function scoreOf(results: readonly MutantResult[]): MutationScore {
  const count = (...statuses: readonly string[]) => results.filter(({ status }) => statuses.includes(status)).length;
  const left = results.filter(({ statusReason }) => statusReason === notInSample).length;
  const [noticed, survived, untested] = [count("Killed", "Timeout"), count("Survived"), count("NoCoverage")];
  const tried = noticed + survived + untested;
  const mutants = tried + left;
  const share = tried === 0 ? null : noticed / tried;
  return {
    mutants,
    tried,
    noticed,
    survived,
    untested,
    score: share === null ? null : 100 * share,
    error: share === null ? 0 : 100 * errorOf(share, tried, mutants),
  };
}

/** Half of the 95 % interval of a share in a sample without replacement, by the normal distribution. */
function errorOf(share: number, tried: number, all: number): number {
  if (all <= 1) return 0;
  return 1.96 * Math.sqrt((share * (1 - share) * (all - tried)) / (tried * (all - 1)));
}
