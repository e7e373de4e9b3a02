import { expect, type Locator, type Page } from '@playwright/test';
import type { Desk } from './desk.ts';

/** The Sweep page, by the names on its controls. */
export class SweepPage {
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  get page(): Page {
    return this.#desk.page;
  }

  async sweep(options: { readonly wholeHome?: boolean } = {}): Promise<void> {
    await this.#desk.goTo('Sweep');
    if (options.wholeHome === true) await this.page.getByRole('switch', { name: 'Look through my whole home folder' }).check();
    await this.#desk.button('Start sweep').click();
    await expect(this.summary()).toBeVisible();
  }

  /** What the sweep came to: there once it is over. */
  summary(): Locator {
    return this.page.getByRole('status').filter({ hasText: /found|Nothing lies|Cancelled/ });
  }

  rows(): Locator {
    return this.page.getByRole('list', { name: 'Found credentials' }).locator(':scope > li');
  }

  row(path: string): Locator {
    return this.rows().filter({ has: this.page.getByText(path, { exact: true }) });
  }

  async press(path: string, name: string): Promise<void> {
    await this.row(path).getByRole('button', { name, exact: true }).click();
  }

  /** Paths from most to least dangerous. */
  paths(): Promise<readonly string[]> {
    return this.rows().locator('p.gd-mono').allTextContents();
  }

  place(path: string): Locator {
    return this.page.getByRole('list', { name: 'Usual places' }).getByRole('listitem').filter({ has: this.page.getByText(path, { exact: true }) });
  }
}
