// The public listener's calls: the tables of routes as they stand in the source, so that a new one is tried without anybody writing it here.
import { readFileSync } from 'node:fs';

const row = /Route<Handler>\{Method::(\w+?)_?, "([^"]+)"/g;

export function routesOf(version) {
  const source = readFileSync(new URL(`../../../src/sitoo/spi/${version}/api.cpp`, import.meta.url), 'utf8');
  const routes = [...source.matchAll(row)].map(([, method, path]) => ({ method: method.toUpperCase(), path: `/sitoo/${version}${path}` }));
  if (routes.length < 10) throw new Error(`the table of routes of ${version} is not where it was`);
  return routes;
}
