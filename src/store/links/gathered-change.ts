import { type LinkRows, linkTables } from "./link-rows.js";
import { type LinkChange, mostChanged } from "./touched-days.js";

/** What went and came of a day, part by part: the rows, as far as it takes them to find out which later days they touch. */
export class GatheredChange {
  readonly rows = { gone: noRows(), come: noRows() };
  readonly #isFollowed: boolean;
  #isAny = false;

  /** @param isFollowed whether there are later days that may be touched */
  constructor(isFollowed: boolean) {
    this.#isFollowed = isFollowed;
  }

  /** Whether any row went or came. */
  get isAny(): boolean {
    return this.#isAny;
  }

  add(change: LinkChange): void {
    for (const side of ["gone", "come"] as const) {
      this.#isAny ||= Object.values(change[side]).some((rows) => rows.length > 0);
      if (this.#isFollowed) addRows(this.rows[side], change[side]);
    }
  }
}

type OwnRows = { readonly [Table in keyof LinkRows]: LinkRows[Table][number][] };

function noRows(): OwnRows {
  return { linked: [], day_size: [], story: [], copy: [], member: [], trace: [], telling: [], dispute_end: [] };
}

/** Of more articles than it pays to look closer at, only whom they tell of for ever is kept. */
function addRows(own: OwnRows, rows: Partial<LinkRows>): void {
  const isMuch = own.linked.length > mostChanged;
  const kept = isMuch ? { member: rows.member?.filter(({ lasting }) => lasting === 1) } : rows;
  for (const table of linkTables) {
    // Each table has its own rows.
    const all: object[] = own[table];
    for (const row of kept[table as keyof typeof kept] ?? []) all.push(row);
  }
}
