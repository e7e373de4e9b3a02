import { Button } from '@mantine/core';
import { Check } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import css from './toast.module.css';

/** A button beside the words, such as `Undo`. */
export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}

interface Message {
  readonly id: number;
  readonly text: string;
  readonly action: ToastAction | null;
}

/** Long enough to read; with a button, long enough to think it over and to reach it by keyboard. */
const READ_MS = 6_000;
const ACT_MS = 20_000;

let current: Message | null = null;
let nextId = 1;
const listeners = new Set<() => void>();

function set(message: Message | null): void {
  current = message;
  for (const listener of listeners) listener();
}

/** Says that something worked (`Imported rota-sync`). Failures stand in the page as a Notice instead. */
export function showToast(text: string, action: ToastAction | null = null): void {
  set({ id: nextId, text, action });
  nextId += 1;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Drawn once, by the frame. The live region stays in the page, or its first words would not be read. */
export function ToastArea() {
  const message = useSyncExternalStore(subscribe, () => current);
  const [held, setHeld] = useState(false);
  // What was said belongs to the frame it was said in: behind a lock or in another mode nobody shall read it.
  useEffect(
    () => () => {
      set(null);
    },
    [],
  );
  useEffect(() => {
    // While the pointer or the focus is on it, it stays.
    if (message === null || held) return undefined;
    const timer = window.setTimeout(() => {
      set(null);
    }, message.action === null ? READ_MS : ACT_MS);
    return () => {
      window.clearTimeout(timer);
    };
  }, [message, held]);
  return (
    <div
      className={css.area}
      aria-live="polite"
      onMouseEnter={() => {
        setHeld(true);
      }}
      onMouseLeave={() => {
        setHeld(false);
      }}
      onFocus={() => {
        setHeld(true);
      }}
      onBlur={() => {
        setHeld(false);
      }}
    >
      {message !== null && (
        <div key={message.id} className={css.toast}>
          <Check size={15} strokeWidth={2.2} className={css.icon} aria-hidden="true" />
          {message.text}
          {message.action !== null && <Act message={message} action={message.action} onDone={() => { setHeld(false); }} />}
        </div>
      )}
    </div>
  );
}

function Act({ message, action, onDone }: { readonly message: Message; readonly action: ToastAction; readonly onDone: () => void }) {
  return (
    <Button
      size="sm"
      variant="light"
      className={css.action ?? ''}
      onClick={() => {
        if (current === message) set(null);
        onDone();
        action.run();
      }}
    >
      {action.label}
    </Button>
  );
}
