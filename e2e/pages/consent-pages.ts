import { expect, type Page } from '@playwright/test';

export interface ConsentAnswer {
  /** Address of the account to choose; skipped when the page does not ask. */
  readonly account?: string;
  /** Short names of the scopes to tick, or all of them. */
  readonly allow: 'all' | readonly string[];
}

/** Chooses the account and passes the unverified-app page; leaves the consent page open. */
export async function signIn(consent: Page, account = 'ada.lovelace@harbor.example'): Promise<void> {
  await consent.getByRole('button', { name: account }).click();
  await passWarning(consent);
}

async function passWarning(consent: Page): Promise<void> {
  const warning = consent.getByRole('heading', { name: 'This app has not been verified' });
  const question = consent.getByRole('heading', { name: /wants access$/ });
  await expect(warning.or(question)).toBeVisible();
  if (await warning.isVisible()) await consent.getByRole('button', { name: 'Continue' }).click();
}

/** Walks through all of the sandbox's pages in an app window; the window closes by itself at the end. */
export async function consentTo(consent: Page, answer: ConsentAnswer): Promise<void> {
  const choose = consent.getByRole('heading', { name: 'Choose an account' });
  const warning = consent.getByRole('heading', { name: 'This app has not been verified' });
  const question = consent.getByRole('heading', { name: /wants access$/ });
  await expect(choose.or(warning).or(question)).toBeVisible();
  if (await choose.isVisible()) await consent.getByRole('button', { name: answer.account ?? 'ada.lovelace@harbor.example' }).click();
  await passWarning(consent);
  await expect(question).toBeVisible();
  await tick(consent, answer.allow);
  await leave(consent, 'Continue');
}

export async function tick(consent: Page, allow: ConsentAnswer['allow']): Promise<void> {
  const selectAll = consent.getByRole('checkbox', { name: 'Select all' });
  if (!(await selectAll.isVisible())) return;
  if (allow === 'all') return selectAll.check();
  for (const shortName of allow) {
    await consent.locator('li').filter({ has: consent.getByText(shortName, { exact: true }) }).getByRole('checkbox').check();
  }
}

/** Presses the button that ends the pages; the window may be gone before the click is acknowledged. */
export async function leave(consent: Page, button: 'Continue' | 'Cancel'): Promise<void> {
  const closed = consent.waitForEvent('close');
  await consent.getByRole('button', { name: button }).click({ noWaitAfter: true }).catch((error: unknown) => {
    if (!consent.isClosed()) throw error;
  });
  await closed;
}
