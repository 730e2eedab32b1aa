// A list while the store holds very many deliveries: how long a change of the filter takes, how smoothly the page scrolls.

/** Runs in the page: the times between frames until `window.stopFrames()`. */
function countFrames() {
  const gaps = [];
  let last = performance.now();
  let runs = true;
  const frame = (now) => {
    gaps.push(now - last);
    last = now;
    if (runs) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  window.stopFrames = () => {
    runs = false;
    return gaps.slice(1);
  };
}

async function framesDuring(page, what) {
  await page.evaluate(countFrames);
  const began = performance.now();
  await what();
  const took_ms = performance.now() - began;
  const gaps = await page.evaluate(() => window.stopFrames());
  const late = gaps.filter((gap) => gap > 50).length; // three frames of a usual screen: what a person sees as a stop
  return { took_ms, frames: gaps.length, late, longest_ms: Math.max(0, ...gaps) };
}

const rows = '[role=table] tbody [role=row]';
const firstKey = () => document.querySelector('[role=table] tbody input')?.getAttribute('aria-label');

export async function manyRows(browser, adminUrl, cookie) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1360, height: 900 });
  await page.setCookie(cookie);
  await page.goto(`${adminUrl}/deliveries`, { waitUntil: 'load' });
  await page.waitForSelector(rows);
  const filter = async (state) => {
    const before = await page.evaluate(firstKey);
    await page.evaluate((value) => document.querySelector(`input[type=radio][value=${value}]`).click(), state);
    await page.waitForFunction((was) => document.querySelector('[role=table] tbody input')?.getAttribute('aria-label') !== was, {}, before);
  };
  const result = {
    filter: await framesDuring(page, () => filter('parked')),
    back: await framesDuring(page, () => filter('all')),
    scroll: await framesDuring(page, () => page.evaluate(scrollDown)),
    shown: await page.evaluate((selector) => document.querySelectorAll(selector).length, rows),
  };
  await context.close();
  return result;
}

/** Runs in the page: from top to bottom and back, twice, 40 pixels a frame. */
async function scrollDown() {
  const bottom = document.documentElement.scrollHeight - window.innerHeight;
  for (let turn = 0; turn < 4; ++turn)
    for (let at = 0; at <= bottom; at += 40) {
      window.scrollTo(0, turn % 2 === 0 ? at : bottom - at);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
}
