// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isPhrase, isSentence, isUnstopped, literalsOf } from '../../testing/server_sentences';
import { swedish, translateMessage } from '../server_messages';

const root = new URL('../../../../src/', import.meta.url);

/** Folders whose sentences come to the pages. */
const folders = ['admin', 'app', 'domain', 'jobs', 'outbox', 'rule', 'rule/automations', 'sheets', 'sheets/formats', 'sitoo/rest', 'sitoo/order', 'webhooks'];
/** Of other folders only these do. */
const others = [
  'base/json.cpp', 'main/automations.cpp', 'main/feeds.cpp', 'main/receipts.cpp', 'main/read_sheet.cpp', 'main/uploads.cpp', 'receipt/settings.cpp',
  'sitoo/events/event_wire.cpp', 'sitoo/spi/bonus_settings.cpp', 'sitoo/spi/offered_consents.cpp', 'sitoo/spi/v1/settings.cpp',
  'sitoo/spi/v2/settings.cpp',
];
/** Tills are told these, Rule, or the customers who get the letters. */
const elsewhere = [
  'app/authenticate.cpp', 'app/probe_guard.cpp', 'app/promotion_uses.cpp', 'app/redeem_bonus_checks.cpp', 'domain/bonus_check.cpp',
  'rule/webhooks.cpp', 'rule/webhook_wire.cpp', 'rule/automations/texts.cpp',
];
const ofRule = ['answers', 'client', 'order_history', 'order_steps', 'planner', 'automations/flow_parts'].map((name) => `rule/${name}.cpp`);
/** Where phrases that the pages show stand. */
const withPhrases = [
  ...['contact_fields', 'order_fields', 'ledger_fields', 'tags', 'explain', 'bonus_field'].map((name) => `rule/${name}.cpp`),
  ...['amount', 'cell', 'columns', 'customer', 'date', 'plan', 'row'].map((name) => `app/import_${name}.cpp`),
];

const read = (path: string) => literalsOf(readFileSync(new URL(path, root), 'utf8'));

function sources(): string[] {
  const named = folders.flatMap((folder) => readdirSync(new URL(folder, root)).map((name) => `${folder}/${name}`));
  return [...named.filter((path) => /\.[ch]pp$/.test(path) && !/_test\.|fake_|fixture/.test(path)), ...others].filter((path) => !elsewhere.includes(path));
}

const isKnown = (literal: string) => Object.hasOwn(swedish, literal) || translateMessage(literal, 'sv') !== literal;
const unknownIn = (paths: string[], isShown: (literal: string) => boolean) =>
  paths.flatMap((path) => read(path).filter((literal) => isShown(literal) && !isKnown(literal)).map((literal) => `${path}: ${literal}`));

describe('what the server says', () => {
  it('has every whole sentence in Swedish: a new one belongs into a table of texts/messages', () => {
    expect(sources().flatMap(read).filter(isSentence).length).toBeGreaterThan(200);
    expect(unknownIn(sources(), isSentence)).toEqual([]);
  });

  it('has why Rule has not got something', () => {
    expect(unknownIn(ofRule, isUnstopped)).toEqual([]);
  });

  it('has the names of the mapping rules, and why a row of a file is refused', () => {
    expect(unknownIn(withPhrases, isPhrase)).toEqual([]);
  });

  it('is read as it is written', () => {
    const source = 'fail("This is not \\"SE\\".");  // "a comment"\n// "Another one."\nf("One "\n  "sentence.", R"("raw" text.)", "a name: ");';
    expect(literalsOf(source)).toEqual(['This is not "SE".', 'One sentence.', 'a name: ']);
    expect(literalsOf(source).filter(isSentence)).toEqual(['This is not "SE".', 'One sentence.']);
    expect(['goods were sold', '{} is no amount', 'SELECT a FROM b', 'order_id', 'a: '].filter(isPhrase)).toEqual(['goods were sold', '{} is no amount']);
  });
});
