import { Button, Menu } from '@mantine/core';
import { ChevronDown, Download } from 'lucide-react';

/** Button `Export` with the two kinds of file. */
export function ExportMenu({ busy, onExport }: { readonly busy: boolean; readonly onExport: (format: 'json' | 'csv') => void }) {
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <Button loading={busy} leftSection={<Download size={15} strokeWidth={1.75} aria-hidden="true" />} rightSection={<ChevronDown size={14} strokeWidth={1.75} aria-hidden="true" />}>
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          onClick={() => {
            onExport('json');
          }}
        >
          JSON, with hashes to check
        </Menu.Item>
        <Menu.Item
          onClick={() => {
            onExport('csv');
          }}
        >
          CSV, for a spreadsheet
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
