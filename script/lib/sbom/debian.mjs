// The Debian packages that programs load: which, in which version, under which licence.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import { PackageURL } from 'packageurl-js';
import { distribution } from '../distribution.mjs';
import { licenceEntry, licencesOf } from './licences.mjs';

const run = (command, ...words) => execFileSync(command, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

/** Name to file, of all libraries that a program loads. */
function librariesOf(program) {
  const named = [...run('ldd', program).matchAll(/^\s*(?:(\S+) => )?(\/\S+) \(0x/gm)];
  return new Map(named.map(([, name, file]) => [name ?? file.split('/').at(-1), file]));
}

const neededBy = (file) => [...run('readelf', '-d', file).matchAll(/\(NEEDED\).*\[(.+)\]/g)].map(([, name]) => name);

/** File to package. dpkg knows a file below /lib or below /usr/lib, whichever its package has; on the machine they are one. */
function ownersOf(files) {
  const candidates = files.map((file) => [file, realpathSync(file), realpathSync(file).replace(/^\/usr/, '')]);
  const found = spawnSync('dpkg', ['-S', ...new Set(candidates.flat())], { encoding: 'utf8' }).stdout;
  const owners = new Map([...found.matchAll(/^([^:,\s]+)[^\s]*: (.+)$/gm)].map(([, name, path]) => [path, name]));
  return new Map(candidates.map((paths) => {
    const owner = paths.map((path) => owners.get(path)).find(Boolean);
    if (!owner) throw new Error(`No Debian package has ${paths[0]}.`);
    return [paths[0], owner];
  }));
}

export function componentOf(name) {
  const format = '${Version}\n${Architecture}\n${source:Package}\n${source:Version}\n';
  const [version, arch, source, sourceVersion] = run('dpkg-query', '-W', '-f', format, name).split('\n');
  const { declared, found } = licencesOf(source, readFileSync(`/usr/share/doc/${name}/copyright`, 'utf8'));
  const { id, name: distro } = distribution();
  const qualifiers = { arch, distro, upstream: `${source}@${sourceVersion}` };
  const purl = new PackageURL('deb', id, name, version, qualifiers).toString();
  return {
    type: 'library',
    'bom-ref': purl,
    name,
    version,
    licenses: [licenceEntry(declared)],
    purl,
    ...(found.length > 0 && { evidence: { licenses: found.map((text) => ({ license: { name: text } })) } }),
  };
}

/** The packages that these programs load, and who asks for which: name of a package, or path of a program, to names. */
export function loadedPackages(programs) {
  const files = new Map(programs.flatMap((program) => [...librariesOf(program)]));
  const packages = ownersOf([...files.values()]);
  const owners = new Map([...files].map(([name, file]) => [name, packages.get(file)]));
  const asks = new Map();
  const note = (asker, file) => {
    const names = neededBy(file).map((name) => owners.get(name)).filter((owner) => owner && owner !== asker);
    asks.set(asker, new Set([...(asks.get(asker) ?? []), ...names]));
  };
  for (const program of programs) note(program, program);
  for (const [name, file] of files) note(owners.get(name), file);
  return asks;
}
