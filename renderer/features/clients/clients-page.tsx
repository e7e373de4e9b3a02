import { Button } from '@mantine/core';
import { ArrowDownToLine, ClipboardPaste } from 'lucide-react';
import { useClients, useListsLoaded } from '../../bridge/hooks.ts';
import { Card, PageBody } from '../../ui/page.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { ClientHelp } from './client-help.tsx';
import { useClientImport } from './client-import.tsx';
import { ClientItem } from './client-item.tsx';
import css from './clients-page.module.css';

/** OAuth clients at hand: import, see what each can do, remove. */
export function ClientsPage() {
  const clients = useClients();
  const loaded = useListsLoaded();
  const { busy, fromFile, openPaste } = useClientImport();

  return (
    <PageBody>
      <PageHeader
        title="Clients"
        subtitle={subtitle(clients.length, loaded)}
        actions={
          <>
            <Button leftSection={<ClipboardPaste size={15} strokeWidth={1.75} />} onClick={openPaste}>
              Paste client JSON
            </Button>
            <Button variant="filled" leftSection={<ArrowDownToLine size={15} strokeWidth={1.75} />} loading={busy} onClick={() => void fromFile()}>
              Import client file
            </Button>
          </>
        }
      />
      {!loaded && (
        <Card>
          <SkeletonRows count={2} label="Loading clients" />
        </Card>
      )}
      {clients.length > 0 && (
        <ul className={css.list} aria-label="Clients">
          {clients.map((client) => (
            <ClientItem key={client.id} client={client} />
          ))}
        </ul>
      )}
      {loaded && <ClientHelp open={clients.length === 0} />}
    </PageBody>
  );
}

function subtitle(count: number, loaded: boolean): string {
  if (!loaded) return 'Reading the vault';
  if (count === 0) return 'None yet: a client is how Google knows which app is asking';
  return count === 1 ? '1 OAuth client' : `${count} OAuth clients`;
}
