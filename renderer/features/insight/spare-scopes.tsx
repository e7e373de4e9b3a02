import { Select } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import type { NarrowerDto } from '../../../preload/contract/insight.ts';
import type { ScopeDto } from '../../../preload/contract/scopes.ts';
import { DropScopeButton } from '../../ui/drop-scope-button.tsx';
import { DAY, dateFrom, timeAgo } from '../../ui/duration.ts';
import { Card } from '../../ui/page.tsx';
import { ScopeRow } from '../../ui/scope-row.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './spare-scopes.module.css';

const DAYS = [30, 90, 180];

interface SpareScopesProps {
  readonly narrower: NarrowerDto;
  readonly days: number;
  /** When the scopes of today were granted. */
  readonly grantedAt: number;
  readonly now: number;
  readonly onDays: (days: number) => void;
  readonly onDrop: (scope: string) => void;
}

/** Scopes that could go whatever is called: another one includes them, or nothing has needed them for long. */
export function SpareScopes({ narrower, days, grantedAt, now, onDays, onDrop }: SpareScopesProps) {
  const { redundant, unused, countedSince } = narrower;
  return (
    <>
      {redundant.length > 0 && (
        <Section title="Swallowed by another" count={redundant.length}>
          <Card>
            <ul aria-label="Swallowed by another">
              {redundant.map(({ scope, by }) => (
                <Spare key={scope.scope} scope={scope} onDrop={onDrop}>{`${by.shortName} swallows ${scope.shortName}: all it opens stays open.`}</Spare>
              ))}
            </ul>
          </Card>
        </Section>
      )}
      <Section
        title="Not used for long"
        {...(unused.length > 0 ? { count: unused.length } : {})}
        actions={
          <Select
            size="sm"
            className={classes.days ?? ''}
            aria-label="Unused for"
            data={DAYS.map((one) => ({ value: String(one), label: `${one} days` }))}
            value={String(days)}
            onChange={(value) => {
              if (value !== null) onDays(Number(value));
            }}
          />
        }
      >
        {unused.length > 0 ? (
          <Card>
            <ul aria-label="Not used for long">
              {unused.map(({ scope, lastUsedAt }) => (
                <Spare key={scope.scope} scope={scope} onDrop={onDrop}>
                  {lastUsedAt === null ? `No call needed it since ${dateFrom(countedSince, now)}.` : `Last needed ${timeAgo(now - lastUsedAt)}.`}
                </Spare>
              ))}
            </ul>
          </Card>
        ) : (
          <p className="gd-text-2">{nothingUnused(countedSince, grantedAt, days, now)}</p>
        )}
      </Section>
    </>
  );
}

/** Why no scope is listed: it is too early to say, or all of them were needed. */
function nothingUnused(countedSince: number, grantedAt: number, days: number, now: number): string {
  const since = Math.max(countedSince, grantedAt);
  if (since <= now - days * DAY) return `No scope of a known API went unused for ${days} days.`;
  const what = since === grantedAt ? 'This was granted' : 'Calls are counted since';
  return `${what} ${dateFrom(since, now)}: too short ago to call a scope unused for ${days} days.`;
}

function Spare({ scope, children, onDrop }: { readonly scope: ScopeDto; readonly children: string; readonly onDrop: (scope: string) => void }): ReactNode {
  const id = useId();
  return (
    <ScopeRow
      titleId={id}
      title={scope.title}
      shortName={scope.shortName}
      scope={scope.scope}
      sensitivity={scope.sensitivity}
      confirmed={scope.sensitivityConfirmed}
      note={children}
    >
      <DropScopeButton
        titleId={id}
        onDrop={() => {
          onDrop(scope.scope);
        }}
      />
    </ScopeRow>
  );
}
