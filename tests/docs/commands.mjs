// The commands that a Markdown page tells people to run: lines of code blocks, and `code`, over one line or two.

// A command begins with one of these; what else stands in code is none.
const programs = ['kassabro', 'curl', 'script/', 'apt', 'systemctl', 'systemd-analyze', 'journalctl', 'editor', 'ssh', 'rsync', 'node', 'npm', 'pg_basebackup'];
const begins = new RegExp(`^(?:sudo (?:-u kassabro )?)?(?:[A-Z][A-Z_]*=\\S+ )*(?:build/release/bin/)?(?:${programs.map((each) => (each.endsWith('/') ? each : `${each} `)).join('|')})`);
const isCommand = (text) => begins.test(text);

/** Without what is said about it behind a # or some blanks. */
const withoutRemark = (line) => line.replace(/\s#\s.*$|\s{4,}\S.*$/, '').trim();

/** A line that begins with many blanks goes on with the one before it, and so does what follows a backslash. */
function linesOf(block) {
  const lines = [];
  for (const line of block.split('\n')) {
    const goesOn = lines.length > 0 && (lines.at(-1).endsWith('\\') || (/^\s{16,}/.test(line) && isCommand(lines.at(-1))));
    if (goesOn) lines[lines.length - 1] = `${lines.at(-1).replace(/\\$/, '').trimEnd()} ${line.trim()}`;
    else lines.push(line.trim());
  }
  return lines;
}

const fence = /^( *)```\w*\n([\s\S]*?)^\1```/gm;

export function commandsIn(markdown) {
  const blocks = [...markdown.matchAll(fence)].flatMap(([, , block]) => linesOf(block).map(withoutRemark));
  const inline = [...markdown.replace(fence, '').matchAll(/`([^`]+)`/g)].map(([, code]) => code.replace(/\s+/g, ' ').replaceAll('\\|', '|').trim());
  return [...blocks, ...inline].filter((code) => isCommand(`${code} `) && (code.includes(' ') || code.startsWith('script/')));
}

/**
 * What a synopsis stands for: `[--to DAY]` with it and without; `a|b` each; `[ID ...]` one. All that may be left out is left out at once, and
 * then nothing is.
 */
export function expanded(command) {
  const optional = /\s*\[([^\]]*)\](?:\s?\.\.\.)?/g;
  if (optional.test(command)) {
    const least = command.replace(optional, '');
    const first = command.search(/\[[^\]]* \| [^\]]*\]/);
    if (first < 0) return [...expanded(least), ...expanded(command.replace(optional, (_, inside) => ` ${inside.replace(/ ?\.\.\.$/, '')}`))];
    const choice = /\[([^\]]* \| [^\]]*)\]/.exec(command)[1];
    return choice.split(' | ').flatMap((each) => expanded(command.replace(`[${choice}]`, each)));
  }
  const choice = /(?<= )[\w-]+(?:\|[\w-]+)+(?= |$)/.exec(command)?.[0];
  return choice ? choice.split('|').flatMap((each) => expanded(command.replace(choice, each))) : [command.replace(/\s+/g, ' ').trim()];
}
