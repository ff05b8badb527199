import type { Feature, FeatureCollection, MultiLineString, Polygon } from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import fineFile from "world-atlas/countries-50m.json?url";
import coarseFile from "world-atlas/countries-110m.json?url";

/** The countries of the world as areas, and the lines between them. Natural Earth's, in the public domain. */
export interface Land {
  readonly countries: FeatureCollection;
  readonly borders: MultiLineString;
}

type World = Topology<{ readonly countries: GeometryCollection }>;

/** Fetched as a file, which is no script. @param fine for who looks closely: seven times as much to fetch @throws where it does not come */
export async function land(fine: boolean): Promise<Land> {
  const answer = await fetch(fine ? fineFile : coarseFile);
  if (!answer.ok) throw new Error(`The outlines of the countries were answered with ${answer.status}.`);
  // The package says what its files hold.
  const world = (await answer.json()) as World;
  const { countries } = world.objects;
  return {
    countries: feature(world, countries) as FeatureCollection,
    // Only what lies between two countries: a coast is the edge of an area, and so is the cut at the antimeridian, which is no border.
    borders: mesh(world, countries, (a, b) => a !== b),
  };
}

/** The largest part of each country with its name: the middle of all of France lies in the sea. */
export function mainParts(
  { countries }: Land,
  area: (polygon: Polygon) => number,
): readonly { readonly name: string; readonly polygon: Polygon }[] {
  return countries.features.flatMap((country) => {
    const name: unknown = country.properties?.name;
    const [largest] = polygonsOf(country).sort((a, b) => area(b) - area(a));
    return typeof name === "string" && largest !== undefined ? [{ name, polygon: largest }] : [];
  });
}

function polygonsOf({ geometry }: Feature): Polygon[] {
  if (geometry.type === "Polygon") return [geometry];
  if (geometry.type !== "MultiPolygon") return [];
  return geometry.coordinates.map((coordinates) => ({ type: "Polygon", coordinates }));
}
