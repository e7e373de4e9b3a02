import { Button } from '@mantine/core';
import { Ban, CircleHelp, EyeOff, LockKeyhole, Tag, UserX } from 'lucide-react';
import type { CalendarStateDto, EventDetailDto, EventRowDto } from '../../../../preload/contract/calendar.ts';
import type { ErrorDto } from '../../../../preload/contract/result.ts';
import { Chip } from '../../../ui/chip.tsx';
import { dateTime } from '../../../ui/duration.ts';
import { Notice } from '../../../ui/notice.tsx';
import css from './event-dialog.module.css';
import { kindWords } from './people-words.ts';

interface EventNoticesProps {
  readonly calendar: CalendarStateDto;
  readonly row: EventRowDto;
  readonly detail: EventDetailDto | null;
  readonly problem: ErrorDto | null;
  readonly refreshing: boolean;
  readonly onAgain: () => void;
}

/** What state the event is in, in words, and how sure that is. */
export function EventNotices({ calendar, row, detail, problem, refreshing, onAgain }: EventNoticesProps) {
  const kind = detail === null ? null : kindWords(detail.eventType);
  const chips = [
    row.status === 'cancelled' && (
      <Chip key="cancelled" icon={Ban} tone="bad">
        Cancelled
      </Chip>
    ),
    row.status === 'tentative' && (
      <Chip key="tentative" icon={CircleHelp} tone="warn">
        Tentative
      </Chip>
    ),
    row.response === 'declined' && (
      <Chip key="declined" icon={UserX}>
        You declined
      </Chip>
    ),
    (row.private || detail?.visibility === 'confidential') && (
      <Chip key="private" icon={LockKeyhole}>
        {detail?.visibility === 'confidential' ? 'Confidential' : 'Private'}
      </Chip>
    ),
    row.busyOnly && (
      <Chip key="busy" icon={EyeOff}>
        Only the time is shared
      </Chip>
    ),
    !row.busy && !row.busyOnly && <Chip key="free">Shown as free</Chip>,
    kind !== null && (
      <Chip key="kind" icon={Tag}>
        {kind}
      </Chip>
    ),
  ].filter((chip) => chip !== false);
  return (
    <>
      {chips.length > 0 && <div className={css.chips}>{chips}</div>}
      {problem !== null && (
        <Notice
          tone="warn"
          title={problem.message}
          action={
            <Button size="sm" loading={refreshing} onClick={onAgain}>
              Try again
            </Button>
          }
        >
          <p>{detail === null ? (problem.hint ?? 'Only what the views know is shown.') : heldWords(calendar, row.calendarId)}</p>
        </Notice>
      )}
    </>
  );
}

function heldWords({ calendars }: CalendarStateDto, calendarId: string): string {
  const at = calendars.find(({ id }) => id === calendarId)?.sync.syncedAt ?? null;
  return at === null ? 'What was loaded before is shown.' : `What was loaded before is shown, as of ${dateTime(at)}.`;
}
