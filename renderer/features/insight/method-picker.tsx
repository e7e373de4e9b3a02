import { Button, SegmentedControl, Select } from '@mantine/core';
import { useDeferredValue, useState } from 'react';
import type { ApiMethodRowDto, MethodEffect } from '../../../preload/contract/apis.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useLoaded } from '../../bridge/use-loaded.ts';
import { EFFECT_WORD, EFFECTS } from '../../ui/effects.ts';
import { ProblemNotice } from '../../ui/notice.tsx';
import { SearchInput } from '../../ui/search-input.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import classes from './method-picker.module.css';
import { MethodTick } from './method-tick.tsx';
import { useApisRevision } from './use-reach.ts';

/** Rows drawn at first, and more with each press. */
const STEP = 100;

interface MethodPickerProps {
  readonly authorizationId: string;
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (id: string, on: boolean) => void;
  readonly onTickAll: (ids: readonly string[], on: boolean) => void;
}

/** Methods of one known API at a time, found by name and by what they do. */
export function MethodPicker({ authorizationId, ticked, onTick, onTickAll }: MethodPickerProps) {
  const bridge = useBridge();
  const revision = useApisRevision();
  const apis = useLoaded(`apis ${revision}`, () => bridge.apis());
  const [chosen, setChosen] = useState<string | null>(null);
  const [search, setSearch] = useState('');
  const [effect, setEffect] = useState<MethodEffect | 'all'>('all');
  const apiId = chosen ?? apis.value?.[0]?.id ?? null;
  const methods = useLoaded<readonly ApiMethodRowDto[]>(`${apiId ?? ''} ${authorizationId} ${revision}`, async () =>
    apiId === null ? { ok: true, value: [] } : bridge.apiMethods({ apiId, authorizationId }),
  );
  const words = useDeferredValue(search).trim().toLowerCase().split(/\s+/);
  const found = (methods.value ?? []).filter(
    (one) => !one.deprecated && (effect === 'all' || one.effect === effect) && words.every((word) => one.id.toLowerCase().includes(word)),
  );
  const allTicked = found.length > 0 && found.every((one) => ticked.has(one.id));
  const problem = apis.problem ?? methods.problem;
  return (
    <div className={classes.picker}>
      <div className={classes.tools}>
        <Select
          className={classes.api ?? ''}
          aria-label="API"
          data={(apis.value ?? []).map((one) => ({ value: one.id, label: one.title }))}
          value={apiId}
          onChange={setChosen}
        />
        <SearchInput className={classes.search ?? ''} size="md" label="Search methods" value={search} onChange={setSearch} />
        <SegmentedControl
          aria-label="Effect"
          data={[{ value: 'all', label: 'All' }, ...EFFECTS.map((one) => ({ value: one, label: EFFECT_WORD[one] }))]}
          value={effect}
          onChange={(value) => {
            setEffect(value);
          }}
        />
      </div>
      {problem !== null && <ProblemNotice problem={problem} />}
      {methods.stale && methods.problem === null ? (
        <SkeletonRows label="Loading methods" />
      ) : (
        <Found key={`${apiId ?? ''} ${effect}`} found={found} ticked={ticked} onTick={onTick} />
      )}
      {found.length > 0 && (
        <div className={classes.foot}>
          <Button
            size="sm"
            variant="subtle"
            color="gray"
            onClick={() => {
              onTickAll(
                found.map((one) => one.id),
                !allTicked,
              );
            }}
          >
            {allTicked ? `Untick all ${found.length}` : `Tick all ${found.length}`}
          </Button>
        </div>
      )}
    </div>
  );
}

interface FoundProps {
  readonly found: readonly ApiMethodRowDto[];
  readonly ticked: ReadonlySet<string>;
  readonly onTick: (id: string, on: boolean) => void;
}

function Found({ found, ticked, onTick }: FoundProps) {
  const [limit, setLimit] = useState(STEP);
  if (found.length === 0) return <p className={classes.none}>No method matches. Change the search or the filter.</p>;
  return (
    <div className={`gd-scroll ${classes.list ?? ''}`}>
      <ul aria-label="Methods">
        {found.slice(0, limit).map((one) => (
          <MethodTick key={one.id} id={one.id} effect={one.effect} note={one.ready ? null : 'Closed now'} ticked={ticked.has(one.id)} onTick={onTick} />
        ))}
      </ul>
      {found.length > limit && (
        <Button
          size="sm"
          variant="subtle"
          color="gray"
          onClick={() => {
            setLimit(limit + STEP);
          }}
        >
          {`Show ${Math.min(STEP, found.length - limit)} more of ${found.length}`}
        </Button>
      )}
    </div>
  );
}
