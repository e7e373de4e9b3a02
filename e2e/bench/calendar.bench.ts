import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { EventRowDto } from '../../preload/contract/calendar.ts';
import { launch } from '../fixtures/electron.ts';
import { clientIdOf, Google } from '../fixtures/google.ts';
import { Desk } from '../pages/desk.ts';
import { openBarePage } from './bare-page.ts';
import { median, quantile, say } from './figures.ts';

const account = 'ada.lovelace@harbor.example';
const events = 50_000;
/** About 320 a week. */
const days = 1_095;
const rounds = 15;

/**
 * 50,000 events in one calendar: loading, the week view beside a bare FullCalendar that is fed the same rows, the agenda's
 * scrolling, and memory. The two windows take turns, so that a busy machine slows both.
 */
test('a calendar of 50,000 events', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'grantdesk-bench-'));
  const google = await Google.start();
  const running = await launch({ profile, googleOrigin: google.origin });
  const { app, page } = running;
  const desk = new Desk(app, page);
  try {
    const client = await google.registerClient({ kind: 'installed', verified: true });
    await desk.importClient(client);
    await desk.authorize(clientIdOf(client), ['calendar.readonly'], { account, allow: 'all' });
    await google.act({ type: 'fill-calendar', calendarId: 'primary', account, events, days });

    const before = await heapOf(page);
    const started = performance.now();
    await desk.goTo('Calendar');
    await desk.button('Week').click();
    await onlyPrimary(page);
    const held = await loaded(page);
    const seconds = (performance.now() - started) / 1000;
    say(`Loading ${String(held)} events`, `${seconds.toFixed(1)} s, ${Math.round(held / seconds).toString()} events/s`);

    const bare = await openBarePage(app);
    await page.bringToFront();
    // A pointer that rests on the grid has its share in what a new week costs: on both.
    for (const one of [bare.page, page]) await one.mouse.move(640, 420);
    const own: number[] = [];
    const alone: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const week = await nextWeek(page, round + 1);
      await bare.page.evaluate(({ monday, rows }) => window.bare.feed(monday, rows), week);
      const without = await draw(bare.page, bareWay, week);
      const within = await draw(page, ownWay, week);
      // The first round warms both.
      if (round === 0) continue;
      alone.push(without);
      own.push(within);
      // A person looks at a week before the next one.
      await page.waitForTimeout(700);
    }
    const ratios = own.map((ms, at) => ms / (alone[at] ?? Number.NaN));
    say('Week view, bare FullCalendar', `median ${median(alone).toFixed(0)} ms`);
    say('Week view, Grantdesk', `median ${median(own).toFixed(0)} ms`);
    say('Week view, Grantdesk / bare', `median ${median(ratios).toFixed(2)}, p90 ${quantile(ratios, 0.9).toFixed(2)}`, 'at most 1.3');

    await desk.button('Agenda').click();
    const scroll = await scrollAgenda(page);
    say('Agenda, scrolled through', `${String(scroll.rows)} rows in the page, frames p50 ${scroll.p50.toFixed(0)} ms, p95 ${scroll.p95.toFixed(0)} ms`);
    const after = await heapOf(page);
    say("The page's memory before and after", `${before.toFixed(1)} MB, ${after.toFixed(1)} MB`, 'grows with what is shown');
    await bare.close();
  } finally {
    await running.close();
    await google.stop();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** Unticks every calendar but the account's own. */
async function onlyPrimary(page: Page): Promise<void> {
  const list = page.getByRole('list', { name: 'Calendars' });
  await expect(list.getByRole('checkbox').first()).toBeVisible();
  for (const box of (await list.getByRole('checkbox').all()).slice(1)) await box.uncheck({ force: true });
}

/** Waits until the primary calendar is loaded whole. @returns how many events are held */
async function loaded(page: Page): Promise<number> {
  let held = 0;
  await expect
    .poll(
      async () => {
        const calendar = await primary(page);
        held = calendar?.events ?? 0;
        return calendar?.state === 'ready' && held >= events;
      },
      { timeout: 300_000, intervals: [250] },
    )
    .toBe(true);
  return held;
}

async function authorizationId(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const answer = await window.grantdesk.authorizations();
    return answer.ok ? (answer.value[0]?.id ?? '') : '';
  });
}

