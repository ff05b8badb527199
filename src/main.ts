import "./run/no-telemetry.js";
import { runCommandLine } from "./cli/command-line.js";
import { processEffects } from "./run/process-effects.js";

// A reader of our output that has seen enough (`| head`) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

process.exitCode = await runCommandLine(process.argv.slice(2), processEffects());
