import { Button } from '@mantine/core';
import type { VaultStatusDto } from '../../../preload/contract/app.ts';
import { useReadStore } from '../../bridge/bridge-provider.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ProblemNotice } from '../../ui/notice.tsx';
import { VaultPicture } from '../../ui/pictures.tsx';
import { closedWords } from './closed-words.ts';
import css from './vault-gate.module.css';

/**
 * The vault cannot be opened by this version as it lies there. Says which of the two it is and where the files are; offers
 * nothing that would change them.
 */
export function DeadEndScreen({ vault }: { readonly vault: VaultStatusDto }) {
  const store = useReadStore();
  const { title, sentence, notice } = closedWords(vault);
  return (
    <div className={`${css.panel} ${css.wide}`}>
      <VaultPicture share={0.4} />
      <h1 className="gd-empty-title">{title}</h1>
      <p className={css.sentence}>{sentence}</p>
      {notice !== null && <ProblemNotice problem={notice} tone="warn" />}
      <dl className={css.facts}>
        <dt>Folder</dt>
        <dd className="gd-mono">{vault.folder}</dd>
      </dl>
      <div className={css.links}>
        <Button onClick={() => void store.reload()}>Look again</Button>
        <CopyButton text={vault.folder} label="Copy the folder’s path" word />
      </div>
    </div>
  );
}
