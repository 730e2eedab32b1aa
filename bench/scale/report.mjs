// docs/scale.md from build/bench/costs.json, scale.json and scale_check.json, whatever they say.
import fs from "node:fs";
import { occasion, whole } from "../lib/tables.mjs";
import { assumptions } from "./report_assumptions.mjs";
import { accountsTable, checkTable, costsTable, hoursTable, momentsTable, runsTable, shopsTable, sqliteTable, storageTable, wallsTable } from "./report_tables.mjs";

const read = (name) => JSON.parse(fs.readFileSync(`build/bench/${name}.json`, "utf8"));
const costs = read("costs");
const scale = read("scale");
const checks = Object.values(read("scale_check"));
const today = scale.walls[0].black;
const first = today[0];
const step = (name) => scale.walls.find((one) => one.name.startsWith(name)).black[0];
const last_of_one = step("16 nodes");
const last_of_four = step("4 PostgreSQL");
// A machine that is too busy turns a fixed rate into a crowd.
const keptPace = ({ sales_per_second, settings }) => sales_per_second > 0.9 * settings.sales;
const { machine } = costs.postgres;
const most = costs.accounts.rows.at(-1).accounts;

fs.writeFileSync(
  "docs/scale.md",
  `# How far it scales

Written by \`bench/report_scale\` from the last runs of \`script/bench costs\`, \`scale_simulate\` and \`scale_check\`; do not edit.

Measured are costs: what a search, a sale and a delivery take of each resource. A model adds them up for any number of shops, and a
simulation on a virtual clock says what waits. Costs are processor time and counts, not rates: the machine has two shared cores
(${machine.cpu}, ${machine.memory_gb} GB, ${machine.system}). ${occasion(machine)}.

**In short.** On Black Friday the first wall of the product as it is stands at about **${whole(first.accounts)} accounts**: ${first.resource}. Tills do not notice it.
The second: ${whole(today[1].accounts)}, ${today[1].resource}; the third: ${whole(today[2].accounts)}, ${today[2].resource}. All three are
limits of the one node that leads, not of machines: with the same machines the others stand at ${whole(today[3].accounts)} accounts and more. With the changes
below, one PostgreSQL with 16 nodes carries ${whole(last_of_one.accounts)} accounts (then: ${last_of_one.resource}), and four such cells carry
${whole(last_of_four.accounts)}: from there on growth is more cells, since no account needs another's database.

## Assumptions

${assumptions(scale)}

## Measured costs

PostgreSQL 15 with \`fsync\` and \`synchronous_commit\` on, two nodes: one leads, the other serves the tills, so that their costs are told
apart. ${costs.settings.count} calls of each kind over ${costs.postgres.accounts} accounts, neighbours in time of different accounts (many small shops share no
transaction; one large shop would, and cost less). "us" is processor time of all threads. In a crowd 16 calls are under way at any time; "one by one" they come
at random, 80 a second, and each wakes threads that slept: that is dearer, and the model counts with it, so it errs on the careful side where a node is nearly full.

${costsTable(costs.postgres)}

A search takes no transaction and no row. A delivery is two transactions, one to lease and one to settle, so a sale that is told at once is
three commits; rows of one account that wait share them (the lines "in batches"). Each node holds ${costs.postgres.sale.accepted.connections.tills} sessions.

SQLite, one node, ${costs.sqlite.accounts} accounts. What it costs there is all in the one process:

${sqliteTable(costs)}

A card there was older than \`rule.read_max_age\`, so that Rule was asked, and "told at once" came eight a second: what a quiet server pays for each.

${storageTable(costs)}

### Accounts that do nothing

${accountsTable(costs.accounts.rows)}

${occasion(costs.accounts.machine)}.

Every two seconds the node that leads asks for the jobs that may go on, and looks at some of the accounts in turn: two queries for 200 of them (\`Engine::begin_due\`).
A question for each account and each of ${scale.product.kinds_of_jobs} kinds of job, as it was, made the first wall at 828 accounts.

## Shops on one of each

Black Friday's busiest hour, at most 70 % in use, each resource by itself:

${shopsTable(scale)}

## The walls in order

A resource is a wall where it is more than 70 % in use in the busiest hour of Black Friday. The deployment to begin with: ${scale.base.nodes} nodes of ${scale.base.cores}
cores, one PostgreSQL of ${scale.base.database_cores} cores. Each line adds its change to those above it.

${wallsTable(scale)}

What moves what:

- **More nodes** move what tills wait for: sessions and processors. They do not move deliveries, because one node leads.
- **A leader for each share of the accounts** (the lock is taken for \`account_id\` modulo the number of shares instead of once) moves all that one leader
  does: its ${scale.product.writer_sessions} writing sessions, which sales on that node use, too, its round over the accounts with deliveries, its one background thread. Rule's
  limits are the account's, so each account stays with one leader. More writing sessions on the leader move the first of the three only.
- **Read replicas** take the searches off the primary. A search is cheap beside a sale, so they move little; they are worth it for what stays up
  while the primary fails over.
- **More fetches at once** (a number in \`src/jobs/order_fetcher.hpp\`) cost nothing; Sitoo allows one call at a time of an account, not of all.
- **Several PostgreSQL by account** move what the primary does: processors, log, flushes. Every primary key begins with \`account_id\`, so no statement
  on a till's way crosses the border. Each database needs its own nodes or each node a pool for each database, so connections stay below their limit.
- **Citus** is the same with one address. Each statement goes through the coordinator or a worker that routes it (counted here as one more trip), which
  holds sessions longer; that costs nodes, not primaries. It was not tried.
- **Connections** are no wall of shops but of nodes: ${scale.product.session_count} sessions each, so 300 sessions are ${Math.floor(300 / scale.product.session_count)} nodes of one database. Sessions hold locks and
  listen, so a pool in front must keep sessions apart.

## A Black Friday, simulated

The day is simulated minute by minute (what comes, what goes, what waits), and some seconds of each third hour event by event, every search and every sale through
every queue: processors, sessions, the account's own lane, the flush, the leader's round, Rule. The same seed gives the same numbers (seed ${scale.seed}).

${runsTable(scale)}

"Told late" is how old the oldest delivery of the day gets when more comes than the leader carries; the queue shrinks again in the evening, and no sale is lost or
refused by it. "Refused": what tills are answered 503 because nodes or database cannot take it.

What one waits for at 12:30, event by event (a queue that has built up since the morning comes on top and is the column "late" above):

${momentsTable(scale)}

Through the day with ${whole(scale.runs[1].accounts)} accounts as it is (the same habits at every hour; nothing is sold at night):

${hoursTable(scale.runs[1])}

## Is the model right?

One node and one PostgreSQL on the two cores of this machine, all kinds mixed at a fixed rate. The model knows only the costs that were measured kind by kind
before, one by one.

${checks.filter(keptPace).map((check) => `${check.sales_per_second.toFixed(0)} sales a second for ${check.settings.seconds} s with their searches and registrations, ${whole(check.calls)} calls; ${occasion(check.machine)}:\n\n${checkTable(check)}\n`).join("\n")}
${checks.filter((check) => !keptPace(check)).map((check) => `At ${check.settings.sales} sales a second the machine did not keep pace (load average ${check.machine.load_before.toFixed(0)}; ${check.sales_per_second.toFixed(0)} came), so calls stood in queues and deliveries shared batches: the node took ${whole((1 - check.node.measured / check.node.foretold) * 100)} % less\nthan the model says for calls one by one, PostgreSQL ${whole((1 - check.database.measured / check.database.foretold) * 100)} % less. That is the crowd's saving, and no test of a fixed rate.\n`).join("\n")}
Delays are compared, too, but say little here: the machine's other work makes calls wait for a processor, which the model does not know.

## What is not in it

- Networks and disks of a real data centre: the trip and the flush are assumptions, and both stand in the first walls after the jobs.
- Memory: accounts are kept by every node as long as it runs, and forgotten once a minute; each is read again by the next call that needs it. With 100,000 busy accounts
  that is up to 1,700 readings a second and node. It is not in the tables.
- A node refreshes at most 20 cards a second from Rule in the background (\`RefreshCustomers::Limits\`). Beyond some 20 searches a second and node, cards of customers whom
  nothing else has refreshed are older than \`rule.read_max_age\`. No wall: it sheds.
- While Rule does not answer, every account has rows that wait, and the leader's round asks twice for each: 100,000 accounts make a round of a minute.
- Old orders (\`history\`) and the mirror: one account after the other, ${scale.product.jobs_at_once} at once on all of the leader. A mirror of 100,000 accounts in a day needs
  that limit raised with the leaders.
- Pieces of work take their mean in the simulation; what scatters is when they come, how long Rule and Sitoo take, and what is in the way. So the 99th percentile of a
  search that waits for nobody is that of the longest kind of search.
- Where every node leads, sales wait for sessions that deliveries hold (8 nodes, 100,000 accounts). Sessions of their own for the background would keep them apart.
- Nothing here was run on more than two cores, and 100,000 accounts exist in the simulation only; ${whole(most)} were really there.

## Again

\`\`\`
script/bench costs             # about five minutes; one part alone: script/bench costs 1000 40 postgres
script/bench scale_check       # one node at a fixed rate, and what the model says of it
script/bench scale_simulate    # walls, days and moments; needs no server
script/bench report_scale      # this page
node --test bench/scale/sim/   # the simulation's own tests, also in script/test checks
\`\`\`
`,
);
