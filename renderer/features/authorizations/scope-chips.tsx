import type { ScopeDto } from '../../../preload/contract/scopes.ts';
import { SENSITIVITY_WORD, SensitivityBars } from '../../ui/sensitivity.tsx';
import { byWeight } from './standing.ts';
import classes from './scope-chips.module.css';

/** Characters of the fixed-width font that two chips have room for in a row. */
const ROOM = 29;

/** How many of the names fit beside each other: one always, two when both are short. */
export function chipsThatFit(names: readonly string[]): number {
  const [first = '', second = ''] = names;
  const needed = first.length + second.length + (names.length > 2 ? 4 : 0);
  return names.length >= 2 && needed <= ROOM ? 2 : Math.min(1, names.length);
}

/** The weightiest scopes of an authorization by short name, the rest as a number. */
export function ScopeChips({ scopes }: { readonly scopes: readonly ScopeDto[] }) {
  const ordered = byWeight(scopes);
  const fit = chipsThatFit(ordered.map((one) => one.shortName));
  const shown = ordered.slice(0, fit);
  const rest = ordered.slice(fit);
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
