import { Button, TextInput } from '@mantine/core';
import { Plus, Search } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { AuthorizationDto } from '../../../preload/contract/authorizations.ts';
import { openNewAuthorization, replaceRoute, useRoute } from '../../app/route.ts';
import { useAuthorizations, useListsLoaded } from '../../bridge/hooks.ts';
import { PageBody } from '../../ui/page.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { useNowAmong } from '../../ui/use-now.ts';
import type { PickerRequest } from '../consent/picker-request.ts';
import { ScopePicker } from '../consent/scope-picker.tsx';
import { FirstRun } from '../shell/first-run.tsx';
import { AccountRow } from './account-row.tsx';
import rows from './account-row.module.css';
import classes from './authorizations-page.module.css';
import { NextDays } from './next-days.tsx';
import { listSummary, matchesFilter, watched } from './standing.ts';

/** Every Google account × client, how it stands, and what each needs. */
export function AuthorizationsPage() {
  const authorizations = useAuthorizations();
  const loaded = useListsLoaded();
  const { dialog } = useRoute();
  const [again, setAgain] = useState<AuthorizationDto | null>(null);
  const request = useMemo<PickerRequest | null>(() => {
    if (again !== null) return { purpose: 'reauthorize', authorization: again };
    return dialog === null ? null : { purpose: 'new', clientId: dialog.client };
  }, [again, dialog]);

  function close() {
    setAgain(null);
    // The address of the waiting page, once consent began, is not ours to take back.
    if (dialog !== null && window.location.hash.startsWith('#/authorizations')) replaceRoute({ page: 'authorizations' });
  }

  return (
    <>
      {!loaded ? <Loading /> : authorizations.length === 0 ? <FirstRun /> : <Accounts authorizations={authorizations} onReauthorize={setAgain} />}
      <ScopePicker request={request} onClose={close} />
    </>
  );
}

function Loading() {
  return (
    <PageBody>
      <PageHeader title="Authorizations" subtitle="Opening the vault" />
      <div className={rows.list}>
        <SkeletonRows count={4} label="Loading authorizations" />
      </div>
    </PageBody>
  );
}

interface AccountsProps {
  readonly authorizations: readonly AuthorizationDto[];
  readonly onReauthorize: (authorization: AuthorizationDto) => void;
}

function Accounts({ authorizations, onReauthorize }: AccountsProps) {
  const [filter, setFilter] = useState('');
  const ends = useMemo(() => authorizations.map(watched).filter((end) => end !== null), [authorizations]);
  const now = useNowAmong(ends);
  const shown = authorizations.filter((one) => matchesFilter(one, filter));
  return (
    <PageBody>
      <PageHeader
        title="Authorizations"
        subtitle={listSummary(authorizations, now)}
        actions={
          <Button
            variant="filled"
            leftSection={<Plus size={15} strokeWidth={2} aria-hidden="true" />}
            onClick={() => {
              openNewAuthorization();
            }}
          >
            New authorization
          </Button>
        }
      />
      <div className={classes.accounts}>
        <TextInput
          size="sm"
          type="search"
          className={classes.filter ?? ''}
          aria-label="Filter accounts"
          placeholder="Filter accounts"
          leftSection={<Search size={14} strokeWidth={1.75} aria-hidden="true" />}
          spellCheck={false}
          value={filter}
          onChange={(event) => {
            setFilter(event.currentTarget.value);
          }}
        />
        {shown.length > 0 ? (
          <ul className={rows.list} aria-label="Accounts">
            {shown.map((one) => (
              <AccountRow key={one.id} authorization={one} onReauthorize={onReauthorize} />
            ))}
          </ul>
        ) : (
          <div className={classes.none}>
            <p aria-live="polite">No account matches “{filter.trim()}”.</p>
            <Button
              size="sm"
              onClick={() => {
                setFilter('');
              }}
            >
              Show all
            </Button>
          </div>
        )}
      </div>
      <NextDays authorizations={authorizations} now={now} />
    </PageBody>
  );
}
