import { expect, type Locator } from '@playwright/test';
import type { Desk } from './desk.ts';

/** The API Explorer, by the names on its controls. */
export class ExplorerPage {
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  static async open(desk: Desk): Promise<ExplorerPage> {
    await desk.goTo('API Explorer');
    await expect(desk.page.getByRole('combobox', { name: 'Method' })).toBeVisible();
    return new ExplorerPage(desk);
  }

  async chooseApi(title: string | RegExp): Promise<void> {
    await this.#choose('API', title);
  }

  /** @param id whole method id */
  async chooseMethod(id: string): Promise<void> {
    const box = this.#desk.page.getByRole('combobox', { name: 'Method' });
    await box.click();
    await box.fill(id);
    await this.#desk.page.getByRole('option', { name: new RegExp(`(^|\\s)${id.replaceAll('.', '\\.')}(\\s|$)`) }).first().click();
    await expect(box).toHaveValue(new RegExp(id.replaceAll('.', '\\.')));
  }

  /** A parameter, by its API name. */
  field(name: string): Locator {
    return this.#desk.page.getByLabel(name, { exact: true });
  }

  body(): Locator {
    return this.#desk.page.getByRole('textbox', { name: 'Request body' });
  }

  async send(): Promise<void> {
    await this.#desk.button('Send').click();
  }

  async #choose(name: string, option: string | RegExp): Promise<void> {
    await this.#desk.page.getByRole('combobox', { name }).click();
    await this.#desk.page.getByRole('option', { name: option }).first().click();
  }
}
