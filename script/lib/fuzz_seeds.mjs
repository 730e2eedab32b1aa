// node script/lib/fuzz_seeds.mjs seeds FOLDER FILE...   makes FOLDER anew: a file is a seed; of a C++ source each text is one
// node script/lib/fuzz_seeds.mjs words TARGET FILE...   makes the file TARGET, a dictionary of libFuzzer, of the texts of C++ sources
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

// What unpacks to more than a sheet does, and what is large, is slow to try and teaches nothing.
const seedBytesMax = 48 * 1024;
const isBomb = (file) => path.basename(file).startsWith('bomb_');
const wordBytesMax = 40;

// A character such as '"' begins no text.
const literal = /'(?:[^'\\]|\\.)'|R"(\w*)\(([\s\S]*?)\)\1"|"((?:[^"\\\n]|\\.)*)"/g;
const escapes = { n: '\n', r: '\r', t: '\t', 0: '\0', v: '\v', f: '\f', b: '\b', a: '\x07' };
const escape = /\\(?:x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([\s\S]))/g;

function unescaped(text) {
  const pieces = [];
  let end = 0;
  for (const match of text.matchAll(escape)) {
    const [whole, byte, short, long, letter] = match;
    pieces.push(Buffer.from(text.slice(end, match.index)));
    if (byte) pieces.push(Buffer.from([Number.parseInt(byte, 16)]));
    else if (short ?? long) pieces.push(Buffer.from(String.fromCodePoint(Number.parseInt(short ?? long, 16))));
    else pieces.push(Buffer.from(escapes[letter] ?? letter));
    end = match.index + whole.length;
  }
  return Buffer.concat([...pieces, Buffer.from(text.slice(end))]);
}

/** The texts of a C++ source; what stands side by side is one. */
export function textsOf(source) {
  const code = source.replace(/^#include .*$/gm, '');
  const texts = [];
  let end = -1;
  for (const match of code.matchAll(literal)) {
    if (match[0].startsWith("'")) continue;
    const bytes = match[2] === undefined ? unescaped(match[3]) : Buffer.from(match[2]);
    const isContinued = end >= 0 && code.slice(end, match.index).trim() === '';
    if (isContinued) texts.push(Buffer.concat([texts.pop(), bytes]));
    else texts.push(bytes);
    end = match.index + match[0].length;
  }
  return texts.filter((text) => text.length > 0);
}

/** Sentences are for people, and no word of an input. */
const isWord = (text) => text.length <= wordBytesMax && !/^[A-Z].* .*[.:]$/.test(text.toString());

function quoted(text) {
  const isPlain = (byte) => byte >= 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x5c;
  return [...text].map((byte) => (isPlain(byte) ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`)).join('');
}

export function dictionaryOf(sources) {
  const texts = sources.flatMap(textsOf).filter(isWord);
  const words = new Map(texts.map((text) => [text.toString('hex'), text]));
  return [...words.values()].map((text) => `"${quoted(text)}"\n`).join('');
}

function main(kind, target, files) {
  const isCode = (file) => /\.[ch]pp$/.test(file);
  if (kind === 'words') return writeFileSync(target, dictionaryOf(files.map((file) => readFileSync(file, 'utf8'))));
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const seedsOf = (file) => (isCode(file) ? textsOf(readFileSync(file, 'utf8')) : [readFileSync(file)]);
  const seeds = files.filter((file) => !isBomb(file)).flatMap(seedsOf);
  for (const seed of seeds.filter((bytes) => bytes.length <= seedBytesMax))
    writeFileSync(path.join(target, createHash('sha1').update(seed).digest('hex')), seed);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv[2], process.argv[3], process.argv.slice(4));
