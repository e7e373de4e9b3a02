import { useState } from 'react';
import type { CalendarPreferencesDto } from '../../../preload/contract/calendar.ts';
import { useNow } from '../../ui/use-now.ts';
import { isZone } from './event/times.ts';
import { dateAt, type CalendarView } from './view-dates.ts';

/** What the user chose about the views. Null: as Google Calendar's settings say. */
export interface ViewChoice {
  readonly view: CalendarView;
  /** RFC 3339 full-date; null follows today. */
  readonly date: string | null;
  readonly weekends: boolean | null;
  readonly showDeclined: boolean | null;
  readonly showCancelled: boolean;
}

const START: ViewChoice = { view: 'week', date: null, weekends: null, showDeclined: null, showCancelled: false };

/** Kept while the window lives: leaving the page, or looking at another account, comes back to the same days. */
let kept = START;
/** Zones belong to an account: its own settings say another. */
const keptZones = new Map<string, string>();

export interface ViewSettings {
  readonly view: CalendarView;
  readonly date: string;
  readonly today: string;
  /** IANA zone the views are drawn in; one that this machine knows. */
  readonly zone: string;
  readonly weekends: boolean;
  readonly showDeclined: boolean;
  readonly showCancelled: boolean;
  readonly change: (patch: Partial<ViewChoice>) => void;
  /** Null goes back to Calendar's settings. */
  readonly chooseZone: (zone: string | null) => void;
}

/** The computer's own zone. */
export function ownZone(): string {
  // Making a format is slow, and this is asked with every drawing.
  computerZone ??= new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return computerZone;
}
let computerZone: string | null = null;

export function useViewSettings(authorizationId: string, preferences: CalendarPreferencesDto): ViewSettings {
  const [choice, setChoice] = useState(kept);
  const [chosenZone, setChosenZone] = useState(keptZones.get(authorizationId) ?? null);
  const zone = [chosenZone, preferences.timeZone, ownZone()].find((one) => one !== null && isZone(one)) ?? 'UTC';
  const today = dateAt(useNow(), zone);
  return {
    view: choice.view,
    date: choice.date ?? today,
    today,
    zone,
    weekends: choice.weekends ?? !preferences.hideWeekends,
    showDeclined: choice.showDeclined ?? preferences.showDeclined,
    showCancelled: choice.showCancelled,
    change(patch) {
      kept = { ...kept, ...patch };
      setChoice(kept);
    },
    chooseZone(next) {
      if (next === null) keptZones.delete(authorizationId);
      else keptZones.set(authorizationId, next);
      setChosenZone(next);
    },
  };
}

/** Only for tests: a window starts with nothing chosen. */
export function forgetViewChoice(): void {
  kept = START;
  keptZones.clear();
  computerZone = null;
}
