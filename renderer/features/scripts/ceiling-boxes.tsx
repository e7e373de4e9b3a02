import { Checkbox } from '@mantine/core';
import type { ScopeDto } from '../../../preload/contract/scopes.ts';
import { SensitivityMark } from '../../ui/sensitivity.tsx';
import css from './script-question.module.css';

interface CeilingBoxesProps {
  readonly legend: string;
  readonly scopes: readonly ScopeDto[];
  readonly ticked: ReadonlySet<string>;
  readonly onToggle: (scope: string) => void;
}

/** Scopes in plain words, each with a box: what the program may have at most. */
export function CeilingBoxes({ legend, scopes, ticked, onToggle }: CeilingBoxesProps) {
  if (scopes.length === 0) return null;
  return (
    <fieldset className={css.scopes}>
      <legend className={css.legend}>{legend}</legend>
      {scopes.map(({ scope, title, shortName, sensitivity, sensitivityConfirmed }) => (
        <div key={scope} className={css.scope}>
          <Checkbox
            label={title}
            description={<span className="gd-mono">{shortName}</span>}
            checked={ticked.has(scope)}
            onChange={() => {
              onToggle(scope);
            }}
          />
          <SensitivityMark of={sensitivity} confirmed={sensitivityConfirmed} />
        </div>
      ))}
    </fieldset>
  );
}
