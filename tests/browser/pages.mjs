import { BackofficePage } from './backoffice_page.mjs';
import { openBrowser } from './browser.mjs';
import { PosPage } from './pos_page.mjs';
import { RulePage } from './rule_page.mjs';

/** Everything that the sandbox shows, a tab each in one window. Nothing is loaded yet. */
export async function openPages({ sandboxUrl }) {
  const { browser, context, complaints } = await openBrowser(sandboxUrl);
  const tab = () => context.newPage();
  return {
    pos: new PosPage(await tab(), sandboxUrl),
    rule: new RulePage(await tab(), sandboxUrl),
    backoffice: new BackofficePage(await tab(), sandboxUrl),
    complaints,
    close: () => browser.close(),
  };
}
