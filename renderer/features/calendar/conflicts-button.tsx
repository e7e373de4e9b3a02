import { Button, Popover } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { memo, useState } from 'react';
import type { EventRowDto } from '../../../preload/contract/calendar.ts';
import type { Conflicts } from './conflicts.ts';
import css from './conflicts-button.module.css';
import { clockAt, eventKey, titleWords } from './event-words.ts';
import { dateAt, dateHeading } from './view-dates.ts';

interface ConflictsButtonProps {
  readonly conflicts: Conflicts;
  readonly zone: string;
  readonly today: string;
  readonly format24Hour: boolean;
  readonly onOpen: (row: EventRowDto) => void;
}

/** How many events of the shown days claim the same time, and which. Nothing is there when none do. */
export const ConflictsButton = memo(function ConflictsButton({ conflicts, zone, today, format24Hour, onOpen }: ConflictsButtonProps) {
  const [opened, setOpened] = useState(false);
  const { pairs, more } = conflicts;
  if (pairs.length === 0) return null;
  const open = (row: EventRowDto): void => {
    setOpened(false);
    onOpen(row);
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={340} trapFocus>
      <Popover.Target>
        <Button
          size="sm"
          variant="subtle"
          color="gray"
          px={6}
          aria-label="Conflicts"
          aria-description={`${String(pairs.length)}${more ? ' or more' : ''} overlaps`}
          leftSection={<TriangleAlert size={14} strokeWidth={1.75} color="var(--gd-warn)" />}
          onClick={() => {
            setOpened(!opened);
          }}
        >
          <span className="gd-num">
            {pairs.length}
            {more ? '+' : ''}
          </span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>{opened && <ConflictList conflicts={conflicts} zone={zone} today={today} format24Hour={format24Hour} onOpen={open} />}</Popover.Dropdown>
    </Popover>
  );
});

function ConflictList({ conflicts: { pairs, more }, zone, today, format24Hour, onOpen }: ConflictsButtonProps) {
  const when = (moment: number): string => `${dateHeading(dateAt(moment, zone), today)}, ${clockAt(moment, zone, format24Hour)}`;
  return (
    <>
        <p className={css.title}>At the same time</p>
        <ul className={`gd-scroll ${css.list}`} aria-label="Conflicts">
          {pairs.map(({ first, second, from, to }) => (
            <li key={`${eventKey(first)} ${eventKey(second)}`} className={css.pair}>
              <span className="gd-meta gd-num">
                {when(from)} – {clockAt(to, zone, format24Hour)}
              </span>
              {[first, second].map((row) => (
                <button
                  key={eventKey(row)}
                  type="button"
                  className={css.event}
                  onClick={() => {
                    onOpen(row);
                  }}
                >
                  {titleWords(row)}
                </button>
              ))}
            </li>
          ))}
        </ul>
        {more && <p className={css.more}>There are more.</p>}
    </>
  );
}
