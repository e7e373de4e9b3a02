import { Button } from '@mantine/core';
import { RotateCw, Undo2 } from 'lucide-react';
import type { GroupDto, GroupFieldMoveDto } from '../../../../preload/contract/groups.ts';
import { Notice } from '../../../ui/notice.tsx';
import { labelOf, retiredOf } from '../catalog/catalog.ts';
import { rawWords, valueWords } from '../catalog/value-words.ts';
import type { SaveReport } from '../desk-state.ts';
import { undoRequest } from '../undo-request.ts';
import css from './notices.module.css';
import { ValueStep } from './value-step.tsx';

interface SaveReportNoticeProps {
  readonly report: SaveReport;
  /** As read back; null when nothing could be read so far. */
  readonly group: GroupDto | null;
  readonly busy: boolean;
  readonly onUndo: () => void;
  readonly onLoadAgain: () => void;
  readonly onDismiss: () => void;
}

/** What a save did: what reads back, what Google did not take, what it changed by itself. */
export function SaveReportNotice({ report, group, busy, onUndo, onLoadAgain, onDismiss }: SaveReportNoticeProps) {
  const { request, ignored, moved, kind, unconfirmed } = report;
  if (unconfirmed !== null || group === null) {
    return (
      <Notice
        tone="warn"
        title={`Sent to ${request.groupEmail}, but not confirmed`}
        action={
          <Button size="sm" leftSection={<RotateCw size={14} strokeWidth={1.75} aria-hidden="true" />} onClick={onLoadAgain}>
            Load again
          </Button>
        }
      >
        <p>Google may have changed the group; it could not be read back to see. {unconfirmed?.title}</p>
        <p>{unconfirmed?.meaning} The changes stay in the form until the group was read again.</p>
      </Notice>
    );
  }
  const strange = ignored.length + moved.length > 0;
  const took = Object.keys(request.changes).filter((field) => !ignored.some((move) => move.field === field));
  const undoable = kind === 'save' && undoRequest(group, request, moved) !== null;
  return (
    <Notice
      tone={strange ? 'warn' : 'ok'}
      title={titleOf(report, took.length)}
    >
      {took.length > 0 && (
        <ul className={css.moves} aria-label={kind === 'save' ? 'Saved' : 'Put back'}>
          {took.map((field) => (
            <li key={field} className={css.move}>
              <FieldName field={field} />
              <ValueStep field={field} from={request.before[field] ?? null} to={group.values[field] ?? null} />
            </li>
          ))}
        </ul>
      )}
      {ignored.length > 0 && (
        <Moves
          title="Google did not take as sent"
          why="The organisation’s own sharing settings may cap these, or Google ignores them, or they take a while to read back."
          moves={ignored}
          words={({ field, before, sent, now }) => `sent ${words(field, sent)}, ${now === before ? 'stays' : 'became'} ${words(field, now)}`}
        />
      )}
      {moved.length > 0 && (
        <Moves title="Google changed by itself" why="These were not sent; they follow from what was." moves={moved} words={({ field, before, now }) => `was ${words(field, before)}, is ${words(field, now)}`} />
      )}
      <div className={css.actions}>
        {undoable && (
          <Button size="sm" leftSection={<Undo2 size={14} strokeWidth={1.75} aria-hidden="true" />} loading={busy} onClick={onUndo}>
            Undo
          </Button>
        )}
        <Button size="sm" variant="subtle" color="gray" onClick={onDismiss}>
          Dismiss
        </Button>
      </div>
    </Notice>
  );
}

function titleOf({ kind, ignored, request: { groupEmail } }: SaveReport, took: number): string {
  if (took === 0) {
    return ignored.every(({ before, now }) => before === now) ? `Google took the request and changed nothing of ${groupEmail}` : `Google changed ${groupEmail}, but not as it was asked`;
  }
  const count = took === 1 ? '1 setting' : `${String(took)} settings`;
  const done = kind === 'save' ? `Saved ${count} of ${groupEmail}` : `Put back ${count} of ${groupEmail}`;
  return ignored.length === 0 ? done : `${done}; Google did not take ${ignored.length === 1 ? 'one' : String(ignored.length)} as sent`;
}

function words(field: string, raw: string | null): string {
  return retiredOf(field) !== undefined && raw !== null ? rawWords(raw) : valueWords(field, raw);
}

function Moves({ title, why, moves, words: say }: { readonly title: string; readonly why: string; readonly moves: readonly GroupFieldMoveDto[]; readonly words: (move: GroupFieldMoveDto) => string }) {
  return (
    <div className={css.block}>
      <p className={css.blockTitle}>{title}</p>
      <ul className={css.moves} aria-label={title}>
        {moves.map((move) => (
          <li key={move.field} className={css.move}>
            <FieldName field={move.field} />
            <span className={css.said}>{say(move)}</span>
          </li>
        ))}
      </ul>
      <p>{why}</p>
    </div>
  );
}

export function FieldName({ field }: { readonly field: string }) {
  const label = labelOf(field);
  return (
    <span className={css.name}>
      {label !== field && <span className={css.label}>{label}</span>} <span className="gd-mono">{field}</span>
    </span>
  );
}
