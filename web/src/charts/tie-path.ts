/** Where a box lies, in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The way of a line from one box to another: out of the sides that face each other; where one is above the other, around on the left. */
export function tiePath(from: Box, to: Box): string {
  const [y1, y2] = [from.top + Math.min(24, from.height / 2), to.top + Math.min(24, to.height / 2)];
  const rightwards = to.left >= from.left + from.width;
  const leftwards = to.left + to.width <= from.left;
  const x1 = rightwards ? from.left + from.width : from.left;
  const x2 = rightwards ? to.left : leftwards ? to.left + to.width : to.left;
  const bend = rightwards || leftwards ? Math.max(14, Math.abs(x2 - x1) / 2) : 28;
  const c1 = rightwards ? x1 + bend : x1 - bend;
  const c2 = rightwards ? x2 - bend : leftwards ? x2 + bend : x2 - bend;
  return `M${round(x1)} ${round(y1)}C${round(c1)} ${round(y1)} ${round(c2)} ${round(y2)} ${round(x2)} ${round(y2)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
