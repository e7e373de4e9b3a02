import { memo } from 'react';
import { tokenizeJsonLine } from '../../../ui/json-tokens.ts';
import jsonCss from '../../../ui/json-view.module.css';
import css from './body-editor.module.css';

/** Above this many characters colours are left out, so that typing stays quick. */
const MOST = 60_000;

/** The same text in colours, behind the text area, whose own text is invisible; it also gives the area its height. */
export const HighlightedJson = memo(function HighlightedJson({ text }: { readonly text: string }) {
  return (
    <pre className={css.colours} aria-hidden="true">
      {text.length > MOST
        ? text
        : text.split('\n').map((line, at) => (
            <span key={at}>
              {at > 0 && '\n'}
              {tokenizeJsonLine(line).map((token, part) => (
                <span key={part} className={jsonCss[token.kind]}>
                  {token.text}
                </span>
              ))}
            </span>
          ))}
      {'\n '}
    </pre>
  );
});
