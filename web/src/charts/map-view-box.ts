import { keptInFrame, type Seen, whole } from "./view-box.js";

/** The nearest view that has all of these points in it, with room around them; the whole for none. */
export function seenAround(
  points: readonly (readonly [number, number])[],
  { width, height, most }: { readonly width: number; readonly height: number; readonly most: number },
): Seen {
  if (points.length === 0) return whole;
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const room = 1.35;
  const k = Math.min(
    most,
    Math.max(1, Math.min(width / Math.max(1, (right - left) * room), height / Math.max(1, (bottom - top) * room))),
  );
  const at = { k, x: width / 2 - ((left + right) / 2) * k, y: height / 2 - ((top + bottom) / 2) * k };
  return keptInFrame(at, width, height);
}
