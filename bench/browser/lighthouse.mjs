// Lighthouse's word on a page, as a phone with a slow network and as a desktop computer.
import lighthouse, { desktopConfig } from 'lighthouse';

const forms = { desktop: desktopConfig, mobile: undefined };
const categories = ['performance', 'accessibility'];

export async function scoresOf(browser, url, cookie, form) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    if (cookie) await page.setCookie(cookie);
    const flags = { output: 'json', logLevel: 'error', onlyCategories: categories, disableStorageReset: true };
    const { lhr } = await lighthouse(url, flags, forms[form], page);
    if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
    return {
      ...Object.fromEntries(categories.map((name) => [name, Math.round(lhr.categories[name].score * 100)])),
      ...Object.fromEntries(
        ['first-contentful-paint', 'largest-contentful-paint', 'total-blocking-time', 'speed-index', 'cumulative-layout-shift'].map((name) => [
          name.replaceAll('-', '_'), lhr.audits[name].numericValue,
        ]),
      ),
      // How fast Lighthouse found the machine: about 1,500 and more is an idle desktop computer; below, times say little.
      benchmark_index: lhr.environment.benchmarkIndex,
      faults: faultsOf(lhr),
    };
  } finally {
    await context.close();
  }
}

/** What is to blame: audits that count, or explain, and are not passed. */
function faultsOf(lhr) {
  const counts = ({ weight, group }) => weight > 0 || group === 'insights' || group === 'diagnostics';
  const refs = categories.flatMap((name) => lhr.categories[name].auditRefs.filter(counts));
  const audits = refs.map(({ id }) => lhr.audits[id]).filter(({ score }) => score !== null && score < 0.9);
  return audits.map(({ id, title, displayValue }) => `${id}: ${displayValue ?? title}`);
}

export const formNames = Object.keys(forms);
