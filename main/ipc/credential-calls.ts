import { basename } from 'node:path';
import type { ImportRun } from '../domain/interop/credential-import.ts';
import { looksLikeCredential } from '../domain/interop/read-credentials.ts';
import { exportFileName } from '../domain/interop/export/export-name.ts';
import type { OAuthClient } from '../domain/clients/client.ts';
import { ok, type Outcome } from '../domain/shared/fault.ts';
import { exportCredentialSchema, importCredentialsSchema, importDroppedSchema } from '../../preload/contract/credentials.ts';
import type { CredentialExportDto, CredentialImportDto, DroppedDto, ExportFormat, ExportPreviewDto } from '../../preload/contract/credentials.ts';
import type { Result } from '../../preload/contract/result.ts';
import { answer, call, failed, problemDto, value, type Handlers } from './answer.ts';
import { importClientAt } from './client-calls.ts';
import { labelOf } from './client-label.ts';
import { scopeDto } from './scope-dto.ts';
import type { Services, Workspace } from './services.ts';

type CredentialCalls = Pick<Handlers, 'importCredentials' | 'importDropped' | 'exportPreview' | 'exportCredential'>;

/** Credentials of other programs: into the vault, and out of it. */
export function credentialCalls(services: Services): CredentialCalls {
  /** Of the last file that was picked: asked for again when the client was not clear. */
  let picked: string | null = null;

  const importPath = async (path: string, wish: { readonly callId: string; readonly clientRef: string | null }): Promise<Result<CredentialImportDto>> => {
    const workspace = await services.workspace();
    const bytes = await services.readCredentialFile(path);
    if (!bytes.ok) return failed(bytes.error);
    const run = await workspace.imports.import(bytes.value, wish);
    if (!run.ok) return failed(run.error);
    services.clientsChanged();
    return value(importDto(basename(path), run.value, await workspace.clients.list()));
  };

  return {
    importCredentials: call(importCredentialsSchema, async ({ callId, clientId, again }) => {
      const path = again ? picked : await services.pickCredentialFile();
      if (path === null) return again ? failed(NOTHING_PICKED) : value(null);
      picked = path;
      return await importPath(path, { callId, clientRef: clientId });
    }),
    importDropped: call(importDroppedSchema, async ({ callId, path }): Promise<Result<DroppedDto>> => {
      const bytes = await services.readCredentialFile(path);
      if (!bytes.ok || !looksLikeCredential(bytes.value)) {
        const client = await importClientAt(services, path);
        return client.ok ? value({ kind: 'client', client: client.value }) : client;
      }
      picked = path;
      const run = await importPath(path, { callId, clientRef: null });
      return run.ok ? value({ kind: 'credentials', run: run.value }) : run;
    }),
    exportPreview: call(exportCredentialSchema, async ({ id, format }) => {
      const { exports } = await services.workspace();
      if (format !== 'adc') return answer(await exports.preview(id, null), () => NO_PLACE);
      const there = await services.adc.read();
      if (!there.ok) return failed(there.error);
      const preview = await exports.preview(id, there.value?.bytes ?? null);
      return answer(preview, (what): ExportPreviewDto => ({
        path: services.shortPath(services.adc.path),
        overwrites: what === null || there.value === null ? null : { ...what, modifiedAt: there.value.modifiedAt },
        backup: what === null ? null : services.adc.backupName(),
      }));
    }),
    exportCredential: call(exportCredentialSchema, async ({ id, format }) => {
      const workspace = await services.workspace();
      const text = await workspace.exports.text(id, format);
      const written = text.ok ? await write(services, workspace.grants.get(id)?.email ?? '', format, text.value) : text;
      note(workspace, id, format, written);
      return answer(written, (done) => done);
    }),
  };
}

const NOTHING_PICKED = { code: 'credential-file-unreadable', message: 'No file was chosen yet.', hint: 'Choose it with Import credentials.', problems: [] };
const NO_PLACE: ExportPreviewDto = { path: null, overwrites: null, backup: null };
const FORMAT_WORDS: Readonly<Record<ExportFormat, string>> = { oauth2client: 'as a file of oauth2client', 'authorized-user': 'as authorized_user JSON', adc: 'as gcloud’s application default credentials' };

async function write(services: Services, email: string, format: ExportFormat, content: string): Promise<Outcome<CredentialExportDto>> {
  if (format === 'adc') {
    const written = await services.adc.write(content);
    return written.ok ? ok({ saved: true, backup: written.value === null ? null : services.shortPath(written.value) }) : written;
  }
  const extension = format === 'oauth2client' ? 'dat' : 'json';
  const saved = await services.saveFile({ title: 'Export credentials', fileName: exportFileName(format, email), kind: 'Credentials', extensions: [extension], content });
  return saved.ok ? ok({ saved: saved.value.saved, backup: null }) : saved;
}

function note({ activity, grants }: Workspace, id: string, format: ExportFormat, written: Outcome<CredentialExportDto>): void {
  if (written.ok && !written.value.saved) return;
  const account = grants.get(id)?.email ?? null;
  activity.record({ account, what: 'export credential', outcome: written.ok ? 'ok' : 'failed', detail: written.ok ? FORMAT_WORDS[format] : written.error.message });
}

function importDto(fileName: string, run: ImportRun, clients: readonly OAuthClient[]): CredentialImportDto {
  return {
    fileName,
    format: run.format,
    total: run.total,
    cancelled: run.cancelled,
    imported: run.imported.map((one) => ({
      authorizationId: one.authorizationId,
      email: one.email,
      clientLabel: labelOf(clients.find(({ clientId }) => clientId === one.clientId) ?? one),
      stored: one.stored,
      state: one.state,
      why: one.why === null ? null : problemDto(one.why),
      scopes: one.scopes.map(scopeDto),
      notices: one.notices.map(problemDto),
    })),
    skipped: run.skipped.map(problemDto),
  };
}
