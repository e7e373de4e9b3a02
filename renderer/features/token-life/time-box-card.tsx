import { Button, NativeSelect } from '@mantine/core';
import { Undo2 } from 'lucide-react';
import { useId, useState } from 'react';
import type { AuthorizationDto, TimeBoxDto } from '../../../preload/contract/authorizations.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAction } from '../../bridge/hooks.ts';
import { dateTime, timeUntil } from '../../ui/duration.ts';
import { Notice, ProblemNotice } from '../../ui/notice.tsx';
import { Card } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { showToast } from '../../ui/toast.tsx';
import { END_CHOICES } from './end-choices.ts';
import classes from './time-box-card.module.css';
import { TimeBoxDialog } from './time-box-dialog.tsx';

interface TimeBoxCardProps {
  readonly authorization: AuthorizationDto;
  readonly now: number;
}

/** The end that the owner gave this grant, and the choice of one. Nothing for a grant that is gone. */
export function TimeBoxCard({ authorization, now }: TimeBoxCardProps) {
  const bridge = useBridge();
  const clearing = useAction();
  const hintId = useId();
  /** Hours chosen and not confirmed yet; `own`: still to be typed. */
  const [asked, setAsked] = useState<number | 'own' | null>(null);
  const { timeBox, id } = authorization;
  if (authorization.state === 'revoked') return null;

  function choose(value: string): void {
    if (value === 'none') {
      void clearing.start(() => bridge.setTimeBox({ id, hours: null })).then((done) => {
        if (done.ok) showToast('This grant has no end of its own any more');
      });
    } else if (value !== 'set') {
      setAsked(value === 'own' ? 'own' : Number(value));
    }
  }

  return (
    <Section title="Ends by itself">
      <Card padded className={classes.card ?? ''}>
        {timeBox === null ? (
          <p className={classes.words} id={hintId}>
            Grantdesk can revoke this grant at Google after a while, so that nothing is left open by mistake.
          </p>
        ) : (
          <Standing authorization={authorization} timeBox={timeBox} now={now} hintId={hintId} />
        )}
        <NativeSelect
          aria-label="When this grant ends"
          aria-describedby={hintId}
          value={timeBox === null ? 'none' : 'set'}
          disabled={clearing.busy}
          data={[
            ...(timeBox === null ? [] : [{ value: 'set', label: `${timeBox.endsAt > now ? 'As set, ' : 'Was set for '}${dateTime(timeBox.endsAt)}` }]),
            { value: 'none', label: 'No end' },
            ...END_CHOICES.map(({ value, label }) => ({ value, label: `${label} from now` })),
            { value: 'own', label: 'Another time' },
          ]}
          onChange={(event) => {
            choose(event.currentTarget.value);
          }}
        />
        {clearing.problem !== null && <ProblemNotice problem={clearing.problem} />}
      </Card>
      <TimeBoxDialog
        authorization={authorization}
        asked={asked}
        onClose={() => {
          setAsked(null);
        }}
      />
    </Section>
  );
}

interface StandingProps extends TimeBoxCardProps {
  readonly timeBox: TimeBoxDto;
  readonly hintId: string;
}

function Standing({ authorization, timeBox, now, hintId }: StandingProps) {
  if (timeBox.state === 'overdue' || timeBox.endsAt <= now) return <Overdue authorization={authorization} timeBox={timeBox} hintId={hintId} />;
  return (
    <>
      <p className={classes.left} id={hintId}>
        <strong>Revoked {timeUntil(timeBox.endsAt - now)}</strong> {dateTime(timeBox.endsAt)}
      </p>
      {timeBox.problem !== null && <ProblemNotice problem={timeBox.problem} tone="warn" role="note" />}
    </>
  );
}

function Overdue({ authorization, timeBox, hintId }: Pick<StandingProps, 'authorization' | 'timeBox' | 'hintId'>) {
  const bridge = useBridge();
  const revoking = useAction();
  const problem = revoking.problem ?? timeBox.problem;
  return (
    <div id={hintId} className={classes.card}>
      <Notice tone="warn" role="note" title="Its time is over, and it is not revoked yet.">
        <p>{problem === null ? 'Google is being asked.' : `${problem.message} It is tried again by itself.`}</p>
      </Notice>
      <div>
        <Button
          className="gd-danger"
          leftSection={<Undo2 size={15} strokeWidth={1.75} aria-hidden="true" />}
          loading={revoking.busy}
          onClick={() => void revoking.start(() => bridge.revokeAuthorization({ id: authorization.id }))}
        >
          Revoke now
        </Button>
      </div>
    </div>
  );
}