async function primary(page: Page): Promise<{ readonly state: string; readonly events: number; readonly id: string } | null> {
  const id = await authorizationId(page);
  return page.evaluate(async (of) => {
    const answer = await window.grantdesk.openCalendar({ authorizationId: of });
    const calendar = answer.ok ? answer.value.calendars.find((one) => one.primary) : undefined;
    return calendar === undefined ? null : { state: calendar.sync.state, events: calendar.sync.events, id: calendar.id };
  }, id);
}

interface Week {
  readonly monday: string;
  readonly rows: { readonly title: string; readonly start: string; readonly end: string; readonly allDay: boolean }[];
}

/** The rows of the week so many weeks from now, as the app gets them over the bridge. */
async function nextWeek(page: Page, weeks: number): Promise<Week> {
  const monday = new Date(Date.now() + weeks * 7 * 86_400_000);
  monday.setUTCHours(0, 0, 0, 0);
  monday.setUTCDate(monday.getUTCDate() - ((monday.getUTCDay() + 6) % 7));
  const from = monday.getTime() - 3_600_000;
  const [id, calendar] = [await authorizationId(page), await primary(page)];
  const rows: readonly EventRowDto[] = await page.evaluate(
    async (input) => {
      const answer = await window.grantdesk.calendarEvents(input);
      return answer.ok ? answer.value.events : [];
    },
    { authorizationId: id, calendarIds: [calendar?.id ?? ''], from, to: from + 7 * 86_400_000 },
  );
  const first = monday.toISOString().slice(0, 10);
  return {
    monday: first,
    rows: rows.filter(({ status }) => status !== 'cancelled').map(({ title, start, end, allDay }) => ({ title: title ?? '', start, end, allDay })),
  };
}

/** How the two pages are asked for a week, and how an event is found in them. */
const bareWay = { block: '.drawn', next: null };
const ownWay = { block: '[role="button"][aria-description]', next: 'button[aria-label="Next"]' };

/**
 * Goes to a week and waits until its first and last event stand in the page and nearly all others too (a few all-day ones may
 * stand behind “more”), and the frame after that has begun.
 * @returns ms
 */
function draw(page: Page, { block, next }: { readonly block: string; readonly next: string | null }, week: Week): Promise<number> {
  const timed = week.rows.filter(({ allDay }) => !allDay);
  const wanted = { first: timed[0]?.title ?? '', last: timed.at(-1)?.title ?? '', count: timed.length };
  return page.evaluate(
    async ({ monday, selector, button, first, last, count }) => {
      const frame = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
      const drawn = (): boolean => {
        const blocks = [...document.querySelectorAll(selector)];
        const has = (title: string): boolean => blocks.some((one) => (one.textContent ?? '').includes(title));
        return blocks.length >= count && has(first) && has(last);
      };
      const start = performance.now();
      if (button === null) window.bare.goTo(monday);
      else document.querySelector<HTMLElement>(button)?.click();
      let ms = 0;
      for (;;) {
        const there = drawn();
        await frame();
        ms = performance.now() - start;
        if (there) return ms;
        if (ms > 20_000) throw new Error(`the week of ${monday} was not drawn`);
      }
    },
    { monday: week.monday, selector: block, button: next, ...wanted },
  );
}

interface Scroll {
  readonly rows: number;
  readonly p50: number;
  readonly p95: number;
}

/** Scrolls the agenda from end to end, a screen a frame. */
async function scrollAgenda(page: Page): Promise<Scroll> {
  const list = page.getByRole('group', { name: 'Agenda' });
  await expect(list).toBeVisible();
  const { rows, frames } = await list.evaluate(async (region) => {
    const scroller = [region, ...region.querySelectorAll('*')].find((one) => one.scrollHeight > one.clientHeight * 4) ?? region;
    const gaps: number[] = [];
    let last = performance.now();
    for (let frame = 0; frame < 300; frame += 1) {
      scroller.scrollTop = (scroller.scrollHeight * frame) / 300;
      await new Promise((done) => requestAnimationFrame(done));
      const now = performance.now();
      gaps.push(now - last);
      last = now;
    }
    return { rows: region.querySelectorAll('button, a').length, frames: gaps };
  });
  return { rows, p50: median(frames), p95: quantile(frames, 0.95) };
}

/** Megabytes of JavaScript objects in the page, after a collection. */
async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize / 1_048_576;
}
