import { pino } from "pino";
import type { Effects } from "./effects.js";

export const logFormats = ["text", "json"] as const;
export type LogFormat = (typeof logFormats)[number];

/** Where a process that runs for long says what it does. */
export interface Log {
  /** Something went as it should: `facts` are for programs, and are in lines of JSON alone. */
  readonly note: (sentence: string, facts?: Facts) => void;
  /** Something did not. */
  readonly warn: (sentence: string, facts?: Facts) => void;
}

export type Facts = Readonly<Record<string, string | number | boolean | null>>;

/** A log on standard error: a sentence a line, or a JSON object a line, as pino writes it. */
export function openLog(format: LogFormat, name: string, { report, now }: Pick<Effects, "report" | "now">): Log {
  if (format === "text") {
    const tell = (sentence: string): void => report(`sitrep: ${sentence}\n`);
    return { note: tell, warn: tell };
  }
  const options = {
    base: { process: name },
    timestamp: () => `,"time":"${now().toISOString()}"`,
    formatters: { level: (level: string) => ({ level }) },
  };
  const logger = pino(options, { write: report });
  return {
    note: (sentence, facts = {}) => logger.info(facts, sentence),
    warn: (sentence, facts = {}) => logger.warn(facts, sentence),
  };
}

/** Effects whose reports go to a log, each as a warning. */
export function reportingTo(log: Log, effects: Effects): Effects {
  return { ...effects, report: (text) => log.warn(text.replace(/^sitrep: |\n$/g, "")) };
}
