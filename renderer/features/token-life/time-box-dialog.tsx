import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AuthorizationDto } from '../../../preload/contract/authorizations.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAction } from '../../bridge/hooks.ts';
import { useLoaded } from '../../bridge/use-loaded.ts';
import { dateTime } from '../../ui/duration.ts';
import { ProblemNotice } from '../../ui/notice.tsx';
import { showToast } from '../../ui/toast.tsx';
import { DyingList } from './dying-list.tsx';
import { hoursFrom, hoursWords } from './end-choices.ts';
import classes from './time-box-dialog.module.css';

interface TimeBoxDialogProps {
  readonly authorization: AuthorizationDto;
  /** Hours from now; `own`: they are typed here. Null: closed. */
  readonly asked: number | 'own' | null;
  readonly onClose: () => void;
}

/** Asks before an end is set: it names everything that ends with this grant. */
export function TimeBoxDialog({ authorization, asked, onClose }: TimeBoxDialogProps) {
  return (
    <Modal opened={asked !== null} onClose={onClose} title="Let this grant end by itself?" size={480} withCloseButton={false}>
      {asked !== null && <Form authorization={authorization} asked={asked} onClose={onClose} />}
    </Modal>
  );
}

function Form({ authorization, asked, onClose }: TimeBoxDialogProps & { readonly asked: number | 'own' }) {
  const bridge = useBridge();
  const setting = useAction();
  const [text, setText] = useState('12');
  const [opened] = useState(Date.now);
  const { id, account } = authorization;
  const preview = useLoaded(id, () => bridge.revokePreview({ id }));
  const along = preview.value?.dying.filter((one) => one.id !== id) ?? [];
  const hours = asked === 'own' ? hoursFrom(text) : asked;

  async function confirm(): Promise<void> {
    if (hours === null) return;
    const done = await setting.start(() => bridge.setTimeBox({ id, hours }));
    if (!done.ok) return;
    onClose();
    showToast(`${account.email} is revoked by itself in ${hoursWords(hours)}`);
  }

  return (
    <form
      className={classes.body}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void confirm();
      }}
    >
      {asked === 'own' && (
        <TextInput
          label="Hours from now"
          inputMode="decimal"
          autoComplete="off"
          data-autofocus
          value={text}
          error={hours === null ? 'Type a number of hours, at most a year.' : null}
          onChange={(event) => {
            setText(event.currentTarget.value);
          }}
        />
      )}
      <p>
        {hours === null ? 'Then' : <strong>{dateTime(opened + hours * 3_600_000)}</strong>} Grantdesk asks Google to revoke the grant of{' '}
        <strong>{account.email}</strong>. If the app is closed by then, it does so at the next start.
      </p>
      {along.length > 0 && (
        <>
          <p>Google ends the whole project’s grant at once, so these stop working too:</p>
          <DyingList label="Ends with it" dying={along} />
        </>
      )}
      {preview.problem !== null && <ProblemNotice problem={preview.problem} tone="warn" />}
      {setting.problem !== null && <ProblemNotice problem={setting.problem} />}
      <div className={classes.buttons}>
        <Button variant="subtle" color="gray" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" variant="filled" disabled={hours === null} loading={setting.busy} {...(asked === 'own' ? {} : { 'data-autofocus': true })}>
          Set the end
        </Button>
      </div>
    </form>
  );
}
