import { expect, test } from "vitest";
import { articleToLink } from "../../../test/link/article-to-link.js";
import type { Entity } from "../../record/entity.js";
import { idOf } from "../../record/id.js";
import type { Place } from "../../record/place.js";
import { hostOf } from "./host-of-mission.js";

const mission = {
  key: "embassy",
  country: "FR",
  host: null,
  reach: "world",
  mission: "embassy",
  isStateless: false,
} as const;

/** Where the embassy stands by a text; each of `places` by its name in it, with its kind and country. */
function hostIn(text: string, places: readonly (readonly [name: string, kind: Place["kind"], country: string])[]) {
  const at = text.indexOf("embassy");
  const embassy: Entity = {
    id: idOf("en", 1),
    name: "French embassy",
    kind: "facility",
    country: "FR",
    roles: [],
    mentions: [[at, at + 7]],
  };
  const found = places.map(([name, kind, country], i): Place => {
    const start = text.indexOf(name);
    return {
      id: idOf("pl", i + 1),
      span: [start, start + name.length],
      text: name,
      name,
      kind,
      country,
      lat: 1,
      lon: 1,
      precision: "city",
      geonames: null,
    };
  });
  const { record } = articleToLink("a", text, { places: found });
  return hostOf(embassy, mission, "FR", record)?.name ?? null;
}

test("a mission stands where the words behind it say", () => {
  expect(hostIn("The embassy in Lomé closed.", [["Lomé", "city", "TG"]])).toBe("Lomé");
});

test("and else in the one country of all the article's towns, but for where it was written", () => {
  const text = "NAIROBI - Troops took Kara and Sokodé. The embassy closed.";
  const towns = [
    ["NAIROBI", "city", "KE"],
    ["Kara", "city", "TG"],
    ["Sokodé", "city", "TG"],
  ] as const;
  expect(hostIn(text, towns)).toBe("Kara");
  expect(
    hostIn("Togo is calm. Troops took Kara. The embassy closed.", [
      ["Togo", "country", "TG"],
      ["Kara", "city", "TG"],
    ]),
  ).toBe("Togo");
  expect(hostIn(text.replace("Kara", "Accra"), [towns[0], ["Accra", "city", "GH"], towns[2]])).toBeNull();
});
