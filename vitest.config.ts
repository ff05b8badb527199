import { defineConfig } from "vitest/config";

/** What a text takes is counted by the engine, which has to have nothing else to count. */
const counting = "{src,test}/**/{text-lengths,extract-times,choose-parties}.test.ts";
const program = "test/end-to-end/**/*.test.ts";
const onExamples = ["test/browser/**/*.test.ts", "test/end-to-end/{fleet,mcp}.test.ts"];

export default defineConfig({
  test: {
    // Two workers: the machines that run the tests have two cores, and the encoder takes what it is given.
    maxWorkers: 2,
    // A busy machine is no failure.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 30_000 } },
    projects: [
      {
        // Files share a process, and so modules, the model and browsers: to load them anew for each took longer than most tests.
        extends: true,
        test: {
          name: "parts",
          include: ["{src,test,web}/**/*.test.ts"],
          exclude: [counting, program, ...onExamples],
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: "examples", include: onExamples, isolate: false, globalSetup: "test/example-record.ts" },
      },
      { extends: true, test: { name: "program", include: [counting, program], exclude: onExamples } },
    ],
  },
});
