import { Button } from '@mantine/core';
import { useState } from 'react';
import type { FindingDto } from '../../../preload/contract/sweep.ts';
import { SENSITIVITY_WORD, SensitivityBars } from '../../ui/sensitivity.tsx';
import { byWeight } from '../authorizations/standing.ts';
import css from './finding-scopes.module.css';

const FEW = 3;

/** What it can do in plain words, and the worst of that. */
export function FindingScopes({ finding: { scopes, worstCase, can, checkedAt, state } }: { readonly finding: FindingDto }) {
  const [all, setAll] = useState(false);
  if (scopes === null) return can.check && checkedAt === null ? <p className={css.unsaid}>The file does not say what it may do: a check tells.</p> : null;
  if (scopes.length === 0) return <p className={css.unsaid}>It only says who you are.</p>;
  const ordered = byWeight(scopes);
  const shown = all ? ordered : ordered.slice(0, FEW);
  const [worst] = worstCase;
  return (
    <div className={css.can}>
      <ul className={css.scopes} aria-label="What it can do">
        {shown.map(({ scope, title, shortName, sensitivity }) => (
          <li key={scope} title={shortName}>
            <SensitivityBars of={sensitivity} />
            <span>{title}</span>
            <span className={css.class}>{SENSITIVITY_WORD[sensitivity]}</span>
          </li>
        ))}
      </ul>
      {scopes.length > FEW && (
        <Button
          size="sm"
          variant="subtle"
          color="gray"
          className={css.more ?? ''}
          aria-expanded={all}
          onClick={() => {
            setAll(!all);
          }}
        >
          {all ? 'Show fewer' : `Show all ${String(scopes.length)}`}
        </Button>
      )}
      {worst !== undefined && state !== 'ended' && (
        <p className={css.worst}>
          <strong>At worst</strong> {worst}
        </p>
      )}
    </div>
  );
}
