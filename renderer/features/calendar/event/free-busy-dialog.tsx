import { ActionIcon, Autocomplete, Button, Loader, Modal, SegmentedControl } from '@mantine/core';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import type { EventFields, FreeBusyDto } from '../../../../preload/contract/calendar.ts';
import type { ExplanationDto } from '../../../../preload/contract/calls.ts';
import { ExplanationPanel } from '../../../ui/explanation-panel.tsx';
import { ProblemNotice } from '../../../ui/notice.tsx';
import { useNow } from '../../../ui/use-now.ts';
import { oddWords, readAddresses } from './addresses.ts';
import { keepComparison, lastComparison } from './busy-memory.ts';
import { BusyRows } from './busy-rows.tsx';
import parts from './event-parts.module.css';
import css from './free-busy.module.css';
import { FreeSlots } from './free-slots-list.tsx';
import { rangeOf } from './slot-range.ts';
import { dayStart } from './free-slots.ts';
import { dateWords, plainDate, plusDays, zoned } from './times.ts';
import { useFreeBusy } from './use-free-busy.ts';
import type { Desk, TimeRange } from './windows-context.ts';

interface FreeBusyDialogProps {
  readonly desk: Desk;
  /** First day, RFC 3339 full-date; null takes up the last comparison. */
  readonly day: string | null;
  readonly known: readonly string[];
  readonly onClose: () => void;
  readonly onNew: (range: TimeRange, guests: EventFields['guests']) => void;
}

const RANGES = [
  { value: '1', label: 'Day' },
  { value: '3', label: '3 days' },
  { value: '7', label: 'Week' },
];

