import { useEffect, useState } from 'react';
import type { ActivityRowDto } from '../../../preload/contract/activity.ts';
import type { ErrorDto } from '../../../preload/contract/result.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useReadModel } from '../../bridge/hooks.ts';
import { run } from '../../bridge/run.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemNotice } from '../../ui/notice.tsx';
import { Card, PageBody } from '../../ui/page.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { OpenPlacesPicture } from '../../ui/pictures.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { ActivityTable } from './activity-table.tsx';

/** What the app did, newest first. Rows hold no secret: main writes them redacted. */
export function ActivityPage() {
  const { rows, problem } = useActivity();
  return (
    <PageBody>
      <PageHeader title="Activity" subtitle={subtitle(rows)} />
      {problem !== null && <ProblemNotice problem={problem} />}
      {rows === null && problem === null && (
        <Card>
          <SkeletonRows label="Loading activity" />
        </Card>
      )}
      {rows !== null && <ActivityTable rows={rows} />}
      {rows?.length === 0 && (
        <EmptyState picture={<OpenPlacesPicture />} title="Nothing happened yet">
          Consents, refreshes, calls and revocations are listed here as they happen, never with a token in them.
        </EmptyState>
      )}
    </PageBody>
  );
}

function subtitle(rows: readonly ActivityRowDto[] | null): string {
  if (rows === null || rows.length === 0) return 'What Grantdesk did and how it ended';
  const failed = rows.filter(({ outcome }) => outcome === 'failed').length;
  const count = rows.length === 1 ? '1 entry' : `${rows.length} entries`;
  return failed === 0 ? count : `${count} · ${failed} failed`;
}

function useActivity(): { readonly rows: readonly ActivityRowDto[] | null; readonly problem: ErrorDto | null } {
  const bridge = useBridge();
  const { activityRevision } = useReadModel();
  const [state, setState] = useState<{ rows: readonly ActivityRowDto[] | null; problem: ErrorDto | null }>({ rows: null, problem: null });
  useEffect(() => {
    let stale = false;
    void run(bridge.activity()).then((answer) => {
      if (stale) return;
      setState((before) => (answer.ok ? { rows: answer.value, problem: null } : { ...before, problem: answer.error }));
    });
    return () => {
      stale = true;
    };
  }, [bridge, activityRevision]);
  return state;
}
