import { ActionIcon, Button } from '@mantine/core';
import { RotateCw, X } from 'lucide-react';
import type { CallHistoryRowDto } from '../../../../preload/contract/explorer.ts';
import { sizeWords } from '../../../ui/call-response.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { dateTime } from '../../../ui/duration.ts';
import css from './history-drawer.module.css';

interface HistoryRowProps {
  readonly row: CallHistoryRowDto;
  readonly onFill: (row: CallHistoryRowDto) => void;
  readonly onRunAgain: (row: CallHistoryRowDto) => void;
  readonly onForget: () => void;
}

/** One call made before, and what can be done with it. */
export function HistoryRow({ row, onFill, onRunAgain, onForget }: HistoryRowProps) {
  const { at, methodId, httpMethod, path, durationMs, bytes, redacted } = row;
  return (
    <li className={css.row} aria-label={methodId}>
      <div className={css.line}>
        <Status row={row} />
        <span className={`gd-mono ${css.method}`}>{methodId}</span>
        <ActionIcon aria-label={`Forget ${methodId}`} onClick={onForget}>
          <X size={14} strokeWidth={1.75} />
        </ActionIcon>
      </div>
      <p className={`gd-mono ${css.path}`}>
        {httpMethod} {path}
      </p>
      <div className={css.line}>
        <span className={`gd-meta gd-num ${css.facts}`}>
          {dateTime(at)} · {Math.round(durationMs)} ms · {sizeWords(bytes)}
        </span>
        <Button
          size="sm"
          variant="subtle"
          color="gray"
          onClick={() => {
            onFill(row);
          }}
        >
          Fill the form
        </Button>
        <Button
          size="sm"
          leftSection={<RotateCw size={13} strokeWidth={1.75} aria-hidden="true" />}
          onClick={() => {
            onRunAgain(row);
          }}
        >
          Run again
        </Button>
      </div>
      {redacted && <p className="gd-meta">Something in it looked like a secret and was not kept. Running it again sends the rest.</p>}
    </li>
  );
}

function Status({ row: { outcome, status } }: Pick<HistoryRowProps, 'row'>) {
  if (outcome === 'cancelled') return <Chip>Cancelled</Chip>;
  if (status === null) return <Chip tone="bad">No answer</Chip>;
  return <Chip tone={status < 300 ? 'ok' : status < 400 ? 'warn' : 'bad'}>{status}</Chip>;
}
