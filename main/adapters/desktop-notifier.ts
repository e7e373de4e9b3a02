import { Notification } from 'electron';
import type { Notifier } from '../domain/grants/reminders.ts';

/**
 * Notifications of the desktop. Where there is no service for them nothing happens.
 * @param report why the desktop refused one
 */
export function desktopNotifier(report: (error: unknown) => void): Notifier {
  /** Held until they are gone: one that is collected as garbage loses its click. */
  const shown = new Set<Notification>();
  return {
    show({ title, body, onClick }) {
      try {
        if (!Notification.isSupported()) return;
        const notification = new Notification({ title, body });
        const over = (): void => void shown.delete(notification);
        notification.on('click', () => {
          over();
          onClick();
        });
        notification.on('close', over);
        notification.on('failed', (_event, error) => {
          over();
          report(error);
        });
        shown.add(notification);
        notification.show();
      } catch (error) {
        report(error);
      }
    },
  };
}
