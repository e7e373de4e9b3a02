/** One end of an event: `date` (all day, end exclusive) or `dateTime` (RFC 3339 with offset). */
export interface EventTime {
  date?: string;
  dateTime?: string;
  timeZone?: string;
}

export interface EventPerson {
  email: string;
  displayName?: string;
  self?: boolean;
  organizer?: boolean;
  responseStatus?: 'needsAction' | 'declined' | 'tentative' | 'accepted';
}

/**
 * The Event resource as the sandbox keeps it. Fields of a write that the sandbox has no rules for are kept as they came.
 * https://developers.google.com/workspace/calendar/api/v3/reference/events
 */
export interface CalendarEvent {
  kind: 'calendar#event';
  etag: string;
  id: string;
  status: 'confirmed' | 'tentative' | 'cancelled';
  htmlLink?: string;
  created?: string;
  updated?: string;
  summary?: string;
  description?: string;
  location?: string;
  colorId?: string;
  creator?: EventPerson;
  organizer?: EventPerson;
  start?: EventTime;
  end?: EventTime;
  recurrence?: string[];
  recurringEventId?: string;
  originalStartTime?: EventTime;
  transparency?: 'opaque' | 'transparent';
  visibility?: 'default' | 'public' | 'private' | 'confidential';
  iCalUID?: string;
  sequence?: number;
  attendees?: EventPerson[];
  reminders?: { useDefault: boolean };
  eventType?: string;
  [field: string]: unknown;
}
