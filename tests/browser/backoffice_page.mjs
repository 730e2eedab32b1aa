/** Sitoo's backoffice: Settings > Custom CRM. */
export class BackofficePage {
  constructor(page, sandboxUrl) {
    this.page = page;
    this.url = `${sandboxUrl}/backoffice`;
  }

  async open() {
    await this.page.goto(this.url);
    await this.page.getByLabel('API URL').waitFor();
  }

  async enterUrl(url) {
    await this.page.getByLabel('API URL').fill(url);
  }

  /** With the keys a person uses, so that it is the clipboard that carries the token. */
  async pasteToken() {
    const token = this.page.getByLabel('API Token');
    await token.fill('');
    await token.press('ControlOrMeta+v');
    return token.inputValue();
  }

  async allowFields(table, labels) {
    const fields = this.page.getByRole('table', { name: table });
    for (const label of labels) {
      await fields.getByLabel(`${label}: Shown and editable`, { exact: true }).check();
    }
  }

  async fill(label, value) {
    await this.page.getByLabel(label, { exact: true }).fill(value);
  }

  /** The connection whose labels begin with `of`: "CRM" is that of SPI v2, "Events" that of the subscription. */
  async enterAccess(of, { url, user, password }) {
    await this.fill(`${of} URL`, url);
    await this.fill(`${of} user`, user);
    await this.fill(`${of} password`, password);
  }

  async save() {
    await this.page.getByRole('button', { name: 'Save' }).click();
    // Not the message that pops up: that of the save before may still be there.
    await this.page.getByRole('status').getByText('All changes saved').waitFor();
  }

  /** What the connection test says. */
  testConnection() {
    return this.verdictOf('Test connection', 'Connection test');
  }

  testV2Connection() {
    return this.verdictOf('Test v2 connection', 'Result for SPI v2');
  }

  async verdictOf(button, place) {
    await this.page.getByRole('button', { name: button }).click();
    const verdict = this.page.getByRole('status', { name: place }).getByText(/onnected/);
    await verdict.waitFor();
    return verdict.innerText();
  }
}
