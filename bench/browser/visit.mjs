// One visit of a page with an empty cache: when something is painted, when its content is there, what JavaScript came.
import { gzipSync } from 'node:zlib';

/** Runs in the page: notes when the heading stands and nothing is waited for any more; only then can a person work. */
function watch() {
  const isReady = () =>
    document.querySelector('h1') !== null && document.querySelector('.mantine-Skeleton-root, .mantine-Loader-root') === null;
  const look = () => {
    if (isReady()) window.readyAt = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Runs in the page: null as long as something is missing. What stands in the document is there when it is painted. */
function timesOf() {
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  if (!paint || window.readyAt === undefined) return null;
  return { first_paint_ms: paint.startTime, ready_ms: Math.max(paint.startTime, window.readyAt) };
}

export async function visit(browser, url, cookie) {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport({ width: 1360, height: 900 });
    if (cookie) await page.setCookie(cookie);
    await page.evaluateOnNewDocument(watch);
    const scripts = collectScripts(page);
    // Not until the network is quiet: the pages ask for news all the time.
    await page.goto(url, { waitUntil: 'load' });
    const times = await page.waitForFunction(timesOf).then((handle) => handle.jsonValue());
    return { ...times, ...(await scripts()) };
  } finally {
    await context.close();
  }
}

/** Of every script that is answered: its bytes, by gzip, and whether the server had compressed it. */
function collectScripts(page) {
  const answers = [];
  page.on('response', (answer) => {
    if (answer.headers()['content-type']?.startsWith('text/javascript')) answers.push(answer);
  });
  return async () => {
    const bodies = await Promise.all(answers.map((answer) => answer.buffer()));
    return {
      scripts: answers.length,
      js_bytes: sum(bodies.map((body) => body.length)),
      js_gzip_bytes: sum(bodies.map((body) => gzipSync(body).length)),
      is_compressed: answers.every((answer) => answer.headers()['content-encoding'] !== undefined),
    };
  };
}

const sum = (numbers) => numbers.reduce((total, one) => total + one, 0);
