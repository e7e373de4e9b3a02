import type { Locator } from '@playwright/test';
import type { CalendarPage } from './calendar-page.ts';
import type { Desk } from './desk.ts';

/** Pixels of an hour in the week and day views. */
const HOUR = 50;

/** The week view under a mouse, as a hand moves it. */
export class WeekGrid {
  readonly #desk: Desk;
  readonly #calendar: CalendarPage;

  constructor(desk: Desk, calendar: CalendarPage) {
    this.#desk = desk;
    this.#calendar = calendar;
  }

  /** Events of this title on one day (RFC 3339 full-date). */
  on(date: string, title: string): Locator {
    return this.#column(date).getByRole('button', { name: title, exact: true });
  }

  /** How many hours high an event is drawn. */
  async hours(event: Locator): Promise<number> {
    return ((await event.boundingBox())?.height ?? 0) / HOUR;
  }

  /** Takes an event by its middle to another day, and `hours` later or earlier. */
  async drag(event: Locator, date: string, hours = 0): Promise<void> {
    const { x, y } = await middle(event);
    await this.#pull({ x, y }, { x: await this.#center(date), y: y + hours * HOUR });
  }

  /** Takes an event by its lower edge. */
  async resize(event: Locator, hours: number): Promise<void> {
    await event.hover();
    const { x, bottom } = await middle(event);
    await this.#pull({ x, y: bottom - 2 }, { x, y: bottom - 2 + hours * HOUR });
  }

  /** Draws a new range, from the upper half of the hour that begins `hours` after the end of an event. */
  async draw(below: Locator, date: string, hours: number): Promise<void> {
    // What is drawn upon lies below the event, and has to be in view as well.
    await below.evaluate((element) => {
      element.scrollIntoView({ block: 'center' });
    });
    const { bottom } = await middle(below);
    const x = await this.#center(date);
    const y = bottom + hours * HOUR + 6;
    await this.#pull({ x, y }, { x, y: y + HOUR });
  }

  async #pull(from: Point, to: Point): Promise<void> {
    const { mouse } = this.#desk.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    // A hand is not there at once: the first steps tell a drag from a click.
    await mouse.move(from.x + 3, from.y + 3, { steps: 3 });
    await mouse.move(to.x, to.y, { steps: 10 });
    await mouse.up();
  }

  async #center(date: string): Promise<number> {
    const box = await this.#column(date).boundingBox();
    return box === null ? 0 : box.x + box.width / 2;
  }

  #column(date: string): Locator {
    return this.#calendar.view().locator(`[role="cell"][data-date="${date}"]`).last();
  }
}

interface Point {
  readonly x: number;
  readonly y: number;
}

async function middle(of: Locator): Promise<Point & { readonly bottom: number }> {
  await of.scrollIntoViewIfNeeded();
  const box = await restingBox(of);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, bottom: box.y + box.height };
}

/** Where something is once it no longer moves. */
async function restingBox(of: Locator): Promise<Point & { readonly width: number; readonly height: number }> {
  for (let before = ''; ; ) {
    const box = await of.boundingBox();
    if (box === null) throw new Error('it is not drawn');
    if (JSON.stringify(box) === before) return box;
    before = JSON.stringify(box);
    await of.page().waitForTimeout(100);
  }
}
