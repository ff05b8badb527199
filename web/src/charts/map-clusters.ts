/** A place on the map, in pixels as it is seen. */
export interface MapPoint {
  readonly key: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** Half the width of its disc. */
  readonly r: number;
}

/** Places too near each other to be told apart are one mark: that of the first. */
export interface MapCluster<Point extends MapPoint> {
  readonly lead: Point;
  /** All of them, the first among them. */
  readonly members: readonly Point[];
  readonly label: MapLabel | null;
}

/** Words beside a mark, from `x` on; `null` where another mark or label has the room. */
export interface MapLabel {
  readonly words: string;
  readonly x: number;
  readonly y: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A letter is about so wide. */
const letter = 6.6;
const mostLetters = 24;

/** @param points those that count most first: they lead, and have their names first */
export function clustersOf<Point extends MapPoint>(
  points: readonly Point[],
  { width, height }: { readonly width: number; readonly height: number },
): readonly MapCluster<Point>[] {
  const clusters: { readonly lead: Point; readonly members: Point[] }[] = [];
  for (const point of points) {
    const near = clusters.find(({ lead }) => Math.hypot(lead.x - point.x, lead.y - point.y) < touching(lead, point));
    if (near === undefined) clusters.push({ lead: point, members: [point] });
    else near.members.push(point);
  }
  const seen = clusters.filter(({ lead: { x, y, r } }) => x > -r && x < width + r && y > -r && y < height + r);
  const taken: Box[] = seen.map(({ lead: { x, y, r } }) => ({ left: x - r, right: x + r, top: y - r, bottom: y + r }));
  return seen.map(({ lead, members }) => ({ lead, members, label: labelFor(lead, members.length, taken, width) }));
}

function touching(a: MapPoint, b: MapPoint): number {
  return Math.max(a.r, b.r) + Math.min(a.r, b.r) * 0.4;
}

/** To the right of its mark where there is room, else to the left, else none. Takes the room. */
function labelFor({ name, x, y, r }: MapPoint, members: number, taken: Box[], width: number): MapLabel | null {
  const own = name.length <= mostLetters ? name : `${name.slice(0, mostLetters - 1).trimEnd()}…`;
  const words = members === 1 ? own : `${own} +${members - 1}`;
  const length = words.length * letter;
  for (const left of [x + r + 4, x - r - 4 - length]) {
    const box = { left, right: left + length, top: y - 8, bottom: y + 8 };
    if (box.left < 2 || box.right > width - 2 || taken.some((other) => overlap(other, box))) continue;
    taken.push(box);
    return { words, x: left, y: y + 4 };
  }
  return null;
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
}

/** Those of whom most of what is told is told: a single line from afar does not shrink all the others. @param points the most told first */
export function mostTold<Point extends { readonly lines: number }>(points: readonly Point[]): readonly Point[] {
  const enough = 0.85 * points.reduce((sum, { lines }) => sum + lines, 0);
  let told = 0;
  return points.filter(({ lines }) => {
    const isNeeded = told < enough;
    told += lines;
    return isNeeded;
  });
}
