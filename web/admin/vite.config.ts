import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { parse } from 'yaml';
import { compressed } from '../compressed';

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

export default defineConfig({
  root: here('.'),
  plugins: [react(), apiDocument(), compressed()],
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
  },
});
