import { spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A PostgreSQL server of our own, in a folder that goes with it. */
export interface PostgresServer {
  /** The address of its database. Each name gives a record of its own. */
  readonly address: (record: string) => string;
  readonly stop: () => Promise<void>;
}

/** The folder of PostgreSQL's programs, `null` where it is not installed. The newest of several versions is taken. */
export function findPostgres(): string | null {
  const versions = existsSync(debian) ? readdirSync(debian).filter((version) => Number(version) >= 15) : [];
  const [newest] = versions.sort((a, b) => Number(b) - Number(a));
  const folder = newest === undefined ? null : join(debian, newest, "bin");
  return folder !== null && existsSync(join(folder, "initdb")) ? folder : null;
}

const debian = "/usr/lib/postgresql";

export const howToInstallPostgres =
  "There is no PostgreSQL on this machine. Debian's package `postgresql-15` has it: apt-get install postgresql-15";

/**
 * Starts a server that listens at a socket in its own folder and at no port. It gives up safety for speed: its files are gone with the tests. PostgreSQL does
 * not run as root, so root hands it to the user `nobody`.
 *
 * @param settings lines of its configuration, as `max_connections=20`
 */
export async function startPostgres(settings: readonly string[] = []): Promise<PostgresServer> {
  const bin = findPostgres();
  if (bin === null) throw new Error(howToInstallPostgres);
  const folder = mkdtempSync(join(tmpdir(), "sitrep-pg-"));
  const data = join(folder, "data");
  if (isRoot) chownSync(folder, nobody, nobody);
  const initdb = asOrdinary(join(bin, "initdb"));
  const made = spawnSync(
    initdb[0],
    [...initdb[1], "-D", data, "-U", "sitrep", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
    { cwd: folder, encoding: "utf8" },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const given = [`unix_socket_directories=${folder}`, "listen_addresses=", ...unsafe, ...settings];
  const postgres = asOrdinary(join(bin, "postgres"));
  const server = spawn(postgres[0], [...postgres[1], "-D", data, ...given.flatMap((one) => ["-c", one])], {
    cwd: folder,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const kill = (): void => void server.kill("SIGQUIT");
  process.once("exit", kill);
  await new Promise<void>((resolve, reject) => {
    let said = "";
    server.stderr.on("data", (part: Buffer) => {
      said = `${said}${part}`.slice(-10_000);
      if (said.includes("ready to accept connections")) resolve();
    });
    server.once("exit", () => reject(new Error(`PostgreSQL did not start: ${said}`)));
  });
  return {
    address: (record) => `postgres:///postgres?host=${encodeURIComponent(folder)}&user=sitrep&schema=${record}`,
    stop: async () => {
      process.off("exit", kill);
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGINT");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
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
