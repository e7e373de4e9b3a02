import type { AuthorizationDto } from '../../../preload/contract/authorizations.ts';
import type { ExportFormat, ExportPreviewDto } from '../../../preload/contract/credentials.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAction, useAppState } from '../../bridge/hooks.ts';
import { useLoaded } from '../../bridge/use-loaded.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { dateTime } from '../../ui/duration.ts';
import { Notice } from '../../ui/notice.tsx';
import { showToast } from '../../ui/toast.tsx';

interface ExportDialogProps {
  readonly authorization: AuthorizationDto;
  /** Null: closed. */
  readonly format: ExportFormat | null;
  readonly onClose: () => void;
}

const WHAT: Readonly<Record<ExportFormat, string>> = {
  oauth2client: 'a .dat file of oauth2client',
  'authorized-user': 'an authorized_user JSON file',
  adc: 'gcloud’s application default credentials',
};

/** Warns what such a file is, and writes it when that was confirmed. */
export function ExportDialog({ authorization, format, onClose }: ExportDialogProps) {
  return format === null ? null : <Confirm authorization={authorization} format={format} onClose={onClose} />;
}

function Confirm({ authorization, format, onClose }: ExportDialogProps & { readonly format: ExportFormat }) {
  const bridge = useBridge();
  const action = useAction();
  const { id, account, granted } = authorization;
  const preview = useLoaded(`${id} ${format}`, () => bridge.exportPreview({ id, format }));

  async function write(): Promise<void> {
    const answer = await action.start(() => bridge.exportCredential({ id, format }));
    if (!answer.ok) return;
    onClose();
    if (!answer.value.saved) return;
    showToast(answer.value.backup === null ? `Exported ${account.email}` : `Exported ${account.email}; what was there is kept as ${answer.value.backup}`);
  }

  const scopes = granted.filter((scope) => !scope.signIn);
  return (
    <ConfirmDialog
      opened
      danger
      title="Export credentials?"
      confirm="Export"
      blocked={preview.value === null}
      busy={action.busy}
      problem={action.problem ?? preview.problem}
      onConfirm={() => void write()}
      onCancel={onClose}
    >
      <p>
        The refresh token and the client secret of <strong>{account.email}</strong> leave the vault and are written into {WHAT[format]}, in the clear. Whoever can read that file can use{' '}
        {scopes.length === 0 ? 'the sign-in' : <span className="gd-mono">{scopes.map((scope) => scope.shortName).join(', ')}</span>} until it is revoked.
      </p>
      {preview.value !== null && <Place preview={preview.value} />}
      <PracticeWarning format={format} />
    </ConfirmDialog>
  );
}

function Place({ preview: { path, overwrites, backup } }: { readonly preview: ExportPreviewDto }) {
  if (path === null) return <p>Only you will be able to read it (mode 0600). You choose where it goes.</p>;
  return (
    <>
      <p>
        It goes to <span className="gd-mono">{path}</span>, readable by you only.
      </p>
      {overwrites === null ? (
        <p>Nothing lies there yet.</p>
      ) : (
        <Notice tone={overwrites.same ? 'info' : 'warn'} role="note" title={overwrites.same ? 'This very credential lies there already.' : `It replaces ${overwrites.what}.`}>
          <p>
            Written {dateTime(overwrites.modifiedAt)}. A copy stays beside it as <span className="gd-mono">{backup}</span>.
          </p>
        </Notice>
      )}
    </>
  );
}

function PracticeWarning({ format }: { readonly format: ExportFormat }) {
  const { mode } = useAppState();
  if (mode === 'google') return null;
  return (
    <Notice tone="warn" role="note" title="This credential opens nothing at Google.">
      <p>It belongs to a stand-in{format === 'adc' ? '; programs that use what lies there now stop working until the copy is put back' : ''}.</p>
    </Notice>
  );
}
