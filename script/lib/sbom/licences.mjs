// What Debian's copyright files say, in the names of SPDX.
import parse from 'spdx-expression-parse';

const spdxNames = {
  'apache-2': 'Apache-2.0',
  'artistic': 'Artistic-1.0-Perl',
  'bsd3': 'BSD-3-Clause',
  'bsd-2-clause': 'BSD-2-Clause',
  'bsd-3-clause': 'BSD-3-Clause',
  'cc0': 'CC0-1.0',
  'expat': 'MIT',
  'gpl-1+': 'GPL-1.0-or-later',
  'gpl-2': 'GPL-2.0-only',
  'gpl-2+': 'GPL-2.0-or-later',
  'gpl-3': 'GPL-3.0-only',
  'gpl-3+': 'GPL-3.0-or-later',
  'lgpl-2': 'LGPL-2.0-only',
  'lgpl-2+': 'LGPL-2.0-or-later',
  'lgpl-2.1': 'LGPL-2.1-only',
  'lgpl-2.1+': 'LGPL-2.1-or-later',
  'lgpl-3+': 'LGPL-3.0-or-later',
  'openldap-2.8': 'OLDAP-2.8',
  'zlib': 'Zlib',
};

/**
 * Of source packages: what people read in a copyright file that no program can read, a licence with a name of its own there, and the
 * library's where the programs beside it have another one.
 */
const readByHand = {
  'bzip2': 'bzip2-1.0.6',
  'gcc-12': 'GPL-3.0-or-later WITH GCC-exception-3.1',
  'gcc-14': 'GPL-3.0-or-later WITH GCC-exception-3.1',
  'glibc': 'LGPL-2.1-or-later',
  'gnutls28': 'LGPL-2.1-or-later',
  'keyutils': 'LGPL-2.0-or-later',
  'krb5': 'MIT',
  'libidn2': 'LGPL-3.0-or-later OR GPL-2.0-or-later',
  'libtasn1-6': 'LGPL-2.1-or-later',
  'libzip': 'BSD-3-Clause',
  'rtmpdump': 'LGPL-2.1-or-later',
};

/** "LGPL-3+ or GPL-2+" to "LGPL-3.0-or-later OR GPL-2.0-or-later"; what SPDX does not know stays as it is. */
export function spdxOf(debianName) {
  return debianName
    .split(/\s+(or|and)\s+/)
    .map((word) => (word === 'or' || word === 'and' ? word.toUpperCase() : (spdxNames[word.toLowerCase()] ?? word)))
    .join(' ');
}

/** CycloneDX's form of a licence: an id, an expression, or a name that SPDX does not have. */
export function licenceEntry(text) {
  try {
    const simple = parse(text);
    return simple.license && !simple.exception && !simple.plus ? { license: { id: text } } : { expression: text };
  } catch {
    return { license: { name: text } };
  }
}

/** The paragraphs of a machine-readable copyright file (DEP 5), each with its files and its licence's name. */
function paragraphsOf(copyright) {
  if (!/^Format(-Specification)?:/im.test(copyright)) return [];
  return copyright
    .split(/\n\s*\n/)
    .map((text) => ({ files: /^Files:((?:.*)(?:\n[ \t].*)*)/im.exec(text)?.[1], licence: /^License:(.*)/im.exec(text)?.[1]?.trim() }))
    .filter(({ files, licence }) => files && licence)
    .map(({ files, licence }) => ({ files: files.trim().split(/[\s,]+/), licence: spdxOf(licence) }));
}

/** `declared`: of the source package as a whole. `found`: of some of its files too; what concerns only the packaging is left out. */
export function licencesOf(source, copyright) {
  const paragraphs = paragraphsOf(copyright).filter(({ files }) => !files.every((file) => file.startsWith('debian/')));
  const declared = readByHand[source] ?? paragraphs.find(({ files }) => files.includes('*'))?.licence;
  if (!declared) throw new Error(`The copyright file of ${source} names no licence for all files: add it to licences.mjs.`);
  const found = [...new Set(paragraphs.map(({ licence }) => licence))].filter((licence) => licence !== declared).sort();
  return { declared, found };
}
