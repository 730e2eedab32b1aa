import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The build fails when the pages use a component whose styles mantine.css does not name: nobody would see it but in the browser. */
export function stylesCheck(): Plugin {
  return {
    name: 'styles-check',
    generateBundle(_options, bundle) {
      const named = readFileSync(here('mantine.css'), 'utf8');
      const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? Object.keys(file.modules) : []));
      const names = modules.flatMap((id) => /@mantine\/core\/.*\/(\w+)\.module\.mjs$/.exec(id)?.[1] ?? []);
      const lacking = names.filter((name) => existsSync(here(`../node_modules/@mantine/core/styles/${name}.css`)) && !named.includes(`/${name}.css`));
      if (lacking.length > 0) throw new Error(`mantine.css lacks ${[...new Set(lacking)].join(', ')}`);
    },
  };
}
