import { Button, Loader } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import type { ApiListingDto } from '../../../../preload/contract/apis.ts';
import { Chip } from '../../../ui/chip.tsx';
import { ProblemNotice } from '../../../ui/notice.tsx';
import { SearchInput } from '../../../ui/search-input.tsx';
import css from './add-api-dialog.module.css';
import { found, useDirectory } from './use-directory.ts';

/** Rows drawn at once; the directory holds some five hundred. */
const MOST = 120;

interface DirectoryListProps {
  readonly busy: boolean;
  readonly onAdd: (name: string, version: string) => void;
  /** Goes to one that is known already. */
  readonly onOpen: (apiId: string) => void;
}

/** Searchbox `Search Google’s directory`, and what fits. */
export function DirectoryList({ busy, onAdd, onOpen }: DirectoryListProps) {
  const directory = useDirectory();
  const [search, setSearch] = useState('');
  const words = useDeferredValue(search);
  const rows = useMemo(() => found(directory.listings ?? [], words), [directory.listings, words]);
  return (
    <>
      <SearchInput size="md" label="Search Google’s directory" value={search} data-autofocus onChange={setSearch} />
      {directory.busy && (
        <div className={css.waiting} role="status">
          <Loader size={15} color="petrol" />
          <span>Asking Google for its directory</span>
          <Button size="sm" variant="subtle" color="gray" onClick={directory.cancel}>
            Cancel
          </Button>
        </div>
      )}
      {directory.problem !== null && (
        <ProblemNotice
          problem={directory.problem}
          tone="warn"
          action={
            <Button size="sm" onClick={directory.again}>
              Try again
            </Button>
          }
        />
      )}
      {directory.listings !== null && <Listings rows={rows} busy={busy} onAdd={onAdd} onOpen={onOpen} />}
    </>
  );
}

function Listings({ rows, busy, onAdd, onOpen }: DirectoryListProps & { readonly rows: readonly ApiListingDto[] }) {
  if (rows.length === 0) return <p className="gd-text-2">The directory has nothing like it. An API it does not list can be added by its name and version.</p>;
  return (
    <>
      <ul className={`gd-scroll ${css.list}`} aria-label="Google’s directory">
        {rows.slice(0, MOST).map(({ id, name, version, title, known, preferred }) => (
          <li key={id} className={css.listing}>
            <span className={css.words}>
              <span>{title}</span>
              <span className="gd-meta gd-mono">
                {name} {version}
              </span>
            </span>
            {!preferred && <Chip>Not recommended</Chip>}
            <Button
              size="sm"
              variant={known ? 'subtle' : 'default'}
              color={known ? 'gray' : 'petrol'}
              aria-label={`${known ? 'Open' : 'Add'} ${title} ${version}`}
              disabled={busy}
              onClick={() => {
                if (known) onOpen(id);
                else onAdd(name, version);
              }}
            >
              {known ? 'Open' : 'Add'}
            </Button>
          </li>
        ))}
      </ul>
      {rows.length > MOST && <p className="gd-meta">{rows.length - MOST} more. Type more of the name.</p>}
    </>
  );
}
