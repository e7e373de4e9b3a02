import type { Notifier } from '../domain/grants/reminders.ts';

/** Notifications of the desktop. */
export const desktopNotifier: Notifier = {
  show() {
    // Nothing is shown yet.
  },
};
