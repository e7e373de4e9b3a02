import { Button, NativeSelect } from '@mantine/core';
import { useDeferredValue, useState, type ReactNode } from 'react';
import type { Surface } from '../../../preload/contract/app.ts';
import type { ClientDto } from '../../../preload/contract/clients.ts';
import { hashOf } from '../../app/route.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAction, useAppState, useScopeCatalog } from '../../bridge/hooks.ts';
import { Notice, ProblemNotice } from '../../ui/notice.tsx';
import { SearchInput } from '../../ui/search-input.tsx';
import { KeepSelect } from '../token-life/keep-select.tsx';
import { AskSummary } from './ask-summary.tsx';
import { beginConsent, type WaitingCall } from './consent-run.ts';
import { PickerFooter } from './picker-footer.tsx';
import { droppedBy, type PickerRequest } from './picker-request.ts';
import { aboutWords, browserObstacle, clientWords, dropTitle } from './picker-words.ts';
import { findScopes } from './scope-groups.ts';
import { ScopeList } from './scope-list.tsx';
import classes from './scope-picker.module.css';
import { ScopeSets } from './scope-sets.tsx';
import { ScopeUrlField } from './scope-url-field.tsx';
import { useSelection } from './use-selection.ts';

interface PickerFormProps {
  readonly request: PickerRequest;
  readonly clients: readonly [ClientDto, ...ClientDto[]];
  readonly call: WaitingCall | null;
  readonly header: (about: ReactNode) => ReactNode;
  readonly onClose: () => void;
}

/** The picker with a client to ask for. */
export function PickerForm({ request, clients, call, header, onClose }: PickerFormProps) {
  const bridge = useBridge();
  const catalog = useScopeCatalog();
  const { settings } = useAppState();
  const selection = useSelection(request, catalog);
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState(request.purpose === 'new' ? request.clientId : null);
  const [busy, setBusy] = useState<Surface | null>(null);
  const [hours, setHours] = useState<number | null>(null);
  const action = useAction();

  const client = clients.find((one) => one.id === chosen) ?? clients[0];
  const obstacle = browserObstacle(client);
  const authorization = request.purpose === 'new' ? null : request.authorization;
  const found = findScopes(selection.scopes, useDeferredValue(search));

  async function proceed(surface: Surface): Promise<void> {
    setBusy(surface);
    const answer = await action.start(() =>
      beginConsent(
        bridge,
        {
          clientId: client.id,
          scopes: selection.asked.map((one) => one.scope),
          surface,
          purpose: request.purpose,
          authorizationId: authorization?.id ?? null,
          timeBoxHours: hours,
        },
        call,
      ),
    );
    setBusy(null);
    if (answer.ok) onClose();
  }

  return (
    <>
      {header(
        <>
          {aboutWords(request)} with <strong>{client.label}</strong>, {clientWords(client)}
        </>,
      )}
      <div className={classes.columns}>
        <div className={classes.left}>
          <div className={classes.tools}>
            {clients.length > 1 && (
              <NativeSelect
                label="Client"
                value={client.id}
                data={clients.map((one) => ({ value: one.id, label: `${one.label} (${one.type === 'web' ? 'Web' : 'Desktop'})` }))}
                onChange={(event) => {
                  setChosen(event.currentTarget.value);
                }}
              />
            )}
            <SearchInput size="md" label="Search scopes" value={search} data-autofocus onChange={setSearch} />
            <ScopeSets catalog={catalog} selection={selection} />
          </div>
          <div className={`gd-scroll ${classes.list ?? ''}`}>
            <ScopeList scopes={found} ticked={selection.ticked} locked={selection.locked} onToggle={selection.toggle} />
            {found.length === 0 && (
              <p className={classes.none} aria-live="polite">
                No scope on the list matches “{search}”. Add it by its address below.
              </p>
            )}
          </div>
          <ScopeUrlField ticked={selection.ticked} onAdd={selection.add} />
        </div>
        <aside className={`gd-scroll ${classes.aside ?? ''}`} aria-label="Summary">
          <AskSummary selection={selection} email={authorization?.account.email ?? null} />
          <div className={classes.keep}>
            <KeepSelect timeBox={authorization?.timeBox ?? null} hours={hours} onChange={setHours} />
          </div>
        </aside>
      </div>
      {request.purpose === 'drop' && (
        <div className={classes.message}>
          <Notice tone="warn" role="note" title={dropTitle(droppedBy(request), selection.scopes)}>
            <p>
              Google cannot take back a single scope: this revokes everything, then asks for what is ticked. Until that consent is finished the account has
              no access.
            </p>
          </Notice>
        </div>
      )}
      {action.problem !== null && (
        <div className={classes.message}>
          <ProblemNotice
            problem={action.problem}
            {...(action.problem.code === 'consent-in-progress'
              ? {
                  action: (
                    <Button size="sm" component="a" href={hashOf({ page: 'consent' })} onClick={onClose}>
                      Show it
                    </Button>
                  ),
                }
              : {})}
          />
        </div>
      )}
      <PickerFooter
        preferred={obstacle === null ? settings.openConsentIn : 'app-window'}
        obstacle={obstacle}
        busy={busy}
        onContinue={(surface) => void proceed(surface)}
        onCancel={onClose}
      />
    </>
  );
}
