import { expect, type Locator, type Page } from '@playwright/test';
import { practiceClients } from '../../main/sandbox/practice-clients.ts';
import type { ConsentAnswer } from './consent-pages.ts';
import type { Desk } from './desk.ts';

export type CalendarView = 'Month' | 'Week' | 'Day' | 'Agenda';

type MoreItem = 'Quick add' | 'Free/busy' | 'Go to date' | 'Time zone' | 'Refresh' | 'Load everything again' | 'Keyboard shortcuts';

/** The Calendar page, by the names on its controls. */
export class CalendarPage {
  readonly #page: Page;
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#page = desk.page;
  }

  /** Imports the practice client, consents to the scopes, goes to the page and waits until everything is loaded. */
  static async open(desk: Desk, scopes: readonly string[] = ['calendar.readonly'], answer: ConsentAnswer = { allow: 'all' }): Promise<CalendarPage> {
    const calendar = await CalendarPage.enter(desk, scopes, answer);
    await calendar.loaded();
    return calendar;
  }

  /** The same without waiting for events. */
  static async enter(desk: Desk, scopes: readonly string[], answer: ConsentAnswer = { allow: 'all' }): Promise<CalendarPage> {
    await desk.importClient(practiceClients.desktop);
    await desk.authorize(practiceClients.desktop.installed.client_id, scopes, answer);
    await desk.goTo('Calendar');
    return new CalendarPage(desk);
  }

  /** Every calendar was brought up to date. */
  async loaded(): Promise<void> {
    await expect(this.#page.getByText(/^Updated /)).toBeVisible({ timeout: 20_000 });
  }

  async show(view: CalendarView): Promise<void> {
    await this.#desk.button(view).click();
    await expect(this.#desk.button(view)).toHaveAttribute('aria-pressed', 'true');
  }

  /** The days in view, in words. */
  title(): Locator {
    return this.#page.getByRole('toolbar', { name: 'Calendar' }).getByRole('heading', { level: 2 });
  }

  /** The part of the page that holds the view, or what was found. */
  view(): Locator {
    return this.#page.getByRole('region', { name: 'Events' });
  }

  /** Events of exactly this title, as drawn in the view. */
  event(title: string): Locator {
    return this.view().getByRole('button', { name: title, exact: true });
  }

  /** Opens the first event of this title and gives its dialog. */
  async openEvent(title: string): Promise<Locator> {
    await this.event(title).first().click();
    const dialog = this.dialog();
    await expect(dialog).toBeVisible();
    return dialog;
  }

  /** The dialog of an event. */
  dialog(): Locator {
    return this.#page.getByRole('dialog', { name: 'Event', exact: true });
  }

  async closeDialog(): Promise<void> {
    await this.dialog().getByRole('button', { name: 'Close', exact: true }).click();
    await expect(this.dialog()).toHaveCount(0);
  }

  calendars(): Locator {
    return this.#page.getByRole('list', { name: 'Calendars' }).getByRole('listitem');
  }

  /** The checkbox of a calendar. */
  calendar(title: string): Locator {
    return this.#page.getByRole('list', { name: 'Calendars' }).getByRole('checkbox', { name: title, exact: true });
  }

  searchField(): Locator {
    return this.#page.getByRole('searchbox', { name: 'Search events' });
  }

  found(): Locator {
    return this.#page.getByRole('region', { name: 'Search results' });
  }

  /** Chooses from the menu `More`. */
  async more(item: MoreItem): Promise<void> {
    await this.#desk.button('More').click();
    await this.#page.getByRole('menuitem', { name: item, exact: true }).click();
  }

  /** Goes to a date (RFC 3339 full-date) by the dialog. */
  async goToDate(date: string): Promise<void> {
    await this.more('Go to date');
    const dialog = this.#desk.dialog('Go to date');
    await dialog.getByRole('textbox', { name: 'Date' }).fill(date);
    await dialog.getByRole('button', { name: 'Go', exact: true }).click();
    await expect(dialog).toHaveCount(0);
  }

  /** Has the page shown in a zone by its IANA name. */
  async chooseZone(zone: string): Promise<void> {
    await this.more('Time zone');
    const dialog = this.#desk.dialog('Time zone');
    await dialog.getByRole('combobox', { name: 'Time zone' }).fill(zone.replaceAll('_', ' '));
    await this.#page.getByRole('option', { name: zone.replaceAll('_', ' '), exact: true }).click();
    await expect(dialog).toHaveCount(0);
  }

  async chooseAccount(email: string): Promise<void> {
    await this.#page.getByRole('combobox', { name: 'Account' }).click();
    await this.#page.getByRole('option', { name: email }).click();
  }

  /** Asks Google for what changed and waits until it was taken in. */
  async refresh(): Promise<void> {
    await this.more('Refresh');
    await this.loaded();
  }
}
