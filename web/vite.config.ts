import { fileURLToPath } from "node:url";
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

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  plugins: [noStylesInMarkup, svelte({ preprocess: vitePreprocess(), configFile: false })],
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
