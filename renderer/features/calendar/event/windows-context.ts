import type { ReactNode } from 'react';
import type { AuthorizationDto } from '../../../../preload/contract/authorizations.ts';
import type { CalendarStateDto, EditedTime, EventRowDto, EventWrite, EventWriteResultDto } from '../../../../preload/contract/calendar.ts';
import type { WaitingCall } from '../../consent/consent-run.ts';

export interface EventWindowsContext {
  readonly authorization: AuthorizationDto;
  readonly calendar: CalendarStateDto;
  /** IANA zone the views are drawn in. */
  readonly zone: string;
  /** Something else lies above the windows: Esc is meant for that, and closes none of them. */
  readonly covered: boolean;
  /** Leads to consent for these scopes; the call is carried out afterwards. */
  readonly onGrant: (scopes: readonly string[], call: WaitingCall) => void;
  /** Of an explanation's other remedies: enable the API, re-authorize. */
  readonly onRemedy: (remedy: { readonly kind: 'enable-api'; readonly url: string } | { readonly kind: 'reauthorize' }) => void;
}

export interface TimeRange {
  readonly start: EditedTime;
  readonly end: EditedTime;
}

export type DoneAnswer = Extract<EventWriteResultDto, { outcome: 'done' }>;

/** What every window of an event gets: the account, and whom to tell that something was done. */
export interface Desk extends EventWindowsContext {
  /** Said in a toast with `Undo`; what Google ignored is named in a window of its own. */
  readonly onDone: (write: EventWrite, answer: DoneAnswer, title: string | null) => void;
}

/** What the views ask for. Everything opens in windows of its own above the page. */
export interface EventWindows {
  /** Dialog `Event`. */
  readonly openEvent: (row: EventRowDto) => void;
  /** The form of a new event; a range drawn in a view fills its times. */
  readonly newEvent: (range?: TimeRange) => void;
  readonly quickAdd: () => void;
  /** Free/busy of several people side by side, from this day on (RFC 3339 full-date). */
  readonly freeBusy: (day: string) => void;
  /** After a drag or resize: asks what has to be asked, then writes. False when it was not carried out: the view takes it back. */
  readonly move: (row: EventRowDto, start: EditedTime, end: EditedTime) => Promise<boolean>;
  /** To be rendered once by the page. */
  readonly element: ReactNode;
}
