// @vitest-environment node
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { routesOfTable } from '../api/routes';
import { auditActionTexts } from './audit_actions';

const source = (name: string) => readFileSync(new URL(`../../../src/admin/${name}`, import.meta.url), 'utf8');

it('has words for each operation that the audit log notes, and for no other', () => {
  const read = [...source('audit_trail.cpp').matchAll(/Telling\{"([^"]+)"/g)].map(([, path]) => `GET ${path ?? ''}`);
  expect(read.length).toBeGreaterThan(4);
  const noted = routesOfTable(source('api.cpp')).filter((route) => !route.startsWith('GET ') || read.includes(route));
  expect(Object.keys(auditActionTexts.en).sort()).toEqual(noted);
  expect(Object.keys(auditActionTexts.sv)).toEqual(Object.keys(auditActionTexts.en));
});
