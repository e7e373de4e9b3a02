import type { GroupValues } from '../../../../preload/contract/groups.ts';
import { Section } from '../../../ui/section.tsx';
import { Card } from '../../../ui/page.tsx';
import { AUDIENCES, AUDIENCE_WORD, type Setting, type SettingSection } from '../catalog/setting.ts';
import { SettingRow } from './setting-row.tsx';
import css from './settings-section.module.css';

interface SettingsSectionProps {
  readonly section: SettingSection;
  /** Those of its settings that are shown. */
  readonly settings: readonly Setting[];
  /** The form. */
  readonly values: GroupValues;
  /** As Google has it. */
  readonly saved: GroupValues;
  readonly onEdit: (set: GroupValues) => void;
}

/** One section of settings; with reach bars, the circles of people stand above them. */
export function SettingsSection({ section, settings, values, saved, onEdit }: SettingsSectionProps) {
  return (
    <Section title={section.title} hint={section.hint}>
      <Card rows>
        {settings.some(({ kind }) => kind === 'reach') && (
          <div className={css.head} aria-hidden="true">
            <span>Who can …</span>
            <span className={css.columns}>
              {AUDIENCES.map((audience) => (
                <span key={audience}>{AUDIENCE_WORD[audience]}</span>
              ))}
            </span>
          </div>
        )}
        {settings.map((setting) => (
          <SettingRow key={setting.field} setting={setting} value={values[setting.field]} saved={saved[setting.field]} onEdit={onEdit} />
        ))}
      </Card>
    </Section>
  );
}
