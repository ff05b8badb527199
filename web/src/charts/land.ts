import type { FeatureCollection, MultiLineString } from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

/** The countries of the world as areas, and the lines between them. Natural Earth's, in the public domain. */
export interface Land {
  readonly countries: FeatureCollection;
  readonly borders: MultiLineString;
}

type World = Topology<{ readonly countries: GeometryCollection }>;

/** @param fine for who looks closely: seven times as much to fetch */
export async function land(fine: boolean): Promise<Land> {
  const { default: json } = fine
    ? await import("world-atlas/countries-50m.json")
    : await import("world-atlas/countries-110m.json");
  // The package says what its files hold, and the compiler reads only their JSON.
  const world = json as unknown as World;
  const { countries } = world.objects;
  return {
    countries: feature(world, countries) as FeatureCollection,
    // Only what lies between two countries: a coast is the edge of an area, and so is the cut at the antimeridian, which is no border.
    borders: mesh(world, countries, (a, b) => a !== b),
  };
}
