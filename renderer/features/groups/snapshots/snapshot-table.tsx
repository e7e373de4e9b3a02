import { ActionIcon, Button, Menu } from '@mantine/core';
import { ChevronDown, Ellipsis, GitCompareArrows, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { GroupSnapshotDto } from '../../../../preload/contract/groups.ts';
import { useNow } from '../../../ui/use-now.ts';
import { ORIGIN_WORD, takenWords } from './snapshot-words.ts';
import css from './snapshots.module.css';

const FEW = 8;

interface SnapshotTableProps {
  readonly snapshots: readonly GroupSnapshotDto[];
  readonly canApply: boolean;
  readonly onApply: (snapshot: GroupSnapshotDto) => void;
  readonly onCompare: (snapshot: GroupSnapshotDto) => void;
  readonly onExport: (snapshot: GroupSnapshotDto) => void;
  readonly onRemove: (snapshot: GroupSnapshotDto) => void;
}

/** Newest first; only the first few until more are asked for. */
export function SnapshotTable({ snapshots, canApply, onApply, onCompare, onExport, onRemove }: SnapshotTableProps) {
  const now = useNow(null, 'minute');
  const [all, setAll] = useState(false);
  const shown = all ? snapshots : snapshots.slice(0, FEW);
  return (
    <>
      <table className={css.table} aria-label="Snapshots">
        <thead>
          <tr>
            <th scope="col">Taken</th>
            <th scope="col">Group</th>
            <th scope="col">Origin</th>
            <th scope="col">
              <span className="gd-visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((snapshot) => (
            <tr key={snapshot.id}>
              <th scope="row" className="gd-num">
                {takenWords(snapshot.takenAt, now)}
              </th>
              <td>{snapshot.email}</td>
              <td>{ORIGIN_WORD[snapshot.origin]}</td>
              <td>
                <span className={css.actions}>
                  {canApply && (
                    <Button
                      size="sm"
                      variant="subtle"
                      color="gray"
                      onClick={() => {
                        onApply(snapshot);
                      }}
                    >
                      Apply
                    </Button>
                  )}
                  <Button
                    size="sm"
                    variant="subtle"
                    color="gray"
                    onClick={() => {
                      onExport(snapshot);
                    }}
                  >
                    Export
                  </Button>
                  <Menu position="bottom-end">
                    <Menu.Target>
                      <ActionIcon aria-label="More">
                        <Ellipsis size={15} strokeWidth={1.75} aria-hidden="true" />
                      </ActionIcon>
                    </Menu.Target>
                    <Menu.Dropdown>
                      <Menu.Item
                        leftSection={<GitCompareArrows size={14} strokeWidth={1.75} aria-hidden="true" />}
                        onClick={() => {
                          onCompare(snapshot);
                        }}
                      >
                        Compare
                      </Menu.Item>
                      <Menu.Item
                        leftSection={<Trash2 size={14} strokeWidth={1.75} aria-hidden="true" />}
                        onClick={() => {
                          onRemove(snapshot);
                        }}
                      >
                        Remove
                      </Menu.Item>
                    </Menu.Dropdown>
                  </Menu>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < snapshots.length && (
        <div className={css.more}>
          <Button
            size="sm"
            variant="subtle"
            color="gray"
            leftSection={<ChevronDown size={14} strokeWidth={1.75} aria-hidden="true" />}
            onClick={() => {
              setAll(true);
            }}
          >
            Show {snapshots.length - shown.length} more
          </Button>
        </div>
      )}
    </>
  );
}
