// The way into Kassabro's own pages.
export const password = 'correct horse battery';

/** Chooses the first password, or signs in with it. */
export async function enter(page, adminUrl) {
  await page.goto(adminUrl);
  await page.locator('input[type=password]').first().fill(password);
  await page.keyboard.press('Enter');
  await page.locator('nav a').first().waitFor();
}

/** Waits until a page shows what it has to show: a heading, and nothing that still loads, for a while. */
export async function settled(page) {
  const isBusy = () => !document.querySelector('h1') || document.querySelector('.mantine-Skeleton-root, .mantine-Loader-root') !== null;
  for (let quiet = 0, i = 0; quiet < 3 && i < 200; ++i) {
    await page.waitForTimeout(100);
    quiet = (await page.evaluate(isBusy)) ? 0 : quiet + 1;
  }
}

/** Every address of the pages, for a shop that has lived. */
export function placesOf({ account, customer, arrived, refused, erasure }) {
  const shop = `/accounts/${account}`;
  const customerTabs = ['', '?tab=purchases', '?tab=bonus', '?tab=consents'].map((tab) => `${shop}/customers/${customer}${tab}`);
  const pages = [
    'overview', 'overview?by=day', 'customers', 'erasures', `erasures/${erasure}`, 'deliveries', 'orders', 'jobs', 'imports', 'marketing', 'doctor',
    'settings', 'setup', 'webhooks', 'access', 'audit', 'audit?of=0',
  ];
  return [...pages.map((page) => `${shop}/${page}`), ...customerTabs, `${shop}/deliveries/${arrived}`, `${shop}/deliveries/${refused}`, '/new'];
}
