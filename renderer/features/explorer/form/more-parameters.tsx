import { Button } from '@mantine/core';
import { ChevronRight } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { ApiParameterDto } from '../../../../preload/contract/apis.ts';
import css from './parameter-form.module.css';
import { SearchInput } from '../../../ui/search-input.tsx';

/** More than so many, and a filter helps. */
const MANY = 8;

interface MoreParametersProps {
  readonly parameters: readonly ApiParameterDto[];
  /** How many of them are filled in. */
  readonly set: number;
  /** One of them has a problem: it cannot stay folded. */
  readonly forced: boolean;
  readonly children: (parameter: ApiParameterDto) => ReactNode;
}

/** The optional ones, folded; those that every method takes come last. */
export function MoreParameters({ parameters, set, forced, children }: MoreParametersProps) {
  const [wanted, setWanted] = useState(false);
  const [filter, setFilter] = useState('');
  // It stays open when the problem is gone: somebody is typing in there.
  if (forced && !wanted) setWanted(true);
  const open = wanted || forced;
  const words = filter.trim().toLowerCase();
  const shown = parameters.filter(({ name, description }) => forced || words === '' || name.toLowerCase().includes(words) || description?.toLowerCase().includes(words) === true);
  const own = shown.filter(({ global }) => !global);
  const global = shown.filter((one) => one.global);
  return (
    <div className={css.more}>
      <div className={css.moreHead}>
        <Button
          size="sm"
          variant="subtle"
          color="gray"
          aria-expanded={open}
          leftSection={<ChevronRight className={css.fold} data-open={open || undefined} size={14} strokeWidth={2} aria-hidden="true" />}
          onClick={() => {
            setWanted(!open);
          }}
        >
          {`More parameters (${parameters.length})`}
        </Button>
        {set > 0 && <span className="gd-meta">{set} filled in</span>}
      </div>
      {open && (
        <>
          {parameters.length > MANY && (
            <SearchInput label="Filter parameters" value={filter} onChange={setFilter} />
          )}
          {shown.length === 0 && <p className="gd-text-2">No parameter is called so. Change the filter.</p>}
          {own.map(children)}
          {global.length > 0 && <p className={css.divider}>Every method takes these</p>}
          {global.map(children)}
        </>
      )}
    </div>
  );
}
