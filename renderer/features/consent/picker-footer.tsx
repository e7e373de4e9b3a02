import { Button } from '@mantine/core';
import { AppWindow, Globe } from 'lucide-react';
import { useState } from 'react';
import type { Surface } from '../../../preload/contract/app.ts';
import classes from './scope-picker.module.css';

interface PickerFooterProps {
  /** The filled one: what Settings say, as far as the client allows it. */
  readonly preferred: Surface;
  readonly obstacle: string | null;
  readonly busy: Surface | null;
  readonly onContinue: (surface: Surface) => void;
  readonly onCancel: () => void;
}

/** Cancel and the two ways on. The browser stays pressable when it cannot be used: pressing it says why, aloud. */
export function PickerFooter({ preferred, obstacle, busy, onContinue, onCancel }: PickerFooterProps) {
  const [said, setSaid] = useState(false);
  return (
    <div className={classes.footer}>
      {obstacle === null ? (
        <p className={classes.footnote}>Google can refuse sign-in inside app windows. Then Grantdesk carries on in your browser.</p>
      ) : (
        <p id="no-browser" className={classes.footnote} data-said={said || undefined} role={said ? 'alert' : undefined}>
          {obstacle}
        </p>
      )}
      <div className={classes.footerButtons}>
        <Button variant="subtle" color="gray" onClick={onCancel}>
          Cancel
        </Button>
        <Button
          variant={preferred === 'browser' ? 'filled' : 'default'}
          leftSection={<Globe size={15} strokeWidth={1.75} aria-hidden="true" />}
          loading={busy === 'browser'}
          className={obstacle === null ? undefined : classes.obstructed}
          {...(obstacle === null ? {} : { 'aria-disabled': true, 'aria-describedby': 'no-browser' })}
          onClick={() => {
            if (obstacle === null) onContinue('browser');
            else setSaid(true);
          }}
        >
          Continue in browser
        </Button>
        <Button
          variant={preferred === 'app-window' ? 'filled' : 'default'}
          leftSection={<AppWindow size={15} strokeWidth={1.75} aria-hidden="true" />}
          loading={busy === 'app-window'}
          onClick={() => {
            onContinue('app-window');
          }}
        >
          Continue in app window
        </Button>
      </div>
    </div>
  );
}
