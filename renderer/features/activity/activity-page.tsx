import { Button } from '@mantine/core';
import { Receipt, ShieldCheck } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ActivityRowDto, LogCheckDto } from '../../../preload/contract/activity.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAction, useReadModel } from '../../bridge/hooks.ts';
import { useLoaded } from '../../bridge/use-loaded.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemNotice } from '../../ui/notice.tsx';
import { Card, PageBody } from '../../ui/page.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { OpenPlacesPicture } from '../../ui/pictures.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { showToast } from '../../ui/toast.tsx';
import { ActivityLog } from './activity-log.tsx';
import { ExportMenu } from './export-menu.tsx';
import { ReceiptsDialog } from './receipts-dialog.tsx';

/** What the app did, newest first. Rows hold no secret: main writes them redacted. */
export function ActivityPage() {
  const bridge = useBridge();
  const { activityRevision } = useReadModel();
  const { value: rows, problem } = useLoaded(String(activityRevision), () => bridge.activity());
  const [check, setCheck] = useState<LogCheckDto | null>(null);
  const [receipts, setReceipts] = useState(false);
  const verifying = useAction();
  const exporting = useAction();
  const subtitle = useMemo(() => summary(rows), [rows]);

  async function verify() {
    const found = await verifying.start(() => bridge.verifyLog());
    if (found.ok) setCheck(found.value);
  }
  async function exportAs(format: 'json' | 'csv') {
    const saved = await exporting.start(() => bridge.exportActivity({ format }));
    if (saved.ok && saved.value.saved) showToast('Exported the log');
  }

  const wrong = verifying.problem ?? exporting.problem ?? problem;
  return (
    <PageBody>
      <PageHeader
        title="Activity"
        subtitle={subtitle}
        actions={
          <>
            <Button
              leftSection={<Receipt size={15} strokeWidth={1.75} aria-hidden="true" />}
              onClick={() => {
                setReceipts(true);
              }}
            >
              Receipts
            </Button>
            <ExportMenu busy={exporting.busy} onExport={(format) => void exportAs(format)} />
            <Button variant="light" leftSection={<ShieldCheck size={15} strokeWidth={1.75} aria-hidden="true" />} loading={verifying.busy} onClick={() => void verify()}>
              Verify log
            </Button>
          </>
        }
      />
      {wrong !== null && <ProblemNotice problem={wrong} />}
      {rows === null && problem === null && (
        <Card>
          <SkeletonRows label="Loading activity" />
        </Card>
      )}
      {rows !== null && (
        <ActivityLog
          rows={rows}
          check={check}
          onCloseCheck={() => {
            setCheck(null);
          }}
        />
      )}
      {rows?.length === 0 && (
        <EmptyState picture={<OpenPlacesPicture />} title="Nothing happened yet">
          Consents, refreshes, calls and revocations are listed here as they happen, never with a token in them.
        </EmptyState>
      )}
      <ReceiptsDialog
        opened={receipts}
        onClose={() => {
          setReceipts(false);
        }}
      />
    </PageBody>
  );
}

function summary(rows: readonly ActivityRowDto[] | null): string {
  if (rows === null || rows.length === 0) return 'What Grantdesk did and how it ended';
  const failed = rows.filter(({ outcome }) => outcome === 'failed').length;
  const count = rows.length === 1 ? '1 entry' : `${rows.length.toLocaleString('en-GB')} entries`;
  return failed === 0 ? count : `${count} · ${failed.toLocaleString('en-GB')} failed`;
}
