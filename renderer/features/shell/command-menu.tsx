import { Modal } from '@mantine/core';
import { Search } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { navigate } from '../../app/route.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAppState, useAuthorizations } from '../../bridge/hooks.ts';
import { run } from '../../bridge/run.ts';
import { showToast } from '../../ui/toast.tsx';
import { useClientImport } from '../clients/client-import.tsx';
import { useCredentialImport } from '../credentials/credential-import.tsx';
import { commandsOf, matchCommands, type Command } from './commands.ts';
import css from './command-menu.module.css';

/** Search over pages, accounts and actions (Ctrl K). A combobox with a list: arrows move, Enter runs, Esc closes. */
export function CommandMenu({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  return (
    <Modal.Root opened={opened} onClose={onClose} size={600} yOffset={88} centered={false} transitionProps={{ transition: 'fade-down', duration: 180 }}>
      <Modal.Overlay color="var(--gd-scrim)" backgroundOpacity={1} />
      <Modal.Content aria-label="Search or run a command">
        <Modal.Body className={css.body ?? ''}>
          <CommandSearch onDone={onClose} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function CommandSearch({ onDone }: { readonly onDone: () => void }) {
  const commands = useCommands();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const found = useMemo(() => matchCommands(commands, query), [commands, query]);
  const active = Math.min(at, found.length - 1);

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active, query]);

  const trigger = (command: Command | undefined): void => {
    if (command === undefined) return;
    onDone();
    const call = command.run();
    if (call === undefined) return;
    void run(call).then((answer) => {
      if (!answer.ok) showToast(answer.error.message);
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Partial<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined && found.length > 0) {
      event.preventDefault();
      setAt((active + step + found.length) % found.length);
    }
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      trigger(found[active]);
    }
  };

  return (
    <>
      <div className={css.field}>
        <Search size={16} strokeWidth={1.75} aria-hidden="true" />
        <input
          className={css.input}
          role="combobox"
          aria-label="Search or run a command"
          aria-expanded="true"
          aria-controls={`${id}list`}
          aria-activedescendant={found.length > 0 ? `${id}${active}` : undefined}
          aria-autocomplete="list"
          placeholder="Pages, accounts and actions"
          autoComplete="off"
          spellCheck={false}
          value={query}
          data-autofocus
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div className={`gd-scroll ${css.list}`} role="listbox" id={`${id}list`} aria-label="Commands" ref={list}>
        {found.map((command, index) => {
          const Icon = command.icon;
          return (
            <div key={command.id} role="presentation">
              {found[index - 1]?.group !== command.group && (
                <p className={css.group} aria-hidden="true">
                  {command.group}
                </p>
              )}
              {/* The field above keeps the focus and has the keys; a click here does what Enter does there. */}
              {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events */}
              <div
                id={`${id}${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === active}
                className={css.option}
                onMouseMove={() => {
                  setAt(index);
                }}
                onClick={() => {
                  trigger(command);
                }}
              >
                <Icon size={15} strokeWidth={1.75} className={css.icon} aria-hidden="true" />
                <span className={css.label}>{command.label}</span>
                {command.hint !== null && <span className="gd-meta">{command.hint}</span>}
              </div>
            </div>
          );
        })}
      </div>
      <p className={css.none} aria-live="polite">
        {found.length === 0 ? 'Nothing by that name' : ''}
      </p>
    </>
  );
}

function useCommands(): readonly Command[] {
  const bridge = useBridge();
  const app = useAppState();
  const authorizations = useAuthorizations();
  const { fromFile, openPaste } = useClientImport();
  const { fromFile: importCredentials } = useCredentialImport();
  return useMemo(
    () =>
      commandsOf({
        bridge,
        app,
        authorizations,
        importFile: () => {
          navigate({ page: 'clients' });
          void fromFile();
        },
        pasteClient: openPaste,
        importCredentials: () => {
          navigate({ page: 'authorizations' });
          void importCredentials();
        },
      }),
    [bridge, app, authorizations, fromFile, openPaste, importCredentials],
  );
}
