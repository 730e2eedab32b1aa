import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  plugins: [react()],
  server: {
    proxy: { '/api/': process.env.ADMIN_URL ?? 'http://127.0.0.1:8081' },
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
