import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultsIn, settingsOfFile } from './check_settings.mjs';
import { settingsIn } from './settings_manual.mjs';

const source = '    Key{"data.dir", &Config::data_dir},\n    Key{"alerts.smtp", &Config::alerts_smtp},\n    Key{"alerts.mail_to", &Config::alerts_mail_to},\n';
const operations = '\n## Configuration\n\n| key | default | |\n|---|---|---|\n| `data.dir` | `/var` | the [folder](#a) |\n| `alerts.smtp`, `alerts.mail_to` | empty | mail |\n\n## Next\n\n| `x.y` | 1 | no setting |\n';
const file = 'data.dir = "/var"\n\n[alerts]\n# smtp = "smtp://a"\n# Words that are none: listen = 1\n# mail_to = "b"\n';

test('settings that stand in all places are no fault', () => assert.deepEqual(faultsIn(source, operations, file), []));

test('a setting that is missing somewhere, and one that does not exist, are named', () => {
  assert.deepEqual(faultsIn(source, operations.replace(', `alerts.mail_to`', ''), file), [
    'kassabro.toml(5) does not tell of alerts.mail_to',
    'docs/operations.md does not tell of alerts.mail_to',
  ]);
  assert.deepEqual(faultsIn(source, operations, file.replace('# smtp', '# smpt')), [
    'deploy/package/kassabro.toml does not tell of alerts.smtp',
    'deploy/package/kassabro.toml tells of alerts.smpt, which is no setting',
  ]);
});

test('a row that cannot be read is not passed over', () => assert.throws(() => settingsIn(operations.replace('| mail |', '| |')), /alerts\.smtp/));

test('rows of several names keep all of them', () =>
  assert.deepEqual(settingsIn(operations)[1], { names: ['alerts.smtp', 'alerts.mail_to'], usual: 'empty', about: 'mail' }));

test('a dotted name before the first table is whole', () => assert.equal(settingsOfFile(file).get('data.dir'), '/var'));
