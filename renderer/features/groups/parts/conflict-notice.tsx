import { Button } from '@mantine/core';
import type { GroupFieldMoveDto, GroupValues } from '../../../../preload/contract/groups.ts';
import { Notice } from '../../../ui/notice.tsx';
import { valueWords } from '../catalog/value-words.ts';
import css from './notices.module.css';
import { FieldName } from './save-report-notice.tsx';

interface ConflictNoticeProps {
  readonly fields: readonly GroupFieldMoveDto[];
  /** The edits as they stand. */
  readonly edits: GroupValues;
  readonly onTakeTheirs: (fields: readonly string[]) => void;
  readonly onGoOn: () => void;
}

/** Somebody changed the same fields since they were read: nothing was sent, and the user says whose value stays. */
export function ConflictNotice({ fields, edits, onTakeTheirs, onGoOn }: ConflictNoticeProps) {
  const open = fields.filter(({ field }) => edits[field] !== undefined);
  return (
    <Notice
      tone="warn"
      role="alert"
      title="Somebody changed this group meanwhile; nothing was sent"
    >
      <ul className={css.moves} aria-label="Changed meanwhile">
        {fields.map(({ field, before, sent, now }) => (
          <li key={field} className={css.move}>
            <FieldName field={field} />
            <span className={css.said}>
              was {valueWords(field, before)}, now <strong>{valueWords(field, now)}</strong>
              {edits[field] === undefined ? '' : `, yours ${valueWords(field, edits[field] ?? sent)}`}
            </span>
            {edits[field] !== undefined && open.length > 1 && (
              <Button
                size="sm"
                variant="subtle"
                color="gray"
                aria-label={`Take theirs for ${field}`}
                onClick={() => {
                  onTakeTheirs([field]);
                }}
              >
                Take theirs
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p>Yours are still in the form, now compared with what Google has.</p>
      <div className={css.actions}>
        {open.length > 0 && (
          <Button
            size="sm"
            onClick={() => {
              onTakeTheirs(open.map(({ field }) => field));
            }}
          >
            Take theirs
          </Button>
        )}
        <Button size="sm" variant="light" onClick={onGoOn}>
          {open.length > 0 ? 'Go on with mine' : 'Go on'}
        </Button>
      </div>
    </Notice>
  );
}
