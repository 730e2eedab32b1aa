export function moved<Item>(items: Item[], from: number, to: number): Item[] {
  const others = items.filter((_, index) => index !== from);
  return [...others.slice(0, to), ...items.slice(from, from + 1), ...others.slice(to)];
}

export const removed = <Item>(items: Item[], at: number): Item[] => items.filter((_, index) => index !== at);

export const inserted = <Item>(items: Item[], item: Item): Item[] => [...items, item];
