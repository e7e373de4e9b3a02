import { Button } from '@mantine/core';
import type { AuthorizationDto } from '../../../../preload/contract/authorizations.ts';
import type { CompareScopeDto, ScopeMapDto } from '../../../../preload/contract/insight.ts';
import { hashOf } from '../../../app/route.ts';
import { useBridge } from '../../../bridge/bridge-provider.tsx';
import { useLoaded } from '../../../bridge/use-loaded.ts';
import { dateFrom } from '../../../ui/duration.ts';
import { ProblemNotice } from '../../../ui/notice.tsx';
import { useNow } from '../../../ui/use-now.ts';
import classes from './compare-panel.module.css';
import { CellMark, type CellState } from './map-cell.tsx';
import type { MapSelection } from './map-selection.ts';

/** What leads to consent from a comparison. */
export type Mend = NonNullable<CompareScopeDto['mend']> & { readonly scope: string };

interface ComparePanelProps {
  readonly map: ScopeMapDto;
  readonly authorizations: readonly AuthorizationDto[];
  readonly selection: MapSelection | null;
  readonly onMend: (mend: Mend) => void;
}

/** Beside the map: why one account can and the other cannot, and where less would do. */
export function ComparePanel({ map, authorizations, selection, onMend }: ComparePanelProps) {
  const nameOf = (id: string): string => authorizations.find((one) => one.id === id)?.account.email.split('@')[0] ?? '';
  const column = map.columns.find(({ scope }) => scope === selection?.scope);
  const [first, second] = selection?.ids ?? [];
  return (
    <aside className={classes.panel} aria-label="Compare">
      <p className={classes.kicker}>Compare</p>
      {selection === null || first === undefined || column === undefined ? (
        <p className={classes.quiet}>Choose two cells of one column to see why one account can and the other cannot.</p>
      ) : second === undefined ? (
        <>
          <h2 className={classes.title}>
            {nameOf(first)} and <span className="gd-mono">{column.shortName}</span>
          </h2>
          <p className={classes.quiet}>{column.title}. Choose a second account in the same column.</p>
        </>
      ) : (
        <Comparison scope={column.scope} ids={[first, second]} nameOf={nameOf} onMend={onMend} />
      )}
      <Hints map={map} nameOf={nameOf} />
    </aside>
  );
}

interface ComparisonProps {
  readonly scope: string;
  readonly ids: readonly [string, string];
  readonly nameOf: (id: string) => string;
  readonly onMend: (mend: Mend) => void;
}

const SIDE_WORD = { granted: 'Granted', covered: 'Covered', refused: 'Refused', never: 'Never asked' } as const satisfies Record<CellState, string>;
const MEND_WORD = { add: 'Add this scope', 'ask-again': 'Ask again', reauthorize: 'Re-authorize' } as const;

function Comparison({ scope, ids: [one, other], nameOf, onMend }: ComparisonProps) {
  const bridge = useBridge();
  const now = useNow(null, 'minute');
  const { value, problem, stale } = useLoaded(`${scope} ${one} ${other}`, () => bridge.compareScope({ scope, authorizationId: one, otherId: other }));
  if (problem !== null) return <ProblemNotice problem={problem} />;
  if (value === null || stale) return <p className={classes.quiet}>Looking</p>;
  const [left, right] = value.sides;
  const can = (state: string | undefined): boolean => state === 'granted' || state === 'covered';
  const differs = can(left?.state) !== can(right?.state);
  const [able, unable] = can(left?.state) ? [one, other] : [other, one];
  const { mend } = value;
  return (
    <div aria-live="polite" className={classes.comparison}>
      <h2 className={classes.title}>{differs ? `Why can ${nameOf(able)} and ${nameOf(unable)} not?` : `${nameOf(one)} and ${nameOf(other)}`}</h2>
      <p className={`gd-mono ${classes.scope ?? ''}`}>{value.scope.shortName}</p>
      <ul className={classes.sides} aria-label="Both sides">
        {value.sides.map((side) => (
          <li key={side.authorizationId} className={classes.side}>
            <CellMark state={side.state} sensitivity={value.scope.sensitivity} />
            <span>
              <strong className={classes.who}>{nameOf(side.authorizationId)}</strong>
              <span className={classes.state}>
                {SIDE_WORD[side.state]}
                {side.at !== null && ` on ${dateFrom(side.at, now)}`}
              </span>
              <span className={classes.how}>{side.words}</span>
            </span>
          </li>
        ))}
      </ul>
      <p className={classes.answer}>{value.answer}</p>
      {mend !== null && (
        <Button
          variant="light"
          onClick={() => {
            onMend({ ...mend, scope });
          }}
        >
          {MEND_WORD[mend.purpose]}
        </Button>
      )}
    </div>
  );
}

/** Hints shown; the rest stands on each account’s own page. */
const MOST_HINTS = 4;

function Hints({ map, nameOf }: { readonly map: ScopeMapDto; readonly nameOf: (id: string) => string }) {
  const hints = map.narrower.filter(({ authorizationId }) => nameOf(authorizationId) !== '').slice(0, MOST_HINTS);
  if (hints.length === 0) return null;
  return (
    <section className={classes.hints} aria-label="Could be narrower">
      <h2 className={classes.kicker}>Could be narrower</h2>
      <ul className={classes.list}>
        {hints.map((hint) => (
          <li key={`${hint.authorizationId} ${hint.scope.scope}`}>
            {nameOf(hint.authorizationId)} holds <span className="gd-mono">{hint.scope.shortName}</span>. {hint.why}{' '}
            <a href={hashOf({ page: 'authorization', id: hint.authorizationId, tab: 'narrower' })}>Find the smallest set</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
