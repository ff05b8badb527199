#!/usr/bin/env node
import { fileURLToPath } from "node:url";
import { runCommandLine } from "../dist/cli/command-line.js";
import { processEffects } from "../dist/run/process-effects.js";

// `npm run demo`: reads the example crisis, prints a brief on it, and opens it in the browser as long as somebody watches. Its countries are invented and
// stand in tables of its own, which the database remembers.
process.env.SITREP_TABLES ||= fileURLToPath(new URL("../examples/tables", import.meta.url));
const effects = processEffects();
const sitrep = (...words) => runCommandLine([...words, "--db", "demo.db"], effects);
const added = await sitrep("add", "examples");
const told = await sitrep("brief", "--since", "2031-03-03");
if (added !== 0 || told !== 0) process.exitCode = 1;
else if (effects.output.interactive) process.exitCode = await sitrep("serve");
else await effects.print("\n`node bin/sitrep.js serve --db demo.db` opens it in a browser.\n");
