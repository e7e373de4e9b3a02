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

/** The weightiest scopes of an authorization by short name, the rest as a number; sign-in is there always and says nothing. */
export function ScopeChips({ scopes }: { readonly scopes: readonly ScopeDto[] }) {
  const real = scopes.filter((one) => !one.signIn);
  const ordered = byWeight(real.length > 0 ? real : scopes);
  const fit = chipsThatFit(ordered.map((one) => one.shortName));
  const shown = ordered.slice(0, fit);
  return (
    <ul className={classes.chips} aria-label="Scopes">
      {shown.map((one) => (
        <li key={one.scope} className={classes.chip} title={`${one.title} (${SENSITIVITY_WORD[one.sensitivity].toLowerCase()})`}>
          <SensitivityBars of={one.sensitivity} />
          <span className={`gd-mono ${classes.name ?? ''}`}>{one.shortName}</span>
        </li>
      ))}
      <Rest names={ordered.slice(fit).map((one) => one.shortName)} />
      {fit === 2 && <Rest names={ordered.slice(1).map((one) => one.shortName)} narrow />}
      {fit === 0 && <li className={classes.none}>Nothing granted</li>}
    </ul>
  );
}

/** `narrow`: counts the second chip too, for rows that have no room for it. */
function Rest({ names, narrow = false }: { readonly names: readonly string[]; readonly narrow?: boolean }) {
  if (names.length === 0) return null;
  return (
    <li className={classes.more} data-narrow={narrow || undefined} title={names.join(', ')}>
      <span aria-hidden="true">+{names.length}</span>
      <span className="gd-visually-hidden">and {names.length} more</span>
    </li>
  );
}
