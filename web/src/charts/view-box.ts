/** How a picture is seen: `k` times as big, and moved by `x` and `y` pixels after that. */
export interface Seen {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}

/** The whole picture. */
export const whole: Seen = { k: 1, x: 0, y: 0 };

/** Moved back where it would leave the frame empty. */
export function keptInFrame({ k, x, y }: Seen, width: number, height: number): Seen {
  const within = (offset: number, size: number): number => Math.min(0, Math.max(size - size * k, offset));
  return { k, x: within(x, width), y: within(y, height) };
}

/** As the address bar has it, `null` for the whole: nearness and the middle in thousandths of the picture. */
export function writtenSeen({ k, x, y }: Seen, width: number, height: number): string | null {
  if (k <= 1.001) return null;
  const middle = (offset: number, size: number): number => Math.round(((size / 2 - offset) / k / size) * 1000);
  return `${Math.round(k * 100) / 100},${middle(x, width)},${middle(y, height)}`;
}

/** What {@link writtenSeen} wrote; the whole for all else. */
export function readSeen(written: string | null, width: number, height: number, most: number): Seen {
  const parts = (written ?? "").split(",").map(Number);
  const [k = 1, mx = 500, my = 500] = parts;
  if (parts.length !== 3 || parts.some((part) => !Number.isFinite(part)) || k <= 1) return whole;
  const near = Math.min(most, k);
  return keptInFrame(
    { k: near, x: width / 2 - (mx / 1000) * width * near, y: height / 2 - (my / 1000) * height * near },
    width,
    height,
  );
}
