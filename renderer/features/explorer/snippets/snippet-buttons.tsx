import { Button } from '@mantine/core';
import { Copy } from 'lucide-react';
import { useState } from 'react';
import type { SnippetLanguage } from '../../../../preload/contract/explorer.ts';
import { useBridge } from '../../../bridge/bridge-provider.tsx';
import { useAction } from '../../../bridge/hooks.ts';
import { copyText } from '../../../ui/copy-text.ts';
import { ProblemNotice } from '../../../ui/notice.tsx';
import type { CallRequest } from '../desk/draft.ts';
import { SNIPPET_LANGUAGES } from './languages.ts';
import { SnippetPreview, type Snippet } from './snippet-preview.tsx';
import css from './snippets.module.css';

/** Buttons `Copy as curl`, `Copy as Python`, `Copy as Node.js`: the call as it is filled in, with a placeholder for the token. */
export function SnippetButtons({ request }: { readonly request: CallRequest }) {
  const bridge = useBridge();
  const { start, problem } = useAction();
  const [snippet, setSnippet] = useState<Snippet | null>(null);

  const copy = async (language: SnippetLanguage): Promise<void> => {
    const answer = await start(() => bridge.callSnippet({ ...request, language }));
    if (!answer.ok) {
      setSnippet(null);
      return;
    }
    const { text } = answer.value;
    setSnippet({ language, text, request, copied: await copyText(text) });
  };

  return (
    <div className={css.snippets}>
      <div className={css.buttons}>
        {SNIPPET_LANGUAGES.map(({ language, name }) => (
          <Button key={language} size="sm" leftSection={<Copy size={14} strokeWidth={1.75} aria-hidden="true" />} onClick={() => void copy(language)}>
            Copy as {name}
          </Button>
        ))}
      </div>
      {problem !== null && <ProblemNotice problem={problem} />}
      {snippet !== null && (
        <SnippetPreview
          key={`${snippet.language} ${snippet.text}`}
          snippet={snippet}
          onClose={() => {
            setSnippet(null);
          }}
        />
      )}
    </div>
  );
}
