import { Button, Skeleton } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import type { AuthorizationDto } from '../../../preload/contract/authorizations.ts';
import { useAccount } from '../../app/use-account.ts';
import { AccountSelect } from '../../ui/account-select.tsx';
import { ProblemNotice } from '../../ui/notice.tsx';
import { takeDueCall } from '../consent/consent-run.ts';
import { useMend } from '../consent/use-mend.tsx';
import { NoAccountPage } from '../explorer/no-account.tsx';
import { CalendarBoard } from './calendar-board.tsx';
import { CalendarFrame, useNarrow } from './calendar-frame.tsx';
import css from './calendar-frame.module.css';
import { useCalendar } from './use-calendar.ts';

/** The calendars of an account: month, week, day and agenda, search, and changing what is there. */
export function CalendarPage() {
  const { authorization, authorizations, choose } = useAccount();
  if (authorization === null) return <NoAccountPage title="Calendar" subtitle="The events of every calendar the account can see" />;
  return (
    <AccountCalendar
      key={authorization.id}
      authorization={authorization}
      account={<AccountSelect compact authorizations={authorizations} value={authorization.id} onChange={choose} />}
    />
  );
}

/** Everything of one account. Its key drops all of it when the account changes. */
function AccountCalendar({ authorization, account }: { readonly authorization: AuthorizationDto; readonly account: ReactNode }) {
  const access = useCalendar(authorization.id);
  const mending = useMend(authorization);
  const narrow = useNarrow();
  const [drawer, setDrawer] = useState(false);
  const { state, problem, open } = access;

  useEffect(() => {
    // Opening the page reads everything: there is nothing more to carry out after consent.
    const timer = setTimeout(() => takeDueCall(authorization.id, ['calendar-read']), 0);
    return () => {
      clearTimeout(timer);
    };
  }, [authorization.id]);

  if (state !== null) {
    return (
      <>
        <CalendarBoard authorization={authorization} account={account} access={access} state={state} mending={mending} narrow={narrow} drawer={drawer} onDrawer={setDrawer} />
        {mending.element}
      </>
    );
  }
  return (
    <CalendarFrame
      narrow={false}
      opened={false}
      onClose={() => {
        setDrawer(false);
      }}
      side={account}
    >
      <div className={css.skeleton} aria-busy={problem === null}>
        {problem === null ? <Skeleton height="100%" radius="lg" /> : <ProblemNotice problem={problem} action={<Button onClick={open}>Try again</Button>} />}
      </div>
    </CalendarFrame>
  );
}
