import { useId, useState, type KeyboardEvent, type RefObject } from 'react';
import { completionsAt, type BodySchema, type Completion } from './completions.ts';
import { replaceText } from './replace-text.ts';

export interface CompletionState {
  /** Id of the list. */
  readonly id: string;
  /** Empty while it is closed. */
  readonly items: readonly Completion[];
  readonly chosen: number;
  /** Offset of the cursor that the list belongs to. */
  readonly at: number;
  readonly accept: (item: Completion) => void;
  /** To be called after a change of the text by typing. */
  readonly typed: () => void;
  readonly areaProps: {
    readonly onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
    readonly onBlur: () => void;
    readonly onClick: () => void;
    readonly 'aria-controls'?: string;
    readonly 'aria-activedescendant'?: string;
  };
}

interface Offer {
  readonly items: readonly Completion[];
  readonly chosen: number;
  readonly at: number;
}

const CLOSED: Offer = { items: [], chosen: 0, at: 0 };

/** Id of one line of the list. */
export function optionId(id: string, at: number): string {
  return `${id}-${at}`;
}

/** What fits at the cursor: offered while typing and on Ctrl+Space, chosen by arrow keys, taken by Enter or Tab, left by Esc. */
export function useCompletion(area: RefObject<HTMLTextAreaElement | null>, schema: BodySchema, onChange: (text: string) => void): CompletionState {
  const id = useId();
  const [offer, setOffer] = useState(CLOSED);
  const { items, chosen, at } = offer;
  const close = (): void => {
    setOffer(CLOSED);
  };

  const open = (asked: boolean): void => {
    const here = area.current;
    if (here === null || here.selectionStart !== here.selectionEnd) return;
    const found = completionsAt(here.value, here.selectionStart, schema);
    const [only] = found;
    // Nothing is left to complete when what stands there is the one that fits.
    const done = found.length === 1 && only !== undefined && here.value.slice(only.from, only.to) === only.insert;
    const blank = only !== undefined && only.from === only.to;
    setOffer(done || (blank && !asked) ? CLOSED : { items: found, chosen: 0, at: here.selectionStart });
  };

  const accept = (item: Completion): void => {
    const here = area.current;
    if (here === null) return;
    replaceText(here, item.from, item.to, item.insert, onChange);
    const caret = item.from + item.caret;
    close();
    // After the page has taken over the new text: that puts the cursor at its end.
    setTimeout(() => {
      here.setSelectionRange(caret, caret);
    }, 0);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key === ' ' && event.ctrlKey) {
      event.preventDefault();
      open(true);
      return;
    }
    if (items.length === 0) return;
    const item = items[chosen];
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setOffer({ ...offer, chosen: (chosen + step + items.length) % items.length });
    else if (event.key === 'Escape') close();
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.ctrlKey && !event.metaKey && !event.shiftKey && item !== undefined) accept(item);
    else {
      if (event.key.startsWith('Arrow') || event.key === 'Home' || event.key === 'End') close();
      return;
    }
    event.preventDefault();
    // The key was for the list: neither a dialog around nor the form may act on it.
    event.stopPropagation();
  };

  return {
    id,
    items,
    chosen,
    at,
    accept,
    typed() {
      open(false);
    },
    areaProps: {
      onKeyDown,
      onBlur: close,
      onClick: close,
      ...(items.length === 0 ? {} : { 'aria-controls': id, 'aria-activedescendant': optionId(id, chosen) }),
    },
  };
}
