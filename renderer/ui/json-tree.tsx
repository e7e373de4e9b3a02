import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import { JsonTreeBar } from './json-tree-bar.tsx';
import { JsonTreeRow } from './json-tree-row.tsx';
import css from './json-tree.module.css';
import { useJsonTree, type JsonTreeState } from './use-json-tree.ts';

const ROW = 22;

/**
 * A parsed answer as a tree: folded and unfolded, searched, walked by keyboard. Only the lines in view are drawn, and only what is unfolded
 * is looked at, so an answer of megabytes stays light.
 */
export function JsonTree({ value }: { readonly value: unknown }) {
  const id = useId();
  const tree = useJsonTree(value);
  const { rows, active } = tree;
  const scroller = useRef<HTMLDivElement>(null);
  const at = Math.max(0, rows.findIndex(({ path }) => path === active));
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions stay in this component
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => ROW, overscan: 12 });
  useEffect(() => {
    virtual.scrollToIndex(at, { align: 'auto' });
  }, [virtual, at]);

  return (
    <div className={css.frame}>
      <JsonTreeBar tree={tree} row={rows[at] ?? null} />
      <div
        className={`gd-scroll ${css.tree}`}
        ref={scroller}
        role="tree"
        tabIndex={0}
        aria-label="Body"
        aria-activedescendant={`${id}-${at}`}
        onKeyDown={(event) => {
          walk(event, tree, at);
        }}
      >
        <div className={css.canvas} style={{ height: virtual.getTotalSize() }} role="presentation">
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            return row === undefined ? null : (
              <JsonTreeRow key={row.path} id={`${id}-${index}`} row={row} top={start} active={index === at} found={tree.matches[tree.match]?.path === row.path} tree={tree} />
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** Keys of a tree: up and down, in and out, first and last. */
function walk(event: KeyboardEvent, { rows, goTo, fold }: JsonTreeState, at: number): void {
  const row = rows[at];
  const go = (index: number): void => {
    const to = rows[Math.min(Math.max(index, 0), rows.length - 1)];
    if (to !== undefined) goTo(to.path);
  };
  if (row === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  switch (event.key) {
    case 'ArrowDown':
      go(at + 1);
      break;
    case 'ArrowUp':
      go(at - 1);
      break;
    case 'PageDown':
      go(at + 15);
      break;
    case 'PageUp':
      go(at - 15);
      break;
    case 'Home':
      go(0);
      break;
    case 'End':
      go(rows.length - 1);
      break;
    case 'ArrowRight':
      if (row.size > 0 && !row.open) fold(row.path, true);
      else if (row.open) go(at + 1);
      break;
    case 'ArrowLeft':
      if (row.open) fold(row.path, false);
      else if (row.parent !== null) goTo(row.parent);
      break;
    case 'Enter':
    case ' ':
      if (row.size > 0) fold(row.path, !row.open);
      break;
    default:
      return;
  }
  event.preventDefault();
}
