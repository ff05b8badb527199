import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { docsSite } from "./docs-site.js";

/* Writes the docs as a site to `dist/docs/`, in the colours and type of the desk. `sitrep serve` shows it at `/docs/`; any server of files will do. */

const root = fileURLToPath(new URL("../..", import.meta.url));
const to = join(root, "dist", "docs");
const design = join(root, "web", "src", "design");

rmSync(to, { recursive: true, force: true });
const { pages, sections, pictures } = docsSite(root);
for (const { address, html } of pages) write(address, html);
const styles = [join(design, "tokens.css"), join(design, "base.css"), join(root, "build/docs/docs.css")];
write("style.css", styles.map((file) => readFileSync(file, "utf8")).join("\n"));
write("search.json", JSON.stringify(sections));
copy("web/icon.svg", "icon.svg");
for (const script of ["theme.js", "search.js"]) copy(`build/docs/${script}`, script);
for (const picture of pictures) copy(picture, picture.replace(/^docs\//, ""));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(to, path)), { recursive: true });
  writeFileSync(join(to, path), text);
}

function copy(file: string, path: string): void {
  mkdirSync(dirname(join(to, path)), { recursive: true });
  copyFileSync(join(root, file), join(to, path));
}
