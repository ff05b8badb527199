import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./built-program.js";

/** What a machine without a tracer has to be given; the tests say it. */
export const howToTrace = "Found no strace. Install Debian's (`apt-get install --no-install-recommends strace`).";

/** Where strace is, `null` where there is none. */
export function findTracer(): string | null {
  return ["/usr/bin/strace", "/bin/strace"].find((path) => existsSync(path)) ?? null;
}

/** Whether the system forbids that one program traces another, as some containers do: then nothing can be shown here. */
export function isTracingForbidden(): boolean {
  const tracer = findTracer();
  return tracer !== null && spawnSync(tracer, ["-o", "/dev/null", "true"]).status !== 0;
}

/** The built program, run with nothing but `folder` as its home and for temporary files, and every system call that could give something away noted. */
export interface TracedProgram {
  readonly child: ChildProcess;
  /** Tells the program to end. */
  stop(): void;
  /** What it asked of the network and which files it wrote outside the folders that it may write to, a system call each; to be asked when it has ended. */
  leaks(mayWrite: readonly string[]): readonly string[];
}

/** Runs the program; where `network` is none, in a namespace without one, if the system lets a program have its own. */
export function traced(
  words: readonly string[],
  folder: string,
  { network }: { readonly network: "none" | "loopback" },
): TracedProgram {
  const home = join(folder, "home");
  mkdirSync(home, { recursive: true });
  const log = join(folder, "calls.txt");
  const calls = [
    "-f",
    "-qq",
    "-s",
    "200",
    "-e",
    "trace=socket,connect,sendto,sendmsg,sendmmsg,open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2",
    "-o",
    log,
  ];
  const alone = network === "none" && mayHaveNamespace() ? ["unshare", "-rn"] : [];
  const [program = "strace", ...rest] = [
    ...alone,
    findTracer() ?? "strace",
    ...calls,
    process.execPath,
    "bin/sitrep.js",
  ];
  const child = spawn(program, [...rest, ...words], {
    cwd: root,
    // A group of its own: strace lets no signal through to what it runs.
    detached: true,
    env: { PATH: process.env.PATH, HOME: home, TMPDIR: home },
  });
  return {
    child,
    stop() {
      if (child.pid !== undefined) process.kill(-child.pid, "SIGTERM");
    },
    leaks(mayWrite) {
      const lines = readFileSync(log, "utf8").split("\n");
      return lines.filter((line) => isNetwork(line) || writtenElsewhere(line, [...mayWrite, "/dev/", "/proc/self/"]));
    },
  };
}

function mayHaveNamespace(): boolean {
  return spawnSync("unshare", ["-rn", "true"]).status === 0;
}

/** A connection, a message or a look-up. That a server listens takes a socket, and no more. */
function isNetwork(call: string): boolean {
  return /\b(?:connect|sendto|sendm{1,2}sg)\(/.test(call) || /\bsocket\((?!AF_UNIX|AF_INET)/.test(call);
}

function writtenElsewhere(call: string, mayWrite: readonly string[]): boolean {
  const path = /"((?:[^"\\]|\\.)*)"/.exec(call)?.[1];
  if (path === undefined || !/O_CREAT|O_WRONLY|O_RDWR|\b(?:creat|mkdir(?:at)?|rename(?:at2?)?)\(/.test(call))
    return false;
  return !mayWrite.some((folder) => path.startsWith(folder));
}
