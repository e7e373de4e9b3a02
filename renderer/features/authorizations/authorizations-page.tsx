import { Button, SegmentedControl } from '@mantine/core';
import { LayoutGrid, List, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { NothingFits } from '../../ui/nothing-fits.tsx';
import type { AuthorizationDto } from '../../../preload/contract/authorizations.ts';
import { openNewAuthorization, replaceRoute, useRoute } from '../../app/route.ts';
import { useAuthorizations, useListsLoaded } from '../../bridge/hooks.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { PageBody } from '../../ui/page.tsx';
import { SearchInput } from '../../ui/search-input.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { useNowAmong } from '../../ui/use-now.ts';
import type { PickerRequest } from '../consent/picker-request.ts';
import { ScopePicker } from '../consent/scope-picker.tsx';
import { ImportCredentialsButton } from '../credentials/import-button.tsx';
import { FirstRun } from '../shell/first-run.tsx';
import { CheckAllButton } from '../token-life/check-all-button.tsx';
import rows from './account-row.module.css';
import { AccountRow } from './account-row.tsx';
import classes from './authorizations-page.module.css';
import { NextDays } from './next-days.tsx';
import type { Mend } from './scope-map/compare-panel.tsx';
import { StateLegend } from './scope-map/map-legend.tsx';
import { ScopeMap } from './scope-map/scope-map.tsx';
import { listSummary, matchesFilter, watched } from './standing.ts';

/** Every Google account × client, how it stands, and what each needs. */
export function AuthorizationsPage() {
  const authorizations = useAuthorizations();
  const loaded = useListsLoaded();
  const { dialog } = useRoute();
  const [asking, setAsking] = useState<PickerRequest | null>(null);
  const request = useMemo<PickerRequest | null>(() => {
    if (asking !== null) return asking;
    return dialog === null ? null : { purpose: 'new', clientId: dialog.client };
  }, [asking, dialog]);

  function close() {
    setAsking(null);
    // The address of the waiting page, once consent began, is not ours to take back.
    if (dialog !== null && window.location.hash.startsWith('#/authorizations')) replaceRoute({ page: 'authorizations' });
  }

  return (
    <>
      {!loaded ? <Loading /> : authorizations.length === 0 ? <FirstRun /> : <Accounts authorizations={authorizations} onAsk={setAsking} />}
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
  readonly onAsk: (request: PickerRequest) => void;
}

type View = 'list' | 'map';
/** Remembered while the window lives. */
let lastView: View = 'list';

function Accounts({ authorizations, onAsk }: AccountsProps) {
  const [view, setView] = useState(lastView);
  const [filter, setFilter] = useState('');
  const ends = useMemo(() => authorizations.map(watched).filter((end) => end !== null), [authorizations]);
  const now = useNowAmong(ends);
  const shown = authorizations.filter((one) => matchesFilter(one, filter));
  const reauthorize = (authorization: AuthorizationDto) => {
    onAsk({ purpose: 'reauthorize', authorization });
  };
  const mend = ({ authorizationId, purpose, scope }: Mend) => {
    const authorization = authorizations.find(({ id }) => id === authorizationId);
    if (authorization !== undefined) onAsk({ purpose, authorization, scopes: purpose === 'add' ? [scope] : [] });
  };
  return (
    <PageBody>
      <PageHeader
        title="Authorizations"
        subtitle={listSummary(authorizations, now)}
        actions={
          <>
            <CheckAllButton />
            <ImportCredentialsButton />
            <Button
              variant="filled"
              leftSection={<Plus size={15} strokeWidth={2} aria-hidden="true" />}
              onClick={() => {
                openNewAuthorization();
              }}
            >
              New authorization
            </Button>
          </>
        }
      />
      <div className={classes.accounts}>
        <div className={classes.bar}>
          <ViewSwitch
            view={view}
            onChange={(next) => {
              lastView = next;
              setView(next);
            }}
          />
          {view === 'map' && <StateLegend />}
          <SearchInput className={classes.filter ?? ''} label="Filter accounts" value={filter} onChange={setFilter} />
        </div>
        {shown.length > 0 && view === 'map' ? (
          <ScopeMap authorizations={shown} now={now} onMend={mend} />
        ) : shown.length > 0 ? (
          <ul className={rows.list} aria-label="Accounts">
            {shown.map((one) => (
              <AccountRow key={one.id} authorization={one} onReauthorize={reauthorize} />
            ))}
          </ul>
        ) : (
          <NothingFits
            sentence={`No account matches “${filter.trim()}”.`}
            onShowAll={() => {
              setFilter('');
            }}
          />
        )}
      </div>
      {view === 'list' && <NextDays authorizations={authorizations} now={now} />}
    </PageBody>
  );
}

function ViewSwitch({ view, onChange }: { readonly view: View; readonly onChange: (view: View) => void }) {
  const entry = (value: View, word: string, Icon: typeof List) => ({
    value,
    label: (
      <span className={classes.view}>
        <Icon size={15} strokeWidth={1.75} aria-hidden="true" />
        {word}
      </span>
    ),
  });
  return (
    <SegmentedControl
      aria-label="View"
      value={view}
      onChange={(next) => {
        onChange(next === 'map' ? 'map' : 'list');
      }}
      data={[entry('list', 'List', List), entry('map', 'Scope map', LayoutGrid)]}
    />
  );
}
