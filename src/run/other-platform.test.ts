import { expect, test } from "vitest";
import { otherPlatform } from "./other-platform.js";

test("a package for another platform says which it is for and which is needed", () => {
  const message = otherPlatform("linux-arm64", ["linux-x64"]);
  expect(message).toContain("is for linux-x64");
  expect(message).toContain("Install the package for linux-arm64");
});

test("a package for this platform, alone or among others, has nothing to say", () => {
  expect(otherPlatform("linux-arm64", ["linux-arm64"])).toBeNull();
  expect(otherPlatform("linux-arm64", ["darwin-arm64", "linux-arm64"])).toBeNull();
});
