import { expect, type ElectronApplication, type Locator, type Page } from '@playwright/test';
import { openedOutside } from '../fixtures/electron.ts';
import { consentTo, leave, signIn, type ConsentAnswer } from './consent-pages.ts';

/** The main window, by the names on its controls. */
export class Desk {
  readonly page: Page;
  readonly #app: ElectronApplication;

  constructor(app: ElectronApplication, page: Page) {
    this.#app = app;
    this.page = page;
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' });
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { name });
  }

  alert(): Locator {
    return this.page.getByRole('alert');
  }

  dialog(name: string | RegExp): Locator {
    return this.page.getByRole('dialog', { name });
  }

  status(name: string): Locator {
    return this.page.getByRole('status', { name, exact: true });
  }

  /** The strip that says that nothing here is Google. */
  practiceBanner(): Locator {
    return this.page.getByText('Practice mode.', { exact: true });
  }

  response(): Locator {
    return this.page.getByRole('region', { name: 'Response' });
  }

  async goTo(link: 'Authorizations' | 'Calendar' | 'Groups Settings' | 'API Explorer' | 'For scripts' | 'Activity' | 'Clients' | 'Sweep' | 'Tutorial' | 'Settings'): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: link, exact: true }).click();
  }

  async importClient(clientFile: object): Promise<void> {
    await this.goTo('Clients');
    await this.button('Paste client JSON').click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Client JSON' }).fill(JSON.stringify(clientFile));
    await dialog.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(dialog).toBeHidden();
  }

  /** Opens the picker for the client whose item holds `clientId` and ticks the scopes. */
  async pickScopes(clientId: string, shortNames: readonly string[]): Promise<void> {
    await this.goTo('Clients');
    await this.page
      .getByRole('list', { name: 'Clients' })
      .getByRole('listitem')
      .filter({ hasText: clientId })
      .getByRole('button', { name: 'New authorization' })
      .click();
    for (const shortName of shortNames) await this.scope(shortName).check();
  }

  /** The checkbox of a scope: its name contains the short name. */
  scope(shortName: string): Locator {
    return this.page.getByRole('checkbox', { name: new RegExp(`(^|\\s)${shortName.replaceAll('.', '\\.')}$`) });
  }

  /** Presses `Continue in app window` and gives the window that opens. */
  async continueInAppWindow(): Promise<Page> {
    const [consent] = await Promise.all([this.#app.waitForEvent('window'), this.button('Continue in app window').click()]);
    return consent;
  }

  /** Presses `Continue in browser` and gives the address that the browser was handed. */
  async continueInBrowser(): Promise<string> {
    const before = (await openedOutside(this.#app)).length;
    await this.button('Continue in browser').click();
    await expect.poll(async () => (await openedOutside(this.#app)).length).toBe(before + 1);
    return (await openedOutside(this.#app)).at(-1) ?? '';
  }

  /** The whole way: picker, consent in the app window, receipt. Leaves the page of the authorization open. */
  async authorize(clientId: string, shortNames: readonly string[], answer: ConsentAnswer): Promise<void> {
    await this.pickScopes(clientId, shortNames);
    await consentTo(await this.continueInAppWindow(), answer);
    await this.openGranted(answer.account);
  }

  /** From the picked scopes to Google's Cancel: nobody consents. */
  async denyConsent(): Promise<void> {
    const consent = await this.continueInAppWindow();
    await signIn(consent);
    await leave(consent, 'Cancel');
  }

  /** From the receipt, or the page that opened by itself, to the authorization's page. */
  async openGranted(account = 'ada.lovelace@harbor.example'): Promise<void> {
    const open = this.button('Open authorization');
    const heading = this.page.getByRole('heading', { level: 1, name: account });
    await expect(open.or(heading)).toBeVisible();
    if (await open.isVisible()) await open.click();
    await expect(heading).toBeVisible();
  }

  granted(): Locator {
    return this.page.getByRole('list', { name: 'Granted scopes' }).getByRole('listitem');
  }

  refused(): Locator {
    return this.page.getByRole('list', { name: 'Refused scopes' }).getByRole('listitem');
  }
}
