import { type Browser, firefox } from "playwright-core";
import { findFirefox, howToInstallFirefox } from "./find-browser.js";

/**
 * Debian's Firefox without a window, over WebDriver BiDi: the protocol that an unpatched Firefox speaks.
 *
 * @throws where this machine has none, with what to install
 */
export async function openFirefox(): Promise<Browser> {
  const executablePath = findFirefox();
  if (executablePath === null) throw new Error(howToInstallFirefox);
  // Processes for pages that may come later, which no test waits for.
  const firefoxUserPrefs = { "dom.ipc.processPrelaunch.enabled": false };
  const browser = await firefox.launch({ executablePath, channel: "moz-firefox", timeout: 120_000, firefoxUserPrefs });
  withoutThemes(browser);
  return browser;
}

interface Session {
  send: (method: string, params: unknown) => Promise<unknown>;
}

/**
 * Playwright sets the theme of each new tab by a command that Firefox's long-term release does not know yet, and opens none where that fails.
 * Nothing here asks Firefox for a theme, so the command is left unsent.
 */
function withoutThemes(browser: Browser): void {
  // Internal to Playwright, whose version is pinned: the in-process connection is the only way to what is sent.
  const inside = browser as unknown as {
    _connection: { toImpl: (one: Browser) => { _browserSession: Session } };
  };
  const session = Object.getPrototypeOf(inside._connection.toImpl(browser)._browserSession) as Session;
  const { send } = session;
  session.send = function (this: Session, method, params) {
    return method === "emulation.setMediaFeaturesOverride" ? Promise.resolve({}) : send.call(this, method, params);
  };
}
