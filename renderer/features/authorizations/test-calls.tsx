import { Button, TextInput } from '@mantine/core';
import { Play } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { AuthorizationDto } from '../../../preload/contract/authorizations.ts';
import type { RemedyDto } from '../../../preload/contract/calls.ts';
import { useCall } from '../../app/use-call.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAction } from '../../bridge/hooks.ts';
import { CallResponse } from '../../ui/call-response.tsx';
import { ProblemNotice } from '../../ui/notice.tsx';
import { Card } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { takeDueCall, type WaitingCall } from '../consent/consent-run.ts';
import { groupEmailFault } from './group-email.ts';
import classes from './test-calls.module.css';

type TestCall = Extract<WaitingCall, { kind: 'list-calendars' | 'read-group-settings' }>;

interface TestCallsProps {
  readonly authorization: AuthorizationDto;
  /** A scope is missing: ask for it, then carry out the call. */
  readonly onGrant: (scopes: readonly string[], call: WaitingCall) => void;
  readonly onReauthorize: () => void;
}

/** Two calls that show whether the authorization works, and Google's whole answer. */
export function TestCalls({ authorization, onGrant, onReauthorize }: TestCallsProps) {
  const bridge = useBridge();
  const { busy, result, problem, start, cancel } = useCall();
  const opening = useAction();
  const [last, setLast] = useState<TestCall | null>(null);
  const [groupEmail, setGroupEmail] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const area = useRef<HTMLDivElement>(null);
  const authorizationId = authorization.id;

  function call(what: TestCall): void {
    setLast(what);
    setFault(null);
    void start((callId) =>
      what.kind === 'list-calendars'
        ? bridge.listCalendars({ authorizationId, callId })
        : bridge.readGroupSettings({ authorizationId, callId, groupEmail: what.groupEmail }),
    );
  }

  const carryOutDueCall = useEffectEvent(() => {
    const due = takeDueCall(authorizationId, ['list-calendars', 'read-group-settings']);
    if (due === null) return;
    if (due.kind === 'read-group-settings') setGroupEmail(due.groupEmail);
    area.current?.scrollIntoView({ block: 'nearest' });
    call(due);
  });
  useEffect(() => {
    // After the page has settled: a page that is put up and taken down at once must not swallow the call.
    const timer = setTimeout(() => {
      carryOutDueCall();
    }, 0);
    return () => {
      clearTimeout(timer);
    };
  }, [authorizationId]);

  function readGroup(): void {
    const typed = groupEmail.trim();
    const wrong = groupEmailFault(typed);
    setFault(wrong);
    if (wrong === null) call({ kind: 'read-group-settings', groupEmail: typed });
  }

  function mend(remedy: RemedyDto): void {
    if (last === null) return;
    switch (remedy.kind) {
      case 'grant-scope':
        onGrant(remedy.scopes, last);
        break;
      case 'enable-api':
        void opening.start(() => bridge.openConsole({ url: remedy.url }));
        break;
      case 'retry':
        call(last);
        break;
      case 'reauthorize':
        onReauthorize();
        break;
    }
  }

  return (
    <div ref={area} className={classes.area}>
      <Section title="Test calls">
        <Card className={classes.card ?? ''}>
          <div>
            <Button
              size="sm"
              leftSection={<Play size={13} strokeWidth={1.9} aria-hidden="true" />}
              disabled={busy}
              onClick={() => {
                call({ kind: 'list-calendars' });
              }}
            >
              List calendars
            </Button>
          </div>
          <form
            className={classes.group}
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              readGroup();
            }}
          >
            <TextInput
              className={classes.field ?? ''}
              label="Group email"
              placeholder="name@example.com"
              value={groupEmail}
              error={fault}
              errorProps={{ role: 'alert' }}
              spellCheck={false}
              autoComplete="off"
              maxLength={320}
              onChange={(event) => {
                setGroupEmail(event.currentTarget.value);
                setFault(null);
              }}
            />
            <Button type="submit" className={classes.read ?? ''} disabled={busy}>
              Read group settings
            </Button>
          </form>
          {problem !== null && <ProblemNotice problem={problem} />}
          {opening.problem !== null && <ProblemNotice problem={opening.problem} />}
          <CallResponse
            result={result}
            busy={busy}
            idle="Make a call with this account: Google’s answer appears here, as it came."
            onCancel={cancel}
            onRemedy={mend}
          />
        </Card>
      </Section>
    </div>
  );
}
