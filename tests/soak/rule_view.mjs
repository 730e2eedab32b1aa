// What stands in Rule, as the sandbox tells it.
export async function readRule(system, token) {
  const dump = await system.control('GET', `/rule/accounts/${token}/dump`);
  return { subscribers: dump.subscribers.map(viewOf) };
}

function viewOf({ email, groups, tags, automations }) {
  const contact = groups.find(({ name }) => name === 'Sitoo-Contact');
  const records = groups.find(({ name }) => name === 'Sitoo-Order')?.records ?? [];
  return {
    email,
    fields: Object.fromEntries((contact?.fields ?? []).map(({ name, value }) => [name, value])),
    tags: new Set(tags.map(({ name }) => name)),
    thanked: automations.filter(({ tag }) => tag === 'OrderCompleted').length,
    // Oldest first: a record's id says when it was written.
    orders: records.toSorted((a, b) => a.id - b.id).map(({ values }) => Number(values.find(({ name }) => name === 'orderid').value)),
  };
}
