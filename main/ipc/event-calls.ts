import type { EventDetail } from '../domain/calendar/detail.ts';
import type { FreeBusy } from '../domain/calendar/free-busy.ts';
import type { SearchResult } from '../domain/calendar/search-events.ts';
import type { WriteResult } from '../domain/calendar/write-types.ts';
import {
  calendarEventSchema,
  freeBusySchema,
  openEventLinkSchema,
  searchEventsSchema,
  writeEventSchema,
  type EventDetailDto,
  type EventWriteResultDto,
  type FreeBusyDto,
  type SearchDto,
} from '../../preload/contract/calendar.ts';
import { answer, answerDone, call, failed, type Handlers } from './answer.ts';
import { idsCap } from './calendar-calls.ts';
import { explanationDto } from './call-dto.ts';
import type { Services } from './services.ts';

type EventCalls = Pick<Handlers, 'calendarEvent' | 'openEventLink' | 'searchEvents' | 'freeBusy' | 'writeEvent'>;

/** Characters of a write as JSON: a description of 200,000, each of which may take six. */
const writeCap = 1_500_000;

/** Single events: look, open a link, search, free and busy times, change. */
export function eventCalls(services: Services): EventCalls {
  return {
    calendarEvent: call(calendarEventSchema, async ({ fresh, ...ref }) => {
      const workspace = await services.workspace();
      return answer(await workspace.events.event(ref, { fresh }), detailDto);
    }),
    openEventLink: call(openEventLinkSchema, async ({ url, ...ref }) => {
      const workspace = await services.workspace();
      const link = await workspace.events.link(ref, url);
      return link.ok ? answerDone(await services.openEventLink(link.value)) : failed(link.error);
    }),
    searchEvents: call(
      searchEventsSchema,
      async ({ callId, ...ask }) => {
        const workspace = await services.workspace();
        return answer(await workspace.events.search(ask, callId), searchDto);
      },
      idsCap,
    ),
    freeBusy: call(freeBusySchema, async ({ callId, ...ask }) => {
      const workspace = await services.workspace();
      return answer(await workspace.events.freeBusy(ask, callId), freeBusyDto);
    }),
    writeEvent: call(
      writeEventSchema,
      async ({ authorizationId, write, callId }) => {
        const workspace = await services.workspace();
        const result = await workspace.events.write(authorizationId, write, callId);
        if (result.ok && result.value.outcome === 'done') await workspace.grants.markUsed(authorizationId);
        return answer(result, writeResultDto);
      },
      writeCap,
    ),
  };
}

/** The domain's detail has the contract's shape and nothing else; the type says so. */
function detailDto(detail: EventDetail): EventDetailDto {
  return detail;
}

function searchDto({ events, truncated, problem }: SearchResult): SearchDto {
  return { events, truncated, problem: problem === null ? null : explanationDto(problem) };
}

function freeBusyDto({ people, problem }: FreeBusy): FreeBusyDto {
  return { people, problem: problem === null ? null : explanationDto(problem) };
}

function writeResultDto(result: WriteResult): EventWriteResultDto {
  switch (result.outcome) {
    case 'conflict':
      return { outcome: 'conflict', theirs: detailDto(result.theirs), fields: result.fields };
    case 'refused':
      return { outcome: 'refused', explanation: explanationDto(result.explanation) };
    case 'done':
    case 'gone':
    case 'cancelled':
      return result;
  }
}
