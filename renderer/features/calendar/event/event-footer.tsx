import { Button } from '@mantine/core';
import { Braces, Copy, ExternalLink, Pencil, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import type { EventDetailDto } from '../../../../preload/contract/calendar.ts';
import { useBridge } from '../../../bridge/bridge-provider.tsx';
import { useAction } from '../../../bridge/hooks.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { JsonView } from '../../../ui/json-view.tsx';
import { ProblemNotice } from '../../../ui/notice.tsx';
import { useNow } from '../../../ui/use-now.ts';
import css from './event-dialog.module.css';
import { whenWords } from './times.ts';
import type { Desk } from './windows-context.ts';

interface EventFooterProps {
  readonly desk: Desk;
  /** Null while nothing but the row is known. */
  readonly detail: EventDetailDto | null;
  readonly refreshing: boolean;
  readonly onEdit: (detail: EventDetailDto) => void;
  readonly onDuplicate: (detail: EventDetailDto) => void;
  readonly onDelete: (detail: EventDetailDto) => void;
}

/** What can be done with the event, and what it is behind the words. */
export function EventFooter({ desk, detail, refreshing, onEdit, onDuplicate, onDelete }: EventFooterProps) {
  const bridge = useBridge();
  const opening = useAction();
  const now = useNow();
  const [raw, setRaw] = useState(false);
  const rawId = useId();
  if (detail === null) return <div className={css.end} />;
  const { rights, hasPage, created, updated, calendarId, eventId } = detail;
  const at = (moment: string): string => whenWords({ allDay: false, start: moment, end: moment }, desk.zone, now, desk.calendar.preferences.format24Hour);
  const facts = [created !== null && `Created ${at(created)}`, updated !== null && `changed ${at(updated)}`].filter((fact) => fact !== false);
  return (
    <>
      {opening.problem !== null && <ProblemNotice problem={opening.problem} />}
      <div className={css.tools}>
        {hasPage && (
          <Button
            size="sm"
            variant="subtle"
            color="gray"
            leftSection={<ExternalLink size={13} strokeWidth={1.75} aria-hidden="true" />}
            loading={opening.busy}
            onClick={() => void opening.start(() => bridge.openEventLink({ authorizationId: desk.authorization.id, calendarId, eventId, url: null }))}
          >
            Open in Google Calendar
          </Button>
        )}
        <Button
          size="sm"
          variant="subtle"
          color="gray"
          leftSection={<Braces size={13} strokeWidth={1.75} aria-hidden="true" />}
          aria-expanded={raw}
          aria-controls={rawId}
          onClick={() => {
            setRaw(!raw);
          }}
        >
          Raw JSON
        </Button>
      </div>
      <div id={rawId} hidden={!raw}>
        {raw && (
          <div className={css.raw}>
            <div className={css.rawHead}>
              <span className="gd-meta">Google’s answer, as it came</span>
              <CopyButton text={detail.rawJson} label="Copy the JSON" />
            </div>
            <JsonView text={detail.rawJson} />
            {detail.rawCut && <p className={css.soft}>It is longer; this is its beginning.</p>}
          </div>
        )}
      </div>
      {facts.length > 0 && <p className="gd-tick">{facts.join(', ')}</p>}
      <div className={css.actions} aria-busy={refreshing}>
        {rights.delete && (
          <Button
            variant="default"
            color="brick"
            className="gd-danger"
            leftSection={<Trash2 size={14} strokeWidth={1.75} aria-hidden="true" />}
            onClick={() => {
              onDelete(detail);
            }}
          >
            Delete
          </Button>
        )}
        <span className={css.gap} />
        {detail.fields !== null && desk.calendar.calendars.some(({ writable }) => writable) && (
          <Button
            variant="subtle"
            color="gray"
            leftSection={<Copy size={14} strokeWidth={1.75} aria-hidden="true" />}
            onClick={() => {
              onDuplicate(detail);
            }}
          >
            Duplicate
          </Button>
        )}
        {rights.edit && detail.fields !== null && (
          <Button
            leftSection={<Pencil size={14} strokeWidth={1.75} aria-hidden="true" />}
            onClick={() => {
              onEdit(detail);
            }}
          >
            Edit
          </Button>
        )}
      </div>
    </>
  );
}
