import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

/** Gives jsdom what it lacks and Mantine asks for while it renders. */
function provide(target: object, name: string, value: unknown): void {
  // jsdom names some of them without having them.
  if (Reflect.get(target, name) === undefined) Object.defineProperty(target, name, { value, configurable: true, writable: true });
}

provide(window, 'matchMedia', (media: string) => ({
  media,
  // Nothing moves in a test: the timers of a transition could outlive the page they were started for.
  matches: media.includes('prefers-reduced-motion'),
  onchange: null,
  addListener: () => undefined,
  removeListener: () => undefined,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  dispatchEvent: () => false,
}));
provide(
  window,
  'ResizeObserver',
  class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  },
);
provide(Element.prototype, 'scrollIntoView', () => undefined);

afterEach(cleanup);
