import { Button } from '@mantine/core';
import { Play } from 'lucide-react';
import { useCall } from '../../app/use-call.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { CallResponse } from '../../ui/call-response.tsx';
import { ProblemNotice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { CallPage, type CallPageContext } from '../explorer/call-page.tsx';
import { CalendarCards } from './calendar-cards.tsx';
import { readCalendarList } from './calendar-list.ts';
import css from './calendar-page.module.css';

/** The calendars an account sees, by calendarList.list of Calendar v3. */
export function CalendarPage() {
  return (
    <CallPage title="Calendar" subtitle="Every calendar the account can see, and what it may do there">
      {(context) => <Calendars {...context} />}
    </CallPage>
  );
}

function Calendars({ authorization, mend }: CallPageContext) {
  const bridge = useBridge();
  const { busy, result, problem, start, cancel } = useCall();
  const list = (): void => {
    void start((callId) => bridge.listCalendars({ authorizationId: authorization.id, callId }));
  };
  const calendars = result === null || result.status !== 200 ? null : readCalendarList(result.body);

  return (
    <>
      <div>
        <Button variant="filled" leftSection={<Play size={14} strokeWidth={1.9} />} loading={busy} onClick={list}>
          List calendars
        </Button>
      </div>
      {problem !== null && <ProblemNotice problem={problem} />}
      <div className={css.columns}>
        {calendars !== null && (
          <Section title="Calendars" count={calendars.length}>
            <CalendarCards calendars={calendars} />
          </Section>
        )}
        <CallResponse
          result={result}
          busy={busy}
          idle="List calendars asks Google for the account’s calendar list; the answer appears here."
          onCancel={cancel}
          onRemedy={(remedy) => {
            mend(remedy, list, { kind: 'list-calendars' });
          }}
        />
      </div>
    </>
  );
}
