import { useLayoutEffect, useState } from 'react';

type Actions = Readonly<Record<string, (...args: never[]) => unknown>>;

class Latest<T extends Actions> {
  readonly stable: T;
  #actions: T;

  constructor(actions: T) {
    this.#actions = actions;
    this.stable = Object.fromEntries(Object.keys(actions).map((name) => [name, (...args: never[]) => this.#actions[name]?.(...args)])) as T;
  }

  set(actions: T): void {
    this.#actions = actions;
  }
}

/**
 * The same functions for the component's whole life, each calling the newest one given: parts that get them need not
 * be drawn again with every change around them.
 */
export function useStable<T extends Actions>(actions: T): T {
  const [latest] = useState(() => new Latest(actions));
  useLayoutEffect(() => {
    latest.set(actions);
  });
  return latest.stable;
}
