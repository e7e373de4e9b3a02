import { ActionIcon, Button } from '@mantine/core';
import { ShieldAlert, ShieldCheck, X } from 'lucide-react';
import type { LogCheckDto } from '../../../preload/contract/activity.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { clockTime, dateLabel } from '../../ui/duration.ts';
import { rowToShow } from './marked-rows.ts';
import css from './log-check-panel.module.css';

interface LogCheckPanelProps {
  readonly check: LogCheckDto;
  /** Time of the first row; milliseconds since the epoch. */
  readonly since: number | null;
  /** Numbers of the rows that are there. */
  readonly seqs: ReadonlySet<number>;
  readonly onShow: (seq: number) => void;
  readonly onClose: () => void;
}

/** What `Verify log` found: the chain as a row of links, whole or with a gap, and the same in words. */
export function LogCheckPanel({ check, since, seqs, onShow, onClose }: LogCheckPanelProps) {
  const { intact, head, problems, notes } = check;
  const Icon = intact ? ShieldCheck : ShieldAlert;
  return (
    <section className={css.panel} data-intact={intact} aria-labelledby="log-check-title" role={intact ? 'status' : 'alert'}>
      <Icon className={css.icon} size={22} strokeWidth={1.75} aria-hidden="true" />
      <div className={css.words}>
        <h2 id="log-check-title" className={css.title}>
          {intact ? 'The log is intact' : problems.length === 1 ? 'The log was changed in one place' : `The log was changed in ${String(problems.length)} places`}
        </h2>
        <p className={css.sentence}>{sentence(check, since)}</p>
        {problems.length > 0 && (
          <ul className={css.problems} aria-label="What is wrong with the log">
            {problems.map((problem) => {
              const row = rowToShow(problem, seqs);
              return (
                <li key={`${problem.kind} ${String(problem.seq)} ${problem.message}`}>
                  {problem.message}
                  {row !== null && (
                    <Button
                      size="compact-sm"
                      variant="subtle"
                      onClick={() => {
                        onShow(row);
                      }}
                    >
                      Show row {row}
                    </Button>
                  )}
                </li>
              );
            })}
          </ul>
        )}
        {notes.map((note) => (
          <p key={note} className={css.note}>
            {note}
          </p>
        ))}
        {head !== null && (
          <div className={css.head}>
            <span className={css.headName}>Hash of the last row</span>
            <code className={css.hash}>{head}</code>
            <CopyButton text={head} label="Copy hash" />
          </div>
        )}
        {intact && head !== null && (
          <p className={css.hint}>
            Note it elsewhere to be able to show later that nothing up to here was changed: whoever can open the vault could write the whole log anew.
          </p>
        )}
      </div>
      <ActionIcon aria-label="Close the result" onClick={onClose}>
        <X size={16} strokeWidth={1.75} />
      </ActionIcon>
    </section>
  );
}

function sentence({ intact, rows, firstSeq, checkedAt, head }: LogCheckDto, since: number | null): string {
  const when = `Checked at ${clockTime(checkedAt)}.`;
  if (head === null) return intact ? `There is no row yet. ${when}` : when;
  const count = rows === 1 ? '1 row' : `${rows.toLocaleString('en-GB')} rows`;
  const from = since === null ? '' : ` since ${dateLabel(since)}, ${clockTime(since)}`;
  const kept = firstSeq > 1 ? ` Rows before ${firstSeq.toLocaleString('en-GB')} were dropped to keep it small.` : '';
  return intact ? `${count}${from}: each follows the one before it, and none is missing.${kept} ${when}` : `${count}${from} are there.${kept} Nothing was mended or removed. ${when}`;
}
