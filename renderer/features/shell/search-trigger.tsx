import { Tooltip, UnstyledButton } from '@mantine/core';
import { Search } from 'lucide-react';
import { useAppState } from '../../bridge/hooks.ts';
import { KeyHint, modKey } from '../../ui/key-hint.tsx';
import css from './search-trigger.module.css';

/** Opens the command menu; looks like a field, is a button. */
export function SearchTrigger({
  iconOnly = false,
  strip = false,
  onOpen,
}: {
  /** In the rail. */
  readonly iconOnly?: boolean;
  /** In the strip over the sheet, where there is room. */
  readonly strip?: boolean;
  readonly onOpen: () => void;
}) {
  const { platform } = useAppState();
  return (
    <Tooltip label="Search or run a command" position="right" disabled={!iconOnly}>
      <UnstyledButton
        className={css.trigger}
        data-icon-only={iconOnly || undefined}
        data-strip={strip || undefined}
        aria-label="Search or run a command"
        aria-keyshortcuts={platform === 'darwin' ? 'Meta+K' : 'Control+K'}
        aria-haspopup="dialog"
        onClick={onOpen}
      >
        <Search size={14} strokeWidth={1.75} aria-hidden="true" />
        {!iconOnly && (
          <>
            <span className={css.words}>{strip ? 'Search or run a command' : 'Search or run'}</span>
            <KeyHint keys={modKey(platform, 'K')} />
          </>
        )}
      </UnstyledButton>
    </Tooltip>
  );
}
