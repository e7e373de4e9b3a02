import { ActionIcon, Button, Drawer } from '@mantine/core';
import { Check, CircleAlert, TriangleAlert, Undo2 } from 'lucide-react';
import type { GroupDto, GroupValues } from '../../../../preload/contract/groups.ts';
import { Notice } from '../../../ui/notice.tsx';
import { labelOf } from '../catalog/catalog.ts';
import { consequence, domainOf, openings } from '../edit/consequences.ts';
import { edited, type Change } from '../edit/draft.ts';
import { faultsOf, type Fault } from '../edit/rules.ts';
import css from './review-drawer.module.css';
import { ValueStep } from './value-step.tsx';

interface ReviewDrawerProps {
  readonly opened: boolean;
  readonly group: GroupDto;
  readonly edits: GroupValues;
  readonly changes: readonly Change[];
  readonly busy: boolean;
  readonly onEdit: (set: GroupValues) => void;
  readonly onTakeBack: (field: string) => void;
  readonly onSave: () => void;
  readonly onCancelSave: () => void;
  readonly onClose: () => void;
}

/** Dialog `Review changes`: each old → new, what it means, what opens to outsiders, and what Google would refuse. */
export function ReviewDrawer({ opened, group, edits, changes, busy, onEdit, onTakeBack, onSave, onCancelSave, onClose }: ReviewDrawerProps) {
  const values = edited(group, edits);
  const domain = domainOf(group.email);
  const external = [group.values, values].some(({ allowExternalMembers }) => allowExternalMembers !== 'false');
  const faults = faultsOf(values, new Set(changes.map(({ field }) => field)));
  const blocking = faults.filter(({ weight }) => weight === 'blocks').length;
  const warnings = openings(group.values, values, domain);
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={440}
      title="Review changes"
      offset={8}
      radius="lg"
      overlayProps={{ blur: 0, color: 'var(--gd-scrim)', backgroundOpacity: 1 }}
      transitionProps={{ duration: 220 }}
      closeButtonProps={{ 'aria-label': 'Close' }}
      classNames={{ content: css.content ?? '', header: css.header ?? '', title: css.title ?? '', body: css.body ?? '' }}
    >
      <p className={css.about}>
        {countWords(changes.length)} of <strong>{group.email}</strong>
      </p>
      <div className={css.list}>
        {faults.map((fault) => (
          <FaultPanel key={fault.id} fault={fault} onMend={onEdit} />
        ))}
        {warnings.length > 0 && (
          <Notice tone="warn" role="note" title="This opens the group to outsiders">
            {warnings.map((warning) => (
              <p key={warning}>{warning}</p>
            ))}
          </Notice>
        )}
        <ul aria-label="Changes">
          {changes.map((change) => (
            <li key={change.field} className={css.change}>
              <div className={css.head}>
                <div>
                  <p className={css.label}>{labelOf(change.field)}</p>
                  <p className={`gd-mono ${css.field}`}>{change.field}</p>
                </div>
                <ActionIcon
                  aria-label={`Take back ${labelOf(change.field)}`}
                  disabled={busy}
                  onClick={() => {
                    onTakeBack(change.field);
                  }}
                >
                  <Undo2 size={15} strokeWidth={1.75} aria-hidden="true" />
                </ActionIcon>
              </div>
              <ValueStep field={change.field} from={change.from} to={change.to} />
              <p className={css.means}>{consequence(change, domain, external)}</p>
            </li>
          ))}
        </ul>
      </div>
      <div className={css.foot}>
        <p className={css.promise}>
          <Undo2 size={14} strokeWidth={1.75} aria-hidden="true" />
          <span>
            {changes.length === 1 ? 'Only this field is sent.' : `Only these ${String(changes.length)} fields are sent.`} The old values are kept, so <strong>Undo</strong> can put them back.
          </span>
        </p>
        {blocking > 0 && (
          <p className={css.blocked} role="status">
            <CircleAlert size={14} strokeWidth={1.75} aria-hidden="true" />
            {blocking === 1 ? 'Mend what is marked above first: Google would refuse it.' : `Mend the ${String(blocking)} marked above first: Google would refuse them.`}
          </p>
        )}
        <div className={css.buttons}>
          <Button variant="subtle" color="gray" onClick={busy ? onCancelSave : onClose}>
            Cancel
          </Button>
          <Button variant="filled" leftSection={<Check size={15} strokeWidth={2.2} aria-hidden="true" />} loading={busy} disabled={blocking > 0 || changes.length === 0} onClick={onSave}>
            Save changes
          </Button>
        </div>
      </div>
    </Drawer>
  );
}

function FaultPanel({ fault, onMend }: { readonly fault: Fault; readonly onMend: (set: GroupValues) => void }) {
  const blocks = fault.weight === 'blocks';
  return (
    <div className={css.fault} data-blocks={blocks || undefined} role="group" aria-label={blocks ? 'Does not go together' : 'Has no effect'}>
      <TriangleAlert size={16} strokeWidth={1.75} className={css.faultIcon} aria-hidden="true" />
      <div className={css.faultWords}>
        <p className={css.label}>{fault.sentence}</p>
        <p className={`gd-mono ${css.field}`}>{fault.fields.join(' · ')}</p>
        {fault.mends.length > 0 && (
          <div className={css.mends}>
            {fault.mends.map((mend, at) => (
              <Button
                key={mend.word}
                size="sm"
                variant={at === 0 ? 'light' : 'default'}
                onClick={() => {
                  onMend(mend.set);
                }}
              >
                {mend.word}
              </Button>
            ))}
          </div>
        )}
      </div>
    </div>
  );
}

/** `1 setting`, `3 settings` */
function countWords(count: number): string {
  return `${String(count)} ${count === 1 ? 'setting' : 'settings'}`;
}
