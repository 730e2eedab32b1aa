import { parse } from 'yaml';

/** "GET /api/v1/jobs": as the table of the server and the document both can be read. */
export type RouteName = string;

/** The rows of the route table in src/admin/api.cpp. */
export function routesOfTable(source: string): RouteName[] {
  const rows = source.matchAll(/Route<\w+>\{\s*Method::(\w+?)_?,\s*"([^"]+)"/g);
  return [...rows].map(([, method, path]) => `${(method ?? '').toUpperCase()} ${path ?? ''}`).sort();
}

const methods = new Set(['get', 'post', 'put', 'patch', 'delete']);

/** The operations of src/admin/openapi.yaml. */
export function routesOfDocument(text: string): RouteName[] {
  const { paths } = parse(text) as { paths: Record<string, Record<string, unknown>> };
  return Object.entries(paths)
    .flatMap(([path, item]) =>
      Object.keys(item)
        .filter((key) => methods.has(key))
        .map((method) => `${method.toUpperCase()} ${path}`),
    )
    .sort();
}
