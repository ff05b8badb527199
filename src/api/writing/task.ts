import type { RemarkKind, SourceGrade } from "../../link/corrections/correction.js";
import type { KnownFacts } from "../../read/known-facts.js";
import type { Upload } from "../../run/uploads.js";
import type { LineKind } from "../../store/lines-of-record.js";

/** Who corrects, and why. */
interface Signed {
  readonly by: string;
  readonly why: string | null;
}

/** A correction as somebody asks for it. */
export type CorrectTask = Signed &
  (
    | { readonly kind: "merge"; readonly ids: readonly string[] }
    | { readonly kind: "split"; readonly id: string; readonly members: readonly string[] }
    | {
        readonly kind: "hide";
        readonly id: string;
        readonly state?: string | undefined;
        readonly lines?: boolean | undefined;
      }
    | { readonly kind: "confirm"; readonly id: string; readonly state?: string | undefined }
    | {
        readonly kind: RemarkKind;
        readonly id: string;
        readonly state?: string | undefined;
        readonly text: string;
      }
    | { readonly kind: "rename"; readonly id: string; readonly name: string }
    | { readonly kind: "grade"; readonly outlet: string; readonly grade: SourceGrade }
    | { readonly kind: "relabel"; readonly id: string; readonly fields: readonly string[] }
    | { readonly kind: "undo"; readonly id: string }
  );

/** A change to what people want to be told of. */
export type WatchTask =
  | {
      readonly kind: "save-watch";
      readonly name: string;
      readonly countries: readonly string[];
      readonly who: readonly string[];
      readonly kinds: readonly LineKind[];
    }
  | { readonly kind: "remove-watch"; readonly name: string };

/** A change to the saved views of the desk, and by whom. */
export type ViewTask = { readonly by: string } & (
  | { readonly kind: "save-view"; readonly name: string; readonly address: string }
  | { readonly kind: "rename-view"; readonly name: string; readonly to: string }
  | { readonly kind: "delete-view"; readonly name: string }
);

/** Articles to be read in. */
export interface AddTask {
  readonly kind: "add";
  /** Addresses, or the paths of files and folders. */
  readonly inputs: readonly string[];
  /** Files that were handed over, to be read behind the inputs. */
  readonly files?: readonly Upload[];
  /** What whoever asked for it says of all of them. */
  readonly known: KnownFacts;
  readonly allowPrivate: boolean;
}

/** A change to which sources are followed. */
export type FollowTask =
  | { readonly kind: "follow"; readonly address: string; readonly outlet: string | null }
  | { readonly kind: "stop-following"; readonly address: string };

/** Something to be written. */
export type Task = CorrectTask | WatchTask | ViewTask | AddTask | FollowTask;

/** How far the reading in has come. */
export interface AddProgress {
  readonly added: number;
  readonly newVersions: number;
  readonly known: number;
  readonly failed: number;
  /** How many articles there are, `null` where nobody knows before the end. */
  readonly total: number | null;
  /** Why articles could not be read in, the first of them. */
  readonly reasons: readonly string[];
  /** The ids of what was added or known already, the first of them. */
  readonly articles: readonly string[];
}

/** What came of a task. `missing`: what it names is not there; `refused`: it cannot be done, by the record; `busy`: another process writes. */
export type TaskOutcome =
  | { readonly kind: "done"; readonly result: unknown }
  | { readonly kind: "missing" | "refused" | "busy" | "failed"; readonly reason: string };
