import "./run/no-telemetry.js";
import { runCommandLine } from "./cli/command-line.js";
import { otherPlatform } from "./run/other-platform.js";
import { processEffects } from "./run/process-effects.js";

// A reader of our output that has seen enough (`| head`) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

const otherwise = otherPlatform();
if (otherwise !== null) process.stderr.write(otherwise);
process.exitCode = otherwise === null ? await runCommandLine(process.argv.slice(2), processEffects()) : 1;
