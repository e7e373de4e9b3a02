import { Button, SegmentedControl } from '@mantine/core';
import { useMemo } from 'react';
import type { NarrowerDto } from '../../../preload/contract/insight.ts';
import { dateFrom, timeAgo } from '../../ui/duration.ts';
import { methodsWord } from '../../ui/effects.ts';
import { Card } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { MethodPicker } from './method-picker.tsx';
import { MethodTick } from './method-tick.tsx';
import classes from './wanted-methods.module.css';
import { MOST_METHODS, wantedMethods, type Wanted } from './wanted.ts';

export type Source = 'used' | 'pick';

interface WantedMethodsProps {
  readonly authorizationId: string;
  readonly narrower: NarrowerDto;
  readonly wanted: Wanted;
  readonly source: Source;
  readonly now: number;
  readonly onSource: (source: Source) => void;
  /** Keeps its identity from one drawing to the next. */
  readonly onTick: (id: string, on: boolean) => void;
  readonly onTickAll: (ids: readonly string[], on: boolean) => void;
  /** Back to those really used. */
  readonly onReset: () => void;
}

/** Step one: the methods that must keep working, those really used to begin with. */
export function WantedMethods({ authorizationId, narrower, wanted, source, now, onSource, onTick, onTickAll, onReset }: WantedMethodsProps) {
  const methods = wantedMethods(wanted, narrower.used);
  const ticked = useMemo(() => new Set(methods), [methods]);
  return (
    <Section
      title="What must keep working"
      hint={methodsWord(methods.length)}
      actions={
        <>
          {wanted.methods !== null && (
            <Button size="sm" variant="subtle" color="gray" onClick={onReset}>
              Back to those used
            </Button>
          )}
          <SegmentedControl
            aria-label="Methods from"
            data={[
              { value: 'used', label: 'Really used' },
              { value: 'pick', label: 'Pick methods' },
            ]}
            value={source}
            onChange={(value) => {
              onSource(value);
            }}
          />
        </>
      }
    >
      <Card>
        {source === 'pick' ? (
          <MethodPicker authorizationId={authorizationId} ticked={ticked} onTick={onTick} onTickAll={onTickAll} />
        ) : narrower.used.length === 0 ? (
          <p className={classes.none}>No call was made with this grant since {dateFrom(narrower.countedSince, now)}.</p>
        ) : (
          <ul aria-label="Methods really used" className={`gd-scroll ${classes.list ?? ''}`}>
            {narrower.used.map((one) => (
              <MethodTick
                key={one.methodId}
                id={one.methodId}
                effect={one.effect}
                note={`${one.count === 1 ? '1 call' : `${one.count} calls`} · ${timeAgo(now - one.lastAt)}`}
                ticked={ticked.has(one.methodId)}
                onTick={onTick}
              />
            ))}
          </ul>
        )}
      </Card>
      <p className="gd-meta">
        {methods.length >= MOST_METHODS
          ? `No more than ${MOST_METHODS} methods fit in one question.`
          : `Counted are calls made in Grantdesk since ${dateFrom(narrower.countedSince, now)}. Other programs that use this grant are not seen here.`}
      </p>
    </Section>
  );
}
