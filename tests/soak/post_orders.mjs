// Many tills that sell as fast as they are answered, by bench_load (bench/load/load.cpp).
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { binaries } from './system.mjs';

const numbers_of_a_run = 10_000_000; // no order of one run has the number of another's
let first = 0;

/** `of`: port, connections, seconds, token, customers; `accepted`: the file for the ids that were answered 200. Answers what bench_load prints. */
export async function postOrders(of) {
  const settings = { kind: 'ingest', check: 0, warm: 0, first, ...of };
  first += numbers_of_a_run;
  const { stdout } = await promisify(execFile)(`${binaries}/bench_load`, Object.entries(settings).map(([name, value]) => `${name}=${value}`));
  return JSON.parse(stdout);
}
