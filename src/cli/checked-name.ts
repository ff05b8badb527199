import { InvalidArgumentError } from "commander";

/** A name that a person gives to something or somebody. */
export function checkedName(name: string): string {
  const trimmed = name.trim();
  if (trimmed === "" || trimmed.length > 100) throw new InvalidArgumentError("Expected a name of 1 to 100 characters.");
  return trimmed;
}
