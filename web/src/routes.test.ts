import { describe, expect, test } from "vitest";
import { type Route, routeOf } from "./routes.js";

const load: Route["load"] = () => Promise.reject(new Error("not fetched here"));
const routes: readonly Route[] = [
  { path: "/", load },
  { path: "/articles/:id", load },
  { path: "/lines/:article/:line", load },
];

describe("routeOf", () => {
  test("takes the pattern that fits and names what stands in it", () => {
    expect(routeOf("/", routes)?.route.path).toBe("/");
    expect(routeOf("/articles/art_1", routes)?.params).toEqual({ id: "art_1" });
    expect(routeOf("/lines/art_1/st_2/", routes)?.params).toEqual({ article: "art_1", line: "st_2" });
  });

  test("gives an id with a slash in it back whole", () => {
    expect(routeOf(`/articles/${encodeURIComponent("wire/2031/é")}`, routes)?.params).toEqual({ id: "wire/2031/é" });
  });

  test("has no page for what no pattern fits, nor for what cannot be decoded", () => {
    expect(routeOf("/nowhere", routes)).toBeNull();
    expect(routeOf("/articles/%E0%A4%A", routes)).toBeNull();
  });
});
