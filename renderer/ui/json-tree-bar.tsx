import { ActionIcon } from '@mantine/core';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { CopyButton } from './copy-button.tsx';
import type { JsonRow } from './json-tree-rows.ts';
import { MOST_MATCHES } from './json-tree-search.ts';
import css from './json-tree.module.css';
import type { JsonTreeState } from './use-json-tree.ts';
import { SearchInput } from './search-input.tsx';

/** Above the tree: the search with its steps, and where the keyboard is, to be copied. */
export function JsonTreeBar({ tree, row }: { readonly tree: JsonTreeState; readonly row: JsonRow | null }) {
  const { search, matches, match } = tree;
  return (
    <div className={css.bar}>
      <SearchInput label="Search in the answer" value={search} onChange={tree.setSearch} className={css.search ?? ''}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          tree.step(event.shiftKey ? -1 : 1);
        }}
      />
      {search.trim() !== '' && (
        <>
          <span className="gd-meta gd-num" role="status">
            {foundWords(matches.length, match)}
          </span>
          <ActionIcon
            aria-label="Previous match"
            disabled={matches.length === 0}
            onClick={() => {
              tree.step(-1);
            }}
          >
            <ChevronUp size={15} strokeWidth={1.75} />
          </ActionIcon>
          <ActionIcon
            aria-label="Next match"
            disabled={matches.length === 0}
            onClick={() => {
              tree.step(1);
            }}
          >
            <ChevronDown size={15} strokeWidth={1.75} />
          </ActionIcon>
        </>
      )}
      {row !== null && (
        <span className={css.here}>
          <span className={`gd-mono ${css.path}`}>{row.path === '' ? 'whole answer' : row.path}</span>
          {row.path !== '' && <CopyButton text={row.path} label="Copy path" />}
          <CopyButton text={() => valueText(row.value)} label="Copy value" />
        </span>
      )}
    </div>
  );
}

/** A text as it is, anything else as JSON. */
function valueText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}

function foundWords(count: number, match: number): string {
  if (count === 0) return 'Not found';
  const all = count === MOST_MATCHES ? `${count} or more` : String(count);
  return match < 0 ? `${all} found` : `${match + 1} of ${all}`;
}
