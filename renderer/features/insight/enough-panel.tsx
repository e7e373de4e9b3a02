import { Button, Checkbox } from '@mantine/core';
import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import type { AuthorizationDto } from '../../../preload/contract/authorizations.ts';
import type { NarrowerDto } from '../../../preload/contract/insight.ts';
import type { ScopeDto } from '../../../preload/contract/scopes.ts';
import { methodsWord, scopesWord } from '../../ui/effects.ts';
import { Notice } from '../../ui/notice.tsx';
import { Card } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { EnoughList } from './enough-list.tsx';
import classes from './enough-panel.module.css';
import { enoughOf, type Enough } from './enough.ts';

interface EnoughPanelProps {
  readonly authorization: AuthorizationDto;
  readonly narrower: NarrowerDto;
  /** Granted scopes of APIs that are not known here; null while that is not known itself. */
  readonly unknown: readonly ScopeDto[] | null;
  readonly stale: boolean;
  readonly onNarrow: (target: readonly string[]) => void;
  readonly onAdd: (scopes: readonly string[]) => void;
}

/** Today's scopes beside the smallest set for the methods wanted, and the one button that gets there. */
export function EnoughPanel({ authorization, narrower, unknown, stale, onNarrow, onAdd }: EnoughPanelProps) {
  const [keep, setKeep] = useState(true);
  const enough = enoughOf(authorization.granted, narrower, new Set(keep ? unknown?.map((one) => one.scope) : []));
  return (
    <Section title="Enough for that" hint={methodsWord(narrower.methods.length)}>
      <Card>
        <div aria-busy={stale} className={classes.panel}>
          <p className={classes.summary} role="status">
            {summary(enough)}
          </p>
          <div className={classes.sides}>
            <EnoughList title="Now" rows={enough.now} none="Nothing but the sign-in." />
            <ArrowRight className={classes.arrow} size={17} strokeWidth={1.75} aria-hidden="true" />
            <EnoughList title="Enough" rows={enough.enough} none="Nothing but the sign-in." />
          </div>
          {!narrower.exact && <Notice tone="info" role="note" title="There may be a smaller set: with so many methods the search was cut short." />}
          {narrower.impossible.length > 0 && (
            <Notice tone="warn" role="note" title={`No known scope opens ${methodsWord(narrower.impossible.length)} of these.`}>
              <p className="gd-mono">{narrower.impossible.join(', ')}</p>
            </Notice>
          )}
          {unknown !== null && unknown.length > 0 && (
            <Checkbox
              label={`Keep ${scopesWord(unknown.length)} of APIs that are not known here (${unknown.map((one) => one.shortName).join(', ')})`}
              checked={keep}
              onChange={(event) => {
                setKeep(event.currentTarget.checked);
              }}
            />
          )}
          <Way enough={enough} ready={!stale && unknown !== null} onNarrow={onNarrow} onAdd={onAdd} />
        </div>
      </Card>
    </Section>
  );
}

function summary({ now, enough, goes, comes }: Enough): string {
  if (goes === 0 && comes === 0) return 'This grant is as narrow as it can be.';
  if (goes === 0) return `Nothing can go: ${scopesWord(comes)} would have to come.`;
  if (enough.length === 0) return `The sign-in alone would be enough, in place of ${scopesWord(now.length)}.`;
  return `${scopesWord(enough.length)} would be enough, in place of ${scopesWord(now.length)}.`;
}

interface WayProps {
  readonly enough: Enough;
  readonly ready: boolean;
  readonly onNarrow: (target: readonly string[]) => void;
  readonly onAdd: (scopes: readonly string[]) => void;
}

function Way({ enough, ready, onNarrow, onAdd }: WayProps) {
  if (enough.goes > 0) {
    return (
      <div className={classes.way}>
        <Button
          variant="filled"
          loading={!ready}
          onClick={() => {
            onNarrow(enough.target);
          }}
        >
          Narrow this grant
        </Button>
        <p className="gd-meta">Takes everything back at Google first, then asks for exactly the right side. You confirm it in the next step.</p>
      </div>
    );
  }
  if (enough.comes === 0) return null;
  return (
    <div className={classes.way}>
      <Button
        variant="light"
        loading={!ready}
        onClick={() => {
          onAdd(enough.enough.filter((one) => one.fate === 'comes').map((one) => one.scope.scope));
        }}
      >
        Ask for what is missing
      </Button>
    </div>
  );
}
