import { ActionIcon } from '@mantine/core';
import { Check as CheckIcon, TriangleAlert, X } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import type { AuthorizationDto, CheckDto } from '../../../preload/contract/authorizations.ts';
import { clockTime, span } from '../../ui/duration.ts';
import { Card } from '../../ui/page.tsx';
import { ProblemNotice } from '../../ui/notice.tsx';
import classes from './check-panel.module.css';
import type { Check } from './use-detail-actions.ts';

/** What Google says about the access token right now, against what is stored here. */
export function CheckPanel({ authorization, check }: { readonly authorization: AuthorizationDto; readonly check: Check }) {
  const { action, answer, close } = check;
  return (
    <div aria-live="polite" className={classes.area}>
      {action.problem !== null && <ProblemNotice problem={action.problem} />}
      {answer !== null && <Answer authorization={authorization} answer={answer} onClose={close} />}
    </div>
  );
}

interface AnswerProps {
  readonly authorization: AuthorizationDto;
  readonly answer: CheckDto;
  readonly onClose: () => void;
}

function Answer({ authorization, answer, onClose }: AnswerProps) {
  const id = useId();
  const same = answer.missing.length === 0 && answer.added.length === 0;
  const emailSame = answer.email === null || answer.email === authorization.account.email;
  const left = answer.expiresInSeconds;
  return (
    <Card>
      <section className={classes.panel} aria-labelledby={id}>
        <div className={classes.head}>
          <h2 id={id} className={classes.title}>
            What Google says
          </h2>
          <span className="gd-meta">at {clockTime(answer.checkedAt)}</span>
          <ActionIcon className={classes.close} aria-label="Close the check" onClick={onClose}>
            <X size={15} strokeWidth={1.75} />
          </ActionIcon>
        </div>
        <dl className={classes.facts}>
          <Fact label="Made for" good={answer.audienceMatches}>
            {answer.audienceMatches ? 'this client' : `another client: ${answer.audience ?? 'not named'}`}
          </Fact>
          {answer.email !== null && (
            <Fact label="Account" good={emailSame}>
              {answer.email}
            </Fact>
          )}
          <Fact label="Access token" good={left === null || left > 0}>
            {left === null ? 'no end named' : left > 0 ? `${span(left * 1000)} left` : 'ended'}
          </Fact>
          <Fact label="Scopes" good={same}>
            {same ? `the same ${String(answer.scopes.length)} as stored here` : 'not the same as stored here'}
          </Fact>
        </dl>
        {!same && (
          <ul className={classes.differences} aria-label="Differences">
            {answer.missing.map((scope) => (
              <li key={scope}>
                <b>Gone at Google</b> <span className="gd-mono">{shortOf(scope)}</span>
              </li>
            ))}
            {answer.added.map((scope) => (
              <li key={scope}>
                <b>New at Google</b> <span className="gd-mono">{shortOf(scope)}</span>
              </li>
            ))}
          </ul>
        )}
        <ul className={classes.scopes} aria-label="Scopes at Google">
          {answer.scopes.map((one) => (
            <li key={one.scope} className="gd-mono" title={one.title}>
              {one.shortName}
            </li>
          ))}
        </ul>
      </section>
    </Card>
  );
}

function Fact({ label, good, children }: { readonly label: string; readonly good: boolean; readonly children: ReactNode }) {
  const Icon = good ? CheckIcon : TriangleAlert;
  return (
    <div className={classes.fact}>
      <dt>{label}</dt>
      <dd data-good={good}>
        <Icon size={14} strokeWidth={good ? 2.6 : 2} aria-hidden="true" />
        {children}
      </dd>
    </div>
  );
}

function shortOf(scope: string): string {
  return scope.replace('https://www.googleapis.com/auth/', '');
}
