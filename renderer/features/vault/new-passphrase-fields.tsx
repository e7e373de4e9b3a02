import { ConcealedInput } from '../../ui/concealed-input.tsx';
import { StrengthHint } from './strength-hint.tsx';

export interface NewPassphrase {
  readonly first: string;
  readonly second: string;
}

export type PassphraseField = 'first' | 'second';

/** What is wrong with the pair, and at which field; null when it can be sent. */
export function passphraseFault({ first, second }: NewPassphrase): { readonly field: PassphraseField; readonly message: string } | null {
  if (first === '') return { field: 'first', message: 'Type a passphrase.' };
  if (second === '') return { field: 'second', message: 'Type the passphrase a second time.' };
  if (first !== second) return { field: 'second', message: 'The two are not the same. Type the second one again.' };
  return null;
}

/** `Passphrase` and `Repeat passphrase`, with a strength hint and the fault at its field. */
export function NewPassphraseFields({
  value,
  onChange,
  fault,
  disabled = false,
  leads = true,
}: {
  readonly value: NewPassphrase;
  readonly onChange: (value: NewPassphrase) => void;
  readonly fault: ReturnType<typeof passphraseFault>;
  readonly disabled?: boolean;
  /** Whether an opening dialog puts the focus here. */
  readonly leads?: boolean;
}) {
  return (
    <>
      <div>
        <ConcealedInput
          label="Passphrase"
          value={value.first}
          disabled={disabled}
          error={fault?.field === 'first' ? fault.message : null}
          onChange={(event) => {
            onChange({ ...value, first: event.currentTarget.value });
          }}
          {...(leads ? { 'data-autofocus': true } : {})}
        />
        <StrengthHint passphrase={value.first} />
      </div>
      <ConcealedInput
        label="Repeat passphrase"
        value={value.second}
        disabled={disabled}
        error={fault?.field === 'second' ? fault.message : null}
        onChange={(event) => {
          onChange({ ...value, second: event.currentTarget.value });
        }}
      />
    </>
  );
}
