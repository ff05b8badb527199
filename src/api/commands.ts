import type { Command } from "./command.js";
import { correctCommand, undoCommand } from "./corrections.js";
import {
  addExamplesCommand,
  addFileCommand,
  addSourceCommand,
  addTextCommand,
  followCommand,
  stopFollowingCommand,
} from "./reading-in.js";
import { deleteViewCommand, renameViewCommand, saveViewCommand } from "./saved-views.js";
import { removeWatchCommand, saveWatchCommand } from "./watches.js";

/** All that can be changed, in the order in which it is documented. */
export const commands: readonly Command[] = [
  correctCommand,
  undoCommand,
  saveWatchCommand,
  removeWatchCommand,
  saveViewCommand,
  renameViewCommand,
  deleteViewCommand,
  addSourceCommand,
  addTextCommand,
  addFileCommand,
  followCommand,
  stopFollowingCommand,
  addExamplesCommand,
];
