import { ActionIcon, Button } from '@mantine/core';
import { KeyRound, X } from 'lucide-react';
import { useState } from 'react';
import type { SnippetLanguage } from '../../../../preload/contract/explorer.ts';
import { useBridge } from '../../../bridge/bridge-provider.tsx';
import { useAction } from '../../../bridge/hooks.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { exactTime } from '../../../ui/duration.ts';
import type { CallRequest } from '../desk/draft.ts';
import { LANGUAGE_NAME } from './languages.ts';
import css from './snippets.module.css';

export interface Snippet {
  readonly language: SnippetLanguage;
  /** Holds a placeholder where the token goes. */
  readonly text: string;
  readonly request: CallRequest;
  readonly copied: boolean;
}

/** What was copied, to look at, and the marked way to copy it with the token in it. That text never comes here: main puts it on the clipboard. */
export function SnippetPreview({ snippet, onClose }: { readonly snippet: Snippet; readonly onClose: () => void }) {
  const bridge = useBridge();
  const live = useAction();
  const [asking, setAsking] = useState(false);
  const [clearsAt, setClearsAt] = useState<number | null>(null);
  const { language, text, request, copied } = snippet;

  const copyLive = async (): Promise<void> => {
    const answer = await live.start(() => bridge.copyLiveSnippet({ ...request, language }));
    if (!answer.ok) return;
    setClearsAt(answer.value.clearsAt);
    setAsking(false);
  };

  return (
    <section className={css.preview} aria-label={`The call as ${LANGUAGE_NAME[language]}`}>
      <div className={css.head}>
        <span role="status">{wordsFor(copied, clearsAt)}</span>
        <Button
          size="sm"
          color="brick"
          className="gd-danger"
          leftSection={<KeyRound size={14} strokeWidth={1.75} aria-hidden="true" />}
          onClick={() => {
            live.clear();
            setAsking(true);
          }}
        >
          Copy with live token
        </Button>
        <ActionIcon aria-label="Close the preview" onClick={onClose}>
          <X size={15} strokeWidth={1.75} />
        </ActionIcon>
      </div>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- long code must scroll by keyboard */}
      <pre className={`gd-mono gd-scroll ${css.code}`} tabIndex={0} aria-label="Code">
        {text}
      </pre>
      <ConfirmDialog
        opened={asking}
        title="Copy with the live token?"
        confirm="Copy with live token"
        danger
        busy={live.busy}
        problem={live.problem}
        onConfirm={() => void copyLive()}
        onCancel={() => {
          setAsking(false);
        }}
      >
        <p>Whoever has this text can act as the account until the token expires, within the granted scopes. Paste it into a terminal, not into a chat or a ticket.</p>
        <p>The clipboard is cleared after a short while, and Activity keeps a line that the token was copied.</p>
      </ConfirmDialog>
    </section>
  );
}

function wordsFor(copied: boolean, clearsAt: number | null): string {
  if (clearsAt !== null) return `Copied with the live token. The clipboard is cleared at ${exactTime(clearsAt)}.`;
  return copied ? 'Copied, with a placeholder for the token' : 'Could not copy: select the text and copy it by hand';
}
