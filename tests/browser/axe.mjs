// axe, with colours as they are painted. Run from outside: the pages' own policy lets in no foreign script.
import { readFileSync } from 'node:fs';

const source = readFileSync(new URL('../../web/node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

/** What nobody could use who does not see or point: a line for each fault, with the first place. */
export async function axeFaults(page) {
  await page.evaluate(source);
  const violations = await page.evaluate(async () => (await globalThis.axe.run(document)).violations);
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
}
