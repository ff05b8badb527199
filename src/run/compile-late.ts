import { setFlagsFromString } from "node:v8";

/**
 * Lets V8 optimise a function only when it has run for longer. Its default suits one long computation; extraction is a few thousand small
 * functions that each worker warms up anew, and optimising them early, and again after each wrong guess, took a fifth of all processor time
 * (measured on Node 20: 84 articles in 9.6 s instead of 11.5 s). Later versions of Node compile in other tiers, so that they are left alone.
 */
export function compileLate(nodeVersion: string): void {
  if (/^v?20\./.test(nodeVersion)) setFlagsFromString("--interrupt-budget=2000000");
}
