// Who else has a secret of the shop: an integrator with an endpoint, a program with an API token, a user with a password, and whoever adds an account at the shell.
import { startReceiver } from '../browser/receiver.mjs';
import { startCommand } from './waiting_command.mjs';
import { call, until } from './wire.mjs';

const chosenPassword = 'förvald-nyckelfras-6631';
const typed = { rule: 'rk_hemlig_tredje_7721', sitoo: 'kassa-hemlig-7732' };

/** `ask` calls the admin API as its owner. Adds `endpoints`, what `user add`, `token add` and `account add` made and told, and what was seen of the command. */
export async function letOthersIn(story, ask) {
  story.others = { accounts: [] };
  await addEndpoint(story, ask);
  await addToken(story, ask);
  await addUsers(story, ask);
  await addAtTheShell(story);
}

/** It is told of what happens, refuses it once, and its secret is exchanged. */
async function addEndpoint(story, ask) {
  const receiver = await startReceiver();
  story.receiver = receiver;
  const endpoints = `accounts/${story.account.account_id}/endpoints`;
  const endpoint = await ask(endpoints, 'POST', { url: receiver.url, description: 'Loyalty' });
  story.others.endpointSecrets = [endpoint.secret];
  receiver.answer = { status: 500, body: 'no key of ours fits the signature' };
  const { message_id } = await ask(`${endpoints}/${endpoint.endpoint_id}/test`, 'POST', {});
  const message = `accounts/${story.account.account_id}/messages/${message_id}`;
  await until('the integrator has refused', () => receiver.taken.length > 0);
  story.others.endpointSecrets.push((await ask(`${endpoints}/${endpoint.endpoint_id}/secret/rotate`, 'POST', {})).secret);
  receiver.answer = { status: 204, body: '' };
  await ask(`${message}/replay`, 'POST', {});
  await until('the integrator has taken it', () => receiver.taken.length > 1);
}

async function addToken({ servers, others }, ask) {
  others.apiToken = (await ask('tokens', 'POST', { name: 'report', scopes: ['read'] })).token;
  const bearer = { Authorization: `Bearer ${others.apiToken}` };
  const asked = [
    await call(`${servers.adminUrl}/api/v1/overview`, 'GET', undefined, bearer),
    await call(`${servers.adminUrl}/api/v1/users`, 'GET', undefined, bearer),  // which it may not
    await call(`${servers.kassabroUrl}/sitoo/v1/contacts?key=x@example.com`, 'GET', undefined, bearer),  // in the wrong place
  ];
  others.answers = asked.map(({ status, text }) => `${status} ${text}`);
  if (asked[0].status !== 200 || asked[1].status !== 403) throw new Error(`the token holds otherwise: ${others.answers}`);
}

async function addUsers({ servers, others }, ask) {
  await ask('users', 'POST', { name: 'maria', role: 'marketer', password: chosenPassword });
  const { password: made } = await ask('users', 'POST', { name: 'sven', role: 'support' });
  others.passwords = [chosenPassword, made];
  for (const [name, password, status] of [['maria', chosenPassword, 200], ['sven', made, 200], ['sven', chosenPassword, 401], [chosenPassword, made, 401]]) {
    const answer = await call(`${servers.adminUrl}/api/v1/session`, 'POST', JSON.stringify({ name, password }));
    if (answer.status !== status) throw new Error(`signing in as ${name}: ${answer.status} ${answer.text}`);
    if (status === 401) others.answers.push(answer.text);
  }
}

/** Keys from files: what others see of the command while it reads them, and Sitoo, which knows no such password. */
async function addAtTheShell(story) {
  const { servers, others } = story;
  const command = await startCommand(servers, ['account', 'add', '--name', 'Third'], { '--rule-api-key': typed.rule, '--sitoo-password': typed.sitoo },
    ['--sitoo-base-url', `${servers.sandboxUrl}/sitoo`, '--sitoo-api-id', '1500-1']);
  others.seenOfCommands = await command.seen();
  const { status, output, said } = await command.end();
  if (status !== 0) throw new Error(`account add: ${output}${said}`);
  others.third = JSON.parse(output);
  others.seenOfCommands += said;
  await beRefusedBySitoo(story);
}

async function beRefusedBySitoo({ servers, others }) {
  const { basic_user, basic_password } = others.third;
  const data = { eshop_id: 1, order_id: 8_888_888, order_event_type: 'add', order_state_changed: 'closed' };
  const event = JSON.stringify([{ event_id: 'e3', event_type: 'order', event_date: 1_795_973_757, account_id: 1500, data }]);
  const basic = { Authorization: `Basic ${Buffer.from(`${basic_user}:${basic_password}`).toString('base64')}` };
  const { status, text } = await call(`${servers.kassabroUrl}/sitoo/events`, 'POST', event, basic);
  if (status !== 200) throw new Error(`the event was refused: ${status} ${text}`);
  const calls = async () => (await (await fetch(`${servers.sandboxUrl}/control/calls?system=sitoo&limit=100000`)).json()).items;
  await until('Sitoo has refused the password', async () => (await calls()).some((one) => one.status === 401));
}

/** By name. */
export const secretsOfOthers = ({ others }) => ({
  'secret of an endpoint': others.endpointSecrets.flatMap((secret) => [secret, secret.slice('whsec_'.length)]),
  'API token of a program': [others.apiToken],
  "a user's password": others.passwords,
  'second Rule key': [typed.rule],
  'Sitoo password': [typed.sitoo, `1500-1:${typed.sitoo}`],
  'API token of the third account': [others.third.api_token],
  'password of the third account': [others.third.basic_password],
});
