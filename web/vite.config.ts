import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { svelte, vitePreprocess } from "@sveltejs/vite-plugin-svelte";
import { defineConfig, type Plugin } from "vite";

/** Where a desk that is being worked on finds the interface: `sitrep serve` as it stands, or the address in SITREP_API. */
const api = process.env.SITREP_API ?? "http://127.0.0.1:4717";

/** Styles written into markup, which the content policy lets none of: what bits-ui has so, base.css says. */
const noStylesInMarkup: Plugin = {
  name: "no-styles-in-markup",
  enforce: "pre",
  transform: (code, id) =>
    /bits-ui.*\.svelte$/.test(id) ? code.replaceAll('style="display: contents;"', "data-contents") : null,
};

/** Beside each file that is worth it the same packed, which the server sends to whoever can unpack it: a third of what it is. */
const packed: Plugin = {
  name: "packed",
  apply: "build",
  writeBundle: ({ dir = "" }, files) => {
    for (const name of Object.keys(files)) {
      const bytes = readFileSync(join(dir, name));
      if (/\.(?:js|css|json|html|svg)$/.test(name) && bytes.length > 1_000)
        writeFileSync(join(dir, `${name}.gz`), gzipSync(bytes, { level: 9 }));
    }
  },
};

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  plugins: [noStylesInMarkup, svelte({ preprocess: vitePreprocess(), configFile: false }), packed],
  build: {
    outDir: fileURLToPath(new URL("../dist/web", import.meta.url)),
    emptyOutDir: true,
    // Browsers that know light-dark() and nesting: two years of them.
    target: ["chrome123", "firefox121", "safari17.5"],
    // The content policy lets no data: address in but images, and a file of its own is cached on its own.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: { checks: { pluginTimings: false, ineffectiveDynamicImport: false } },
  },
  server: { port: 4718, strictPort: true, proxy: { "/api": { target: api }, "/docs": { target: api } } },
});
