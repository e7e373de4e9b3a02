import { SegmentedControl } from '@mantine/core';
import { useMemo } from 'react';
import type { TutorialLanguage } from '../../../preload/contract/tutorial.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import css from './code-block.module.css';
import { tokenizeCode } from './code-tokens.ts';

const LANGUAGES: readonly { readonly value: TutorialLanguage; readonly label: string }[] = [
  { value: 'python2013', label: '2013' },
  { value: 'python', label: 'Python' },
  { value: 'node', label: 'Node.js' },
];

/** A step's code in one of its languages. The choice is the page's: it holds for every step. */
export function CodeBlock({
  title,
  code,
  language,
  onLanguage,
}: {
  /** Of the step. */
  readonly title: string;
  readonly code: string;
  readonly language: TutorialLanguage;
  readonly onLanguage: (language: TutorialLanguage) => void;
}) {
  const tokens = useMemo(() => tokenizeCode(code, language === 'node' ? 'node' : 'python'), [code, language]);
  return (
    <div className={css.block}>
      <div className={css.head}>
        <SegmentedControl
          aria-label={`Code of ${title}`}
          data={LANGUAGES.map((one) => ({ ...one }))}
          value={language}
          onChange={(value) => {
            onLanguage(value);
          }}
        />
        <CopyButton text={code} label="Copy code" />
      </div>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- long code must scroll by keyboard */}
      <pre className={`gd-mono gd-scroll ${css.code}`} tabIndex={0} aria-label={`${title} in ${LANGUAGES.find(({ value }) => value === language)?.label ?? ''}`}>
        {tokens.map(({ kind, text }, at) => (
          <span key={at} className={css[kind]}>
            {text}
          </span>
        ))}
      </pre>
    </div>
  );
}
