import { Button, Menu } from '@mantine/core';
import { ChevronDown, Download } from 'lucide-react';
import { useState } from 'react';
import type { AuthorizationDto } from '../../../preload/contract/authorizations.ts';
import type { ExportFormat } from '../../../preload/contract/credentials.ts';
import { ExportDialog } from './export-dialog.tsx';
import css from './export-menu.module.css';

const FORMATS: readonly { readonly format: ExportFormat; readonly label: string; readonly readBy: string }[] = [
  { format: 'oauth2client', label: 'oauth2client file (.dat)', readBy: 'Storage(…).get() of the 2013 tutorial' },
  { format: 'authorized-user', label: 'authorized_user JSON', readBy: 'google-auth for Python and for Node.js' },
  { format: 'adc', label: 'gcloud ADC', readBy: 'google.auth.default() of every language' },
];

/** Menu button `Export`: the authorization as a file that another program reads. */
export function ExportMenu({ authorization }: { readonly authorization: AuthorizationDto }) {
  const [format, setFormat] = useState<ExportFormat | null>(null);
  return (
    <>
      <Menu position="bottom-end" width={300}>
        <Menu.Target>
          <Button leftSection={<Download size={15} strokeWidth={1.75} aria-hidden="true" />} rightSection={<ChevronDown size={14} strokeWidth={1.75} aria-hidden="true" />}>
            Export
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {FORMATS.map((one) => (
            <Menu.Item
              key={one.format}
              onClick={() => {
                setFormat(one.format);
              }}
            >
              {one.label}
              <span className={css.readBy}>{one.readBy}</span>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <ExportDialog
        key={format ?? 'none'}
        authorization={authorization}
        format={format}
        onClose={() => {
          setFormat(null);
        }}
      />
    </>
  );
}
