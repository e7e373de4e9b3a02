import { Button } from '@mantine/core';
import { Fragment, useState } from 'react';
import { tokenizeJsonLine } from './json-tokens.ts';
import css from './json-view.module.css';

const STEP = 400;

/**
 * A body as it came: JSON in four colours, other text plain. Lines are drawn in steps of 400, so that a large answer does
 * not stop the page. The text is only ever text: nothing in it becomes markup.
 */
export function JsonView({ text, json = true }: { readonly text: string; readonly json?: boolean }) {
  const [shown, setShown] = useState({ text, lines: STEP });
  const limit = shown.text === text ? shown.lines : STEP;
  const lines = text.split('\n');
  const more = lines.length - limit;
  return (
    <div className={css.view}>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long body must scroll by keyboard */}
      <pre className={`gd-mono gd-scroll ${css.text}`} tabIndex={0} aria-label="Body">
        {lines.slice(0, limit).map((line, at) => (
          <Fragment key={at}>
            {json ? tokenizeJsonLine(line).map((token, part) => <span key={part} className={css[token.kind]}>{token.text}</span>) : line}
            {'\n'}
          </Fragment>
        ))}
      </pre>
      {more > 0 && (
        <Button
          size="sm"
          variant="subtle"
          color="gray"
          onClick={() => {
            setShown({ text, lines: limit + STEP });
          }}
        >
          Show {Math.min(STEP, more)} more of {more} lines
        </Button>
      )}
    </div>
  );
}
