import { Modal, Select } from '@mantine/core';
import { useState } from 'react';
import type { GroupDto, GroupSnapshotDto, GroupValues } from '../../../../preload/contract/groups.ts';
import { useNow } from '../../../ui/use-now.ts';
import { labelOf, retiredOf, settingOf } from '../catalog/catalog.ts';
import { rawWords, valueWords } from '../catalog/value-words.ts';
import { differences } from './compare.ts';
import { ORIGIN_WORD, takenWords } from './snapshot-words.ts';
import css from './snapshots.module.css';

interface Side {
  readonly id: string;
  readonly label: string;
  readonly values: GroupValues;
}

interface CompareDialogProps {
  readonly snapshots: readonly GroupSnapshotDto[];
  readonly group: GroupDto | null;
  readonly values: GroupValues | null;
  readonly hasEdits: boolean;
  /** The snapshot to start from; null for the newest one. */
  readonly first: string | null;
  readonly onClose: () => void;
}

/** Dialog `Compare`: two groups or two moments, field by field, only where they differ. */
export function CompareDialog({ snapshots, group, values, hasEdits, first, onClose }: CompareDialogProps) {
  const now = useNow(null, 'minute');
  const sides: readonly Side[] = [
    ...(group === null || values === null || !hasEdits ? [] : [{ id: 'form', label: `${group.email} · with the changes in the form`, values }]),
    ...(group === null ? [] : [{ id: 'loaded', label: `${group.email} · as loaded`, values: group.values }]),
    ...snapshots.map((one) => ({ id: one.id, label: `${one.email} · ${takenWords(one.takenAt, now)} · ${ORIGIN_WORD[one.origin].toLowerCase()}`, values: one.values })),
  ];
  // What differs is what one wants to see first.
  const newest = sides[0];
  const other = snapshots.find((one) => newest !== undefined && one.id !== newest.id && differences(one.values, newest.values).length > 0);
  const [leftId, setLeftId] = useState(first ?? other?.id ?? snapshots[0]?.id ?? '');
  const [rightId, setRightId] = useState(sides.find(({ id }) => id !== leftId)?.id ?? '');
  const left = sides.find(({ id }) => id === leftId);
  const right = sides.find(({ id }) => id === rightId);
  const data = sides.map(({ id, label }) => ({ value: id, label }));
  return (
    <Modal opened onClose={onClose} title="Compare" size={820}>
      <div className={css.compare}>
        <div className={css.sides}>
          <Select
            label="First"
            data={data}
            value={leftId}
            onChange={(id) => {
              if (id !== null) setLeftId(id);
            }}
          />
          <Select
            label="Second"
            data={data}
            value={rightId}
            onChange={(id) => {
              if (id !== null) setRightId(id);
            }}
          />
        </div>
        {left !== undefined && right !== undefined && <DifferenceTable left={left} right={right} />}
      </div>
    </Modal>
  );
}

function DifferenceTable({ left, right }: { readonly left: Side; readonly right: Side }) {
  const rows = differences(left.values, right.values);
  if (rows.length === 0) return <p className="gd-text-2">No setting differs.</p>;
  return (
    <>
      <p className="gd-meta" role="status">
        {rows.length === 1 ? '1 field differs' : `${String(rows.length)} fields differ`}
      </p>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must reach it */}
      <div className={`gd-scroll ${css.frame}`} role="region" aria-label="Differences" tabIndex={0}>
        <table className={css.table} aria-label="Differences">
          <thead>
            <tr>
              <th scope="col">Setting</th>
              <th scope="col">First</th>
              <th scope="col">Second</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ field, left: before, right: after }) => (
              <tr key={field}>
                <th scope="row">
                  {settingOf(field) === undefined ? null : <span className={css.label}>{labelOf(field)}</span>} <span className={`gd-mono ${css.field}`}>{field}</span>
                  {retiredOf(field) !== undefined && <span className={css.field}> · deprecated</span>}
                </th>
                <td>{cellWords(field, before)}</td>
                <td>{cellWords(field, after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function cellWords(field: string, raw: string | null): string {
  return settingOf(field) === undefined && raw !== null ? rawWords(raw) : valueWords(field, raw);
}
