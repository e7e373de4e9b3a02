import { ActionIcon, TextInput, Tooltip, type TextInputProps } from '@mantine/core';
import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';

/**
 * A field for a passphrase. Its type is `text`, so that it keeps the role `textbox` (a password field has no role at all);
 * what is typed is concealed by style, cannot be copied out, and no form memory or spelling service gets to see it.
 */
export function ConcealedInput(props: TextInputProps) {
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  const label = shown ? 'Conceal what I type' : 'Show what I type';
  const keepIn = (event: { preventDefault: () => void }): void => {
    if (!shown) event.preventDefault();
  };
  return (
    <TextInput
      type="text"
      autoComplete="off"
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      maxLength={1024}
      onCopy={keepIn}
      onCut={keepIn}
      classNames={{ input: shown ? '' : 'gd-concealed' }}
      rightSection={
        <Tooltip label={label}>
          <ActionIcon
            aria-label={label}
            size={26}
            onClick={() => {
              setShown(!shown);
            }}
          >
            <Icon size={15} strokeWidth={1.75} />
          </ActionIcon>
        </Tooltip>
      }
      {...props}
    />
  );
}
