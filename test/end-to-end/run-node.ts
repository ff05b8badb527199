import { execFile } from "node:child_process";

/** What a program of Node prints that is run in a folder, with its exit status. */
export function runProgram(
  file: string,
  cwd: string,
): Promise<{ readonly status: number; readonly output: string; readonly errors: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [file], { cwd, encoding: "utf8" }, (error, output, errors) =>
      resolve({ status: error === null ? 0 : Number(error.code ?? 1), output, errors }),
    );
  });
}
