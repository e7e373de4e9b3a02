import { Button } from '@mantine/core';
import { useCallback, useState } from 'react';
import type { AuthorizationDto } from '../../../../preload/contract/authorizations.ts';
import { useBridge } from '../../../bridge/bridge-provider.tsx';
import { useAuthorizations } from '../../../bridge/hooks.ts';
import { useLoaded } from '../../../bridge/use-loaded.ts';
import { ProblemNotice } from '../../../ui/notice.tsx';
import { SkeletonRows } from '../../../ui/skeleton-rows.tsx';
import { ComparePanel, type Mend } from './compare-panel.tsx';
import { ColourLegend } from './map-legend.tsx';
import { selectCell, type MapSelection } from './map-selection.ts';
import { MapTable } from './map-table.tsx';
import classes from './scope-map.module.css';

/** Rows drawn at once; a longer list is drawn on request. */
const MOST_ROWS = 100;

interface ScopeMapProps {
  /** The accounts that pass the filter. */
  readonly authorizations: readonly AuthorizationDto[];
  readonly now: number;
  readonly onMend: (mend: Mend) => void;
}

/** Which account holds which scope, at a glance, and how two of them differ. */
export function ScopeMap({ authorizations, now, onMend }: ScopeMapProps) {
  const bridge = useBridge();
  const [selection, setSelection] = useState<MapSelection | null>(null);
  const [rows, setRows] = useState(MOST_ROWS);
  // Of all accounts, so that typing into the filter asks nothing; with the time of consent, which changes with every new answer of Google.
  const question = useAuthorizations()
    .map(({ id, state, consentedAt, granted, refused }) => `${id} ${state} ${String(consentedAt)} ${String(granted.length)} ${String(refused.length)}`)
    .join(', ');
  const { value: map, problem } = useLoaded(question, () => bridge.scopeMap());
  const select = useCallback((scope: string, id: string) => {
    setSelection((before) => selectCell(before, scope, id));
  }, []);
  if (map === null) return problem === null ? <SkeletonRows label="Loading the scope map" /> : <ProblemNotice problem={problem} />;
  const shown = authorizations.slice(0, rows);
  return (
    <div className={classes.columns}>
      <div className={classes.card}>
        {problem !== null && <ProblemNotice problem={problem} />}
        <MapTable map={map} authorizations={shown} now={now} selection={selection} onSelect={select} />
        {shown.length < authorizations.length && (
          <div className={classes.more}>
            <Button
              size="sm"
              onClick={() => {
                setRows(rows + MOST_ROWS);
              }}
            >
              Show {authorizations.length - shown.length} more
            </Button>
          </div>
        )}
        <ColourLegend />
      </div>
      <ComparePanel map={map} authorizations={authorizations} selection={selection} onMend={onMend} />
    </div>
  );
}
