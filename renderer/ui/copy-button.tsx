import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { copyText } from './copy-text.ts';

/** Copies `text` (nothing secret; a function makes a long one only when asked) and says so. An icon named `label`, or with `word` a full button. */
export function CopyButton({ text, label, word = false }: { readonly text: string | (() => string); readonly label: string; readonly word?: boolean }) {
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => {
    if (said === null) return undefined;
    const timer = window.setTimeout(() => {
      setSaid(null);
    }, 2000);
    return () => {
      window.clearTimeout(timer);
    };
  }, [said]);

  const copy = async (): Promise<void> => {
    setSaid((await copyText(typeof text === 'string' ? text : text())) ? 'Copied' : 'Could not copy: select the text and copy it by hand');
  };
  const icon = said === 'Copied' ? <Check size={15} strokeWidth={2.2} /> : <Copy size={15} strokeWidth={1.75} />;

  return (
    <>
      {word ? (
        <Button leftSection={icon} onClick={() => void copy()}>
          {label}
        </Button>
      ) : (
        <Tooltip label={said ?? label}>
          <ActionIcon aria-label={label} onClick={() => void copy()}>
            {icon}
          </ActionIcon>
        </Tooltip>
      )}
      <span className="gd-visually-hidden" aria-live="polite">
        {said}
      </span>
    </>
  );
}
