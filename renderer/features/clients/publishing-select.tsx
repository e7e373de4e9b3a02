import { NativeSelect } from '@mantine/core';
import type { ClientDto, PublishingStatus } from '../../../preload/contract/clients.ts';
import { publishingStatusSchema } from '../../../preload/contract/clients.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAction, useAuthorizations } from '../../bridge/hooks.ts';
import { DAY, MINUTE } from '../../ui/duration.ts';
import { ProblemNotice } from '../../ui/notice.tsx';
import css from './clients-page.module.css';

const STATUS: Readonly<Record<PublishingStatus, { readonly label: string; readonly means: string }>> = {
  unknown: { label: 'Not told', means: 'The Cloud console shows it on the consent screen’s page.' },
  testing: { label: 'Testing', means: 'Google ends each sign-in after seven days.' },
  production: { label: 'In production', means: 'Sign-ins last until they are revoked or unused for six months.' },
  internal: { label: 'Internal', means: 'Only for accounts of one organisation; sign-ins last.' },
};

/** What the client's owner knows of its app and no file tells: how long its sign-ins last depends on it. */
export function PublishingSelect({ client }: { readonly client: ClientDto }) {
  const bridge = useBridge();
  const setting = useAction();
  const looksTesting = useLooksTesting(client);
  return (
    <>
      <NativeSelect
        size="sm"
        aria-label={`Publishing status of ${client.label}`}
        value={client.publishing}
        disabled={setting.busy}
        data={publishingStatusSchema.options.map((value) => ({ value, label: STATUS[value].label }))}
        onChange={(event) => {
          const publishing = publishingStatusSchema.parse(event.currentTarget.value);
          void setting.start(() => bridge.setPublishing({ id: client.id, publishing }));
        }}
      />
      <p className={css.more}>
        {looksTesting && client.publishing !== 'testing'
          ? 'Google named an end after seven days for a sign-in of this client: that is how apps in Testing are treated.'
          : STATUS[client.publishing].means}
      </p>
      {setting.problem !== null && <ProblemNotice problem={setting.problem} />}
    </>
  );
}

/** Google's answer gave it away: it named the end of a sign-in seven days after the consent. */
function useLooksTesting({ clientId }: ClientDto): boolean {
  return useAuthorizations().some(
    ({ client, signInEnds, consentedAt }) => client.clientId === clientId && signInEnds?.certain === true && Math.abs(signInEnds.at - consentedAt - 7 * DAY) < 10 * MINUTE,
  );
}
