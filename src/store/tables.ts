import type { Generated } from "kysely";
import type { ActionWeight } from "../link/events/weigh-action.js";
import type { FollowingTables } from "./following-tables.js";
import type { RecordLine } from "./lines-of-record.js";
import type { SavedViewTables } from "./saved-views.js";
import type { WatchTables } from "./watch-tables.js";

/** The tables of the database, as kysely sees them. */
export interface StoreTables extends GroundTables, DerivedTables, FollowingTables, WatchTables, SavedViewTables {
  readonly migration: MigrationTable;
  readonly setting: SettingTable;
}

/** What was taken in and what people said of it. Rows are added and never changed. */
export interface GroundTables {
  readonly fetched: FetchedTable;
  readonly article: ArticleTable;
  readonly version: VersionTable;
  readonly correction: CorrectionTable;
}

/** What follows from the ground, by one version of the program. Can be dropped and made again. */
export interface DerivedTables {
  readonly record: RecordTable;
  readonly corrected: CorrectedTable;
  readonly removed: RemovedTable;
  readonly line: LineTable;
  readonly entity: EntityTable;
  readonly country_name: CountryNameTable;
  readonly place: PlaceTable;
  readonly time: TimeTable;
  readonly dated: DatedTable;
  readonly unlinked: UnlinkedTable;
  readonly stale: StaleTable;
  readonly linked: LinkedTable;
  readonly term_posting: TermPostingTable;
  readonly print_posting: PrintPostingTable;
  readonly day_size: DaySizeTable;
  readonly story: StoryTable;
  readonly copy: CopyTable;
  readonly member: MemberTable;
  readonly known_name: KnownNameTable;
  readonly known_place: KnownPlaceTable;
  readonly trace: TraceTable;
  readonly telling: TellingTable;
  readonly action_day: ActionDayTable;
  readonly history_day: HistoryDayTable;
  readonly dispute_end: DisputeEndTable;
  readonly line_words: WordTable;
  readonly article_words: WordTable;
}

/** Bytes as they came from an address. */
interface FetchedTable {
  readonly key: Generated<number>;
  readonly requested: string;
  readonly final: string;
  readonly at: string;
  readonly status: number;
  /** JSON: an object of names and values. */
  readonly headers: string;
  /** Of the bytes as they were before they were packed. */
  readonly sha256: string;
  readonly bytes: Uint8Array;
  /** How `bytes` are packed: `br`, or `identity` where they are not. */
  readonly coding: Generated<string>;
}

/** What one address, or one id where there is no address, has stood for over time. */
interface ArticleTable {
  readonly key: Generated<number>;
  readonly id: string;
  readonly address: string | null;
}

/** An article as it read at one time. */
interface VersionTable {
  readonly key: Generated<number>;
  /** The article's own id for its first version, then with `@2`, `@3` … behind it. */
  readonly id: string;
  readonly article: number;
  readonly number: number;
  /** What a person would call the input that it came from. */
  readonly input: string;
  readonly added: string;
  readonly fetched: number | null;
  readonly url: string | null;
  readonly title: string | null;
  readonly outlet: string | null;
  /** JSON: a list of names. */
  readonly authors: string;
  readonly published: string | null;
  readonly published_from: string | null;
  readonly language: string | null;
  readonly sha256: string;
  readonly text: string;
  /** JSON: the messages that reading it gave. */
  readonly messages: string;
  /** Of the whole that it was read from; `null` for a line of a stream, and for what an older version added. */
  readonly source_sha256: string | null;
  /** JSON: where the pages of its document begin in the text, each as offset and number; `null` where it has none. */
  readonly pages: string | null;
  /** JSON: when its words were said in a recording, each as offset and second; `null` where it is of none. */
  readonly timecodes: string | null;
}

/** What a person says of a line, an entity or a link; `undoes` is an earlier correction that this one takes back. */
interface CorrectionTable {
  readonly key: Generated<number>;
  readonly at: string;
  readonly by: string;
  readonly kind: string;
  readonly subject: string;
  /** JSON, in the form that `kind` settles. */
  readonly detail: string;
  readonly undoes: number | null;
}

/** What analysis made of a version: a record, or the reason why there is none. */
interface RecordTable {
  readonly version: number;
  /** Name and version of the program that made the record. */
  readonly producer: string | null;
  readonly model: string | null;
  /** The record without its article, as JSON, compressed; `null` where analysis failed. */
  readonly content: Uint8Array | null;
  readonly failure: string | null;
}

/** What people's corrections make of a record; versions that none is about have no row. */
interface CorrectedTable {
  readonly version: number;
  /** As in `record`, with the corrections; hidden lines are in it. */
  readonly content: Uint8Array;
  /** JSON: which correction holds for which line. */
  readonly marks: string;
}

