import { Button, TextInput } from '@mantine/core';
import { ChevronDown, ChevronUp, ClipboardPaste } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAction } from '../../bridge/hooks.ts';
import classes from './paste-address.module.css';

/** For a page that came back to the wrong place: its address still holds the answer. */
export function PasteAddress({ attemptId }: { readonly attemptId: string }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const Chevron = open ? ChevronUp : ChevronDown;
  return (
    <div className={classes.card}>
      <button
        type="button"
        className={classes.toggle}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => {
          setOpen(!open);
        }}
      >
        <ClipboardPaste size={15} strokeWidth={1.75} aria-hidden="true" />
        <span>Paste the address</span>
        <Chevron className={classes.chevron} size={16} strokeWidth={1.75} aria-hidden="true" />
      </button>
      <div id={id} hidden={!open}>
        {open && <AddressForm attemptId={attemptId} />}
      </div>
    </div>
  );
}

function AddressForm({ attemptId }: { readonly attemptId: string }) {
  const bridge = useBridge();
  const action = useAction();
  const [address, setAddress] = useState('');
  const [empty, setEmpty] = useState(false);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
  }, []);

  function finish() {
    const typed = address.trim();
    setEmpty(typed === '');
    if (typed !== '') void action.start(() => bridge.pasteConsentAddress({ id: attemptId, address: typed }));
  }

  const fromMain = action.problem === null ? null : [action.problem.message, action.problem.hint].filter((part) => part !== null).join(' ');
  const problem = empty ? 'Paste the whole address first: it begins with http and holds code= or error=.' : fromMain;
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        finish();
      }}
    >
      <p className={classes.hint}>Finished, but nothing moved here? Copy the last page’s address.</p>
      <TextInput
        ref={field}
        aria-label="Redirect address"
        placeholder="Redirect address"
        value={address}
        error={problem !== null}
        aria-describedby={problem === null ? undefined : id}
        spellCheck={false}
        autoComplete="off"
        maxLength={16_384}
        onChange={(event) => {
          setAddress(event.currentTarget.value);
          setEmpty(false);
          action.clear();
        }}
      />
      <Button type="submit" loading={action.busy}>
        Finish
      </Button>
      {problem !== null && (
        <p id={id} ref={intoView} className={classes.problem} role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}

/** The form stands at the lower edge of the page, where its sentence could appear unseen. */
function intoView(sentence: HTMLElement | null): void {
  sentence?.scrollIntoView({ block: 'nearest' });
}
