import { Section } from '../../../ui/section.tsx';
import { Card } from '../../../ui/page.tsx';
import { AUDIENCES, AUDIENCE_WORD, type Setting, type SettingSection } from '../catalog/setting.ts';
import type { GroupForm } from './form.ts';
import { SettingRow } from './setting-row.tsx';
import css from './settings-section.module.css';

/** One section of settings; with reach bars, the circles of people stand above them. */
export function SettingsSection({ section, settings, form }: { readonly section: SettingSection; readonly settings: readonly Setting[]; readonly form: GroupForm }) {
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
          <SettingRow key={setting.field} setting={setting} form={form} />
        ))}
      </Card>
    </Section>
  );
}
