import { Check, CircleHelp, Hourglass, Minus, UserCheck, type LucideIcon } from 'lucide-react';
import { Card } from '../../../ui/page.tsx';
import { Section } from '../../../ui/section.tsx';
import type { GroupValues } from '../../../../preload/contract/groups.ts';
import { accessPicture, ACTION_WORD, ACTIONS, PEOPLE, PERSON_WORD, type AccessCell, type Person, type Standing } from '../access/access-picture.ts';
import { accessSentences } from '../access/access-sentence.ts';
import css from './access-table.module.css';

const ICON: Readonly<Record<Standing, LucideIcon>> = { yes: Check, 'with-limits': Hourglass, no: Minus, in: UserCheck, unknown: CircleHelp };

/** Who can do what, worked out from the values of the form; what differs from the saved group is marked. */
export function AccessTable({ saved, values, domain }: { readonly saved: GroupValues; readonly values: GroupValues; readonly domain: string }) {
  const before = accessPicture(saved);
  const now = accessPicture(values);
  const about: Readonly<Record<Person, string>> = {
    outsider: `outside ${domain}`,
    domain: `at ${domain}, not in the group`,
    member: 'in the group',
    manager: 'helps to run it',
    owner: 'runs it',
  };
  return (
    <Section title="Who can do what" hint="Worked out from the settings below; it follows your edits">
      <Card className={css.card ?? ''}>
        <table className={css.table} aria-label="Who can do what">
          <thead>
            <tr>
              <th scope="col">Who</th>
              {ACTIONS.map((action) => (
                <th key={action} scope="col">
                  {ACTION_WORD[action]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {PEOPLE.map((person) => (
              <tr key={person}>
                <th scope="row">
                  {PERSON_WORD[person]} <span className={css.about}>{about[person]}</span>
                </th>
                {ACTIONS.map((action) => (
                  <Cell key={action} cell={now[person][action]} was={before[person][action]} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <div className={css.sentences} role="status" aria-label="In words">
          {accessSentences(now, values).join(' ')}
        </div>
      </Card>
    </Section>
  );
}

function Cell({ cell, was }: { readonly cell: AccessCell; readonly was: AccessCell }) {
  const Icon = ICON[cell.standing];
  const changed = cell.word !== was.word;
  return (
    <td data-changed={changed || undefined}>
      <span className={css.cell} data-standing={cell.standing}>
        <Icon size={13} strokeWidth={2.2} aria-hidden="true" />
        {cell.word}
      </span>
      {changed && <span className={css.was}>was {was.word.toLowerCase()}</span>}
    </td>
  );
}
