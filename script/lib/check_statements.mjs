// Does each statement of the stores name the account? Then the tables can be spread by it over any number of databases (docs/operations.md). Prints those
// that do not and are not excused, and excuses that nobody needs any more; fails if there is one.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../src/store/sql', import.meta.url));

// file: statement: why it goes without. What is asked seldom, or before the account is known, may.
const excused = {
  'account_rows.cpp': {
    sql_find_token: 'who is calling: the account is what is looked for',
    sql_find_by_user: 'likewise',
    sql_list: 'the accounts themselves',
    sql_list_after: 'likewise',
    sql_tell: 'tells the other nodes',
  },
  'audit_rows.cpp': { sql_chains: 'which chains there are, of removed accounts too' },
  'delivery_queue.cpp': {
    sql_next_account: 'which accounts have something due',
    sql_list: 'an operator looks, at one account or all',
    sql_find: 'likewise',
    sql_recover: 'the leases of a dead node, once a minute',
    sql_forget_later_clock: 'when the clock has been set back',
    sql_next_due: 'when the worker wakes next',
  },
  'delivery_search.cpp': { sql_any: 'an operator looks at all accounts' },
  'event_tables.cpp': { sql_newest_delivery: 'of SQLite, which has one database' },
  'import_rows.cpp': {
    sql_list: 'an operator looks, at one account or all',
    sql_remove_rows: 'rows of one import, whose id is its own',
    sql_last: 'likewise',
    sql_rows: 'likewise',
    sql_rows_refused: 'likewise',
    sql_rows_undecided: 'likewise',
    sql_rows_of_outcome: 'likewise',
    sql_same_check: 'likewise',
    sql_count: 'likewise',
    sql_save_row: 'likewise',
  },
  'inbound_rows.cpp': {
    sql_next_account: 'which accounts have something to fetch',
    sql_next_due: 'when the fetcher wakes next',
    sql_forget_later_clock: 'when the clock has been set back',
    sql_list: 'an operator looks, at one account or all',
    sql_replay_parked: 'likewise',
    sql_list_quarantine: 'likewise',
  },
  'job_rows.cpp': {
    sql_list: 'an operator looks, at one account or all',
    sql_list_runnable: 'which jobs may go on',
    sql_list_between: 'which jobs some accounts have',
  },
  'schema_steps.cpp': {
    sql_count_endpoints: 'an operator goes back a schema version: what all accounts lose',
    sql_count_messages: 'likewise',
    sql_count_sendings: 'likewise',
  },
  'sealed_secrets.cpp': {
    sql_old_accounts: 'what an exchange of the key still has to seal, of all accounts',
    sql_old_links: 'likewise',
    sql_old_endpoints: 'likewise',
  },
  'sending_queue.cpp': {
    sql_next_endpoint: 'of which endpoints something is due',
    sql_count_failing: 'how many endpoints fail, twice a minute',
  },
  'receipt_links.cpp': { sql_find: 'who opens a receipt has its address only' },
};

/** The texts of a file's macros: name to text. */
function macrosOf(source) {
  const macros = new Map();
  for (const [, name, body] of source.matchAll(/^#define (\w+)(?:\([^)]*\))?((?:.*\\\n)*.*)$/gm)) macros.set(name, body);
  return macros;
}

function textOf(expression, macros, depth = 0) {
  const withoutComments = expression.replaceAll(/\/\/.*$/gm, '');
  return withoutComments.replaceAll(/"((?:[^"\\]|\\.)*)"|\b(KASSABRO_\w+)/g, (_, text, macro) =>
    macro && depth < 5 ? textOf(macros.get(macro) ?? '', macros, depth + 1) : (text ?? ''));
}

// By a condition, or in what is inserted; one that may be left out is none.
function namesTheAccount(sql) {
  const certain = sql.replaceAll(/\(CAST\(\?\d+ AS BIGINT\) IS NULL OR account_id = \?\d+\)/g, '');
  return /account_id = \?/.test(certain) || /INSERT INTO \w+ \([^)]*account_id/.test(certain);
}

const headerMacros = readdirSync(folder)
  .filter((name) => name.endsWith('.hpp'))
  .flatMap((name) => [...macrosOf(readFileSync(path.join(folder, name), 'utf8'))]);

let statements = 0;
const faults = [];
for (const name of readdirSync(folder).filter((file) => file.endsWith('.cpp'))) {
  const source = readFileSync(path.join(folder, name), 'utf8');
  const macros = new Map([...headerMacros, ...macrosOf(source)]);
  const unused = new Set(Object.keys(excused[name] ?? {}));
  for (const [, statement, expression] of source.matchAll(/constexpr const char\* (sql_\w+) =([^;]*);/g)) {
    ++statements;
    const names = namesTheAccount(textOf(expression, macros));
    const isExcused = excused[name]?.[statement] !== undefined;
    if (!names && !isExcused) faults.push(`${name}: ${statement} does not name the account`);
    if (!names || !isExcused) unused.delete(statement);
  }
  for (const statement of unused) faults.push(`${name}: ${statement} is excused, and need not be`);
}

for (const fault of faults) console.log(fault);
console.log(`${statements} statements checked, ${faults.length} faults`);
process.exit(faults.length === 0 && statements > 100 ? 0 : 1);
