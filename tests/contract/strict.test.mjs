// A validator that never complains is worth nothing: each test plants one fault and says what must be said about it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkAnswer } from './answer.mjs';
import { operationsOf, readDocument } from './document.mjs';
import { strictFaults } from './strict.mjs';

const shop = { account_id: '1', name: 'Shop', at: '2026-11-29T10:00:00Z' };
const document = {
  components: {
    schemas: {
      Shop: {
        type: 'object',
        required: ['account_id', 'name'],
        properties: { account_id: { type: 'string', pattern: '^[0-9]+$' }, name: { type: 'string' }, at: { type: 'string', format: 'date-time' } },
      },
      Rich: { allOf: [{ $ref: '#/components/schemas/Shop' }, { type: 'object', required: ['more'], properties: { more: { type: 'object' } } }] },
      Free: { type: 'object', additionalProperties: true },
      Items: { type: 'object', properties: { items: { type: 'array', items: { $ref: '#/components/schemas/Shop' } } } },
    },
  },
};
const faultOf = strictFaults(document);
const fault = (name, value) => faultOf({ $ref: `#/components/schemas/${name}` }, value);
const refuses = (what, name, value, expected) => test(`refuses ${what}`, () => assert.match(fault(name, value) ?? '', expected));
const accepts = (what, name, value) => test(`accepts ${what}`, () => assert.equal(fault(name, value), null));

refuses('a member that the schema does not name', 'Shop', { ...shop, secret: 1 }, /additional properties "secret"/);
refuses('a missing member', 'Shop', { name: 'Shop' }, /'account_id'/);
refuses('another type', 'Shop', { ...shop, account_id: 1 }, /\/account_id must be string/);
refuses('a time that is none', 'Shop', { ...shop, at: 'yesterday' }, /\/at must match format "date-time"/);
refuses('an unnamed member far inside', 'Items', { items: [{ ...shop, secret: 1 }] }, /\/items\/0 .*"secret"/);
refuses('an unnamed member beside an allOf', 'Rich', { ...shop, more: {}, secret: 1 }, /unevaluated properties "secret"/);
refuses('a member in an object that names none', 'Rich', { ...shop, more: { secret: 1 } }, /\/more .*"secret"/);
accepts('what is as the schema says', 'Shop', shop);
accepts('the members of all parts of an allOf', 'Rich', { ...shop, more: {} });
accepts('any member where the schema says so', 'Free', { anything: [1] });

const real = readDocument();
const operation = operationsOf(real).find(({ id }) => id === 'getSession');
const answer = (status, body, contentType = 'application/json; charset=utf-8') => ({ status, contentType, text: JSON.stringify(body) ?? '', body });
const refusesAnswer = (what, given, expected, of = real) =>
  test(`refuses ${what}`, () => assert.throws(() => checkAnswer(strictFaults(of), operation, given), expected));

refusesAnswer('a status that the document does not name', answer(204, undefined), /204/);
refusesAnswer('a success that the document has as a refusal', answer(299, { state: 'signed_in' }), /299/);
refusesAnswer('another type of content', answer(200, { state: 'signed_in' }, 'text/html'), /text\/html/);
refusesAnswer('a refusal that is no Problem', answer(404, { error: 'gone' }), /statuscode/);
refusesAnswer('a Problem of another status', answer(404, { statuscode: 400, errortext: 'x', error_code: 'bad-request', error_data: { message: 'x' } }), /statuscode/);

// The real document with one deliberate mistake: the server's honest answer must be refused.
const wrong = structuredClone(real);
wrong.components.schemas.Session.properties.state.enum = ['signed_up'];
refusesAnswer('an honest answer when the schema is wrong', answer(200, { state: 'signed_in' }), /signed_up/, wrong);
test('accepts that answer by the right schema', () => checkAnswer(strictFaults(real), operation, answer(200, { state: 'signed_in' })));
