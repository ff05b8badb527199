import { register } from "tsx/esm/api";

register();
await import("./writing-thread.ts");