/** A version of an article that people took out. */
interface RemovedTable {
  readonly version: number;
}

/** A statement, action, posture or stance, with what it can be found by. */
interface LineTable extends RecordLine {
  readonly key: number;
  readonly version: number;
  /** When its article was published. */
  readonly published: string | null;
  /** The article's, as in `dated`; no day and no instant where nobody knows when it was published. */
  readonly day: string | null;
  readonly at: number | null;
  readonly article: string;
  /** JSON: what a page shows of it that no other column has. */
  readonly shown: string;
  /** 1 where a person confirmed it, else `null`. */
  readonly confirmed: number | null;
}

interface EntityTable {
  readonly version: number;
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly country: string | null;
}

interface PlaceTable {
  readonly version: number;
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly country: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly geonames: number | null;
  readonly precision: string | null;
}

interface TimeTable {
  readonly version: number;
  readonly id: string;
  readonly type: string;
  readonly value: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

/** When a version is from, as `articleDay` says it. */
interface DatedTable {
  readonly version: number;
  /** The day that it is linked with: on which it was published, else fetched, else added. */
  readonly day: string;
  /** In milliseconds; `null` where nobody noted when it was published or fetched. */
  readonly at: number | null;
  /** The id of the version: of one instant it settles which comes first, whatever was added first. */
  readonly article: string;
}

/** Days whose links may not be those that the articles that are kept give: linking starts here. */
interface UnlinkedTable {
  readonly day: string;
  /** How soon, as `urgency` in links/unlinked.ts has it. */
  readonly urgency: number;
}

/** Versions that are linked by what they no longer say, or by who somebody no longer is. */
interface StaleTable {
  readonly version: number;
}

// In all tables of links `day` is the day whose linking wrote the row, and columns that are JSON hold what src/link gives.

/** How much is told on a day. */
interface DaySizeTable {
  readonly day: string;
  readonly articles: number;
  /** The lowest and the highest key of their versions. */
  readonly first: number;
  readonly last: number;
  /** Statements of somebody, and of them those by somebody known. */
  readonly statements: number;
  readonly known: number;
}

/** An article by what later ones are held against, and its story. */
interface LinkedTable {
  readonly version: number;
  readonly day: string;
  /** When the article is from, in milliseconds. */
  readonly time: number | null;
  readonly story: string;
  readonly outlet: string | null;
  readonly likeness: number | null;
  /** Why it is of that story. */
  readonly reason: string;
  /** The name under which its text goes: of two that have one, one copies the other. */
  readonly text_of: string;
  /** JSON: pairs of term and weight. */
  readonly terms: string;
  /** Fingerprints, as numbers of 32 bits, the low byte first. */
  readonly prints: Uint8Array;
  readonly sentences: number;
  /** JSON: the numbers of people that it gives. */
  readonly figures: string;
  /** JSON: what it tells of as denied. */
  readonly denials: string;
}

/** Which articles of a day hold a term; follows from `linked.terms`. */
interface TermPostingTable {
  readonly day: string;
  /** The term's number, `termNumber`. */
  readonly term: number;
  /** For each of the articles the key of the version, as a number of 32 bits with the low byte first, and the term's weight, as a float of 32 bits. */
  readonly holders: Uint8Array;
}

/** That an article of a day has a fingerprint; follows from `linked.prints`. */
interface PrintPostingTable {
  readonly day: string;
  readonly print: number;
  readonly version: number;
}

/** A story as it stood after a day; a later row of the same id takes its place. */
interface StoryTable {
  readonly id: string;
  readonly day: string;
  /** The version to show for it. */
  readonly central: number;
  /** JSON: what it is about, the heaviest term first. */
  readonly terms: string;
  readonly within: number;
}

/** A version that is a copy of another. */
interface CopyTable {
  readonly version: number;
  readonly day: string;
  readonly copy_group: string;
  /** Whose text the group is. */
  readonly origin: string | null;
  readonly origin_reason: string;
  /** The version that the group is known by; it has no row of its own. */
  readonly first: number;
  /** The version of the group that it is most like. */
  readonly of: number;
  readonly relation: string;
  /** JSON, as are shares and spans. */
  readonly changes: string;
  readonly shares: string;
  readonly spans: string;
  readonly reason: string;
}

/** A name of entities that are of a country, and of how many. The database itself keeps it. */
interface CountryNameTable {
  readonly country: string;
  readonly name: string;
  readonly entities: number;
}

/** A name that members go by, in lower case, and by how many. The database itself keeps it. */
interface KnownNameTable {
  readonly key: Generated<number>;
  readonly name: string;
  /** In the one spelling that all ways of writing it share (`foldedSpelling`). */
  readonly folded: string;
  readonly members: number;
}

/** A place that articles name so, and how often; `country` is empty where none is known. The database itself keeps it. */
interface KnownPlaceTable {
  readonly key: Generated<number>;
  readonly name: string;
  readonly kind: string;
  readonly country: string;
  readonly folded: string;
  readonly places: number;
}

/** Who an entity of a record is, across articles. */
interface MemberTable {
  readonly version: number;
  /** The entity's id within its record. */
  readonly entity: string;
  readonly day: string;
  /** The id that is the same across articles. */
  readonly who: string;
  readonly name: string;
  /** JSON: what the article tells of it. */
  readonly told: string;
  readonly reason: string;
  /** What later days look it up by. */
  readonly key: string;
  /** 1 where it tells something new of whom it is, so that it is looked up however old it is. */
  readonly lasting: number;
}

/** How a line leads to where its claim entered the news. */
interface TraceTable {
  /** The key of the line, as in `telling` and `dispute_end`. */
  readonly line: number;
  readonly version: number;
  readonly day: string;
  /** As the article's in `linked`. */
  readonly time: number | null;
  readonly origin: string;
  /** The origin's, as are name, who and through. */
  readonly kind: string;
  readonly name: string;
  readonly who: string | null;
  readonly through: string | null;
  /** JSON: who told whom. */
  readonly steps: string;
  readonly reason: string;
  /** Of a statement: whom it is by, across articles. */
  readonly speaker: string | null;
  /** Of a statement by somebody: how soon it is looked at where there are many, 3 first and 0 last. */
  readonly weight: number | null;
  /** JSON: of a statement the words that tell it, else empty. */
  readonly spans: string;
}

/** That a line tells of an event. */
interface TellingTable {
  readonly line: number;
  readonly version: number;
  readonly day: string;
  /** As the article's in `linked`. */
  readonly time: number | null;
  /** The id of the version. */
  readonly article: string;
  /** The line's id within its record. */
  readonly id: string;
  readonly event: string;
  /** Tellings with different keys are of different events. */
  readonly key: string;
  readonly kind: string;
  readonly what: string;
  /** JSON, as is whom: ids of known entities, or words. */
  readonly who: string;
  readonly whom: string;
  readonly story: string;
  /** What is done, by its own words, as JSON; `null` of a state. */
  readonly act: string;
  /** On whose word it is told, as JSON; see `Trace.voices`. */
  readonly voices: string;
  /** Of a posture: the history that it belongs to. */
  readonly history: string | null;
  readonly status: string;
  readonly date: string | null;
  readonly dated: string;
  readonly origin: string;
  /** Who tells it: `speaker`, `unnamed` or `text`, as its origin is. */
  readonly by: string;
  /** How likely the line is right, in hundredths. */
  readonly confidence: number;
  /** JSON: the evidence. */
  readonly spans: string;
  readonly reason: string;
}

/** What an action weighs by the end of a day whose articles tell of it. Follows from all rows of `telling` that are of it. */
interface ActionDayTable extends ActionWeight {
  readonly day: string;
  readonly event: string;
  /** The next day whose articles tell of it. */
  readonly next: string | null;
}

/** What a history says, as it is known when a day that tells of it has ended. */
interface HistoryDayTable {
  readonly history: string;
  readonly day: string;
  /** The next day whose articles tell of it. */
  readonly next: string | null;
  /** JSON, as `history-days.ts` writes it; `null` while it is still to be worked out. */
  readonly content: string | null;
}

/** Where a side of a dispute stands in an article. What is told of the dispute itself is the same in all its rows of one day; the earliest counts. */
interface DisputeEndTable {
  readonly dispute: string;
  readonly day: string;
  /** The event or story that it is about. */
  readonly subject: string;
  readonly kind: string;
  readonly about: string;
  readonly reason: string;
  readonly position: string;
  readonly version: number;
  /** `null` for a figure in the article's text. */
  readonly line: number | null;
  readonly spans: string;
  readonly date: string | null;
  /** Who stands there where it is not whoever the line is by: the id of the origin, and the name. */
  readonly origin: string | null;
  readonly name: string | null;
}

/** A full-text table: `rowid` is the key of what it indexes. */
interface WordTable {
  readonly rowid: number;
  readonly rank: number;
}

interface MigrationTable {
  readonly number: number;
  readonly name: string;
  readonly applied: string;
}

interface SettingTable {
  readonly name: string;
  readonly value: string;
}
