import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { commandTree } from "../src/cli/command-line.js";
import { recordedEffects } from "./recorded-effects.js";

const read = (path: string): string => readFileSync(new URL(`../deploy/${path}`, import.meta.url), "utf8");
const manifests = ["compose.yaml", "kubernetes/sitrep.yaml", "kubernetes/readers.yaml"] as const;
const { commands } = await commandTree(recordedEffects({}).effects, () => undefined);

/** The words in `args: [a, "b"]` and `command: [a, "b"]`. */
function commandsIn(yaml: string): readonly (readonly string[])[] {
  return [...yaml.matchAll(/^\s*(?:args|command): \[([^\]]*)\]/gm)].map(([, list = ""]) =>
    list.split(",").map((word) => word.trim().replace(/^"|"$/g, "")),
  );
}

describe.each(["compose.yaml", "kubernetes/sitrep.yaml"])("deploy/%s", (path) => {
  const started = commandsIn(read(path)).filter(([name]) => name !== "postgres" && name !== "--help");

  test("runs readers, linkers with one that stands by, and the desk", () => {
    expect(new Set(started.map(([name]) => name))).toEqual(new Set(["linker", "reader", "serve"]));
    expect(read(path)).toMatch(/linker[\s\S]*?replicas: 2/);
  });

  test.each(started.map((words) => [words.join(" "), words] as const))("starts what there is: %s", (_, [
    name,
    ...rest
  ]) => {
    const command = commands.find((one) => one.name() === name);
    const options = new Set(command?.options.map(({ long }) => long));
    const used = rest.filter((word) => word.startsWith("--"));
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((option) => !options.has(option))).toEqual([]);
    // What it listens at is what is asked.
    const port = /(\d{4,5})$/.exec(rest[rest.indexOf(name === "serve" ? "--port" : "--metrics") + 1] ?? "")?.[1] ?? "?";
    expect(read(path)).toMatch(new RegExp(`containerPort: ${port}|:${port}"|prometheus.io/port: "${port}"`));
  });

  test("takes address and password from the environment, and no password stands in it", () => {
    expect(read(path)).toMatch(/SITREP_DB/);
    expect(read(path)).toMatch(/PGPASSWORD/);
    expect(read(path)).not.toMatch(/postgres:\/\/[^@\s]*:[^@\s]*@/);
  });
});

describe("deploy/Dockerfile", () => {
  const lines = read("Dockerfile")
    .split("\n")
    .filter((line) => /^[A-Z]+ /.test(line));

  test("makes a small image of what is installed, whose user owns nothing", () => {
    const stages = lines.filter((line) => line.startsWith("FROM "));
    expect(stages).toHaveLength(2);
    const last = lines.slice(lines.lastIndexOf(stages[1] ?? ""));
    expect(last.filter((line) => line.startsWith("COPY "))).toEqual(["COPY --from=build /opt/sitrep /opt/sitrep"]);
    expect(last.find((line) => line.startsWith("USER "))).toMatch(/^USER [1-9]\d*:[1-9]\d*$/);
    expect(last).toContain('ENTRYPOINT ["sitrep"]');
    expect(last.join("\n")).toContain("ORT_DISABLE_TELEMETRY=1");
  });

  test("builds with a Node that the package takes", () => {
    const { engines } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
    const wanted = /(\d+)\./.exec(engines.node)?.[1];
    expect(lines.filter((line) => line.startsWith("FROM ")).every((line) => line.includes(`node:${wanted}-`))).toBe(
      true,
    );
  });
});

test("the scaler asks for metrics that there are", () => {
  const names = read("kubernetes/readers.yaml").match(/\bsitrep_\w+/g) ?? [];
  const source = readFileSync(new URL("../docs/scale.md", import.meta.url), "utf8");
  expect(names.length).toBeGreaterThan(1);
  for (const name of names) expect(source).toContain(`\`${name}\``);
});

/** The parser of whoever has one; Sitrep itself needs none. */
const hasYaml = spawnSync("python3", ["-c", "import yaml"]).status === 0;

test.skipIf(!hasYaml).each(manifests)("deploy/%s is YAML, with what a manifest has to have", (path) => {
  const file = fileURLToPath(new URL(`../deploy/${path}`, import.meta.url));
  const program = "import json, sys, yaml; print(json.dumps(list(yaml.safe_load_all(open(sys.argv[1])))))";
  const { stdout, stderr } = spawnSync("python3", ["-c", program, file], { encoding: "utf8" });
  expect(stderr).toBe("");
  const documents = JSON.parse(stdout) as readonly Readonly<Record<string, unknown>>[];
  for (const one of documents) {
    if (path === "compose.yaml") expect(Object.keys(one)).toEqual(expect.arrayContaining(["services", "volumes"]));
    else
      expect(one).toMatchObject({
        apiVersion: expect.any(String),
        kind: expect.any(String),
        metadata: expect.any(Object),
      });
  }
});
