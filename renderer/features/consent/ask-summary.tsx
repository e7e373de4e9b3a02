import { ActionIcon, Button } from '@mantine/core';
import { X } from 'lucide-react';
import { useId } from 'react';
import type { ScopeDto } from '../../../preload/contract/scopes.ts';
import { SENSITIVITY_WORD, SensitivityBars } from '../../ui/sensitivity.tsx';
import classes from './ask-summary.module.css';
import { googlePages } from './google-pages.ts';
import type { Selection } from './use-selection.ts';

/** The right side of the picker: what will be asked for, what to think twice about, what Google will show. */
export function AskSummary({ selection, email }: { readonly selection: Selection; readonly email: string | null }) {
  const id = useId();
  const { asked, locked, scopes } = selection;
  const warned = asked.filter((one) => one.warning !== null && !locked.has(one.scope));
  return (
    <>
      <h3 id={`${id}-ask`} className={classes.heading}>
        You will ask for
      </h3>
      <ul className={classes.asked} aria-labelledby={`${id}-ask`}>
        {asked.map((one) => (
          <li key={one.scope} className={classes.item}>
            <SensitivityBars of={one.sensitivity} />
            <span className={classes.itemTitle} title={`${one.title} (${one.shortName})`}>
              {one.sensitivity === 'unknown' ? one.shortName : one.title}
            </span>{' '}
            {locked.has(one.scope) ? (
              <span className={classes.held}>granted</span>
            ) : (
              <ActionIcon
                size={22}
                aria-label={`Remove ${one.shortName}`}
                onClick={() => {
                  selection.toggle(one.scope);
                }}
              >
                <X size={14} strokeWidth={1.75} />
              </ActionIcon>
            )}
          </li>
        ))}
        <li className={classes.item}>
          <SensitivityBars of="non-sensitive" />
          <span className={classes.itemTitle}>Which account this is</span>{' '}
          <span className={classes.held}>always</span>
        </li>
      </ul>
      {warned.map((one) => (
        <Warning key={one.scope} scope={one} narrower={scopes.find((other) => other.scope === one.narrower) ?? null} onReplace={selection.replace} />
      ))}
      <h3 id={`${id}-pages`} className={classes.heading}>
        What Google will show
      </h3>
      <ol className={classes.pages} aria-labelledby={`${id}-pages`}>
        {googlePages(asked, email).map((page, at) => (
          <li key={page} className={classes.page}>
            <span className={classes.number} aria-hidden="true">
              {at + 1}
            </span>
            {page}
          </li>
        ))}
      </ol>
    </>
  );
}

interface WarningProps {
  readonly scope: ScopeDto;
  readonly narrower: ScopeDto | null;
  readonly onReplace: Selection['replace'];
}

function Warning({ scope, narrower, onReplace }: WarningProps) {
  return (
    <div className={classes.warning} data-sensitivity={scope.sensitivity} role="note">
      <p className={classes.warningHead}>
        <SensitivityBars of={scope.sensitivity} />
        {scope.sensitivity === 'restricted' || !scope.adminOnly ? SENSITIVITY_WORD[scope.sensitivity] : 'Administrators only'}
        <span className={`gd-mono ${classes.warningName ?? ''}`}>{scope.shortName}</span>
      </p>
      <p>{scope.warning}</p>
      {narrower !== null && (
        <Button
          size="sm"
          {...(classes.replace === undefined ? {} : { className: classes.replace })}
          onClick={() => {
            onReplace(scope.scope, narrower.scope);
          }}
        >
          Use {narrower.shortName} instead
        </Button>
      )}
    </div>
  );
}
