// Dashboards and alerts name only metrics that the program has; every alert has its page in the runbook, and tests of what fires it and what does not.
import { readdirSync, readFileSync } from 'node:fs';

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

// What promtool runs: each test names one alert, and the alerts that it expects or none.
const rules = 'tests/monitoring';
const tests = readdirSync(rules).map((file) => read(`${rules}/${file}`)).join('\n');
const tested = [...tests.matchAll(/^ +alertname: (\w+)\n +exp_alerts:( \[\])?/gm)].map(([, name, none]) => ({ name, fires: !none }));
for (const name of alerts)
  for (const fires of [true, false])
    if (!tested.some((test) => test.name === name && test.fires === fires))
      faults.push(`${rules}: there is no test in which ${name} ${fires ? 'fires' : 'does not fire'}`);
for (const { name } of tested) if (!alerts.includes(name)) faults.push(`${rules}: there is no alert ${name}`);

if (alerts.length === 0 || known.size === 0) faults.push('nothing was read');
for (const fault of faults) console.error(fault);
console.log(`${alerts.length} alerts, ${known.size} metrics, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
