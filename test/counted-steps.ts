import { Session } from "node:inspector/promises";
import { setFlagsFromString } from "node:v8";

// Otherwise the engine throws away functions that have rested for a while, and with them what it has counted.
setFlagsFromString("--no-flush-bytecode");

/**
 * How many steps of the program's own code the work takes: how often each function, loop body and branch of `src/` is run, as the JavaScript engine
 * counts them. Unlike a time, the number is the same on every machine.
 */
export async function countedSteps(work: () => unknown): Promise<number> {
  const session = new Session();
  session.connect();
  try {
    await session.post("Profiler.enable");
    await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
    await work();
    const { result } = await session.post("Profiler.takePreciseCoverage");
    return result
      .filter(({ url }) => /\/src\//.test(url) && !url.includes("node_modules"))
      .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
      .reduce((sum, { count }) => sum + count, 0);
  } finally {
    session.disconnect();
  }
}
