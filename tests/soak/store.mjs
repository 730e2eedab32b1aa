// The stores that a run works on, and how they are looked into from outside.
import { execFileSync } from 'node:child_process';

const output = (command, words) => execFileSync(command, words, { encoding: 'utf8', maxBuffer: 2 ** 30 });
const split = (text) => text.split('\n').filter(Boolean).map((line) => line.split('\t'));

/** The database file in the data folder of one node. */
export const sqliteStore = () => ({
  kind: 'sqlite',
  settings: {},
  open(folder) {
    this.file = `${folder}/kassabro.db`;
  },
  rows(sql) {
    return split(output('sqlite3', ['-readonly', '-separator', '\t', '-cmd', '.timeout 10000', this.file, sql]));
  },
});

/** A database of its own on the server that script/soak has started. */
export function postgresStore(name, server = process.env.SOAK_POSTGRES) {
  if (!server) throw new Error('SOAK_POSTGRES does not say where a PostgreSQL is; script/soak starts one');
  const psql = (database, sql) =>
    output('psql', [`${server}/${database}`, '--no-psqlrc', '--quiet', '--tuples-only', '--no-align', '--field-separator', '\t', '-c', sql]);
  psql('kassabro', `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  psql('kassabro', `CREATE DATABASE ${name}`);
  return { kind: 'postgres', settings: { 'store.url': `${server}/${name}` }, open() {}, rows: (sql) => split(psql(name, sql)) };
}
