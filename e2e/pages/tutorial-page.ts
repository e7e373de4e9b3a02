import { expect, type Locator } from '@playwright/test';
import type { Desk } from './desk.ts';

/** The tutorial: six steps, each with its code and the doors to the app's own screens. */
export class TutorialPage {
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  async open(): Promise<void> {
    await this.#desk.goTo('Tutorial');
    await expect(this.steps()).toHaveCount(6);
  }

  steps(): Locator {
    return this.#desk.page.getByRole('list', { name: 'Steps' }).getByRole('region');
  }

  step(title: string): Locator {
    return this.#desk.page.getByRole('region', { name: new RegExp(`^\\d\\. ${title}$`) });
  }

  code(title: string): Locator {
    return this.step(title).locator('pre').first();
  }

  here(title: string): Locator {
    return this.#desk.page.getByRole('group', { name: `In Grantdesk: ${title}` });
  }

  async speak(title: string, language: '2013' | 'Python' | 'Node.js'): Promise<void> {
    // The radio lies under its label.
    await this.step(title).getByRole('radiogroup').getByText(language, { exact: true }).click();
  }

  /** Goes through a door of a step, from the tutorial. */
  async leaveBy(title: string, door: string): Promise<void> {
    await this.open();
    await this.here(title).getByRole('button', { name: door }).click();
  }
}
