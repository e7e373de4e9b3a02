import type { CalendarState } from '../domain/calendar/calendar-state.ts';
import type { CalendarStateDto } from '../../preload/contract/calendar.ts';
import { explanationDto } from './call-dto.ts';

/** Named fields only: what else a state carries stays in main. */
export function calendarStateDto(state: CalendarState): CalendarStateDto {
  const { authorizationId, preferences, listState, listedAt, problem, offline, revision, can, missing } = state;
  return {
    authorizationId,
    preferences,
    calendars: state.calendars.map((calendar) => ({
      ...calendar,
      sync: { ...calendar.sync, problem: calendar.sync.problem === null ? null : explanationDto(calendar.sync.problem) },
    })),
    listState,
    listedAt,
    problem: problem === null ? null : explanationDto(problem),
    offline,
    revision,
    can,
    missing,
  };
}
