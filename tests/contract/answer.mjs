// Is an answer one that the document promises?
import assert from 'node:assert/strict';

const problem = { $ref: '#/components/schemas/Problem' };
const isRefusal = (status) => status >= 400;

export function checkAnswer(faultOf, operation, answer) {
  const { status, contentType, text, body } = answer;
  const said = saidBy(operation, answer);
  // "default" stands for refusals; a success must be named.
  const response = operation.responses[status] ?? (isRefusal(status) ? operation.responses.default : undefined);
  assert.ok(response, `the document knows no such status: ${said}`);
  if (!response.content) return assert.equal(text, '', `the document knows no body here: ${said}`);
  const type = contentType?.split(';')[0];
  const { schema } = response.content[type] ?? assert.fail(`the document knows no such type: ${said}`);
  if (type === 'application/json') assert.equal(faultOf(schema, body), null, said);
  if (isRefusal(status)) checkProblem(faultOf, status, body, said);
  for (const [name, header] of Object.entries(response.headers ?? {})) checkHeader(faultOf, name, header, answer, said);
}

function checkProblem(faultOf, status, body, said) {
  assert.equal(faultOf(problem, body), null, said);
  assert.equal(body.statuscode, status, `statuscode is not the status: ${said}`);
}

function checkHeader(faultOf, name, { schema }, { headers }, said) {
  const text = headers.get(name);
  assert.ok(text, `the header ${name} is missing: ${said}`);
  assert.equal(faultOf(schema, schema.type === 'integer' ? Number(text) : text), null, `${name}: ${text}`);
}

/** A refusal in one of these statuses that names one of these fields; without fields it need not name any. */
export function checkRefusal(faultOf, operation, answer, { statuses, fields }) {
  const said = saidBy(operation, answer);
  checkAnswer(faultOf, operation, answer);
  assert.ok(statuses.includes(answer.status), `not ${statuses.join(' or ')}: ${said}`);
  if (fields.length > 0) assert.ok(fields.includes(answer.body.error_data.field), `it does not name ${fields.join(' or ')}: ${said}`);
}

const saidBy = ({ method, path }, { status, contentType, text }) =>
  `${method} ${path} answered ${status} ${contentType ?? 'without a type'}: ${text.slice(0, 600)}`;
