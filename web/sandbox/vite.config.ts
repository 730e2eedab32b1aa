import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const pages = ['pos', 'backoffice', 'rule'];

/** `npm run dev` serves the documents where kassabro-sandbox does: /pos, /backoffice, /rule and what lies below them. */
function cleanPaths(): Plugin {
  return {
    name: 'clean-paths',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const path = (request.url ?? '').split('?')[0] ?? '';
        const page = pages.find((name) => path === `/${name}` || path.startsWith(`/${name}/`));
        const isFile = /\.[a-z]+$/.test(path);
        const isApi = /^\/(pos|backoffice)\/api\/|^\/rule\/(pages-)?api\//.test(path);
        if (page && !isFile && !isApi) request.url = `/${page}.html`;
        next();
      });
    },
  };
}

const sandboxUrl = process.env.SANDBOX_URL ?? 'http://127.0.0.1:8090';

export default defineConfig({
  root: here('.'),
  plugins: [react(), cleanPaths()],
  server: {
    proxy: Object.fromEntries(
      ['^/(pos|backoffice)/api/', '^/rule/(pages-)?api/', '^/control/'].map((path) => [path, sandboxUrl]),
    ),
  },
  build: {
    outDir: here('../../build/web/sandbox'),
    emptyOutDir: true,
    // The pages are served with default-src 'self', which forbids data: addresses.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: { input: Object.fromEntries(pages.map((name) => [name, here(`${name}.html`)])) },
  },
});
