// Dashboards and alerts name only metrics that the program has, and every alert has its page in the runbook.
import { readFileSync } from 'node:fs';

const read = (path) => readFileSync(path, 'utf8');
const sources = ['metrics.cpp', 'job_gauges.cpp', 'backlog_gauges.cpp'].map((file) => read(`src/observability/${file}`)).join('\n');
const known = new Set([...sources.matchAll(/kassabro_[a-z_]+/g)].map(([name]) => name));
const faults = [];

for (const file of ['deploy/monitoring/alerts.yml', 'deploy/monitoring/grafana.json'])
  for (const [name] of read(file).matchAll(/kassabro_[a-z_]+/g))
    if (!known.has(name) && !known.has(name.replace(/_(bucket|count|sum)$/, ''))) faults.push(`${file}: there is no metric ${name}`);

const runbook = read('docs/runbook.md');
const alerts = [...read('deploy/monitoring/alerts.yml').matchAll(/- alert: (\w+)/g)].map(([, name]) => name);
const pages = [...runbook.matchAll(/^## (Kassabro\w+)$/gm)].map(([, name]) => name);
for (const name of alerts) if (!pages.includes(name)) faults.push(`docs/runbook.md: there is no page for the alert ${name}`);
for (const name of pages) if (!alerts.includes(name)) faults.push(`docs/runbook.md: there is no alert ${name}`);

if (alerts.length === 0 || known.size === 0) faults.push('nothing was read');
for (const fault of faults) console.error(fault);
console.log(`${alerts.length} alerts, ${known.size} metrics, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
