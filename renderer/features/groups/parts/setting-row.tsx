import { memo, useId } from 'react';
import type { GroupValues } from '../../../../preload/contract/groups.ts';
import { valueWords } from '../catalog/value-words.ts';
import { isKnownValue, valuesOf } from '../catalog/catalog.ts';
import type { Setting } from '../catalog/setting.ts';
import { controlKind, SettingControl } from './setting-control.tsx';
import css from './setting-row.module.css';

interface SettingRowProps {
  readonly setting: Setting;
  /** As in the form; undefined when Google sent no such field. */
  readonly value: string | undefined;
  /** As Google has it. */
  readonly saved: string | undefined;
  readonly onEdit: (set: GroupValues) => void;
}

/** One setting: its label, its API field, what it decides, its control, and what it was before an edit. */
export const SettingRow = memo(function SettingRow({ setting, value, saved, onEdit }: SettingRowProps) {
  const about = useId();
  const { field, label, meaning } = setting;
  const changed = value !== saved;
  const kind = controlKind(setting, value, saved);
  const unknown = value !== undefined && !isKnownValue(setting, value);
  return (
    <div className={css.row} data-kind={kind} data-changed={changed || undefined} data-field={field}>
      <div className={css.words}>
        <div className={css.title}>
          <span className="gd-row-title-dense">{label}</span>
          <span className={`gd-mono gd-selectable ${css.field}`}>{field}</span>
        </div>
        <p className={`gd-meta ${css.meaning}`} id={about}>
          {meaning}
        </p>
      </div>
      <div className={css.control}>
        <SettingControl setting={setting} value={value} saved={saved} describedBy={about} onEdit={onEdit} />
      </div>
      <div className={css.value}>
        {(kind === 'bar' || kind === 'switch') && <span className={css.word}>{valueWords(field, value)}</span>}
        {kind === 'fixed' && <span className={css.note}>{setting.kind === 'fixed' ? 'read-only' : 'too long to edit'}</span>}
        {unknown && <span className={css.unknown}>unknown value, kept</span>}
        {changed && (
          <span className={css.changed}>
            changed
            {valuesOf(setting).length > 0 && <span className={css.was}>, was {valueWords(field, saved)}</span>}
          </span>
        )}
      </div>
    </div>
  );
});
