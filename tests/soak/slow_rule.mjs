// A door before the sandbox's Rule that treats accounts differently, as the sandbox's own faults cannot: one gets its answers late, or 429.
import http from 'node:http';

/** `treat(key)`: {delay_ms, status, retry_after} or nothing. Answers the port that it listens on. */
export async function openRuleDoor(port, sandboxPort, treat) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
  const pass = (request, answer) => {
    const { method, url, headers } = request;
    const onward = http.request({ host: '127.0.0.1', port: sandboxPort, method, path: url, headers, agent }, (found) => {
      answer.writeHead(found.statusCode, found.headers);
      found.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    request.pipe(onward);
  };
  const server = http.createServer((request, answer) => {
    const how = treat((request.headers.authorization ?? '').replace(/^Bearer /, '')) ?? {};
    if (how.status) {
      request.resume();
      answer.writeHead(how.status, { 'Content-Type': 'application/json', ...(how.retry_after && { 'Retry-After': how.retry_after }) });
      answer.end('{"error":"TooManyRequests","message":"Too many requests."}');
    } else if (how.delay_ms) setTimeout(() => pass(request, answer), how.delay_ms);
    else pass(request, answer);
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { close: () => { server.close(); server.closeAllConnections(); agent.destroy(); } };
}
