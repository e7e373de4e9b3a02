import { isObject, numberOf, textOf } from '../shared/guards.ts';
import { knownZone } from './zones.ts';

/** How the user wants calendars shown. */
export interface Preferences {
  /** IANA zone. */
  readonly timeZone: string;
  /** 0 Sunday … 6 Saturday. */
  readonly weekStart: number;
  readonly format24Hour: boolean;
  readonly hideWeekends: boolean;
  readonly showDeclined: boolean;
  /** Minutes of a new event. */
  readonly defaultMinutes: number;
  /** False when they are this computer's. */
  readonly fromGoogle: boolean;
}

/** What this computer is set to, where Google does not say. */
export interface ComputerSettings {
  readonly timeZone: string;
  readonly weekStart: number;
  readonly format24Hour: boolean;
}

/** From the system's language and zone, by way of Intl. */
export function computerSettings(): ComputerSettings {
  const format = new Intl.DateTimeFormat(undefined, { hour: 'numeric' }).resolvedOptions();
  const locale = new Intl.Locale(format.locale) as Intl.Locale & { readonly weekInfo?: { readonly firstDay?: unknown }; getWeekInfo?(): { readonly firstDay?: unknown } };
  const first = numberOf((locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay) ?? 1;
  return { timeZone: knownZone(format.timeZone) ?? 'UTC', weekStart: first % 7, format24Hour: format.hourCycle?.startsWith('h2') === true };
}

export function preferencesOfComputer(computer: ComputerSettings): Preferences {
  return { ...computer, hideWeekends: false, showDeclined: true, defaultMinutes: 60, fromGoogle: false };
}

/**
 * The items of settings.list. A setting at its default may be missing, and one that cannot be understood counts as missing.
 * https://developers.google.com/workspace/calendar/api/v3/reference/settings
 */
export function readSettings(items: readonly unknown[], computer: ComputerSettings): Preferences {
  const values = new Map<string, string>();
  for (const item of items) {
    const id = isObject(item) ? textOf(item['id']) : null;
    const value = isObject(item) ? textOf(item['value']) : null;
    if (id !== null && value !== null) values.set(id, value);
  }
  const within = (id: string, low: number, high: number): number | null => {
    const number = numberOf(values.get(id));
    return number !== null && Number.isInteger(number) && number >= low && number <= high ? number : null;
  };
  return {
    timeZone: knownZone(values.get('timezone')) ?? computer.timeZone,
    weekStart: within('weekStart', 0, 6) ?? 0,
    format24Hour: values.get('format24HourTime') === 'true',
    hideWeekends: values.get('hideWeekends') === 'true',
    showDeclined: values.get('showDeclinedEvents') !== 'false',
    defaultMinutes: within('defaultEventLength', 1, 1440) ?? 60,
    fromGoogle: true,
  };
}
