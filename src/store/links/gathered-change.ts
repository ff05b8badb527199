import type { LinkRows } from "./link-rows.js";
import { type LinkChange, mostChanged } from "./touched-days.js";

/** What went and came of a day, part by part. */
export interface GatheredChange {
  readonly add: (change: LinkChange) => void;
  readonly isAny: () => boolean;
  /** Whether a row of that table went or came. */
  readonly isOf: (table: keyof LinkRows) => boolean;
  /** The rows, as far as it takes them to find out which later days they touch. */
  readonly rows: LinkChange;
}

/** @param isFollowed whether there are later days that may be touched */
export function gatheredChange(isFollowed: boolean): GatheredChange {
  const [gone, come] = [new GatheredRows(), new GatheredRows()];
  const changed = new Set<string>();
  return {
    add: (change) => {
      for (const [rows, own] of [
        [change.gone, gone],
        [change.come, come],
      ] as const) {
        for (const [table, some] of Object.entries(rows)) if (some.length > 0) changed.add(table);
        if (isFollowed) own.add(rows);
      }
    },
    isAny: () => changed.size > 0,
    isOf: (table) => changed.has(table),
    rows: { gone: gone.rows, come: come.rows },
  };
}

/** Rows of a day. Of more articles than it pays to look closer at, only whom they tell of for ever is kept. */
class GatheredRows {
  readonly rows: { -readonly [Table in keyof LinkRows]?: LinkRows[Table] } = {};

  add(rows: Partial<LinkRows>): void {
    const isMuch = (this.rows.linked?.length ?? 0) > mostChanged;
    const kept = isMuch ? { member: rows.member?.filter(({ lasting }) => lasting === 1) ?? [] } : rows;
    for (const [table, some] of Object.entries(kept)) {
      const own = this.rows[table as keyof LinkRows] ?? [];
      // Each table has its own rows.
      Object.assign(this.rows, { [table]: [...own, ...some] });
    }
  }
}
