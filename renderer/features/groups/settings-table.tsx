import css from './groups-page.module.css';
import type { SettingRow } from './group-settings.ts';

/** A group's settings as words: what, its API name, its value. */
export function SettingsTable({ settings }: { readonly settings: readonly SettingRow[] }) {
  return (
    <div className={css.frame}>
      <table className={css.table} aria-label="Settings">
        <thead>
          <tr>
            <th scope="col">Setting</th>
            <th scope="col">Field</th>
            <th scope="col">Value</th>
          </tr>
        </thead>
        <tbody>
          {settings.map(({ field, title, value }) => (
            <tr key={field}>
              <th scope="row">{title}</th>
              <td className={`gd-mono ${css.field}`}>{field}</td>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
