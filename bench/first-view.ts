import { openBrowser, openDesk } from "../test/browser/opened-desk.js";

// How soon the brief is there: `tsx bench/first-view.ts DATABASE [TIMES]`. Each time a new browser profile opens the page of a server that has just started, and then another one that
// of the same server, as everybody after the first does. Milliseconds from the request to the first line of the brief on the page, and kilobytes of script as they are sent, packed, and unpacked. Build first.
const [database = "sitrep.db", times = "5"] = process.argv.slice(2);
const browser = await openBrowser();
for (let turn = 0; turn < Number(times); turn++) {
  const desk = await openDesk(database);
  const [first, next] = [await view(desk.address), await view(desk.address)];
  process.stdout.write(
    `${first.content} ms on a server just started, ${next.content} after that, ${next.packed} KB of script sent, ${next.script} KB unpacked\n`,
  );
  await desk.close();
}
await browser.close();

async function view(
  address: string,
): Promise<{ readonly content: number; readonly script: number; readonly packed: number }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const started = performance.now();
  await page.goto(address, { waitUntil: "commit" });
  await page.locator("main [data-item]").first().waitFor();
  const content = Math.round(performance.now() - started);
  const kilobytes = async (size: "decodedBodySize" | "encodedBodySize"): Promise<number> =>
    Math.round(
      (await page.evaluate<number>(
        `performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js')).reduce((sum, one) => sum + one.${size}, 0)`,
      )) / 1024,
    );
  const sizes = { script: await kilobytes("decodedBodySize"), packed: await kilobytes("encodedBodySize") };
  await context.close();
  return { content, ...sizes };
}
