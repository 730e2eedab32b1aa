import axe from 'axe-core';

// Colours need a browser that paints; what stands in a frame is another document.
const options: axe.RunOptions = { rules: { 'color-contrast': { enabled: false } }, iframes: false };

/** What keeps somebody who cannot see or point from using what is shown. */
export async function axeFaults(): Promise<string[]> {
  const { violations } = await axe.run(document.body, options);
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}
