import { existsSync, readFileSync } from "node:fs";

/**
 * Whether this processor adds up as the one does that the expectations of texts were made on. Without AVX-512, sums in floating point differ in their last bits, and
 * now and then that tips what the model decides.
 */
export function hasAvx512(): boolean {
  return existsSync("/proc/cpuinfo") && readFileSync("/proc/cpuinfo", "utf8").includes("avx512f");
}
