import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { parse } from 'yaml';
import { compressed } from '../compressed';
import { documents } from './documents';
import { stylesCheck } from './styles_check';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The API's document in the form that programs read; the server hands it out at /api/v1/openapi.json. */
function apiDocument(): Plugin {
  return {
    name: 'api-document',
    generateBundle() {
      const document: unknown = parse(readFileSync(here('../../src/admin/openapi.yaml'), 'utf8'));
      this.emitFile({ type: 'asset', fileName: 'openapi.json', source: JSON.stringify(document) });
    },
  };
}

/**
 * The first page in few pieces, one for each step that a person sees; of what is left to itself come fifty, and each costs a phone a question
 * and an answer. A group takes what its module imports, except what a group before it has.
 */
const chunkGroups = [
  { name: 'main', test: /admin\/main\.ts$/, priority: 5 },
  { name: 'react', test: /node_modules\/(react-dom|react|scheduler)\//, priority: 5 },
  { name: 'door', test: /admin\/start\.tsx$/, priority: 4 },
  { name: 'inside', test: /admin\/Inside\.tsx$/, priority: 3 },
  { name: 'overview', test: /admin\/overview\/OverviewPage\.tsx$/, priority: 2 },
  { name: 'lists', test: /list\/DataTable\.tsx$/, priority: 2 },
  { name: 'shops', test: /shell\/AccountSwitcher\.tsx$/, priority: 2 },
  { name: 'shared', test: /\.tsx?$|node_modules/, minShareCount: 3, priority: 1 },
];

export default defineConfig({
  root: here('.'),
  plugins: [react(), apiDocument(), documents(), stylesCheck(), compressed()],
  server: {
    // Not all of /api/: the pages' own folder api/ is served from there, too.
    proxy: { '/api/v1/': process.env.ADMIN_URL ?? 'http://127.0.0.1:8081' },
    fs: { allow: [here('../..')] },
  },
  build: {
    outDir: here('../../build/web/admin'),
    emptyOutDir: true,
    // The pages are served with default-src 'self', which forbids data: addresses.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    // It writes an inline style of its own into the document's head, for browsers that we do not serve.
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: chunkGroups } } },
  },
});
