import { ActionIcon, Button, CloseButton } from '@mantine/core';
import { ChevronLeft, ChevronRight, PanelLeft, Plus } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { SearchInput } from '../../ui/search-input.tsx';
import css from './toolbar.module.css';
import type { SearchState } from './use-search.ts';
import type { CalendarView } from './view-dates.ts';
import { ViewSwitch } from './view-switch.tsx';

interface ToolbarProps {
  readonly title: string;
  readonly view: CalendarView;
  readonly search: SearchState;
  readonly searchField: RefObject<HTMLInputElement | null>;
  readonly onView: (view: CalendarView) => void;
  readonly onToday: () => void;
  readonly onStep: (direction: 1 | -1) => void;
  readonly onNew: () => void;
  /** Null while the pane stands beside the view. */
  readonly onPane: (() => void) | null;
  /** Conflicts and the menu of everything else. */
  readonly children: ReactNode;
}

/** Where one is, the ways to go on, search, and the next thing to do. */
export function Toolbar({ title, view, search, searchField, onView, onToday, onStep, onNew, onPane, children }: ToolbarProps) {
  return (
    <div className={css.toolbar} role="toolbar" aria-label="Calendar">
      {onPane !== null && (
        <ActionIcon aria-label="Account and calendars" onClick={onPane}>
          <PanelLeft size={17} strokeWidth={1.75} />
        </ActionIcon>
      )}
      <Button size="sm" px={8} onClick={onToday}>
        Today
      </Button>
      <div className={css.steps}>
        <ActionIcon
          aria-label="Previous"
          size={26}
          onClick={() => {
            onStep(-1);
          }}
        >
          <ChevronLeft size={17} strokeWidth={1.75} />
        </ActionIcon>
        <ActionIcon
          aria-label="Next"
          size={26}
          onClick={() => {
            onStep(1);
          }}
        >
          <ChevronRight size={17} strokeWidth={1.75} />
        </ActionIcon>
      </div>
      <h2 className={css.title} aria-live="polite" title={title}>
        {title}
      </h2>
      <SearchInput
        ref={searchField}
        className={css.search ?? ''}
        role="searchbox"
        label="Search events"
        placeholder="Search"
        {...(search.query === ''
          ? {}
          : {
              rightSection: (
                <CloseButton
                  size="sm"
                  aria-label="Clear the search"
                  onClick={() => {
                    search.type('');
                  }}
                />
              ),
            })}
        value={search.query}
        maxLength={500}
        onChange={search.type}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) search.askGoogle();
          if (event.key === 'Escape') {
            event.stopPropagation();
            if (search.query === '') event.currentTarget.blur();
            search.type('');
          }
        }}
      />
      <ViewSwitch view={view} onChange={onView} />
      <Button size="sm" px={9} variant="filled" leftSection={<Plus size={14} strokeWidth={2} />} onClick={onNew}>
        New event
      </Button>
      {children}
    </div>
  );
}
