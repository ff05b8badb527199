/** Keys that were pressed before the page was there for which they are meant. */
export interface KeysAhead {
  /** Keeps the key, where the page that was gone to is still on its way. @returns whether it did */
  readonly keep: (key: string) => boolean;
  readonly drop: () => void;
}

/** @param play what is done with each key, in their order, as soon as the page is there */
export function keysAhead(play: (key: string) => void): KeysAhead {
  let kept: readonly string[] = [];
  let watcher: MutationObserver | null = null;

  function drop(): void {
    kept = [];
    watcher?.disconnect();
    watcher = null;
  }

  function arrived(): void {
    if (watcher === null || isArriving()) return;
    const keys = kept;
    drop();
    // The page that comes takes the focus first.
    requestAnimationFrame(() => {
      for (const key of keys) play(key);
    });
  }

  return {
    keep: (key) => {
      // Enter opens what has the focus, unless a key before it moves that.
      if (!isArriving() || (key === "Enter" && kept.length === 0)) return false;
      kept = [...kept, key];
      if (watcher === null) {
        watcher = new MutationObserver(arrived);
        watcher.observe(document.body, { childList: true, subtree: true, attributeFilter: ["aria-busy"] });
      }
      return true;
    },
    drop,
  };
}

/** Whether the page at this address is not there yet, or has none of its lines. */
function isArriving(): boolean {
  const main = document.getElementById("main");
  if (main?.getAttribute("aria-busy") === "true") return true;
  return main?.querySelector(".waiting") != null && main.querySelector("[data-item]") === null;
}
