/** The till, worked by keyboard as a cashier does. */
export class PosPage {
  constructor(page, sandboxUrl) {
    this.page = page;
    this.url = `${sandboxUrl}/pos`;
  }

  async open() {
    await this.page.goto(this.url);
    await this.page.getByLabel('Add product').waitFor();
    await this.page.getByText('CRM connected').waitFor();
  }

  async products() {
    const response = await this.page.request.get(`${this.url}/api/products`);
    return (await response.json()).items;
  }

  /** What Sitoo has, newest first. */
  async sales() {
    const response = await this.page.request.get(`${this.url}/api/sales`);
    return (await response.json()).items;
  }

  /** Cuts the till off, or connects it again. */
  async switchOnline() {
    await this.page.getByRole('switch', { name: 'Online' }).press('Space');
  }

  async search(key) {
    await this.page.keyboard.press('F2');
    const input = this.page.getByLabel('Find customer');
    await input.fill(key);
    await input.press('Enter');
  }

  async waitForNobody() {
    await this.page.getByText('No customer found').waitFor();
  }

  async waitForCard() {
    const card = this.page.getByRole('region', { name: 'Customer card' });
    await card.waitFor();
    return card;
  }

  /** From "No customer found" to the saved customer's card; `values` are by the fields' labels. */
  async register(values) {
    await this.page.getByRole('button', { name: 'OK, new customer' }).press('Enter');
    const form = this.page.getByRole('form', { name: 'New customer' });
    for (const [label, value] of Object.entries(values)) {
      await form.getByLabel(new RegExp(`^${label}( \\*)?$`)).fill(value); // a mandatory field's label ends in an asterisk
    }
    await this.page.keyboard.press('Enter');
    return this.waitForCard();
  }

  /** Switches the till to the other generation of Sitoo's interface ("v1" or "v2"). */
  async chooseSpi(spi) {
    const name = new RegExp(`SPI ${spi}`);
    await this.page.getByRole('radio', { name }).click({ force: true });
    await this.page.getByRole('radio', { name, checked: true, disabled: false }).waitFor({ state: 'attached' });
  }

  async closeDialog() {
    await this.page.keyboard.press('Escape');
    await this.page.getByRole('dialog').waitFor({ state: 'detached' });
  }

  async add(product) {
    await this.page.getByLabel('Add product').fill(product.sku);
    await this.page.keyboard.press('Enter');
    await this.page.getByRole('list', { name: 'Basket lines' }).getByText(product.name, { exact: true }).waitFor();
  }

  /** A bonus check on the customer card. */
  check(name) {
    return this.page.getByRole('region', { name: 'Bonus checks' }).getByRole('listitem', { name, exact: true });
  }

  /**
   * The card with this bonus check on it. What was written in Rule a moment ago comes when the till's copy is old enough,
   * so the card is opened until then.
   */
  async openCardWithCheck(key, name, text = name) {
    const deadline = Date.now() + 30_000;
    for (;;) {
      await this.search(key);
      await this.waitForCard();
      const seen = await this.check(name).filter({ hasText: text }).waitFor({ timeout: 1_000 }).then(() => true, () => false);
      if (seen) return this.check(name);
      if (Date.now() > deadline) throw new Error(`the card never shows ${name} with ${text}`);
      await this.page.getByRole('button', { name: 'Find another customer' }).click();
      await this.page.keyboard.press('Escape');
      await this.page.getByRole('button', { name: /^Remove customer/ }).click();
    }
  }

  /** Adds the check to the purchase, whole or `amount` of it, and goes back to the basket. */
  async useCheck(name, amount) {
    await this.page.getByRole('button', { name: `Add to purchase ${name}` }).click();
    if (amount !== undefined) await this.page.getByLabel(`Use only this much of ${name}`).fill(amount);
    await this.page.getByRole('button', { name: 'Continue with this customer' }).click();
    const row = this.page.getByRole('listitem', { name: `Bonus check ${name}` });
    await row.waitFor();
    return row.innerText();
  }

  /** A used check is either shown as used or not at all, as the CRM likes. */
  async waitUntilNotOffered(name) {
    await this.page.getByRole('button', { name: `Add to purchase ${name}` }).waitFor({ state: 'detached' });
  }

  toPay() {
    return this.page.getByTestId('to-pay').innerText();
  }

  /** Tries to pay; what the basket says about the check that the CRM does not accept. */
  async payRefused(name) {
    await this.page.keyboard.press('F4');
    await this.page.getByRole('dialog').getByRole('button', { name: 'Card', exact: true }).press('Enter');
    const refused = this.page.getByRole('listitem', { name: `Refused bonus check ${name}` });
    await refused.waitFor();
    return refused.innerText();
  }

  /** Pays by card; the receipt. */
  async pay() {
    await this.page.keyboard.press('F4');
    await this.page.getByRole('dialog').getByRole('button', { name: 'Card', exact: true }).press('Enter');
    const receipt = this.page.getByRole('article', { name: 'Receipt' });
    await receipt.waitFor();
    return receipt;
  }

  /** All goods of the sale that was made last. */
  async returnNewestSale() {
    await this.page.keyboard.press('F8');
    await this.page.getByRole('navigation', { name: 'Latest sales' }).getByRole('button').first().click();
    const form = this.page.getByRole('form', { name: 'Refund' });
    for (const item of await form.getByRole('checkbox').all()) await item.check();
    await form.getByRole('button', { name: /^Refund/ }).click();
    await this.page.getByRole('heading', { name: 'Refunded' }).waitFor();
  }

  async newSale() {
    await this.page.keyboard.press('F9');
    await this.page.getByText('The basket is empty').waitFor();
  }
}
