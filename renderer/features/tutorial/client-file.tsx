import { CopyButton } from '../../ui/copy-button.tsx';
import { JsonView } from '../../ui/json-view.tsx';
import css from './client-file.module.css';

/** What stands in the file that every program reads, but for the secret. */
export function ClientFile({ text }: { readonly text: string }) {
  return (
    <details className={css.fold}>
      <summary>
        What <span className="gd-mono">client_secrets.json</span> holds
      </summary>
      <div className={css.file}>
        <JsonView text={text.trimEnd()} />
        <div className={css.copy}>
          <CopyButton text={text} label="Copy client_secrets.json" />
        </div>
      </div>
    </details>
  );
}
