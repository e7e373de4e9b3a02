import { Button, Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { ScriptQuestionDto } from '../../../preload/contract/scripts.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAction } from '../../bridge/hooks.ts';
import { timeUntil } from '../../ui/duration.ts';
import { Notice, ProblemNotice } from '../../ui/notice.tsx';
import { useNow } from '../../ui/use-now.ts';
import { CeilingBoxes } from './ceiling-boxes.tsx';
import { ProgramName } from './program-name.tsx';
import css from './script-question.module.css';
import { useScriptQuestion } from './use-scripts.ts';

/** Milliseconds for which nothing can be allowed. */
const READY_MS = 700;

/** Why a program of this kind is asked about each time. */
const ONCE_ONLY: Partial<Record<ScriptQuestionDto['program']['kind'], string>> = {
  unknown: 'This system does not tell which program asks, so it is asked about each time.',
  terminal: 'Whatever is typed or started in a terminal looks the same, so it is asked about each time. A script in a file can be allowed for good.',
};

/** The question about a program that asks, over whatever page is open; one at a time. */
export function ScriptQuestion() {
  const question = useScriptQuestion();
  return question === null ? null : <Question key={question.id} question={question} />;
}

function Question({ question }: { readonly question: ScriptQuestionDto }) {
  const bridge = useBridge();
  const { busy, problem, start } = useAction();
  const { id, program, account, granted, asked } = question;
  const [ticked, setTicked] = useState<ReadonlySet<string>>(() => new Set(asked));
  const toggle = (scope: string): void => {
    setTicked((before) => (before.has(scope) ? new Set([...before].filter((one) => one !== scope)) : new Set([...before, scope])));
  };
  const say = (answer: 'once' | 'always' | 'no'): void => {
    void start(() => bridge.answerScript({ id, answer, ceiling: answer === 'no' ? [] : [...ticked] }));
  };
  // It comes up unasked: a click or key that was meant for what stood there before must not allow anything.
  const ready = useLater(READY_MS);
  const notYet = !ready || (account !== null && !asked.some((scope) => ticked.has(scope)));
  return (
    // Escape and a click beside it say no: nothing is allowed by leaving.
    <Modal opened onClose={() => { say('no'); }} title="Allow this program?" size={560} withCloseButton={false}>
      <div className={css.body}>
        <ProgramName program={program} />
        <p className={css.wish}>{wish(question)}</p>
        {account !== null && (
          <>
            <CeilingBoxes legend="It asks for" scopes={granted.filter(({ scope }) => asked.includes(scope))} ticked={ticked} onToggle={toggle} />
            <CeilingBoxes
              legend="Granted too, but not asked for now"
              scopes={granted.filter(({ scope, signIn }) => !asked.includes(scope) && !signIn)}
              ticked={ticked}
              onToggle={toggle}
            />
          </>
        )}
        {!program.recognisable && (
          <Notice tone="info" role="note" title="Once only">
            <p>{ONCE_ONLY[program.kind] ?? 'It could not be recognised again, so it is asked about each time.'}</p>
          </Notice>
        )}
        {problem !== null && <ProblemNotice problem={problem} />}
        <div className={css.foot}>
          <Countdown endsAt={question.endsAt} />
          <Button variant="subtle" color="gray" data-autofocus onClick={() => { say('no'); }}>
            Deny
          </Button>
          {program.recognisable && (
            <Button disabled={notYet} onClick={() => { say('always'); }}>
              {account === null ? 'Allow from now on' : 'Allow for this account'}
            </Button>
          )}
          <Button variant="filled" loading={busy} disabled={notYet} onClick={() => { say('once'); }}>
            Allow once
          </Button>
        </div>
      </div>
    </Modal>
  );
}

function wish({ account, method }: ScriptQuestionDto) {
  if (account === null) return 'It wants to see the list of your accounts, with client, state and scopes. No token goes with it.';
  if (method !== null) {
    return (
      <>
        It wants Grantdesk to call <span className="gd-mono">{method}</span> as <strong>{account}</strong>. It gets the answer; the token stays here.
      </>
    );
  }
  return (
    <>
      It wants an access token of <strong>{account}</strong>. With it, it can do what you tick below until the token ends, an hour at most.
    </>
  );
}

/** True once so much time has passed. */
function useLater(ms: number): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => {
      setLate(true);
    }, ms);
    return () => {
      window.clearTimeout(timer);
    };
  }, [ms]);
  return late;
}

function Countdown({ endsAt }: { readonly endsAt: number }) {
  const now = useNow(endsAt, 'second');
  return <span className={`gd-num ${css.left}`}>Refused by itself {timeUntil(endsAt - now)}</span>;
}
