/** Rule, as a marketer sees it. */
export class RulePage {
  constructor(page, sandboxUrl) {
    this.page = page;
    this.url = `${sandboxUrl}/rule`;
  }

  /** "New API key", then "Copy": afterwards the key is in the clipboard. */
  async copyNewKey(name) {
    await this.page.goto(this.url);
    await this.page.getByRole('link', { name: 'Developer' }).click();
    await this.page.getByRole('button', { name: 'New API key' }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByRole('button', { name: 'Create' }).click();
    await this.page.getByRole('button', { name: 'Copy' }).click();
    await this.page.getByRole('button', { name: 'Copied' }).waitFor();
  }

  /** Waits until the customer has arrived; the list refreshes by itself. */
  async openCustomer(email) {
    await this.page.goto(this.url);
    await this.page.getByLabel('Search customers').fill(email);
    await this.page.getByRole('link', { name: email }).click();
    await this.page.getByRole('region', { name: 'Customer card' }).waitFor();
  }

  group(name) {
    return this.page.getByRole('region', { name, exact: true });
  }

  /** The type and the text of a field, once the group has it. */
  async field(group, name) {
    const row = this.rowOf(this.group(group), name);
    await row.waitFor();
    const [, type, value] = await row.getByRole('cell').allInnerTexts();
    return { type: type.trim(), value: value.trim() };
  }

  rowOf(scope, name) {
    return scope.getByRole('row').filter({ has: this.page.getByRole('cell', { name, exact: true }) }).first();
  }

  /** A field that the customer does not have yet. */
  async addField(group, name, text) {
    await this.group(group).getByRole('button', { name: 'Add field' }).click();
    const form = this.page.getByRole('form', { name: 'Add field' });
    await form.getByLabel('Field', { exact: true }).fill(name);
    await form.getByLabel('Value', { exact: true }).fill(text);
    await form.getByRole('button', { name: /^Save/ }).click();
    await form.waitFor({ state: 'detached' });
  }

  /** The row of a json field's table that has `texts`, by the columns' names. */
  async jsonRow(group, field, ...texts) {
    const table = this.group(group).getByRole('table', { name: field, exact: true });
    const row = texts.reduce((rows, text) => rows.filter({ hasText: text }), table.getByRole('row')).first();
    await row.waitFor();
    const names = await table.getByRole('columnheader').allInnerTexts();
    const cells = await row.getByRole('cell').allInnerTexts();
    return Object.fromEntries(names.map((name, index) => [name.trim(), cells[index].trim()]));
  }

  async waitForTag(name) {
    await this.page.getByRole('region', { name: 'Tags' }).getByText(name, { exact: true }).waitFor();
  }

  async waitForRecords(group, count) {
    const text = count === 1 ? '1 record' : `${count} records`;
    await this.group(group).getByText(text, { exact: true }).waitFor();
  }

  /** Unfolds the newest record; its fields are then read with `field`. */
  async openNewestRecord(group) {
    await this.group(group).getByRole('button').first().click();
  }
}
