import { Button } from '@mantine/core';
import { AppWindow, ChevronRight, Clock, Globe, Link } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ConsentAttemptDto } from '../../../preload/contract/consent.ts';
import type { ProblemDto } from '../../../preload/contract/result.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAction } from '../../bridge/hooks.ts';
import { countdown } from '../../ui/duration.ts';
import { ProblemNotice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { useNow } from '../../ui/use-now.ts';
import { AttemptFacts } from './attempt-facts.tsx';
import { nowWords, sortIgnored } from './consent-words.ts';
import { FlowView } from './flow-view.tsx';
import { PasteAddress } from './paste-address.tsx';
import classes from './waiting.module.css';

const SAID_MS = 4_000;

/** A consent in progress: what happens where, how long it may take, and every way out of it. */
export function Waiting({ attempt }: { readonly attempt: ConsentAttemptDto }) {
  const bridge = useBridge();
  const cancel = useAction();
  const copy = useAction();
  const show = useAction();
  const [said, setSaid] = useState('');
  const problem = cancel.problem ?? copy.problem ?? show.problem;
  const input = { id: attempt.id };
  const { obstacle, quiet } = sortIgnored(attempt.ignored);
  const inBrowser = attempt.surface === 'browser';

  useEffect(() => {
    if (said === '') return undefined;
    const timer = setTimeout(() => {
      setSaid('');
    }, SAID_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [said]);

  return (
    <>
      <PageHeader
        title="Waiting for consent"
        subtitle={
          <span role="status" aria-label="Waiting for consent">
            <span className="gd-visually-hidden">Waiting for consent. </span>
            {nowWords(attempt)}
          </span>
        }
        actions={
          <>
            <TimeLeft deadlineAt={attempt.deadlineAt} />
            <Button variant="subtle" color="gray" loading={cancel.busy} onClick={() => void cancel.start(() => bridge.cancelConsent(input))}>
              Cancel
            </Button>
            <Button
              leftSection={<Link size={15} strokeWidth={1.75} aria-hidden="true" />}
              loading={copy.busy}
              onClick={async () => {
                const answer = await copy.start(() => bridge.copyConsentLink(input));
                if (answer.ok) setSaid('Link copied. It works until this attempt ends.');
              }}
            >
              Copy link
            </Button>
            <Button
              variant="light"
              leftSection={
                inBrowser ? <Globe size={15} strokeWidth={1.75} aria-hidden="true" /> : <AppWindow size={15} strokeWidth={1.75} aria-hidden="true" />
              }
              loading={show.busy}
              onClick={() => void show.start(() => bridge.showConsentSurface(input))}
            >
              {inBrowser ? 'Open the browser again' : 'Show the window'}
            </Button>
          </>
        }
      />
      <p className={classes.said} aria-live="polite">
        {said}
      </p>
      {attempt.moved !== null && <ProblemNotice problem={attempt.moved} tone="warn" />}
      {obstacle !== null && <ProblemNotice problem={obstacle} tone="warn" />}
      {problem !== null && <ProblemNotice problem={problem} />}
      <FlowView flow={attempt}>
        <AttemptFacts attempt={attempt} />
        <Ignored problems={quiet} />
        <div className={classes.paste}>
          <PasteAddress attemptId={attempt.id} />
        </div>
      </FlowView>
    </>
  );
}

function TimeLeft({ deadlineAt }: { readonly deadlineAt: number }) {
  const now = useNow(deadlineAt, 'second');
  return (
    <span className={classes.time} role="timer" aria-label="Time left">
      <Clock size={15} strokeWidth={1.75} aria-hidden="true" />
      {countdown(deadlineAt - now)} left
    </span>
  );
}

/** Answers that were not for this attempt. Told quietly: they changed nothing. */
function Ignored({ problems }: { readonly problems: readonly ProblemDto[] }) {
  const count = problems.length;
  if (count === 0) return null;
  return (
    <details className={classes.ignored}>
      <summary>
        <ChevronRight className={classes.turn} size={14} strokeWidth={2} aria-hidden="true" />
        {count === 1 ? 'One answer was ignored' : `${String(count)} answers were ignored`}; still waiting
      </summary>
      <ul>
        {problems.map((one, at) => (
          <li key={`${String(at)} ${one.code}`}>
            {one.message}
            {one.hint !== null && ` ${one.hint}`}
          </li>
        ))}
      </ul>
    </details>
  );
}
