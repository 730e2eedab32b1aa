// What is HTTP, nearly.
import fc from 'fast-check';

const long = (count) => 'x'.repeat(count);
const requestLines = [
  'GET / HTTP/1.1', 'get / HTTP/1.1', 'GET  / HTTP/1.1', 'GET / HTTP/9.9', 'GET / HTTP/1.0', 'GET /', '/ HTTP/1.1', '', 'PRI * HTTP/2.0',
  'GET http://x/healthz HTTP/1.1', 'GET * HTTP/1.1', 'CONNECT a:1 HTTP/1.1', 'GET /\0 HTTP/1.1', 'GET /é HTTP/1.1', `GET /${long(17_000)} HTTP/1.1`,
  'BREW /sitoo/v1/contacts HTTP/1.1', 'HEAD /healthz HTTP/1.1', 'OPTIONS /sitoo/v2/customers HTTP/1.1', 'POST /sitoo/v1/contacts HTTP/1.1',
  '\x16\x03\x01\x02\x00\x01',
];
const headerLines = [
  'Host: x', 'Host: x\r\nHost: y', 'Content-Length: 0', 'Content-Length: -1', 'Content-Length: 2\r\nContent-Length: 3', 'Content-Length: 2000000',
  'Content-Length: 99999999999999999999', 'Transfer-Encoding: chunked', 'Transfer-Encoding: chunked\r\nContent-Length: 3', 'Transfer-Encoding: gzip',
  'Expect: 100-continue', 'Expect: x', 'Upgrade: h2c\r\nConnection: Upgrade', ': x', 'A', 'A : b', ' folded', 'A: \0', 'A: é\xff', 'Connection: close',
  `A: ${long(20_000)}`, 'A: b\r\n'.repeat(2_000) + 'C: d', 'Authorization: Basic ====', 'Authorization: Bearer',
];
const bodies = ['', '{}', '0\r\n\r\n', '2\r\n{}\r\n0\r\n\r\n', 'zz\r\n', 'ffffffffffffffff\r\nx'];

/** Bytes of one request. */
export const brokenHttp = fc
  .tuple(fc.constantFrom(...requestLines), fc.array(fc.constantFrom(...headerLines), { maxLength: 4 }), fc.constantFrom(...bodies))
  .map(([line, headers, body]) => Buffer.from(`${[line, ...headers].join('\r\n')}\r\n\r\n${body}`, 'latin1'));
