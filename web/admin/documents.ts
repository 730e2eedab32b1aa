import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

interface Chunk {
  fileName: string;
  imports: string[];
  moduleIds: string[];
  viteMetadata?: { importedCss: Set<string> };
}

const frameOf = (name: string) => readFileSync(fileURLToPath(new URL(`door/${name}_frame.html`, import.meta.url)), 'utf8').trim();

/** What a script needs before it can run, itself included. */
function closure(chunks: Map<string, Chunk>, chunk: Chunk, into = new Set<Chunk>()): Set<Chunk> {
  if (into.has(chunk)) return into;
  into.add(chunk);
  for (const name of chunk.imports) {
    const next = chunks.get(name);
    if (next) closure(chunks, next, into);
  }
  return into;
}

/** Hints that let the browser load at once what it would hear of only from script after script. */
function hints(chunks: Map<string, Chunk>, modules: string[], html: string): string {
  const starts = [...chunks.values()].filter(({ moduleIds }) => modules.some((name) => moduleIds.some((id) => id.endsWith(name))));
  if (starts.length !== modules.length) throw new Error(`no chunk for one of ${modules.join(', ')}`);
  const all = new Set(starts.flatMap((start) => [...closure(chunks, start)]));
  const styles = [...all].flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
  const scripts = [...all].map(({ fileName }) => fileName);
  const links = [
    ...styles.map((name) => `<link rel="preload" as="style" crossorigin href="/${name}">`),
    ...scripts.map((name) => `<link rel="modulepreload" crossorigin href="/${name}">`),
  ];
  return links.filter((link) => !html.includes(/href="[^"]+"/.exec(link)?.[0] ?? '')).join('');
}

/**
 * Two documents of one: index.html for whoever has to sign in, inside.html for whoever brings a session's cookie. Each has its own frame to
 * look at and names the scripts that it will need; both start the same script.
 */
export function documents(): Plugin {
  return {
    name: 'documents',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const index = bundle['index.html'];
      if (index?.type !== 'asset') throw new Error('no index.html');
      const html = String(index.source);
      const chunks = new Map(Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file as Chunk]] : [])));
      const made = (frame: string, modules: string[]) =>
        html.replace('<!-- frame -->', frameOf(frame)).replace('</head>', `${hints(chunks, modules, html)}</head>`);
      index.source = made('door', ['/admin/start.tsx']);
      const inside = made('inside', ['/admin/start.tsx', '/admin/Inside.tsx']);
      this.emitFile({ type: 'asset', fileName: 'inside.html', source: inside.replace('<html ', '<html data-document="inside" ') });
    },
  };
}
