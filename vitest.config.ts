import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts", "web/**/*.test.ts"],
    // Two workers: the machines that run the tests have two cores, and the encoder takes what it is given.
    maxWorkers: 2,
    testTimeout: 30_000,
  },
});
