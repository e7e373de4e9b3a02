import type { ScopeDto } from '../../../preload/contract/scopes.ts';
import { SENSITIVITY_WORD, SensitivityBars } from '../../ui/sensitivity.tsx';
import { byWeight } from './standing.ts';
import classes from './scope-chips.module.css';

/** The weightiest scopes of an authorization by short name, the rest as a number. */
export function ScopeChips({ scopes, most = 2 }: { readonly scopes: readonly ScopeDto[]; readonly most?: number }) {
  const ordered = byWeight(scopes);
  const shown = ordered.slice(0, most);
  const rest = ordered.slice(most);
  return (
    <ul className={classes.chips} aria-label="Scopes">
      {shown.map((one) => (
        <li key={one.scope} className={classes.chip} title={`${one.title} (${SENSITIVITY_WORD[one.sensitivity].toLowerCase()})`}>
          <SensitivityBars of={one.sensitivity} />
          <span className={`gd-mono ${classes.name ?? ''}`}>{one.shortName}</span>
        </li>
      ))}
      {rest.length > 0 && (
        <li className={classes.more} title={rest.map((one) => one.shortName).join(', ')}>
          <span aria-hidden="true">+{rest.length}</span>
          <span className="gd-visually-hidden">and {rest.length} more</span>
        </li>
      )}
      {shown.length === 0 && <li className={classes.none}>Nothing granted</li>}
    </ul>
  );
}
