import { useState } from 'react';
import { passphraseFault, type NewPassphrase } from './new-passphrase-fields.tsx';

const EMPTY: NewPassphrase = { first: '', second: '' };

export interface NewPassphraseForm {
  /** For `NewPassphraseFields`. */
  readonly fields: {
    readonly value: NewPassphrase;
    readonly onChange: (value: NewPassphrase) => void;
    readonly fault: ReturnType<typeof passphraseFault>;
  };
  /** The passphrase when it can be sent; null when not, and then the fields say why. */
  readonly check: () => string | null;
  /** Forgets what was typed. */
  readonly clear: () => void;
}

/** A passphrase typed twice: what every dialog that sets one does before it asks main. */
export function useNewPassphrase(): NewPassphraseForm {
  const [value, setValue] = useState(EMPTY);
  const [fault, setFault] = useState<ReturnType<typeof passphraseFault>>(null);
  return {
    fields: { value, onChange: setValue, fault },
    check: () => {
      const wrong = passphraseFault(value);
      setFault(wrong);
      return wrong === null ? value.first : null;
    },
    clear: () => {
      setValue(EMPTY);
      setFault(null);
    },
  };
}
