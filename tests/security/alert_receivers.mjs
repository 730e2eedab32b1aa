// Where alerts go, with secrets in the addresses: a chat and a mail server, of which neither takes anything and each says back what it was told.
import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';

export const alertSecrets = {
  'token of the alerts address': ['kanal-hemlig-9931'],
  'password of the mail server': ['postlucka-hemlig-9942'],
};
const [[channel], [mailPassword]] = Object.values(alertSecrets);

/** How the chat does not take anything: it answers 500, or it hangs up. */
export const manners = { answers: (request, response) => response.writeHead(500).end(`cannot ${request.method} ${request.url}`), hangsUp: (request) => request.socket.destroy() };

/** Answers {settings, stop}: the settings as TOML, which name both. */
export async function startAlertReceivers(manner) {
  const chat = createHttpServer(manner);
  const mail = createServer(refuseMail);
  const [chatPort, mailPort] = await Promise.all([chat, mail].map(listening));
  return {
    settings: `[alerts]
webhook = "http://127.0.0.1:${chatPort}/hook/${channel}?token=${channel}"
smtp = "smtp://larm:${mailPassword}@127.0.0.1:${mailPort}"
mail_from = "kassabro@shop.example"
mail_to = "drift@shop.example"
`,
    stop: () => Promise.all([chat, mail].map((server) => new Promise((resolve) => server.close(resolve)))),
  };
}

const listening = (server) => new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server.address().port)));

/** Asks for a password and knows none. */
function refuseMail(socket) {
  socket.setEncoding('utf8').on('error', () => {});
  socket.write('220 mail.example\r\n');
  socket.on('data', (said) => {
    if (/^EHLO/i.test(said)) socket.write('250-mail.example\r\n250 AUTH PLAIN LOGIN\r\n');
    else if (/^QUIT/i.test(said)) socket.end('221 bye\r\n');
    else socket.write(`535 not you: ${said.trim()}\r\n`);
  });
}
