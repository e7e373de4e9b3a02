import { Button } from '@mantine/core';
import { FlaskConical, Globe, Info, Monitor, Plus, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import type { ClientDto } from '../../../preload/contract/clients.ts';
import { openNewAuthorization } from '../../app/route.ts';
import { Chip } from '../../ui/chip.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { IconBox } from '../../ui/icon-box.tsx';
import css from './clients-page.module.css';
import { PublishingSelect } from './publishing-select.tsx';
import { RemoveClientDialog } from './remove-client-dialog.tsx';

/** One client: its id, type, project and redirect URI, what is odd about its file, and what can be done with it. */
export function ClientItem({ client }: { readonly client: ClientDto }) {
  const [removing, setRemoving] = useState(false);
  const title = useId();
  const desktop = client.type === 'installed';
  const Icon = desktop ? Monitor : Globe;
  return (
    <li className={css.item} aria-labelledby={title}>
      <div className={css.head}>
        <IconBox icon={Icon} />
        <div className={css.names}>
          <div className={css.title}>
            <h2 className="gd-row-title" id={title}>
              {client.label}
            </h2>
            <Chip icon={Icon}>{desktop ? 'Desktop' : 'Web'}</Chip>
            {client.practice && (
              <Chip icon={FlaskConical} tone="brand">
                Practice
              </Chip>
            )}
          </div>
          <div className={css.idLine}>
            <p className={`gd-mono ${css.clientId}`}><ClientId id={client.clientId} /></p>
            <CopyButton text={client.clientId} label={`Copy the client id of ${client.label}`} />
          </div>
        </div>
        <div className={css.buttons}>
          <Button
            size="sm"
            variant="light"
            leftSection={<Plus size={14} strokeWidth={1.75} />}
            onClick={() => {
              openNewAuthorization(client.id);
            }}
          >
            New authorization
          </Button>
          <Button
            size="sm"
            className="gd-danger"
            leftSection={<Trash2 size={14} strokeWidth={1.75} />}
            onClick={() => {
              setRemoving(true);
            }}
          >
            Remove client
          </Button>
        </div>
      </div>
      <ClientFacts client={client} />
      {client.notices.length > 0 && (
        // Not a list: an item of `Clients` would hold further items, and counting clients by items would count these too.
        <div className={css.notices} role="group" aria-label={`Notes on ${client.label}`}>
          {client.notices.map((notice) => (
            <div key={`${notice.code} ${notice.message}`} className={css.notice}>
              <Info size={14} strokeWidth={1.9} aria-hidden="true" />
              <p>
                {notice.message}
                {notice.hint !== null && ` ${notice.hint}`}
              </p>
            </div>
          ))}
        </div>
      )}
      <RemoveClientDialog
        client={client}
        opened={removing}
        onClose={() => {
          setRemoving(false);
        }}
      />
    </li>
  );
}

function ClientFacts({ client }: { readonly client: ClientDto }) {
  const others = client.redirectUris.filter((uri) => uri !== client.redirectUri);
  return (
    <dl className={css.facts}>
      <div>
        <dt>Project</dt>
        <dd>{client.projectId ?? 'Not named in the file'}</dd>
        {client.projectNumber !== null && <dd className={`gd-num ${css.more}`}>Number {client.projectNumber}</dd>}
      </div>
      <div>
        <dt>Redirect URI</dt>
        <dd className="gd-mono">{client.redirectUri ?? 'http://127.0.0.1'}</dd>
        {client.redirectUri === null && <dd className={css.more}>On a free port each time</dd>}
        {client.type === 'web' && others.length > 0 && (
          <dd className={css.more}>{others.length === 1 ? '1 more is registered' : `${others.length} more are registered`}</dd>
        )}
      </div>
      <div>
        <dt>Consent</dt>
        <dd>{client.worksInBrowser ? 'App window or system browser' : 'App window only'}</dd>
        {!client.worksInBrowser && <dd className={css.more}>A browser cannot hand this redirect URI back to Grantdesk</dd>}
      </div>
      <div>
        <dt>Publishing status</dt>
        <dd>
          <PublishingSelect client={client} />
        </dd>
      </div>
      <div>
        <dt>Stored</dt>
        <dd>{client.hasSecret ? 'Client secret in the vault' : 'No client secret in the file'}</dd>
        <dd className={`gd-num ${css.more}`}>{authorizationCount(client.authorizationCount)}</dd>
        <dd className={`gd-num ${css.more}`}>
          Added {new Date(client.addedAt).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })}
        </dd>
      </div>
    </dl>
  );
}

function authorizationCount(count: number): string {
  if (count === 0) return 'No authorizations yet';
  return count === 1 ? '1 authorization' : `${String(count)} authorizations`;
}

const SUFFIX = '.apps.googleusercontent.com';

/** Breaks, where it has to, before the ending that all client ids share. */
function ClientId({ id }: { readonly id: string }) {
  if (!id.endsWith(SUFFIX)) return id;
  return (
    <>
      {id.slice(0, -SUFFIX.length)}
      <wbr />
      {SUFFIX}
    </>
  );
}
