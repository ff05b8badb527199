import { sqlite } from "../sqlite/sqlite-engine.js";
export const postgres = sqlite;
