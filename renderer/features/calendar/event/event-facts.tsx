import { Skeleton } from '@mantine/core';
import { Bell, Clock, Eye, MapPin, Paperclip, Repeat, Video } from 'lucide-react';
import type { EventDetailDto, EventRowDto } from '../../../../preload/contract/calendar.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import css from './event-dialog.module.css';
import { Fact } from './fact.tsx';
import { linkTarget } from './link-target.ts';
import { reminderWords, VISIBILITY } from './people-words.ts';
import { seriesWords } from './recurrence-words.ts';
import { withLinks } from './sanitize.ts';
import { startOfSeries } from './series-start.ts';
import { ownZoneWords, whenWords, zoned, zoneWords } from './times.ts';
import type { Desk } from './windows-context.ts';

interface EventFactsProps {
  readonly desk: Desk;
  readonly row: EventRowDto;
  readonly detail: EventDetailDto | null;
  readonly now: number;
  readonly onLink: (url: string) => void;
}

/** When, how often, where, by which link, with which files and reminders. */
export function EventFacts({ desk, row, detail, now, onLink }: EventFactsProps) {
  const hour24 = desk.calendar.preferences.format24Hour;
  const place = row.location?.trim() ?? '';
  return (
    <>
      <Fact icon={Clock} label="Time">
        <When desk={desk} row={row} detail={detail} now={now} hour24={hour24} />
      </Fact>
      {detail !== null && detail.recurrence.length > 0 && (
        <Fact icon={Repeat} label="Repeats">
          <p>{seriesWords(detail.recurrence, startOfSeries(detail, desk.zone), now)}</p>
        </Fact>
      )}
      {detail !== null && detail.recurrence.length === 0 && row.seriesId !== null && (
        <Fact icon={Repeat} label="Repeats">
          <p className={css.soft}>One of a series. How it repeats could not be read yet.</p>
        </Fact>
      )}
      {place !== '' && (
        <Fact icon={MapPin} label="Place">
          <p className={css.lines}>
            {withLinks(place).map((node, at) =>
              node.kind === 'link' ? <LinkButton key={at} url={node.url} text={node.url} onLink={onLink} /> : node.kind === 'text' ? node.text : null,
            )}
          </p>
        </Fact>
      )}
      {detail === null ? (
        <div className={css.loading} role="group" aria-label="Loading the event" aria-busy="true">
          <Skeleton height={12} width="62%" />
          <Skeleton height={12} width="44%" />
        </div>
      ) : (
        <More detail={detail} onLink={onLink} />
      )}
    </>
  );
}

function When({ desk, row, detail, now, hour24 }: Omit<EventFactsProps, 'onLink'> & { readonly hour24: boolean }) {
  const { zone, calendar } = desk;
  const calendarZone = calendar.calendars.find(({ id }) => id === row.calendarId)?.timeZone ?? null;
  const own = detail === null ? null : ownZoneWords(row, { startZone: detail.startZone ?? calendarZone, endZone: detail.endZone ?? detail.startZone ?? calendarZone }, zone, now, hour24);
  const start = row.allDay ? null : zoned(row.start, zone);
  const foreign = start !== null && zone !== calendar.preferences.timeZone;
  return (
    <>
      <p className="gd-num">
        {whenWords(row, zone, now, hour24)}
        {foreign && <span className={css.soft}> in {zoneWords(zone, start)}</span>}
      </p>
      {own !== null && <p className={`gd-meta gd-num ${css.own}`}>{own}</p>}
    </>
  );
}

function More({ detail, onLink }: { readonly detail: EventDetailDto; readonly onLink: (url: string) => void }) {
  const { conference, attachments, reminders, visibility } = detail;
  return (
    <>
      {conference !== null && (
        <Fact icon={Video} label="Conference">
          {conference.name !== null && <p>{conference.name}</p>}
          {conference.pending && <p className={css.soft}>Google is still making the link. It appears when the event is next read.</p>}
          <ul className={css.entries}>
            {conference.entries.map(({ kind, label, url, pin }) => (
              <li key={url}>
                {linkTarget(url) === null ? <span className={css.soft}>{url}</span> : <LinkButton url={url} text={kind === 'video' ? `Join: ${label}` : label} onLink={onLink} />}
                {pin !== null && (
                  <span className={`gd-meta ${css.pin}`}>
                    Code <span className="gd-mono gd-selectable">{pin}</span>
                    <CopyButton text={pin} label="Copy the code" />
                  </span>
                )}
              </li>
            ))}
          </ul>
        </Fact>
      )}
      {attachments.length > 0 && (
        <Fact icon={Paperclip} label="Attachments">
          <ul className={css.entries}>
            {attachments.map(({ title, url }, at) => (
              <li key={at}>{url === null || linkTarget(url) === null ? title : <LinkButton url={url} text={title} onLink={onLink} />}</li>
            ))}
          </ul>
        </Fact>
      )}
      {reminders !== null && (
        <Fact icon={Bell} label="Reminders">
          {reminders.length === 0 ? <p>No reminder</p> : reminders.map((one) => <p key={`${one.method} ${one.minutes}`}>{reminderWords(one)}</p>)}
        </Fact>
      )}
      {visibility !== 'default' && visibility !== 'private' && visibility !== 'confidential' && (
        <Fact icon={Eye} label="Visibility">
          <p>{VISIBILITY[visibility]}</p>
        </Fact>
      )}
    </>
  );
}

function LinkButton({ url, text, onLink }: { readonly url: string; readonly text: string; readonly onLink: (url: string) => void }) {
  return (
    <button
      type="button"
      role="link"
      className={css.link}
      onClick={() => {
        onLink(url);
      }}
    >
      {text}
    </button>
  );
}
