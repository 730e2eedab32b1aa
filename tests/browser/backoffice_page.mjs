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

  async save() {
    await this.page.getByRole('button', { name: 'Save' }).click();
    await this.page.getByText('Settings saved').waitFor();
  }

  /** What the connection test says. */
  async testConnection() {
    await this.page.getByRole('button', { name: 'Test connection' }).click();
    const verdict = this.page.getByRole('status', { name: 'Connection test' }).getByText(/onnected/);
    await verdict.waitFor();
    return verdict.innerText();
  }
}
