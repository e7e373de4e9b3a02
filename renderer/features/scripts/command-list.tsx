import { CopyButton } from '../../ui/copy-button.tsx';
import { Card } from '../../ui/page.tsx';
import type { Example } from './command-lines.ts';
import css from './scripts-page.module.css';

/** Lines for a terminal, each to copy. */
export function CommandList({ label, lines }: { readonly label: string; readonly lines: readonly Example[] }) {
  return (
    <Card>
      <ul className={css.lines} aria-label={label}>
        {lines.map(({ title, line }) => (
          <li key={title} className={css.line}>
            <div className={css.lineWords}>
              <p className={css.lineTitle}>{title}</p>
              <code className={`gd-mono ${css.code}`}>{line}</code>
            </div>
            <CopyButton text={line} label={`Copy: ${title}`} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
