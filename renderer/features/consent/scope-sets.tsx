import { Check } from 'lucide-react';
import type { ScopeCatalogDto } from '../../../preload/contract/scopes.ts';
import { setIsOn } from './scope-groups.ts';
import classes from './scope-picker.module.css';
import type { Selection } from './use-selection.ts';

/** One click for what people mostly come for. */
export function ScopeSets({ catalog, selection }: { readonly catalog: ScopeCatalogDto; readonly selection: Selection }) {
  if (catalog.sets.length === 0) return null;
  return (
    <div className={classes.sets} role="group" aria-label="Sets of scopes">
      {catalog.sets.map((set) => {
        const on = setIsOn(set, catalog.scopes, selection.ticked);
        return (
          <button
            key={set.id}
            type="button"
            className={classes.set}
            aria-pressed={on}
            onClick={() => {
              selection.toggleSet(set);
            }}
          >
            {on && <Check size={13} strokeWidth={2.6} aria-hidden="true" />}
            {set.title}
          </button>
        );
      })}
    </div>
  );
}
