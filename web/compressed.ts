import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const isText = /\.(js|css|html|json|svg)$/;
/** Below it the headers weigh more than what is saved. */
const leastBytes = 1000;

/** Beside each text its form in gzip, which the server hands out to browsers that take it. */
export function compressed(): Plugin {
  return {
    name: 'compressed',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          const content = Buffer.from(file.type === 'chunk' ? file.code : file.source);
          if (!isText.test(file.fileName) || content.length < leastBytes) continue;
          this.emitFile({ type: 'asset', fileName: `${file.fileName}.gz`, source: gzipSync(content, { level: 9 }) });
        }
      },
    },
  };
}
