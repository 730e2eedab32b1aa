// docs/performance.md from build/bench/search.json and build/bench/ingest.json, whatever they say.
import fs from "node:fs";
import { goalTable, ingestTable, occasion, searchTable, whole } from "./tables.mjs";

const read = (name) => JSON.parse(fs.readFileSync(`build/bench/${name}.json`, "utf8"));
const search = read("search");
const ingest = read("ingest");
const { settings, idle, measured } = search;

fs.writeFileSync(
  "docs/performance.md",
  `# Performance

Written by \`script/bench report\` from the last runs of \`script/bench search\` and \`script/bench ingest\`; do not edit.

Machine: ${search.machine.cores} cores of ${search.machine.cpu}, ${search.machine.memory_gb} GB, ${search.machine.system}, Node ${search.machine.node}.
The load generator runs on the same cores as the server, so the numbers are no server's limit; they are good for comparing.
Each contender runs alone, one after the other in every round; the table shows medians and, in brackets, the lowest and
highest round. Ratios are made round by round, because whatever disturbs a round disturbs both sides.

## Goals

${goalTable(search, ingest)}

## Search

${occasion(search.machine)}.

${searchTable(search)}

\`GET /sitoo/v1/contacts?key=…\` among ${whole(settings.customers)} customers of one account (a database of ${whole(settings.database_mb)} MB), random customers, a third each by
E.164 number, national number and e-mail; ${settings.connections} connections, ${settings.rounds} rounds of ${settings.seconds} s after a second's warming up; answers of
${whole(settings.answer_bytes)} bytes. "core us each" is the server's own processor time for an answer, of all its threads and processes.

- **kassabro** runs with its defaults, one log line a search, written to a file. Rule is a closed port, and no customer has a
  Rule id yet, so every search offers a background refresh and 20 a second are tried.
- **nginx** sends one of these answers from a file, as many workers as cores, no access log: the mark for what HTTP costs.
- **fastify** does the same search with better-sqlite3 on the same database file: prepared statements, token check, the same
  JSON (both are compared for 900 keys before anything is measured). It is spared the log and the full reading of phone
  numbers; it knows \`+46…\` and \`0…\` only. With 2 processes it uses both cores, as Kassabro does with threads.

Start until \`/readyz\` answers with this database: ${whole(measured.kassabro.ready_ms.median)} ms (${whole(measured.kassabro.ready_ms.min)} to ${whole(measured.kassabro.ready_ms.max)}).
A fresh server with an empty store: RSS ${whole(idle.rss_mb)} MB, PSS ${whole(idle.pss_mb)} MB.

## Orders

${occasion(ingest.machine)}.

${ingestTable(ingest)}

\`POST /sitoo/v1/transactions\`, about 900 bytes, each order new and of a known customer (${whole(ingest.settings.customers)} in the store); ${ingest.settings.rounds} rounds of
${ingest.settings.seconds} s on a fresh copy of the store. An order is answered when its raw body, the order and the delivery to Rule are on the
disk (one transaction, fsync). After every run each answered order was looked for in the database: of ${whole(
    Object.values(ingest.in_flight).reduce((sum, one) => sum + one.verified, 0),
  )} none was missing.

- **kassabro** commits what waits together with one fsync; its worker takes deliveries from the outbox at the same time (and
  fails, since Rule is a closed port).
- **fastify** with better-sqlite3, WAL, synchronous=FULL, writes the same rows into the same tables; a commit for each order,
  because better-sqlite3 is synchronous. It has no worker.

The disk alone: ${whole(ingest.disk.per_second.median)} appended blocks of 4 KiB a second, each made durable (fdatasync) before the next; median
${whole(ingest.disk.p50_us.median)} us, p99 ${whole(ingest.disk.p99_us.median)} us.

## Where the time of a search goes

${fs.readFileSync("bench/profile.md", "utf8").trim()}
`,
);
