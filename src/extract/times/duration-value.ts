import type { TimeUnit } from "./time-meaning.js";

/** The smaller unit that a fraction of a unit is told in, and how many of it make one. */
const smaller: { readonly [unit in TimeUnit]?: readonly [unit: TimeUnit, count: number] } = {
  DE: ["Y", 10],
  CE: ["Y", 100],
  Y: ["M", 12],
  W: ["D", 7],
  D: ["TH", 24],
  TH: ["TM", 60],
  TM: ["TS", 60],
};

/** The length as TIMEX3 writes it: `P2D`, `PT1M30S`, `P20Y` for two decades, `PXM` for "months". */
export function durationValue({ amount, unit }: { readonly amount: number | null; readonly unit: TimeUnit }): string {
  if (amount === null) return `${prefix(unit)}X${letterOf(unit)}`;
  if (unit === "DE" || unit === "CE") return `P${amount * (unit === "DE" ? 10 : 100)}Y`;
  const whole = Math.floor(amount);
  const [finer, count] = smaller[unit] ?? [];
  const rest = finer === undefined || count === undefined ? 0 : Math.round((amount - whole) * count);
  if (finer === undefined || rest === 0) return `${prefix(unit)}${amount}${letterOf(unit)}`;
  const head = whole === 0 ? "" : `${whole}${letterOf(unit)}`;
  const joint = finer.startsWith("T") && (whole === 0 || !unit.startsWith("T")) ? "T" : "";
  return `${unit.startsWith("T") && whole > 0 ? "PT" : "P"}${head}${joint}${rest}${letterOf(finer)}`;
}

function prefix(unit: TimeUnit): string {
  return unit.startsWith("T") ? "PT" : "P";
}

/** TIMEX3's letter without the mark that a clock's unit carries here. */
function letterOf(unit: TimeUnit): string {
  return unit.startsWith("T") ? unit.slice(1) : unit;
}
