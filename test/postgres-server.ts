import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A PostgreSQL server of our own, in a folder that goes with it. */
export interface PostgresServer {
  /** The address of its database, to which `&schema=` may be added; as a user who may do all, or as another. */
  readonly address: (user?: string) => string;
  /** What the server wrote down. */
  readonly log: () => string;
  readonly stop: () => void;
}

/** The folder of PostgreSQL's programs, `null` where it is not installed. The newest of several versions is taken. */
export function findPostgres(): string | null {
  const versions = existsSync(debian) ? readdirSync(debian).filter((version) => Number(version) >= 15) : [];
  const [newest] = versions.sort((a, b) => Number(b) - Number(a));
  const folder = newest === undefined ? null : join(debian, newest, "bin");
  return folder !== null && existsSync(join(folder, "initdb")) ? folder : null;
}

const debian = "/usr/lib/postgresql";

/** What a machine without PostgreSQL has to be given; the tests say it. */
export const howToInstallPostgres =
  "Found no PostgreSQL 15 or later. Install Debian's (`apt-get install --no-install-recommends postgresql`).";

/**
 * Starts a server that listens at a socket in its own folder and at no port. It gives up safety for speed: its files are gone with the tests. PostgreSQL does
 * not run as root, so root hands it to the user who owns nothing. Whoever is called `stranger` needs a password.
 */
export function startPostgres(): PostgresServer {
  const bin = findPostgres();
  if (bin === null) throw new Error(howToInstallPostgres);
  const folder = mkdtempSync(join(tmpdir(), "sitrep-pg-"));
  const [data, log] = [join(folder, "data"), join(folder, "log")];
  writeFileSync(log, "");
  if (isRoot) for (const path of [folder, log]) chownSync(path, nobody, nobody);
  const run = (program: string, args: readonly string[]): void => {
    const [command, first] = asOrdinary(join(bin, program));
    const { status, stderr } = spawnSync(command, [...first, ...args], {
      ...{ cwd: folder, encoding: "utf8", stdio: ["ignore", "ignore", "pipe"] },
    });
    if (status !== 0) throw new Error(`${program} failed: ${stderr}${readFileSync(log, "utf8")}`);
  };
  run("initdb", ["-D", data, "-U", "sitrep", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]);
  const hosts = join(data, "pg_hba.conf");
  writeFileSync(hosts, `local all stranger scram-sha-256\n${readFileSync(hosts, "utf8")}`);
  const settings = [`unix_socket_directories=${folder}`, "listen_addresses=", ...unsafe];
  appendFileSync(join(data, "postgresql.conf"), settings.map((one) => `${one.replace("=", " = '")}'\n`).join(""));
  run("pg_ctl", ["start", "--wait", "--pgdata", data, "--log", log]);
  let running = true;
  const stop = (): void => {
    if (!running) return;
    running = false;
    process.off("exit", stop);
    run("pg_ctl", ["stop", "--wait", "--mode", "immediate", "--pgdata", data]);
    rmSync(folder, { recursive: true, force: true });
  };
  process.once("exit", stop);
  return {
    address: (user = "sitrep") => `postgres:///postgres?host=${encodeURIComponent(folder)}&user=${user}`,
    log: () => readFileSync(log, "utf8"),
    stop,
  };
}

const unsafe = ["fsync=off", "full_page_writes=off", "synchronous_commit=off", "shared_buffers=64MB"];

const isRoot = process.getuid?.() === 0;

/** Debian's number of the user and group that own nothing. */
const nobody = 65_534;

/** The command that runs a program as an ordinary user, and its first arguments. */
function asOrdinary(program: string): readonly [string, readonly string[]] {
  if (!isRoot) return [program, []];
  return ["setpriv", [`--reuid=${nobody}`, `--regid=${nobody}`, "--clear-groups", "--", program]];
}
