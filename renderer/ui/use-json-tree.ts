import { useDeferredValue, useMemo, useState } from 'react';
import { openAtFirst, visibleRows, type JsonRow } from './json-tree-rows.ts';
import { searchJson, type JsonMatch } from './json-tree-search.ts';

export interface JsonTreeState {
  readonly rows: readonly JsonRow[];
  /** Path of the line the keyboard is on. */
  readonly active: string;
  readonly search: string;
  readonly matches: readonly JsonMatch[];
  /** Which match is shown; -1 while none is. */
  readonly match: number;
  readonly setSearch: (words: string) => void;
  readonly goTo: (path: string) => void;
  readonly fold: (path: string, open: boolean) => void;
  /** Shows the next match, or the one before. */
  readonly step: (by: 1 | -1) => void;
}

/** What is open in a tree, where the keyboard is, and what a search found. Give it a `key` for another value. */
export function useJsonTree(value: unknown): JsonTreeState {
  const [open, setOpen] = useState(() => openAtFirst(value));
  const [active, setActive] = useState('');
  const [search, setSearch] = useState('');
  const [match, setMatch] = useState(-1);
  const words = useDeferredValue(search);
  const rows = useMemo(() => visibleRows(value, open), [value, open]);
  const matches = useMemo(() => searchJson(value, words), [value, words]);
  return {
    rows,
    active,
    search,
    matches,
    match: Math.min(match, matches.length - 1),
    setSearch(text) {
      setSearch(text);
      setMatch(-1);
    },
    goTo: setActive,
    fold(path, opened) {
      setOpen((before) => {
        const next = new Set(before);
        if (opened) next.add(path);
        else next.delete(path);
        return next;
      });
    },
    step(by) {
      if (matches.length === 0) return;
      const next = match < 0 ? (by === 1 ? 0 : matches.length - 1) : (match + by + matches.length) % matches.length;
      const found = matches[next];
      if (found === undefined) return;
      setMatch(next);
      setOpen((before) => new Set([...before, ...found.parents]));
      setActive(found.path);
    },
  };
}
