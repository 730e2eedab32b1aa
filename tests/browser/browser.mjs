//   CHROMIUM      the browser to start (default: /usr/bin/chromium)
//   SCREENSHOTS   a folder for pictures; without it, none are taken
import { chromium } from 'playwright-core';

/** One browser window with a clipboard, as the person has who copies the key from Rule to Sitoo. */
export async function openBrowser(origin) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const context = await browser.newContext({ viewport: { width: 1360, height: 900 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
  const complaints = [];
  context.on('weberror', (error) => complaints.push(String(error.error())));
  // A violated content policy and a missing asset are written to the console and break nothing visibly.
  context.on('console', (message) => {
    if (message.type() === 'error' && /policy|\/assets\//i.test(`${message.text()} ${message.location().url}`)) {
      complaints.push(message.text());
    }
  });
  return { browser, context, complaints };
}

/** The whole page as it stands, as NAME.png in the folder SCREENSHOTS. */
export async function picture(page, name) {
  const folder = process.env.SCREENSHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}
