// The npm packages in the pages: cyclonedx-npm reads them from the lock file.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const tool = join(dirname(fileURLToPath(import.meta.url)), 'node_modules/.bin/cyclonedx-npm');

/** A lock file without addresses gives the tool no hashes, so they are put in here. */
function withHash(component, lock) {
  const path = component.properties.find(({ name }) => name === 'cdx:npm:package:path').value;
  const [algorithm, digest] = lock.packages[path].integrity.split('-');
  if (algorithm !== 'sha512') throw new Error(`${path} has a hash of another kind than SHA-512: ${algorithm}`);
  return { ...component, hashes: [{ alg: 'SHA-512', content: Buffer.from(digest, 'base64').toString('hex') }] };
}

/** What the pages of a folder ship: the folder itself as a component, its packages, and who needs which. */
export function pagePackages(folder) {
  const options = ['--package-lock-only', '--omit', 'dev', '--flatten-components', '--output-reproducible', '--sv', '1.5'];
  const bom = JSON.parse(execFileSync(tool, [...options, join(folder, 'package.json')], { encoding: 'utf8' }));
  const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
  return {
    pages: bom.metadata.component,
    components: bom.components.map((component) => withHash(component, lock)),
    dependencies: bom.dependencies,
  };
}
