import { Option } from "commander";

/** `--bytes`, for whoever writes what was fetched. */
export function bytesOption(): Option {
  return new Option(
    "--bytes <place>",
    "an object store for fetched bytes, as s3://BUCKET/PREFIX; the database's own table if never given. The database remembers it",
  );
}
