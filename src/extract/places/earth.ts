/** A point on the unit sphere. */
export type SpherePoint = readonly [x: number, y: number, z: number];

const earthRadius = 6371;

/** Where a point of the earth lies seen from its middle; degrees in. */
export function directionOf(lat: number, lon: number): SpherePoint {
  const a = (lat * Math.PI) / 180;
  const b = (lon * Math.PI) / 180;
  return [Math.cos(a) * Math.cos(b), Math.cos(a) * Math.sin(b), Math.sin(a)];
}

/** Kilometres along the great circle. */
export function kilometresBetween(a: SpherePoint, b: SpherePoint): number {
  const [x, y, z] = [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
  // Not Math.hypot, which guards against sums that cannot occur here and takes ten times as long.
  const chord = Math.sqrt(x * x + y * y + z * z);
  return 2 * earthRadius * Math.asin(Math.min(1, chord / 2));
}
