import { memo, useId } from 'react';
import type { ScopeDto } from '../../../preload/contract/scopes.ts';
import { SensitivityMark } from '../../ui/sensitivity.tsx';
import { groupByProduct } from './scope-groups.ts';
import classes from './scope-list.module.css';

interface ScopeListProps {
  /** Already searched. */
  readonly scopes: readonly ScopeDto[];
  readonly ticked: ReadonlySet<string>;
  readonly locked: ReadonlySet<string>;
  /** Must keep its identity: a hundred rows skip drawing by it. */
  readonly onToggle: (scope: string) => void;
}

/** Every scope on offer under its product. */
export function ScopeList({ scopes, ticked, locked, onToggle }: ScopeListProps) {
  const baseId = useId();
  return groupByProduct(scopes).map(({ product, scopes: members }) => (
    <div key={product} role="group" aria-labelledby={`${baseId}-${product}`} className={classes.group}>
      <h3 id={`${baseId}-${product}`} className={classes.product}>
        {product}
        {members.every((one) => one.signIn) && <span className={classes.always}>always included, so that the account is known</span>}
      </h3>
      {members.map((one) => (
        <ScopeOption key={one.scope} scope={one} ticked={one.signIn || ticked.has(one.scope)} held={one.signIn ? 'sign-in' : locked.has(one.scope) ? 'granted' : null} onToggle={onToggle} />
      ))}
    </div>
  ));
}

interface ScopeOptionProps {
  readonly scope: ScopeDto;
  readonly ticked: boolean;
  /** Why the box cannot be changed; null when it can. */
  readonly held: 'sign-in' | 'granted' | null;
  readonly onToggle: (scope: string) => void;
}

/** The box is named by title and short name; sensitivity and notes describe it. */
const ScopeOption = memo(function ScopeOption({ scope, ticked, held, onToggle }: ScopeOptionProps) {
  const id = useId();
  return (
    <label className={classes.option} data-ticked={ticked || undefined} data-held={held ?? undefined} title={scope.detail ?? undefined}>
      <input
        type="checkbox"
        className={classes.box}
        checked={ticked}
        disabled={held !== null}
        aria-labelledby={`${id}-title ${id}-name`}
        aria-describedby={`${id}-more`}
        onChange={() => {
          onToggle(scope.scope);
        }}
      />
      <span className={classes.words}>
        <span id={`${id}-title`} className={classes.title}>
          {scope.title}
        </span>
        <span id={`${id}-name`} className={`gd-mono ${classes.name ?? ''}`}>
          {scope.shortName}
        </span>
      </span>
      <span id={`${id}-more`} className={classes.more}>
        {held === 'granted' && <span className={classes.tag}>Granted</span>}{' '}
        {scope.adminOnly && <span className={classes.tag}>Admin only</span>}{' '}
        <SensitivityMark of={scope.sensitivity} confirmed={scope.sensitivityConfirmed} />
      </span>
    </label>
  );
});
