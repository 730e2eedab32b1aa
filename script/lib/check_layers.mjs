// The include checker: node check_layers.mjs [--root DIR]. Prints each breach of script/lib/layers.txt as FILE:LINE: what,
// then "N files checked, N breaches"; exits 1 if there is a breach, 2 if the rules cannot be read.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const rootArgument = process.argv.indexOf("--root");
const root = resolve(rootArgument > 0 ? process.argv[rootArgument + 1] : join(here, "../.."));

function parseRules(text) {
  const rules = { may: new Map(), testsMay: [], only: [], maxLines: Infinity, long: new Map() };
  const words = (list) => list.split(/\s+/).filter(Boolean);
  const forms = [
    [/^may (\S+):(.*)$/, ([, layer, list]) => rules.may.set(layer, words(list))],
    [/^tests-may (.+)$/, ([, list]) => rules.testsMay.push(...words(list))],
    [/^only (\S+)\s+in (.+)$/, ([, header, list]) => rules.only.push({ header, layers: words(list) })],
    [/^max-lines (\d+)$/, ([, lines]) => (rules.maxLines = Number(lines))],
    [/^long (\S+) (\d+): (\S.*)$/, ([, file, lines]) => rules.long.set(file, Number(lines))],
  ];
  for (const line of text.split("\n").map((each) => each.trim())) {
    if (line === "" || line.startsWith("#")) continue;
    const form = forms.find(([pattern]) => pattern.test(line));
    if (!form) throw new Error(`layers.txt: cannot read "${line}"`);
    form[1](line.match(form[0]));
  }
  for (const [layer, list] of rules.may)
    for (const other of list)
      if (other !== "*" && !rules.may.has(other)) throw new Error(`layers.txt: ${other}, named by ${layer}, is not listed`);
  return rules;
}

function* filesBelow(folder) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== "node_modules" && entry.name !== "build") yield* filesBelow(path);
    else if (entry.isFile()) yield path;
  }
}

// The longest listed directory that holds `path`, a path below src/ or one that begins with sandbox/.
function layerOf(path, rules) {
  for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) if (rules.may.has(folder)) return folder;
  return null;
}

// "domain/phone.hpp" is below src/; in sandbox/, "control/faults.hpp" may also be meant from there.
function layerOfInclude(written, fromLayer, rules) {
  if (fromLayer === "sandbox" && existsSync(join(root, "sandbox", written))) return "sandbox";
  return layerOf(written, rules);
}

function checkInclude({ written, quoted }, layer, isTest, rules) {
  const owner = rules.only.find(({ header }) => written.startsWith(header));
  if (owner && !owner.layers.includes(layer)) return `${owner.header} belongs in ${owner.layers.join(", ")}`;
  if (!quoted && !existsSync(join(root, "src", written))) return null;
  const target = layerOfInclude(written, layer, rules);
  if (target === null) return `"${written}" is not in a listed directory; write includes relative to src/`;
  const allowed = [layer, ...rules.may.get(layer), ...(isTest ? rules.testsMay : [])];
  return allowed.includes("*") || allowed.includes(target) ? null : `${layer} must not include ${target} ("${written}")`;
}

// Tests, and what tests of one layer share.
const isTest = (file) => /(_test\.cpp|_fixture\.hpp|\/fake_\w+\.hpp)$/.test(file);

function* checkIncludes(file, rules) {
  const layer = layerOf(file.replace(/^src\//, ""), rules);
  if (layer === null) return yield `${file}: its directory is not in script/lib/layers.txt`;
  const lines = readFileSync(join(root, file), "utf8").split("\n");
  for (const [index, line] of lines.entries()) {
    const match = line.match(/^\s*#\s*include\s*(["<])([^">]+)[">]/);
    if (!match) continue;
    const breach = checkInclude({ written: match[2], quoted: match[1] === '"' }, layer, isTest(file), rules);
    if (breach) yield `${file}:${index + 1}: ${breach}`;
  }
}

function* checkLength(file, rules) {
  const lines = readFileSync(join(root, file), "utf8").split("\n").length - 1;
  const limit = rules.long.get(file) ?? rules.maxLines;
  if (lines > limit) yield `${file}: ${lines} lines, more than ${limit}; split it, or give a reason in script/lib/layers.txt`;
}

function check(rules) {
  const source = /\.(cpp|hpp|c|h|ts|tsx|js|mjs|sh|css)$/;
  const generated = /\.d\.ts$/;
  const files = ["src", "sandbox", "tests", "bench", "web", "script"]
    .flatMap((folder) => [...filesBelow(join(root, folder))])
    .map((path) => relative(root, path))
    .filter((file) => source.test(file) && !generated.test(file));
  const breaches = files.flatMap((file) => [
    ...checkLength(file, rules),
    ...(/^(src|sandbox)\/.*\.[ch](pp)?$/.test(file) ? checkIncludes(file, rules) : []),
  ]);
  return { files: files.length, breaches };
}

try {
  const { files, breaches } = check(parseRules(readFileSync(join(here, "layers.txt"), "utf8")));
  for (const breach of breaches) console.log(breach);
  console.log(`${files} files checked, ${breaches.length} breaches`);
  process.exitCode = breaches.length > 0 ? 1 : 0;
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
