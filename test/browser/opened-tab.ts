import axe from "axe-core";
import type { Browser, BrowserContext, Page } from "playwright-core";

/** A tab with all that its pages complain of. */
export interface Tab {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: readonly string[];
}

/** A tab of its own, as of another reader. */
export async function tabIn(browser: Browser): Promise<Tab> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
  return { page, context, complaints };
}

/** Opens a page and waits until its content is there. */
export async function openPage(page: Page, href: string): Promise<void> {
  await page.goto(href);
  await page.locator("main h1").first().waitFor();
  await page.locator("main .waiting").waitFor({ state: "detached" });
}

interface Finding {
  readonly id: string;
  readonly impact?: string | null;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe holds to be serious or worse, by rule and element; nothing in Firefox, whose process for the page ends where axe looks through an open window. */
export async function findings(page: Page, rules: readonly string[] = []): Promise<readonly string[]> {
  if (page.context().browser()?.browserType().name() === "firefox") return [];
  await page.evaluate(axe.source);
  const options = { resultTypes: ["violations"], ...(rules.length === 0 ? {} : { runOnly: rules }) };
  const run = `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations)`;
  const found = (await page.evaluate(run)) as readonly Finding[];
  return found
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${page.url()} ${id}: ${nodes[0]?.html.slice(0, 200)}`);
}
