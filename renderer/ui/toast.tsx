import { Check } from 'lucide-react';
import { useEffect, useSyncExternalStore } from 'react';
import css from './toast.module.css';

interface Message {
  readonly id: number;
  readonly text: string;
}

let current: Message | null = null;
let nextId = 1;
const listeners = new Set<() => void>();

function set(message: Message | null): void {
  current = message;
  for (const listener of listeners) listener();
}

/** Says that something worked (`Imported rota-sync`). Failures stand in the page as a Notice instead. */
export function showToast(text: string): void {
  set({ id: nextId, text });
  nextId += 1;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Drawn once, by the frame. The live region stays in the page, or its first words would not be read. */
export function ToastArea() {
  const message = useSyncExternalStore(subscribe, () => current);
  useEffect(() => {
    if (message === null) return undefined;
    const timer = window.setTimeout(() => {
      set(null);
    }, 6000);
    return () => {
      window.clearTimeout(timer);
    };
  }, [message]);
  return (
    <div className={css.area} aria-live="polite">
      {message !== null && (
        <div key={message.id} className={css.toast}>
          <Check size={15} strokeWidth={2.2} className={css.icon} aria-hidden="true" />
          {message.text}
        </div>
      )}
    </div>
  );
}
