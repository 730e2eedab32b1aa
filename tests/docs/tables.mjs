// What stands for the placeholders of documented commands, which of them only name something, and which cannot be run here. An entry that no
// page needs any more is a failure.

/** Which are no commands to run, but names of ones that want more words: their --help is shown instead. */
export const names = [
  'kassabro automations', 'kassabro check', 'kassabro check v1', 'kassabro feeds test', 'kassabro gdpr certificates', 'kassabro gdpr consent-proof', 'kassabro gdpr erase', 'kassabro gdpr export',
  'kassabro history sync', 'kassabro jobs cancel', 'kassabro jobs pause', 'kassabro jobs resume', 'kassabro outbox park', 'kassabro outbox replay', 'kassabro reconcile',
  'kassabro token', 'kassabro token add', 'kassabro user', 'kassabro webhook recover',
];

/** Which cannot be run here, and why. */
export const skipped = new Map([
  ['kassabro serve', 'runs until it is stopped: it is the server that the others here speak to'],
  ['kassabro store copy --to postgresql://…', 'needs a PostgreSQL server: tests/functional/backup_test.cpp runs it on one'],
  ['kassabro …', 'stands for any command'],
  ['sudo -u kassabro kassabro --config /etc/kassabro/kassabro.toml …', 'stands for any command'],
  ['apt install ./kassabro_0.1.0_amd64.deb', 'changes the machine: tests/package installs it on a Debian of its own'],
  ['apt install ./build/release/kassabro_*.deb', 'likewise'],
  ['editor /etc/kassabro/kassabro.toml', 'wants a person'],
  ['curl -sI https://app.rule.io', 'asks a stranger on the internet'],
  ['ssh -L 8081:127.0.0.1:8081 till.example.com', 'needs a machine of that name'],
  ['systemctl enable --now kassabro', 'changes the machine: tests/package starts the service'],
  ['systemctl start kassabro', 'likewise'],
  ['systemctl stop kassabro', 'likewise'],
  ['systemctl restart kassabro', 'likewise'],
  ['systemctl edit kassabro', 'wants a person'],
  ['systemctl status kassabro', 'needs the installed service'],
  ['systemctl list-timers', 'of the machine, not of Kassabro'],
  ['systemd-analyze security kassabro', 'needs the installed service'],
  ['journalctl -u kassabro', 'needs the installed service'],
  ['journalctl -u kassabro -n 50', 'needs the installed service'],
  ['journalctl -u kassabro | grep certificate', 'needs the installed service'],
  ['journalctl -u kassabro | grep request_failed | tail', 'needs the installed service'],
  ['journalctl -u kassabro | grep unmatched', 'needs the installed service'],
  ['rsync -a', 'names an option of a foreign program'],
  ['pg_basebackup -D /backup/base-$(date +%F) -X none -c fast', 'needs a PostgreSQL server'],
  ['node --test bench/scale/sim/', 'script/test checks runs it'],
  ['npm run types', 'script/test web looks whether it would change anything'],
]);

/**
 * Commands with placeholders of their own, and what is run: text, what is typed (`-` as a secret), which exit codes are right besides 0 and why.
 * `A`, `ACCOUNT` and `ID` behind --account are filled everywhere.
 */
