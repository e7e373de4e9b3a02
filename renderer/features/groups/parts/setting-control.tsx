import { Select, Switch, Textarea, TextInput } from '@mantine/core';
import type { GroupValues } from '../../../../preload/contract/groups.ts';
import { isKnownValue, reachOf, valuesOf } from '../catalog/catalog.ts';
import { rawWords, shortened } from '../catalog/value-words.ts';
import type { Setting, TextSetting } from '../catalog/setting.ts';
import { canBeEdited, textLength } from '../edit/rules.ts';
import { ReachBar } from './reach-bar.tsx';
import css from './setting-row.module.css';

interface SettingControlProps {
  readonly setting: Setting;
  readonly value: string | undefined;
  readonly saved: string | undefined;
  readonly describedBy: string;
  readonly onEdit: (set: GroupValues) => void;
}

/** How a setting is shown: unknown and absent values of any kind fall back to a list that keeps them. */
export function controlKind(setting: Setting, value: string | undefined, saved: string | undefined): 'bar' | 'switch' | 'list' | 'text' | 'fixed' {
  if (setting.kind === 'fixed') return 'fixed';
  if (setting.kind === 'text') return canBeEdited(value ?? '') ? 'text' : 'fixed';
  const plain = [value, saved].every((raw) => raw !== undefined && isKnownValue(setting, raw));
  if (!plain || setting.kind === 'choice') return 'list';
  return setting.kind === 'reach' ? 'bar' : 'switch';
}

/** The control of one setting; its accessible name is the label. */
export function SettingControl({ setting, value, saved, describedBy, onEdit }: SettingControlProps) {
  const { field, label } = setting;
  const set = (raw: string): void => {
    onEdit({ [field]: raw });
  };
  switch (controlKind(setting, value, saved)) {
    case 'bar': {
      const now = reachOf(field, value);
      if (setting.kind !== 'reach' || now === null) return null;
      return <ReachBar setting={setting} value={now} old={value === saved ? null : reachOf(field, saved)} describedBy={describedBy} onChange={set} />;
    }
    case 'switch':
      return (
        <Switch
          aria-label={label}
          aria-describedby={describedBy}
          checked={value === 'true'}
          onChange={(event) => {
            set(event.currentTarget.checked ? 'true' : 'false');
          }}
        />
      );
    case 'list':
      return <ValueList setting={setting} value={value} saved={saved} describedBy={describedBy} onChange={set} />;
    case 'text':
      return setting.kind === 'text' ? <TextField setting={setting} value={value} describedBy={describedBy} onChange={set} /> : null;
    case 'fixed':
      return <span className={`gd-selectable ${css.fixed}`}>{value === undefined ? 'Not sent by Google' : rawWords(value)}</span>;
  }
}

function ValueList({
  setting,
  value,
  saved,
  describedBy,
  onChange,
}: {
  readonly setting: Setting;
  readonly value: string | undefined;
  readonly saved: string | undefined;
  readonly describedBy: string;
  readonly onChange: (raw: string) => void;
}) {
  const known = valuesOf(setting);
  const unknown = [...new Set([saved, value])].filter((raw): raw is string => raw !== undefined && !isKnownValue(setting, raw));
  const words = new Map([...known.map(({ raw, word }) => [raw, word] as const), ...unknown.map((raw) => [raw, raw === '' ? 'Empty (unknown)' : `${shortened(raw)} (unknown)`] as const)]);
  return (
    <Select
      aria-label={setting.label}
      aria-describedby={describedBy}
      className={css.select ?? ''}
      size="sm"
      placeholder="Not sent by Google"
      data={[...words].map(([raw, word]) => ({ value: raw, label: word }))}
      value={value ?? null}
      comboboxProps={{ width: 300, position: 'bottom-end' }}
      renderOption={({ option }) => (
        <span className={css.option}>
          {option.label}
          <span className={`gd-mono ${css.raw}`}>{shortened(option.value)}</span>
        </span>
      )}
      onChange={(raw) => {
        if (raw !== null) onChange(raw);
      }}
    />
  );
}

function TextField({
  setting,
  value,
  describedBy,
  onChange,
}: {
  readonly setting: TextSetting;
  readonly value: string | undefined;
  readonly describedBy: string;
  readonly onChange: (raw: string) => void;
}) {
  const text = value ?? '';
  const length = textLength(text);
  const over = setting.max !== null && length > setting.max;
  const shared = {
    'aria-label': setting.label,
    'aria-describedby': describedBy,
    value: text,
    placeholder: value === undefined ? 'Not sent by Google' : 'Empty',
    error: over,
  };
  return (
    <div className={css.text}>
      {setting.form === 'lines' ? (
        <Textarea
          {...shared}
          classNames={{ input: css.lines ?? '' }}
          rows={2}
          onChange={(event) => {
            onChange(event.currentTarget.value);
          }}
        />
      ) : (
        <TextInput
          {...shared}
          size="sm"
          spellCheck={setting.form === 'line'}
          onChange={(event) => {
            onChange(event.currentTarget.value);
          }}
        />
      )}
      {setting.max !== null && (
        <span className={`gd-tick gd-num ${css.counter}`} data-over={over || undefined}>
          {length.toLocaleString('en-GB')} of {setting.max.toLocaleString('en-GB')}
          {over && ', too long'}
        </span>
      )}
    </div>
  );
}
