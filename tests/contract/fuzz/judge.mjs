// What must be true of every answer, whatever was asked.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { checkAnswer } from '../answer.mjs';
import { requestFault } from '../request.mjs';

const refusals = [400, 401, 403, 404, 405, 409, 413, 429, 431];
/** 503 for a documented reason: another program does not do what it is asked. */
const documented503 = [{ field: 'rule' }, { field: 'rule_api_key' }];

/** Of any listener: nothing fails inside, no status that is nobody's. */
export function checkStatus({ status, text, body }, said) {
  if (status < 400) return;
  const field = body?.error_data?.field;
  if (status === 503 && documented503.some((one) => one.field === field)) return;
  assert.ok(refusals.includes(status), `FAILED INSIDE, or a status that is nobody's: ${said}: ${text.slice(0, 600)}`);
}

/** A 400 says which member is to blame; one without a name cannot be told. */
export function checkBlame(request, { status, text, body }, said) {
  const isNameless = [JSON.stringify(request), String(request.raw ?? '')].some((one) => one.includes('"":'));
  if (status === 400 && !isNameless) assert.ok(body?.error_data?.field, `a 400 that blames no member: ${said}: ${text.slice(0, 600)}`);
}

/** A spoilt address may be another operation's, or none's. */
export const leadsElsewhere = ({ kind, params }) => kind === 'raw address' || Object.values(params).includes('');

/** Of the admin API. `again(request)` asks something else of the same operation. */
export async function checkAdminAnswer({ document, faultOf, operation, request, answer, said, again }) {
  checkStatus(answer, said);
  if (leadsElsewhere(request)) return;
  checkAnswer(faultOf, operation, answer);
  checkBlame(request, answer, said);
  if (request.kind !== 'one wrong') return;
  const fault = faultIn(document, faultOf, operation, request);
  if (!fault) return;
  assert.ok(answer.status >= 400, `taken, though ${fault}: ${said}: ${answer.text.slice(0, 300)}`);
  if (answer.status !== 400 || blames(answer.body.error_data.field, request.wrong)) return;
  // It blames another member: which is right only if the request is refused without this fault, too.
  const { status } = await again(request.base);
  assert.ok(status >= 400, `${request.wrong.join('.')} was made wrong, but this is blamed: ${said}: ${answer.text.slice(0, 600)}`);
}

/** Members that the document does not know are not forbidden; times are read in more forms than it promises. */
const tolerated = /must NOT have (additional|unevaluated) properties|must match format "date-time"/;

/** What the document says against the request. What is empty is not given. */
function faultIn(document, faultOf, operation, request) {
  if (request.isEmpty) return null;
  const fault = requestFault(document, faultOf, operation, request);
  return fault?.split('; ').every((one) => tolerated.test(one)) ? null : fault;
}

/** Whether a field's name is one of these members, or lies in one, or one in it. "body" is all of the body. */
function blames(field, names) {
  const parts = field.split(/[.[\]]+/).filter(Boolean);
  return names.length === 0 || field === 'body' || parts.some((part) => names.includes(part));
}

/** What the server says of calls that failed inside. */
export async function failuresIn({ data }) {
  const log = await readFile(path.join(data, 'kassabro.log'), 'utf8');
  return log.split('\n').filter((line) => line.includes('request_failed'));
}
