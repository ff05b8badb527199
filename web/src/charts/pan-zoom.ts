/** What moves a picture: distances in pixels, and points from its left upper corner. */
export interface PanZoom {
  readonly pan: (dx: number, dy: number) => void;
  /** @param factor above 1 comes nearer; what lies under the point stays under it */
  readonly zoom: (factor: number, x: number, y: number) => void;
  /** Whether a drag with one finger moves the picture up and down too; else the page scrolls. */
  readonly bothWays: boolean;
}

/** So many pixels a pointer may move and still be a click. */
const still = 4;

/**
 * A Svelte action: the picture is moved by dragging, by two fingers, and by a wheel with Ctrl or ⌘ held, which is also what a touchpad's pinch sends.
 * A wheel alone scrolls the page. A drag that ends over a link is no click on it.
 */
export function panZoom(node: Element, given: PanZoom): { update: (next: PanZoom) => void; destroy: () => void } {
  let handlers = given;
  const held = new Map<number, { x: number; y: number }>();
  let moved = 0;

  const at = (event: MouseEvent): { x: number; y: number } => {
    const { left, top } = node.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const down = (event: PointerEvent): void => {
    if (event.pointerType === "mouse" && event.button !== 0) return;
    if (held.size === 0) moved = 0;
    held.set(event.pointerId, at(event));
  };
  const move = (event: PointerEvent): void => {
    const before = held.get(event.pointerId);
    if (before === undefined) return;
    const now = at(event);
    moved += Math.hypot(now.x - before.x, now.y - before.y);
    const [other] = [...held].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
    held.set(event.pointerId, now);
    if (moved <= still) return;
    if (other === undefined) {
      if (!node.hasPointerCapture(event.pointerId)) node.setPointerCapture(event.pointerId);
      handlers.pan(now.x - before.x, handlers.bothWays ? now.y - before.y : 0);
      return;
    }
    const apart = (point: { x: number; y: number }): number => Math.hypot(point.x - other.x, point.y - other.y);
    const factor = apart(now) / Math.max(1, apart(before));
    handlers.zoom(factor, (now.x + other.x) / 2, (now.y + other.y) / 2);
  };
  const up = (event: PointerEvent): void => {
    held.delete(event.pointerId);
  };
  const clicked = (event: Event): void => {
    if (moved <= still) return;
    moved = 0;
    event.preventDefault();
    event.stopPropagation();
  };
  const wheel = (event: WheelEvent): void => {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      const { x, y } = at(event);
      handlers.zoom(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.01)), x, y);
    } else if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      event.preventDefault();
      handlers.pan(-event.deltaX, 0);
    }
  };
  // A link that is dragged would be carried off by the browser.
  const carried = (event: Event): void => event.preventDefault();

  const listeners: readonly (readonly [string, EventListener, AddEventListenerOptions?])[] = [
    ["pointerdown", down as EventListener],
    ["pointermove", move as EventListener],
    ["pointerup", up as EventListener],
    ["pointercancel", up as EventListener],
    ["click", clicked, { capture: true }],
    ["wheel", wheel as EventListener, { passive: false }],
    ["dragstart", carried],
  ];
  for (const [name, listener, options] of listeners) node.addEventListener(name, listener, options);
  return {
    update: (next) => {
      handlers = next;
    },
    destroy: () => {
      for (const [name, listener, options] of listeners) node.removeEventListener(name, listener, options);
    },
  };
}
