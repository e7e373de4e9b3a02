import { Button, TextInput } from '@mantine/core';
import { Mail } from 'lucide-react';
import { useState } from 'react';
import { useCall } from '../../app/use-call.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { CallResponse } from '../../ui/call-response.tsx';
import { ProblemNotice } from '../../ui/notice.tsx';
import { CallPage, type CallPageContext } from '../explorer/call-page.tsx';
import { readGroupSettings } from './group-settings.ts';
import css from './groups-page.module.css';
import { SettingsTable } from './settings-table.tsx';

/** The settings of one group, by groups.get of Groups Settings v1. */
export function GroupsPage() {
  return (
    <CallPage title="Groups Settings" subtitle="Who can find, join, read and post, group by group">
      {(context) => <Group {...context} />}
    </CallPage>
  );
}

function Group({ authorization, mend }: CallPageContext) {
  const bridge = useBridge();
  const { busy, result, problem, start, cancel } = useCall();
  const [email, setEmail] = useState('');
  const [fault, setFault] = useState<string | null>(null);

  const load = (): void => {
    const groupEmail = email.trim();
    const wrong = emailFault(groupEmail);
    setFault(wrong);
    if (wrong === null) void start((callId) => bridge.readGroupSettings({ authorizationId: authorization.id, callId, groupEmail }));
  };
  const settings = result === null || result.status !== 200 ? null : readGroupSettings(result.body);

  return (
    <>
      <form
        className={css.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          load();
        }}
      >
        <TextInput
          label="Group email"
          placeholder="name@example.com"
          leftSection={<Mail size={15} strokeWidth={1.75} />}
          value={email}
          error={fault}
          w={320}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => {
            setEmail(event.currentTarget.value);
            setFault(null);
          }}
        />
        <Button variant="filled" type="submit" loading={busy} className={css.button ?? ''}>
          Load settings
        </Button>
      </form>
      {problem !== null && <ProblemNotice problem={problem} />}
      {settings !== null && <SettingsTable settings={settings} />}
      <CallResponse
        result={result}
        busy={busy}
        idle="Load settings asks Google for one group; the answer appears here. The account needs to own or administer it."
        onCancel={cancel}
        onRemedy={(remedy) => {
          mend(remedy, load, { kind: 'read-group-settings', groupEmail: email.trim() });
        }}
      />
    </>
  );
}

/** What is wrong with a group's address before it is sent; null when it can be. */
export function emailFault(email: string): string | null {
  if (email === '') return 'Type the group’s address.';
  if (!email.includes('@')) return `Add the domain, such as ${email}@example.com.`;
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return 'This is not an email address. It looks like choir@example.com.';
  return null;
}
