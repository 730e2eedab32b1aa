// The endpoint of events of the wrong server.
const known = new Set(['order', 'order-delivery', 'booking', 'shipment', 'shipment-v3', 'warehouse-transaction', 'z-report', 'store-z-report']);

export function events({ shop, has, method, path, body }) {
  if (method !== 'POST' || path !== '/events') return { status: 404 };
  if (!Array.isArray(body)) return { status: 200 };
  if (body.length === 0 && has('empty-refused')) return { status: 400 };
  if (body.length > 5 && has('ten-too-many')) return { status: 413 };
  if (has('unknown-dropped') && body.some(({ event_type }) => !known.has(event_type))) return { status: 400 };
  if (has('duplicate-409') && body.some(({ event_id }) => shop.seenEvents.has(event_id))) return { status: 409 };
  for (const { event_id } of body) shop.seenEvents.add(event_id);
  return { status: 200 };
}
