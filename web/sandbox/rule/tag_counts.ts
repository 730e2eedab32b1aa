import { ruleApi, type SubscriberRow } from './rule_api';

export interface TagCount {
  tag: string;
  count: number;
  /** Those who changed last. */
  customers: SubscriberRow[];
}

const pageSize = 200;
const pagesMax = 5;
const customersMax = 3;

/** How many customers the tags are counted of; Rule's pages have no list of tags. */
export const countedMax = pageSize * pagesMax;

export async function countTags(account: number): Promise<TagCount[]> {
  const rows: SubscriberRow[] = [];
  for (let page = 1; page <= pagesMax; ++page) {
    const { items, total } = await ruleApi.subscribers(account, '', page, pageSize);
    rows.push(...items);
    if (rows.length >= total) break;
  }
  return tagCounts(rows);
}

/** The most common first. */
export function tagCounts(rows: SubscriberRow[]): TagCount[] {
  const counts = new Map<string, TagCount>();
  for (const row of [...rows].sort((one, other) => other.updated_at.localeCompare(one.updated_at))) {
    for (const tag of row.tags) {
      const entry = counts.get(tag) ?? { tag, count: 0, customers: [] };
      entry.count += 1;
      if (entry.customers.length < customersMax) entry.customers.push(row);
      counts.set(tag, entry);
    }
  }
  return [...counts.values()].sort((one, other) => other.count - one.count || one.tag.localeCompare(other.tag));
}
