import { useEffect, useEffectEvent } from 'react';
import type { CalendarView } from './view-dates.ts';

export interface ShortcutActions {
  readonly today: () => void;
  readonly step: (direction: 1 | -1) => void;
  readonly view: (view: CalendarView) => void;
  readonly search: () => void;
  readonly create: () => void;
  readonly goToDate: () => void;
  readonly help: () => void;
}

/** Shown in the help, in this order. */
export const SHORTCUTS: readonly (readonly [string, string])[] = [
  ['t', 'Today'],
  ['← or k', 'Previous'],
  ['→ or j', 'Next'],
  ['m', 'Month'],
  ['w', 'Week'],
  ['d', 'Day'],
  ['a', 'Agenda'],
  ['/', 'Search events'],
  ['c', 'New event'],
  ['g', 'Go to date'],
  ['?', 'This list'],
];

const TYPING = 'input:not([type="checkbox"]), textarea, select, [contenteditable="true"], [role="menu"]';
/** Arrow keys belong to whatever moves by them or can be pressed. */
const TAKES_ARROWS = `${TYPING}, button, a, input, [role="button"], [role="link"]`;

function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true;
  const target = event.target instanceof Element ? event.target : null;
  if (target !== null && target.closest(event.key.startsWith('Arrow') ? TAKES_ARROWS : TYPING) !== null) return true;
  return document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
}

/** Keys of the calendar page. They do nothing while something is typed or a dialog is open. */
export function useShortcuts(actions: ShortcutActions): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (isTaken(event)) return;
    const run = actionOf(event.key, actions);
    if (run === null) return;
    event.preventDefault();
    run();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => {
      onKey(event);
    };
    window.addEventListener('keydown', listener);
    return () => {
      window.removeEventListener('keydown', listener);
    };
  }, []);
}

function actionOf(key: string, { today, step, view, search, create, goToDate, help }: ShortcutActions): (() => void) | null {
  switch (key) {
    case 't':
      return today;
    case 'ArrowLeft':
    case 'k':
      return () => {
        step(-1);
      };
    case 'ArrowRight':
    case 'j':
      return () => {
        step(1);
      };
    case 'm':
      return () => {
        view('month');
      };
    case 'w':
      return () => {
        view('week');
      };
    case 'd':
      return () => {
        view('day');
      };
    case 'a':
      return () => {
        view('agenda');
      };
    case '/':
      return search;
    case 'c':
      return create;
    case 'g':
      return goToDate;
    case '?':
      return help;
    default:
      return null;
  }
}
