import type { GroupDto } from '../../../../preload/contract/groups.ts';
import { Card } from '../../../ui/page.tsx';
import { Section } from '../../../ui/section.tsx';
import { labelOf, retiredOf, settingOf } from '../catalog/catalog.ts';
import { rawWords } from '../catalog/value-words.ts';
import css from './other-fields.module.css';

/** Fields Google sends and no longer wants: closed at first, never sent. */
export function RetiredFields({ group }: { readonly group: GroupDto }) {
  const fields = Object.keys(group.values).flatMap((field) => retiredOf(field) ?? []);
  if (fields.length === 0) return null;
  return (
    <details className={css.details}>
      <summary className={css.summary}>
        <span className="gd-section-title">Deprecated settings</span> <span className="gd-meta gd-num">{fields.length}</span>
        <span className="gd-meta">Still sent by Google, decided elsewhere. Read-only.</span>
      </summary>
      <Card className={css.card ?? ''}>
        <table className={`${css.table} ${css.three}`} aria-label="Deprecated settings">
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Value</th>
              <th scope="col">Decided by</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(({ field, successor, note }) => (
              <tr key={field}>
                <th scope="row" className="gd-mono">
                  {field}
                </th>
                <RawCell raw={group.values[field] ?? ''} />
                <td>
                  {successor === null ? (
                    note
                  ) : (
                    <>
                      {labelOf(successor)} <span className={`gd-mono ${css.field}`}>{successor}</span>
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
    </details>
  );
}

/** In words where there are some; what Google calls it stands as such. */
function RawCell({ raw }: { readonly raw: string }) {
  const words = rawWords(raw);
  return <td className={words === raw ? 'gd-mono' : undefined}>{words}</td>;
}

/** Fields this version knows nothing of, and values that are no text: shown as they came, kept, never sent. */
export function UnknownFields({ group }: { readonly group: GroupDto }) {
  const fields = Object.keys(group.values).filter((field) => retiredOf(field) === undefined && (settingOf(field) === undefined || group.notText.includes(field)));
  if (fields.length === 0) return null;
  return (
    <Section title="Not known to Grantdesk" count={fields.length} hint="Shown as Google sent it. Read-only, and never sent back.">
      <Card className={css.card ?? ''}>
        <table className={css.table} aria-label="Not known to Grantdesk">
          <thead>
            <tr>
              <th scope="col">Field</th>
              <th scope="col">Value</th>
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field}>
                <th scope="row" className="gd-mono">
                  {field}
                </th>
                <td className="gd-mono">{(group.values[field] ?? '') === '' ? 'Empty' : rawShort(group.values[field] ?? '')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
    </Section>
  );
}

const MOST = 2000;

function rawShort(raw: string): string {
  return raw.length > MOST ? `${raw.slice(0, MOST)}…` : raw;
}
