import { expect, type Locator, type Page } from '@playwright/test';
import { practiceClients } from '../../main/sandbox/practice-clients.ts';
import type { ConsentAnswer } from './consent-pages.ts';
import type { Desk } from './desk.ts';

/** The Groups Settings page, by the names on its controls. */
export class GroupsPage {
  readonly #page: Page;
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#page = desk.page;
  }

  /** Imports the practice client, consents to the scopes and goes to the page. */
  static async open(desk: Desk, scopes: readonly string[] = ['apps.groups.settings'], answer: ConsentAnswer = { allow: 'all' }): Promise<GroupsPage> {
    await desk.importClient(practiceClients.desktop);
    await desk.authorize(practiceClients.desktop.installed.client_id, scopes, answer);
    await desk.goTo('Groups Settings');
    return new GroupsPage(desk);
  }

  address(): Locator {
    return this.#page.getByRole('textbox', { name: 'Group email' });
  }

  async ask(email: string): Promise<void> {
    await this.address().fill(email);
    await this.#desk.button('Load settings').click();
  }

  /** Asks for a group and waits until its form is there. */
  async load(email: string): Promise<void> {
    await this.ask(email);
    await this.shows(email);
  }

  async shows(email: string): Promise<void> {
    await expect(this.#page.getByText(new RegExp(`^${email} · read `))).toBeVisible();
  }

  slider(label: string): Locator {
    return this.#page.getByRole('slider', { name: label, exact: true });
  }

  toggle(label: string): Locator {
    return this.#page.getByRole('switch', { name: label, exact: true });
  }

  text(label: string): Locator {
    return this.#page.getByRole('textbox', { name: label, exact: true });
  }

  list(label: string): Locator {
    return this.#page.getByRole('combobox', { name: label, exact: true });
  }

  async choose(label: string, word: string): Promise<void> {
    await this.list(label).click();
    await this.#page.getByRole('option', { name: word }).click();
  }

  /** A row of the picture `Who can do what`. */
  picture(who: string): Locator {
    return this.table('Who can do what').getByRole('row', { name: new RegExp(`^${who}`) });
  }

  inWords(): Locator {
    return this.#desk.status('In words');
  }

  table(name: string): Locator {
    return this.#page.getByRole('table', { name, exact: true });
  }

  named(list: string): Locator {
    return this.#page.getByRole('list', { name: list, exact: true });
  }

  async review(): Promise<Locator> {
    await this.#desk.button('Review changes').click();
    const review = this.#desk.dialog('Review changes');
    await expect(review).toBeVisible();
    return review;
  }

  /** Review and save; what came of it stands on the page afterwards. */
  async save(): Promise<void> {
    const review = await this.review();
    await review.getByRole('button', { name: 'Save changes' }).click();
    await expect(review).toBeHidden();
  }

  said(words: string | RegExp): Locator {
    return this.#page.getByText(words).first();
  }
}
