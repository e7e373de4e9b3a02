import { Info, LockKeyhole, LockKeyholeOpen, ShieldCheck } from 'lucide-react';
import { useId } from 'react';
import type { FindingDto } from '../../../preload/contract/sweep.ts';
import { Chip } from '../../ui/chip.tsx';
import { timeAgo } from '../../ui/duration.ts';
import { IconBox } from '../../ui/icon-box.tsx';
import { ProblemNotice } from '../../ui/notice.tsx';
import { useNow } from '../../ui/use-now.ts';
import { FindingButtons } from './finding-buttons.tsx';
import { FindingScopes } from './finding-scopes.tsx';
import css from './finding-row.module.css';
import { ACCESS, KIND, sizeWords, STATE } from './finding-words.ts';
import { useFinding } from './use-finding.ts';

/** One file: what it is, who can read it, whether it lives, what it opens, and what can be done. */
export function FindingRow({ finding, disabled }: { readonly finding: FindingDto; readonly disabled: boolean }) {
  const title = useId();
  const acts = useFinding(finding);
  const { kind, path, accounts, credentials, note, detail } = finding;
  const Icon = KIND[kind].icon;
  return (
    <li className={css.row} aria-labelledby={title}>
      <IconBox icon={Icon} size="medium" />
      <div className={css.body}>
        <div className={css.title}>
          <h3 className="gd-row-title" id={title}>
            {KIND[kind].title}
          </h3>
          <Chips finding={finding} />
        </div>
        <p className={`gd-mono ${css.path ?? ''}`}>{path}</p>
        <Facts finding={finding} />
        {accounts.length > 0 && (
          <p className={css.accounts}>
            {accounts.join(', ')}
            {credentials > 1 && ` · ${String(credentials)} credentials in one file`}
          </p>
        )}
        {detail !== null && <p className={css.detail}>{detail}</p>}
        <FindingScopes finding={finding} />
        {note !== null && (
          <p className={css.note}>
            <Info size={14} strokeWidth={1.9} aria-hidden="true" />
            <span>
              {note.message}
              {note.hint !== null && ` ${note.hint}`}
            </span>
          </p>
        )}
        <FindingButtons finding={finding} acts={acts} disabled={disabled} />
        {acts.problem !== null && <ProblemNotice problem={acts.problem} />}
      </div>
    </li>
  );
}

function Chips({ finding: { state, mode, imported, can, checkedAt } }: { readonly finding: FindingDto }) {
  const { word, icon, tone } = STATE[state];
  return (
    <>
      {(can.check || checkedAt !== null) && (
        <Chip icon={icon} tone={tone} dashed={state === 'not-checked'}>
          {word}
        </Chip>
      )}
      {mode !== null && (
        <Chip icon={mode.access === 'owner' ? LockKeyhole : LockKeyholeOpen} tone={ACCESS[mode.access].tone}>
          {ACCESS[mode.access].words}
        </Chip>
      )}
      {imported && (
        <Chip icon={ShieldCheck} tone="brand">
          In the vault
        </Chip>
      )}
    </>
  );
}

function Facts({ finding: { mode, modifiedAt, size, checkedAt } }: { readonly finding: FindingDto }) {
  const now = useNow();
  const facts = [
    mode === null ? null : `Mode ${mode.octal}`,
    `changed ${timeAgo(now - modifiedAt)}`,
    sizeWords(size),
    checkedAt === null ? null : `checked ${timeAgo(now - checkedAt)}`,
  ];
  return <p className={`gd-meta gd-num ${css.facts ?? ''}`}>{facts.filter((one) => one !== null).join(' · ')}</p>;
}
