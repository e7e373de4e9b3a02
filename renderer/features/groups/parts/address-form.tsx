import { ActionIcon, Button, TextInput } from '@mantine/core';
import { Mail, Users, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useBridge } from '../../../bridge/bridge-provider.tsx';
import { run } from '../../../bridge/run.ts';
import { groupEmailFault } from '../../authorizations/group-email.ts';
import type { DeskState } from '../desk-state.ts';
import css from './address-form.module.css';

const SHOWN = 6;

interface AddressFormProps {
  readonly authorizationId: string;
  readonly state: DeskState;
  readonly onType: (typed: string) => void;
  readonly onLoad: (groupEmail: string) => void;
  readonly onDirectory: () => void;
}

/** Which group: typed, taken from those loaded before, or chosen from the directory. */
export function AddressForm({ authorizationId, state, onType, onLoad, onDirectory }: AddressFormProps) {
  const [fault, setFault] = useState<string | null>(null);
  const { remembered, forget } = useRemembered(authorizationId, state.group?.loadedAt ?? 0);
  const { typed, group, busy, drafts } = state;

  const load = (groupEmail: string): void => {
    const wrong = groupEmailFault(groupEmail);
    setFault(wrong);
    if (wrong === null) onLoad(groupEmail);
  };
  const loaded = group?.email.toLowerCase();
  // While somebody types, those that fit; otherwise the last ones.
  const wanted = typed.trim().toLowerCase();
  const fitting = remembered.filter((email) => email.toLowerCase() !== loaded && (wanted === '' || wanted === loaded || email.toLowerCase().includes(wanted))).slice(0, SHOWN);

  return (
    <div className={css.area}>
      <form
        className={css.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          load(typed.trim());
        }}
      >
        <TextInput
          className={css.field ?? ''}
          label="Group email"
          placeholder="name@example.com"
          leftSection={<Mail size={15} strokeWidth={1.75} aria-hidden="true" />}
          value={typed}
          error={fault}
          errorProps={{ role: 'alert' }}
          spellCheck={false}
          autoComplete="off"
          maxLength={320}
          onChange={(event) => {
            onType(event.currentTarget.value);
            setFault(null);
          }}
        />
        <Button variant={group === null ? 'filled' : 'default'} type="submit" className={css.button ?? ''} loading={busy?.attempt.kind === 'load'}>
          Load settings
        </Button>
        <Button variant="subtle" color="gray" className={css.button ?? ''} leftSection={<Users size={15} strokeWidth={1.75} aria-hidden="true" />} onClick={onDirectory}>
          Choose from directory
        </Button>
      </form>
      {fitting.length > 0 && (
        <ul className={css.remembered} aria-label="Groups loaded before">
          {fitting.map((email) => (
            <li key={email} className={css.one}>
              <button
                type="button"
                className={css.address}
                onClick={() => {
                  onType(email);
                  load(email);
                }}
              >
                {email}
                {drafts[email.toLowerCase()] !== undefined && <span className={css.unsaved}>not saved yet</span>}
              </button>
              <ActionIcon
                size={20}
                aria-label={`Forget ${email}`}
                onClick={() => {
                  forget(email);
                }}
              >
                <X size={13} strokeWidth={1.75} aria-hidden="true" />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The addresses main remembers; asked for again after each load. Without an answer there are none. */
function useRemembered(authorizationId: string, revision: number): { readonly remembered: readonly string[]; readonly forget: (groupEmail: string) => void } {
  const bridge = useBridge();
  const [remembered, setRemembered] = useState<readonly string[]>([]);
  useEffect(() => {
    let left = false;
    void run(bridge.rememberedGroups({ authorizationId })).then((answer) => {
      if (!left && answer.ok) setRemembered(answer.value);
    });
    return () => {
      left = true;
    };
  }, [bridge, authorizationId, revision]);
  return {
    remembered,
    forget(groupEmail) {
      void run(bridge.forgetGroup({ authorizationId, groupEmail })).then((answer) => {
        if (answer.ok) setRemembered((emails) => emails.filter((email) => email !== groupEmail));
      });
    },
  };
}
