import { ChevronRight } from 'lucide-react';
import { previewOf, type JsonRow } from './json-tree-rows.ts';
import css from './json-tree.module.css';
import type { JsonTreeState } from './use-json-tree.ts';

interface JsonTreeRowProps {
  readonly id: string;
  readonly row: JsonRow;
  /** Pixels from the top of the tree. */
  readonly top: number;
  readonly active: boolean;
  readonly found: boolean;
  readonly tree: Pick<JsonTreeState, 'goTo' | 'fold'>;
}

/** Deeper lines stay at this indent: the path above the tree says how deep they are. */
const MOST_INDENT = 24;
/** Characters of a long text that a line shows; the whole can be copied. */
const MOST_TEXT = 400;

export function JsonTreeRow({ id, row, top, active, found, tree }: JsonTreeRowProps) {
  const { name, kind, size, open, depth, path } = row;
  const preview = previewOf(row);
  return (
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the tree around has the focus and the keys
    <div
      id={id}
      className={`gd-mono ${css.row}`}
      style={{ transform: `translateY(${top}px)`, paddingInlineStart: 8 + Math.min(depth, MOST_INDENT) * 14 }}
      role="treeitem"
      aria-level={depth + 1}
      aria-posinset={row.position}
      aria-setsize={row.count}
      aria-selected={active}
      {...(size > 0 ? { 'aria-expanded': open } : {})}
      data-found={found || undefined}
      onClick={() => {
        tree.goTo(path);
        if (size > 0) tree.fold(path, !open);
      }}
    >
      <span className={css.fold} data-open={open || undefined}>
        {size > 0 && <ChevronRight size={12} strokeWidth={2} aria-hidden="true" />}
      </span>
      {name !== null && (
        <>
          <span className={css.name} data-position={typeof name === 'number' || undefined}>
            {name}
          </span>
          <span className={css.colon}>: </span>
        </>
      )}
      <span className={css.value} data-kind={kind} data-open={open || undefined}>
        {preview.length > MOST_TEXT ? `${preview.slice(0, MOST_TEXT)}…` : preview}
      </span>
    </div>
  );
}
