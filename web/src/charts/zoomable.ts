import { select } from "d3-selection";
import { zoom, zoomIdentity, zoomTransform } from "d3-zoom";
import type { Seen } from "./view-box.js";

/** What is moved and brought nearer: how it is seen now, and how far that goes. */
export interface Zoomed {
  readonly seen: Seen;
  readonly width: number;
  readonly height: number;
  /** The most that it is enlarged. */
  readonly most: number;
  /** Called with each view that the reader comes to. */
  readonly onsee: (seen: Seen) => void;
}

/** A picture that is moved by dragging, by two fingers, by a wheel with Ctrl or ⌘ held, and by what the page calls. */
export interface Zoomable {
  readonly action: (node: Element, given: Zoomed) => { update: (next: Zoomed) => void; destroy: () => void };
  /** Nearer by that factor; what lies at the point, in pixels from the left upper corner, stays there. */
  readonly nearer: (factor: number, at: readonly [number, number]) => void;
  /** Moves what is seen by so many pixels. */
  readonly move: (dx: number, dy: number) => void;
}

/** d3-zoom over an element, which keeps the picture within its frame. A wheel alone scrolls the page; a drag that ends over a link is no click on it. */
export function zoomable(): Zoomable {
  const behaviour = zoom<Element, unknown>().duration(0).clickDistance(4).filter(isMeant);
  let held: Element | null = null;
  let onsee: Zoomed["onsee"] = () => undefined;

  const take = (node: Element, { seen, width, height, most, onsee: next }: Zoomed): void => {
    behaviour
      .extent([
        [0, 0],
        [width, height],
      ])
      .translateExtent([
        [0, 0],
        [width, height],
      ])
      .scaleExtent([1, most]);
    const { k, x, y } = zoomTransform(node);
    onsee = () => undefined;
    if (k !== seen.k || x !== seen.x || y !== seen.y)
      behaviour.transform(select(node), zoomIdentity.translate(seen.x, seen.y).scale(seen.k));
    onsee = next;
  };

  return {
    action: (node, given) => {
      held = node;
      behaviour.on("zoom", ({ transform: { k, x, y } }: { readonly transform: Seen }) => onsee({ k, x, y }));
      select(node).call(behaviour);
      take(node, given);
      return {
        update: (next) => take(node, next),
        destroy: () => {
          select(node).on(".zoom", null);
          held = null;
        },
      };
    },
    nearer: (factor, [x, y]) => {
      if (held !== null) behaviour.scaleBy(select(held), factor, [x, y]);
    },
    move: (dx, dy) => {
      if (held === null) return;
      const { k } = zoomTransform(held);
      behaviour.translateBy(select(held), dx / k, dy / k);
    },
  };
}

/** A wheel zooms with Ctrl or ⌘ held, which is also what a touchpad's pinch sends. */
function isMeant(event: MouseEvent | WheelEvent | TouchEvent): boolean {
  if (event.type === "wheel") return event.ctrlKey || event.metaKey;
  return !event.ctrlKey && !("button" in event && event.button !== 0);
}
