import { expect, type Locator, type Page } from '@playwright/test';
import type { Desk } from './desk.ts';

export interface TypedEvent {
  readonly title?: string;
  /** RFC 3339 full-date; the last day moves along. */
  readonly day?: string;
  /** `15:00`; the end moves along. */
  readonly from?: string;
  readonly to?: string;
  readonly guests?: readonly string[];
  readonly place?: string;
}

export type Told = 'Everyone' | 'Nobody' | RegExp;

/** Dialog `New event` or `Edit event`, by the names on its controls. */
export class EventForm {
  readonly dialog: Locator;
  readonly #page: Page;

  constructor(desk: Desk) {
    this.#page = desk.page;
    this.dialog = desk.page.getByRole('dialog', { name: /^(New|Edit) event$/ });
  }

  /** Opens an empty form by the button on the page. */
  static async openNew(desk: Desk): Promise<EventForm> {
    await desk.button('New event').click();
    const form = new EventForm(desk);
    await expect(form.dialog).toBeVisible();
    return form;
  }

  /** Opens the form of the event whose dialog is open. */
  static async openEdit(desk: Desk): Promise<EventForm> {
    await desk.button('Edit').click();
    const form = new EventForm(desk);
    await expect(form.dialog).toBeVisible();
    return form;
  }

  /** A plain field or a date. */
  text(label: string): Locator {
    return this.dialog.getByRole('textbox', { name: label, exact: true });
  }

  /** A time, the guests or a list. */
  box(label: string): Locator {
    return this.dialog.getByRole('combobox', { name: label, exact: true });
  }

  /** A radio of the group `Who is told` or of `What changes`. */
  radio(name: string | RegExp): Locator {
    return this.dialog.getByRole('radio', { name });
  }

  /** Types into a field and leaves it: dates and times count when they are left. */
  async type(field: Locator, text: string): Promise<void> {
    await field.fill(text);
    await field.press('Tab');
  }

  async fill({ title, day, from, to, guests = [], place }: TypedEvent): Promise<void> {
    if (title !== undefined) await this.text('Title').fill(title);
    if (day !== undefined) await this.type(this.text('Start date'), day);
    if (from !== undefined) await this.type(this.box('Start time'), from);
    if (to !== undefined) await this.type(this.box('End time'), to);
    for (const guest of guests) {
      await this.box('Add guests').fill(guest);
      await this.dialog.getByRole('button', { name: 'Add', exact: true }).click();
    }
    if (place !== undefined) await this.text('Place').fill(place);
  }

  /** Chooses from one of the lists. */
  async choose(label: string, option: string | RegExp): Promise<void> {
    await this.box(label).click();
    await this.#page.getByRole('option', { name: option }).click();
  }

  save(): Locator {
    return this.dialog.getByRole('button', { name: 'Save', exact: true });
  }

  /** Saves, with an answer to `Who is told` where there is the question, and waits until the form is gone. */
  async saved(told?: Told): Promise<void> {
    if (told !== undefined) await this.radio(told).check();
    await this.save().click();
    await expect(this.dialog).toHaveCount(0);
  }
}