export const filled = {
  'kassabro account add … --settings JSON': (s) => ({ text: `kassabro account add --name Second --rule-api-key rk_docs_${s.next()} --settings '{"rule":{"mirror":false}}'` }),
  'kassabro account add --name "My shop" --rule-api-key - --country SE --currency SEK --time-zone Europe/Stockholm': (s) => ({ typed: `rk_docs_${s.next()}` }),
  'kassabro account set ACCOUNT --settings JSON': (s) => ({ text: `kassabro account set ${s.account} --settings '{"card":{"voucher_passwords":["docs"]}}'` }),
  'kassabro account set A --rule-api-key -': (s) => ({ typed: s.ruleKey }),
  'kassabro account set A --sitoo-api-id …': (s) => ({ text: `kassabro account set ${s.account} --sitoo-api-id 1500-1` }),
  'kassabro account set A --sitoo-api-id … --sitoo-password -': (s) => ({ text: `kassabro account set ${s.account} --sitoo-api-id 1500-1 --sitoo-password -`, typed: 'sandbox' }),
  'kassabro account set A --sitoo-base-url …': (s) => ({ text: `kassabro account set ${s.account} --sitoo-base-url ${s.sandboxUrl}/sitoo` }),
  'kassabro account set A --sitoo-base-url https://api.mysitoo.com --sitoo-api-id … --sitoo-password -': (s) => ({
    text: `kassabro account set ${s.account} --sitoo-base-url ${s.sandboxUrl}/sitoo --sitoo-api-id 1500-1 --sitoo-password -`,
    typed: 'sandbox',
  }),
  'kassabro automations preview FLOW --account A': (s) => ({ text: `kassabro automations preview thank_you --account ${s.account}` }),
  'kassabro backup FOLDER': (s) => ({ text: `kassabro backup ${s.place()}` }),
  'kassabro backup /backup/2026-11-29': (s) => ({ text: `kassabro backup ${s.backup}` }),
  'kassabro gdpr export --html FILE': (s) => ({ text: `kassabro gdpr export ${s.customer} --account ${s.account} --html ${s.place()}` }),
  'kassabro bonus-checks import FILE --account A': (s) => ({ text: `kassabro bonus-checks import ${s.checks} --account ${s.account} --skip-bad` }),
  'kassabro bonus-checks import FILE --account A --dry-run': (s) => ({ text: `kassabro bonus-checks import ${s.checks} --account ${s.account} --dry-run`, right: [1], why: 'a row is refused' }),
  'kassabro bonus-checks import FILE --account ID --dry-run': (s) => ({ text: `kassabro bonus-checks import ${s.checks} --account ${s.account} --dry-run`, right: [1], why: 'a row is refused' }),
  'kassabro bonus-checks import FILE --account A --dry-run --skip-bad --create-customers --map COLUMN=FIELD --header-line N --encoding E --sheet S': (s) => ({
    text: `kassabro bonus-checks import ${s.checks} --account ${s.account} --dry-run --skip-bad --create-customers --map Namn=name --header-line 1 --encoding utf-8`,
  }),
  'kassabro bonus-checks undo IMPORT --account A': async (s) => ({ text: `kassabro bonus-checks undo ${await s.importId()} --account ${s.account}` }),
  'kassabro check v1 --url https://till.example.com/sitoo/v1 --token kt_…': (s) => ({ text: `kassabro check v1 --url ${s.url}/sitoo/v1 --token ${s.connection.api_token}` }),
  'kassabro check v1 --url https://till.example.com/sitoo/v1 --token …': (s) => ({ text: `kassabro check v1 --url ${s.url}/sitoo/v1 --token ${s.connection.api_token}` }),
  'kassabro check v1 --url …': (s) => ({ text: `kassabro check v1 --url ${s.url}/sitoo/v1 --token ${s.connection.api_token}` }),
  'kassabro check v2 --url https://till.example.com/sitoo/v2 --user … --password …': (s) => ({ text: `kassabro check v2 --url ${s.url}/sitoo/v2 ${s.basic}` }),
  'kassabro check events --url https://till.example.com/sitoo --user … --password … --junit results.xml': (s) => ({ text: `kassabro check events --url ${s.url}/sitoo ${s.basic} --junit ${s.place()}` }),
  'kassabro customer timeline ID --account A': (s) => ({ text: `kassabro customer timeline ${s.customer} --account ${s.account}` }),
  'kassabro events replay ORDER --account A': (s) => ({ text: `kassabro events replay ${s.soldOrder} --account ${s.account}` }),
  'kassabro explain ORDER.json': (s) => ({ text: `kassabro explain ${s.order}` }),
  'kassabro explain ORDER.json --account A': (s) => ({ text: `kassabro explain ${s.order} --account ${s.account}` }),
  'kassabro feeds test FEED --account A': (s) => ({ text: `kassabro feeds test contact_registered --account ${s.account}` }),
  'kassabro jobs pause history --account A': async (s) => { await s.runHistory(); return {}; },
  'kassabro jobs resume K --account A': async (s) => ({ text: `kassabro jobs resume ${await s.pausedJob()} --account ${s.account}` }),
  'kassabro outbox replay ID': (s) => ({ text: `kassabro outbox replay ${s.parked}` }),
  'kassabro outbox replay ID --all --account ID': (s) => ({ text: `kassabro outbox replay --all --account ${s.account}` }),
  'kassabro outbox park ID --all --account ID --reason TEXT': (s) => ({ text: `kassabro outbox park --all --account ${s.account} --reason "not today"` }),
  'kassabro outbox show ID': (s) => ({ text: `kassabro outbox show ${s.parked}` }),
  // The key was exchanged since the copy above was made, which opens with the old one only.
  'kassabro restore /backup/2026-11-29 --replace': (s) => ({ text: `kassabro backup ${s.backup}-2 && kassabro restore ${s.backup}-2 --replace` }),
  'kassabro store rollback': () => ({ right: [1], why: 'it tells what would be lost and changes nothing' }),
  'kassabro token add NAME --scope S': (s) => ({ text: `kassabro token add reader${s.next()} --scope read` }),
  'kassabro token add NAME --scope S --days N': (s) => ({ text: `kassabro token add reader${s.next()} --scope read --days 30` }),
  'kassabro user add NAME --role ROLE': (s) => ({ text: `kassabro user add kim${s.next()} --role support` }),
  'kassabro webhook set E --account A --enable': (s) => ({ text: `kassabro webhook set ${s.endpoint} --account ${s.account} --enable` }),
  'kassabro webhook set E --account A --disable': (s) => ({ text: `kassabro webhook set ${s.endpoint} --account ${s.account} --disable && kassabro webhook set ${s.endpoint} --account ${s.account} --enable` }),
  'kassabro webhook test E --account A': (s) => ({ text: `kassabro webhook test ${s.endpoint} --account ${s.account}` }),
  'kassabro webhook rotate E --account A': (s) => ({ text: `kassabro webhook rotate ${s.endpoint} --account ${s.account}` }),
  'kassabro webhook recover E --account A --since 2026-11-24T00:00:00Z': (s) => ({ text: `kassabro webhook recover ${s.endpoint} --account ${s.account} --since ${s.aDayAgo}` }),
  'kassabro webhook show msg_… --account A': async (s) => ({ text: `kassabro webhook show ${await s.message()} --account ${s.account}` }),
  'kassabro webhook replay msg_… --account A': async (s) => ({ text: `kassabro webhook replay ${await s.message()} --account ${s.account}` }),

  'curl -d \'{"system":"rule","path":"/","status":503,"count":5}\' http://127.0.0.1:8090/control/faults': (s) => ({
    text: `curl -d '{"system":"rule","path":"/","status":503,"count":5}' http://127.0.0.1:8090/control/faults && curl -X DELETE ${s.sandboxUrl}/control/faults`,
  }),

  'kassabro doctor': () => ({ right: [1], why: 'the sample shop has what a doctor finds' }),
  'kassabro doctor --repair': () => ({ right: [1], why: 'likewise' }),
  'sudo -u kassabro kassabro --config /etc/kassabro/kassabro.toml doctor': () => ({ right: [1], why: 'likewise' }),
};

/** These want the server stopped, and are run last, in this order. */
export const offline = ['kassabro restore /backup/2026-11-29 --replace', 'kassabro store rollback', 'kassabro store rollback --yes'];

/** Words behind a script that anybody may choose. */
export const chosen = ['mine'];
