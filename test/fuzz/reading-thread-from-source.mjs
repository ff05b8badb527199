// A thread does not inherit what teaches the main one TypeScript.
import { register } from "tsx/esm/api";

register();
await import("./reading-thread.ts");
