import { ActionIcon, Button, TextInput, Tooltip } from '@mantine/core';
import { X } from 'lucide-react';
import { useState } from 'react';
import { useAppState } from '../../bridge/hooks.ts';
import { ProblemNotice } from '../../ui/notice.tsx';
import { Card } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { hostFrom } from './host-from.ts';
import css from './sso-hosts.module.css';
import { useSetting } from './use-setting.ts';

/** Identity providers an app window may show during sign-in, beside Google's own hosts. */
export function SsoHosts() {
  const { ssoHosts } = useAppState().settings;
  const { busy, problem, save } = useSetting();
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string | null>(null);

  const add = async (): Promise<void> => {
    const host = hostFrom(text);
    if (host === null) {
      setFault('Type a host name such as login.example.com.');
      return;
    }
    if (ssoHosts.includes(host) || (await save({ ssoHosts: [...ssoHosts, host] }))) setText('');
  };

  return (
    <Section title="Sign-in hosts" hint="For Workspace domains that sign in at an identity provider of their own">
      <Card padded>
        <p className={css.words}>
          An app window opens Google’s sign-in pages and nothing else. When your domain sends you on to its own sign-in page, allow that host here; the match is
          exact, over https only.
        </p>
        {ssoHosts.length > 0 && (
          <ul className={css.hosts} aria-label="Allowed sign-in hosts">
            {ssoHosts.map((host) => (
              <li key={host} className={css.host}>
                <span className="gd-mono">{host}</span>
                <Tooltip label={`Remove ${host}`}>
                  <ActionIcon
                    aria-label={`Remove ${host}`}
                    size={22}
                    onClick={() => void save({ ssoHosts: ssoHosts.filter((one) => one !== host) })}
                  >
                    <X size={13} strokeWidth={2} />
                  </ActionIcon>
                </Tooltip>
              </li>
            ))}
          </ul>
        )}
        <form
          className={css.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <TextInput
            aria-label="Host"
            placeholder="login.example.com"
            w={300}
            value={text}
            error={fault}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => {
              setText(event.currentTarget.value);
              setFault(null);
            }}
          />
          <Button type="submit" loading={busy} className={css.add ?? ''}>
            Add host
          </Button>
        </form>
        {problem !== null && <ProblemNotice problem={problem} />}
      </Card>
    </Section>
  );
}