/** Busy times of several people side by side, and when everyone is free. */
export function FreeBusyDialog({ desk, day: asked, known, onClose, onNew }: FreeBusyDialogProps) {
  const { authorization, calendar, zone } = desk;
  const now = useNow();
  const today = zoned(new Date(now).toISOString(), zone)?.toPlainDate().toString() ?? new Date(now).toISOString().slice(0, 10);
  const [last] = useState(() => lastComparison(authorization.id));
  const [people, setPeople] = useState<readonly string[]>(last?.people ?? [authorization.account.email]);
  const [day, setDay] = useState(() => laterOf(asked ?? last?.day ?? today, today));
  const [days, setDays] = useState(last?.days ?? 1);
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const { busy, answer, problem, ask, cancel } = useFreeBusy(authorization.id);

  const window = { from: dayStart(day, zone), to: dayStart(plusDays(day, days), zone) };
  const refused: ExplanationDto | null =
    answer?.value.problem ?? (!calendar.can.freeBusy && calendar.missing.freeBusy.length > 0 ? missingScope(calendar.missing.freeBusy) : null);
  const load = useEffectEvent(() => {
    keepComparison(authorization.id, { people, day, days });
    if (people.length === 0 || !calendar.can.freeBusy) return;
    void ask({ ids: people, ...window });
  });
  const wanted = `${people.join(' ')} ${day} ${days} ${zone} ${calendar.can.freeBusy}`;
  useEffect(() => {
    load();
  }, [wanted]);

  const add = (text: string): void => {
    const { found, odd } = readAddresses(text);
    const next = [...new Set([...people, ...found])];
    setTyped(odd.join(' '));
    setFault(odd.length > 0 ? oddWords(odd) : next.length > 50 ? 'At most 50 can be compared.' : null);
    setPeople(next.slice(0, 50));
  };
  const shown = answer !== null && answer.query.from === window.from && answer.query.to === window.to ? answer.value : null;
  const choose = (range: TimeRange): void => {
    const own = authorization.account.email.toLowerCase();
    onNew(range, people.filter((email) => email.toLowerCase() !== own && email.includes('@')).map((email) => ({ email, optional: false })));
  };
  const year = Number(today.slice(0, 4));
  const first = plainDate(day);
  const lastDay = plainDate(plusDays(day, days - 1));

  return (
    <Modal opened classNames={{ content: 'gd-scroll' }} onClose={onClose} title="Find a time" size={860} closeOnClickOutside={false}>
      <div className={parts.form}>
        <form
          className={css.adding}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            add(typed);
          }}
        >
          <Autocomplete
            openOnFocus={false}
            label="Add people"
            placeholder="name@example.com"
            value={typed}
            data={known.filter((email) => !people.includes(email))}
            limit={8}
            comboboxProps={{ zIndex: 400 }}
            error={fault}
            errorProps={{ role: 'alert' }}
            autoComplete="off"
            spellCheck={false}
            data-autofocus
            onChange={(text) => {
              setTyped(text);
              setFault(null);
            }}
            onOptionSubmit={(email) => {
              // After the field took the option over as text.
              queueMicrotask(() => {
                add(email);
              });
            }}
          />
          <Button type="submit" className={css.add ?? ''}>
            Add
          </Button>
        </form>
        <div className={css.bar}>
          <ActionIcon
            aria-label="Earlier"
            onClick={() => {
              setDay(plusDays(day, -days));
            }}
          >
            <ChevronLeft size={16} strokeWidth={1.75} />
          </ActionIcon>
          <ActionIcon
            aria-label="Later"
            onClick={() => {
              setDay(plusDays(day, days));
            }}
          >
            <ChevronRight size={16} strokeWidth={1.75} />
          </ActionIcon>
          <h3 className="gd-section-title" aria-live="polite">
            {first === null ? day : dateWords(first, year)}
            {days > 1 && lastDay !== null && ` – ${dateWords(lastDay, year)}`}
          </h3>
          {busy && (
            <span className={parts.busy}>
              <Loader size={15} color="petrol" />
              <span aria-live="polite">Asking Google</span>
              <Button size="sm" variant="subtle" color="gray" onClick={cancel}>
                Cancel
              </Button>
            </span>
          )}
          <span className={css.gap} />
          <SegmentedControl
            aria-label="Range"
            data={RANGES}
            value={String(days)}
            onChange={(next) => {
              setDays(Number(next));
            }}
          />
        </div>
        {problem !== null && <ProblemNotice problem={problem} action={<Button size="sm" onClick={() => void ask({ ids: people, ...window })}>Try again</Button>} />}
        {refused !== null && (
          <ExplanationPanel
            explanation={refused}
            onRemedy={(remedy) => {
              if (remedy.kind === 'grant-scope') desk.onGrant(remedy.scopes, { kind: 'free-busy' });
              else if (remedy.kind === 'retry') void ask({ ids: people, ...window });
              else desk.onRemedy(remedy);
            }}
          />
        )}
        <BusyRows
          window={window}
          zone={zone}
          hour24={calendar.preferences.format24Hour}
          days={days}
          people={people}
          answers={shown?.people ?? []}
          waiting={busy}
          onChoose={(slot) => {
            choose(rangeOf(slot, zone));
          }}
          onRemove={(email) => {
            setPeople(people.filter((one) => one !== email));
          }}
        />
        {shown !== null && shown.problem === null && people.length > 0 && (
          <FreeSlots
            day={day}
            days={days}
            zone={zone}
            hour24={calendar.preferences.format24Hour}
            now={now}
            people={answersFor(people, shown)}
            onChoose={choose}
          />
        )}
      </div>
    </Modal>
  );
}

/** Nobody meets in the past: a view that shows it begins today. */
function laterOf(day: string, today: string): string {
  return day < today ? today : day;
}

function answersFor(people: readonly string[], { people: answers }: FreeBusyDto): FreeBusyDto['people'] {
  return answers.filter(({ id }) => people.includes(id));
}

function missingScope(scopes: readonly string[]): ExplanationDto {
  return {
    code: 'scope-missing',
    title: 'This account has not allowed looking at free and busy times yet.',
    meaning: 'The narrowest scope shows when people are busy, and nothing of what they do.',
    remedies: [{ kind: 'grant-scope', scopes }],
  };
}
