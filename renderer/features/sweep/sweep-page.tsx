import { Button } from '@mantine/core';
import { FolderPlus, ListChecks, ScanSearch } from 'lucide-react';
import { useState } from 'react';
import type { SweepDto } from '../../../preload/contract/sweep.ts';
import { useAppState } from '../../bridge/hooks.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemNotice } from '../../ui/notice.tsx';
import { Card, PageBody } from '../../ui/page.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SweepPicture } from '../../ui/pictures.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { FindingList } from './finding-list.tsx';
import { ModeNotice } from './mode-notice.tsx';
import { PlacesSection } from './places-section.tsx';
import css from './sweep.module.css';
import { SweepProgress } from './sweep-progress.tsx';
import { SweepSummary } from './sweep-summary.tsx';
import { count } from './sweep-words.ts';
import { useSweep, type SweepDesk } from './use-sweep.ts';

/** Credentials that other programs left in plain files: looked for only when the user says so. */
export function SweepPage() {
  // Another mode has a sweep of its own.
  const { mode } = useAppState();
  return <Desk key={mode} />;
}

function Desk() {
  const desk = useSweep();
  const [wholeHome, setWholeHome] = useState(false);
  const { sweep, running, checking, problem, cancel } = desk;
  const run = sweep?.run ?? null;
  return (
    <PageBody>
      <PageHeader
        title="Sweep"
        subtitle={subtitle(sweep)}
        actions={
          run !== null && (
            <>
              <Buttons desk={desk} wholeHome={wholeHome} again />
              <Button
                leftSection={<ListChecks size={15} strokeWidth={1.75} aria-hidden="true" />}
                disabled={running || checking || !sweep?.findings.some(({ can }) => can.check)}
                onClick={desk.checkAll}
              >
                Check all
              </Button>
            </>
          )
        }
      />
      {problem !== null && <ProblemNotice problem={problem} />}
      {sweep === null && problem === null && (
        <Card>
          <SkeletonRows count={3} label="Loading" />
        </Card>
      )}
      {sweep !== null && (
        <>
          <ModeNotice />
          {running && <SweepProgress run={run} found={sweep.findings.length} onCancel={cancel} />}
          {checking && <CheckProgress onCancel={cancel} />}
          {run === null && !running && (
            <EmptyState picture={<SweepPicture />} title="Credentials lying in the clear" actions={<Buttons desk={desk} wholeHome={wholeHome} />} footnote="Nothing is sent to Google before you press Check, Import or Revoke on a file.">
              Programs leave tokens in plain files that anything on this computer can read. With your permission Grantdesk looks for them in the places below: it opens only files whose
              names are those of credentials, and changes none.
            </EmptyState>
          )}
          {run !== null && !running && <SweepSummary run={run} found={sweep.findings.length} />}
          {run !== null && <FindingList findings={sweep.findings} running={running} />}
          <PlacesSection sweep={sweep} wholeHome={wholeHome} onWholeHome={setWholeHome} onRemove={desk.removeFolder} disabled={running} />
        </>
      )}
    </PageBody>
  );
}

function Buttons({ desk, wholeHome, again = false }: { readonly desk: SweepDesk; readonly wholeHome: boolean; readonly again?: boolean }) {
  return (
    <>
      <Button leftSection={<FolderPlus size={15} strokeWidth={1.75} aria-hidden="true" />} disabled={desk.running} onClick={desk.addFolder}>
        Add folder
      </Button>
      <Button
        variant={again ? 'light' : 'filled'}
        leftSection={<ScanSearch size={15} strokeWidth={1.75} aria-hidden="true" />}
        disabled={desk.running || desk.checking}
        onClick={() => {
          desk.start(wholeHome);
        }}
      >
        Start sweep
      </Button>
    </>
  );
}

function CheckProgress({ onCancel }: { readonly onCancel: () => void }) {
  return (
    <Card padded>
      <div className={css.line}>
        <p className={`${css.words ?? ''} ${css.strong ?? ''}`} role="status">
          Checking with Google
        </p>
        <Button size="sm" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </Card>
  );
}

function subtitle(sweep: SweepDto | null): string {
  if (sweep === null || sweep.run === null) return 'Tokens that other programs left in plain files';
  const { findings } = sweep;
  const open = findings.filter(({ mode, state }) => mode !== null && mode.access !== 'owner' && state !== 'ended').length;
  return `${count(findings.length, 'file')} found${open === 0 ? '' : ` · ${open.toLocaleString('en-GB')} that others can read`}`;
}
