import { useId } from 'react';
import { valueWords } from '../catalog/value-words.ts';
import { isKnownValue, valuesOf } from '../catalog/catalog.ts';
import type { Setting } from '../catalog/setting.ts';
import type { GroupForm } from './form.ts';
import { controlKind, SettingControl } from './setting-control.tsx';
import css from './setting-row.module.css';

/** One setting: its label, its API field, what it decides, its control, and what it was before an edit. */
export function SettingRow({ setting, form }: { readonly setting: Setting; readonly form: GroupForm }) {
  const about = useId();
  const { field, label, meaning } = setting;
  const value = form.values[field];
  const saved = form.group.values[field];
  const changed = form.changed.has(field);
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
        <SettingControl setting={setting} form={form} describedBy={about} />
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
}
