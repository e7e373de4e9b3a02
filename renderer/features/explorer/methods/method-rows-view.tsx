import { useVirtualizer } from '@tanstack/react-virtual';
import { Lock } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { ApiMethodRowDto } from '../../../../preload/contract/apis.ts';
import { EffectMark, VerbChip } from './effect-chip.tsx';
import css from './method-list.module.css';
import { shortName, type MethodListRow } from './method-rows.ts';

const ROW = 32;
const HEADING = 30;

interface MethodRowsProps {
  readonly rows: readonly MethodListRow[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

/** Only the rows in view are drawn: an API may have thousands. Arrow keys go from method to method. */
export function MethodRows({ rows, chosen, onChoose }: MethodRowsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const chosenAt = rows.findIndex((row) => row.kind === 'method' && row.method.id === chosen);
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions stay in this component
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => (rows[at]?.kind === 'resource' ? HEADING : ROW),
    overscan: 6,
  });
  useEffect(() => {
    if (chosenAt >= 0) virtual.scrollToIndex(chosenAt, { align: 'auto' });
  }, [virtual, chosenAt]);

  const move = (event: KeyboardEvent<HTMLDivElement>): void => {
    const from = Number((event.target as HTMLElement).closest('[data-row]')?.getAttribute('data-row'));
    const to = targetOf(rows, from, event.key);
    if (to === null) return;
    event.preventDefault();
    virtual.scrollToIndex(to, { align: 'auto' });
    // The row may be drawn only now that it is in view.
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-row="${to}"] button`)?.focus());
  };
  const items = virtual.getVirtualItems();
  const tabbable = items.some(({ index }) => index === chosenAt) ? chosenAt : (items.find(({ index }) => rows[index]?.kind === 'method')?.index ?? -1);

  return (
    <div className={`gd-scroll ${css.scroller}`} ref={scroller} onKeyDown={move} role="presentation">
      <ul className={css.canvas} style={{ height: virtual.getTotalSize() }} aria-label="Methods">
        {items.map(({ index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <li key={index} className={css.row} style={{ transform: `translateY(${start}px)` }} data-row={index}>
              {row.kind === 'resource' ? (
                <p className={css.heading}>
                  <span className="gd-mono">{row.resource === '' ? 'Outside a resource' : row.resource}</span>
                  <span className="gd-num">{row.methods}</span>
                </p>
              ) : (
                <MethodButton method={row.method} chosen={index === chosenAt} tabbable={index === tabbable} onChoose={onChoose} />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

interface MethodButtonProps {
  readonly method: ApiMethodRowDto;
  readonly chosen: boolean;
  readonly tabbable: boolean;
  readonly onChoose: (id: string) => void;
}

function MethodButton({ method, chosen, tabbable, onChoose }: MethodButtonProps) {
  return (
    <button
      type="button"
      className={css.method}
      aria-label={`${method.id}, ${method.ready ? 'ready' : 'locked'}`}
      aria-current={chosen}
      tabIndex={tabbable ? 0 : -1}
      data-locked={!method.ready || undefined}
      title={method.path}
      onClick={() => {
        onChoose(method.id);
      }}
    >
      <VerbChip verb={method.httpMethod} effect={method.effect} />
      <span className={`gd-mono ${css.name}`} data-deprecated={method.deprecated || undefined}>
        {shortName(method)}
      </span>
      <EffectMark effect={method.effect} />
      {method.ready ? <span className={css.lock} /> : <Lock className={css.lock} size={12} strokeWidth={2} aria-hidden="true" />}
    </button>
  );
}

/** The method an arrow key leads to; null for any other key, and at the ends. */
function targetOf(rows: readonly MethodListRow[], from: number, key: string): number | null {
  const step = key === 'ArrowDown' || key === 'Home' ? 1 : key === 'ArrowUp' || key === 'End' ? -1 : 0;
  if (step === 0) return null;
  const start = key === 'Home' ? 0 : key === 'End' ? rows.length - 1 : from + step;
  for (let at = start; at >= 0 && at < rows.length; at += step) if (rows[at]?.kind === 'method') return at;
  return null;
}
