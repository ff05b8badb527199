import { register } from "tsx/esm/api";

register();
await import("./answering-thread.ts");
