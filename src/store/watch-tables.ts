import type { Generated } from "kysely";

/** What people want to be told of, and what they were told. Rows are added and never changed. */
export interface WatchTables {
  readonly watch: WatchTable;
  readonly delivery: DeliveryTable;
  readonly alerted: AlertedTable;
}

/** That a watch was set up, set up anew, or removed. The latest row of a name counts. */
interface WatchTable {
  readonly key: Generated<number>;
  readonly at: string;
  readonly name: string;
  /** JSON; `null` where the watch was removed. */
  readonly question: string | null;
  /** The key of the last version that there was: what was there before is not news. */
  readonly seen: number;
}

/** That everything new up to a version was delivered. */
interface DeliveryTable {
  readonly key: Generated<number>;
  readonly at: string;
  readonly watch: string;
  readonly target: string;
  readonly seen: number;
}

/** What was delivered. `subject` names it across articles, so that it is delivered once. */
interface AlertedTable {
  readonly key: Generated<number>;
  readonly at: string;
  readonly watch: string;
  readonly target: string;
  readonly subject: string;
  /** JSON: the alert as it was delivered. */
  readonly alert: string;
}
