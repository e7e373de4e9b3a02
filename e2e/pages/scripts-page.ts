import { expect, type Locator } from '@playwright/test';
import type { Desk } from './desk.ts';

/** The page `For scripts`, and the question about a program. */
export class ScriptsPage {
  readonly desk: Desk;

  constructor(desk: Desk) {
    this.desk = desk;
  }

  static async open(desk: Desk): Promise<ScriptsPage> {
    await desk.goTo('For scripts');
    await expect(desk.page.getByRole('heading', { level: 1, name: 'For scripts' })).toBeVisible();
    return new ScriptsPage(desk);
  }

  async switchOn(): Promise<void> {
    await this.desk.page.getByRole('switch', { name: 'Let scripts ask' }).check({ force: true });
    await expect(this.desk.page.getByText('Listening')).toBeVisible();
  }

  question(): Locator {
    return this.desk.dialog('Allow this program?');
  }

  async say(button: 'Allow once' | 'Allow for this account' | 'Allow from now on' | 'Deny'): Promise<void> {
    await this.question().getByRole('button', { name: button }).click();
    await expect(this.question()).toBeHidden();
  }

  approvals(): Locator {
    return this.desk.page.getByRole('list', { name: 'Allowed programs' }).getByRole('listitem');
  }
}
