import { Button } from '@mantine/core';
import { ExternalLink, KeyRound, Plus, RotateCw, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { ExplanationDto, RemedyDto } from '../../preload/contract/calls.ts';
import { span } from './duration.ts';
import css from './explanation-panel.module.css';
import { useNow } from './use-now.ts';

const REMEDY: Record<RemedyDto['kind'], { readonly word: string; readonly icon: LucideIcon }> = {
  'grant-scope': { word: 'Grant scope and retry', icon: Plus },
  'enable-api': { word: 'Enable the API', icon: ExternalLink },
  retry: { word: 'Try again', icon: RotateCw },
  reauthorize: { word: 'Re-authorize', icon: KeyRound },
};

interface ExplanationPanelProps {
  readonly explanation: ExplanationDto;
  readonly onRemedy: (remedy: RemedyDto) => void;
}

/** What a refused call means, in words, and the buttons that mend it; the first is the one to press. */
export function ExplanationPanel({ explanation, onRemedy }: ExplanationPanelProps) {
  return (
    <div className={css.panel} role="alert">
      <TriangleAlert className={css.icon} size={16} strokeWidth={1.75} aria-hidden="true" />
      <div className={css.words}>
        <p className={css.title}>{explanation.title}</p>
        <p className={css.meaning}>{explanation.meaning}</p>
        {explanation.remedies.length > 0 && (
          <div className={css.remedies}>
            {explanation.remedies.map((remedy, at) => (
              <Remedy key={remedy.kind} remedy={remedy} first={at === 0} onRemedy={onRemedy} />
            ))}
          </div>
        )}
      </div>
    </div>
  );
}

interface RemedyProps {
  readonly remedy: RemedyDto;
  readonly first: boolean;
  readonly onRemedy: (remedy: RemedyDto) => void;
}

function Remedy({ remedy, first, onRemedy }: RemedyProps) {
  const notBefore = remedy.kind === 'retry' ? remedy.notBefore : null;
  const now = useNow(notBefore, 'second');
  const wait = notBefore === null ? 0 : notBefore - now;
  const { word, icon: Icon } = REMEDY[remedy.kind];
  return (
    <>
      <Button
        size="sm"
        variant={first ? 'light' : 'default'}
        leftSection={<Icon size={14} strokeWidth={1.75} aria-hidden="true" />}
        disabled={wait > 0}
        onClick={() => {
          onRemedy(remedy);
        }}
      >
        {word}
      </Button>
      {wait > 0 && (
        <span className={css.wait} role="timer" aria-label="Wait before trying again">
          Google asks to wait {span(wait)}
        </span>
      )}
    </>
  );
}
