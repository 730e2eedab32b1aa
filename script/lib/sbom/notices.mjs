// The package's copyright file: our own terms, and those of others' work that is part of the programs themselves, as their authors ask.
// What the programs load from Debian's packages has its file there. notices.mjs, from the repository's folder.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compiledIn } from './sbom.mjs';

const opening = `Kassabro is proprietary: whoever has it may use it on the terms it was given with, and has no other rights in it.

The programs and their pages contain the following work of others, on these terms, and parts of Boost (https://www.boost.org),
on the terms of the Boost Software License 1.0 (https://www.boost.org/LICENSE_1_0.txt).
`;
const line = '-'.repeat(80);
const notice = (title, text) => `\n${line}\n${title}\n${line}\n\n${text.trim()}\n`;
const isLicence = (name) => /^(licen[cs]e|copying|notice)/i.test(name);

/** What an npm package says of its terms; of one without a file, what it declares. */
function npmTerms(folder) {
  const files = readdirSync(folder).filter(isLicence).sort();
  if (files.length > 0) return files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n');
  const { license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (!license) throw new Error(`${folder} says nothing of its licence.`);
  return [`Licence: ${license}`, ...(author ? [`Author: ${author.name ?? author}`] : [])].join('\n');
}

/** Of the packages that pages ship: all of the lock file but what only builds and tests them. */
function npmNotices(web) {
  const lock = JSON.parse(readFileSync(join(web, 'package-lock.json'), 'utf8'));
  return Object.entries(lock.packages)
    .filter(([path, { dev, devOptional }]) => path && !dev && !devOptional)
    .map(([path, { version }]) => notice(`${path.replace(/^.*node_modules\//, '')} ${version} (npm)`, npmTerms(join(web, path))));
}

/** The Boost Software License asks for no notice in programs, and Boost's file in Debian is two megabytes. */
const wantsNotice = (name) => !name.startsWith('libboost');

export function noticesOf(web) {
  const debian = compiledIn.filter(wantsNotice).map((name) => notice(`${name} (Debian)`, readFileSync(`/usr/share/doc/${name}/copyright`, 'utf8')));
  return [opening, ...debian, ...npmNotices(web)].join('');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(noticesOf('web'));
