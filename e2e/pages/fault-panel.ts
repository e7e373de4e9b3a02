import type { Locator, Page } from '@playwright/test';

/** The practice panel, opened from the banner; it stays open beside the page. */
export class FaultPanel {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(): Promise<void> {
    if (!(await this.#panel().isVisible())) await this.#page.getByRole('button', { name: 'Practice faults' }).click();
  }

  async close(): Promise<void> {
    await this.#panel().getByRole('button', { name: 'Close', exact: true }).click();
  }

  async toggle(name: string): Promise<void> {
    await this.open();
    await this.#panel().getByRole('switch', { name }).click();
    await this.close();
  }

  async choose(field: 'Token endpoint' | 'API calls' | 'Scopes left unticked', option: string): Promise<void> {
    await this.open();
    await this.#panel().getByRole('combobox', { name: field }).click();
    await this.#page.getByRole('option', { name: option, exact: true }).click();
    await this.#page.keyboard.press('Escape');
    if (await this.#panel().isVisible()) await this.close();
  }

  async press(name: string): Promise<void> {
    await this.open();
    await this.#panel().getByRole('button', { name }).click();
    await this.close();
  }

  #panel(): Locator {
    return this.#page.getByRole('dialog', { name: 'Practice faults' });
  }
}
