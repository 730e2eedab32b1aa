// What the programs are made of, as CycloneDX 1.5: sbom.mjs PROGRAM... (paths), from the repository's folder.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { componentOf, loadedPackages } from './debian.mjs';
import { pagePackages } from './pages.mjs';

/** Of Debian. */
export const release = /^VERSION_ID="?(\d+)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1];
/** Libraries of headers only: compiled into the programs, loaded by none. */
export const compiledIn = [release === '12' ? 'libboost1.81-dev' : 'libboost1.83-dev', 'libcli11-dev'];
/** These have no pages in them. */
const withoutPages = ['kassabro-sheet'];

const ours = [{ license: { name: 'Proprietary' } }];
const here = dirname(fileURLToPath(import.meta.url));
const bySpelling = (key) => (one, other) => (one[key] < other[key] ? -1 : one[key] > other[key] ? 1 : 0);

function programComponents(programs, version) {
  return programs.map((path) => {
    const program = basename(path);
    // The product as a whole is called kassabro.
    const name = program === 'kassabro' ? 'kassabro-server' : program;
    return { type: 'application', 'bom-ref': `program:${program}`, name, version, licenses: ours };
  });
}

/** Names of packages and paths of programs become references. */
function dependenciesOf(asks, references, pages) {
  const reference = (name) => references.get(name) ?? `program:${basename(name)}`;
  return [...asks].map(([asker, names]) => {
    const isProgram = !references.has(asker);
    const more = isProgram ? [...compiledIn.map(reference), ...(withoutPages.includes(basename(asker)) ? [] : [pages['bom-ref']])] : [];
    return { ref: reference(asker), dependsOn: [...[...names].map(reference), ...more].sort() };
  });
}

/** A number that is the same for the same content. */
function serialNumber(content) {
  const hex = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function metadata(version, lock) {
  const tool = lock.packages['node_modules/@cyclonedx/cyclonedx-npm'].version;
  const seconds = process.env.SOURCE_DATE_EPOCH;
  return {
    ...(seconds && { timestamp: new Date(Number(seconds) * 1000).toISOString() }),
    tools: { components: [{ type: 'application', group: '@cyclonedx', name: 'cyclonedx-npm', version: tool }] },
    component: { type: 'application', 'bom-ref': 'kassabro', name: 'kassabro', version, licenses: ours },
  };
}

export function sbomOf(programs) {
  const version = /project\(kassabro VERSION (\S+)/.exec(readFileSync('CMakeLists.txt', 'utf8'))[1];
  const asks = loadedPackages(programs);
  const names = new Set([...asks.keys(), ...compiledIn].filter((name) => !programs.includes(name)));
  const debian = [...names].map(componentOf);
  const references = new Map(debian.map((component) => [component.name, component['bom-ref']]));
  const { pages, components, dependencies } = pagePackages('web');
  const applications = programComponents(programs, version);
  const content = {
    metadata: metadata(version, JSON.parse(readFileSync(join(here, 'package-lock.json'), 'utf8'))),
    components: [...applications, { ...pages, licenses: ours }, ...debian, ...components].sort(bySpelling('bom-ref')),
    dependencies: [
      { ref: 'kassabro', dependsOn: applications.map((program) => program['bom-ref']).sort() },
      ...dependenciesOf(asks, references, pages),
      ...dependencies,
    ].sort(bySpelling('ref')),
  };
  return { bomFormat: 'CycloneDX', specVersion: '1.5', serialNumber: serialNumber(content), version: 1, ...content };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(`${JSON.stringify(sbomOf(process.argv.slice(2)), null, 2)}\n`);
}
