import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import type { ImportedClientDto } from '../../../preload/contract/clients.ts';
import type { ErrorDto, Result } from '../../../preload/contract/result.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAction } from '../../bridge/hooks.ts';
import { problem as makeProblem } from '../../bridge/run.ts';
import { showToast } from '../../ui/toast.tsx';
import { useCredentialImport } from '../credentials/credential-import.tsx';
import { PasteClientDialog } from './paste-client-dialog.tsx';

/** A client file has 400 to 600 bytes; far longer ones are something else. */
const LONGEST_DROP = 1024 * 1024;

/** What a dropped file was; null: it was not taken. */
export type Dropped = 'client' | 'credentials' | null;

interface ClientImport {
  readonly busy: boolean;
  /** Why the last file was not taken. Shown by `ClientImportNotice`. */
  readonly problem: ErrorDto | null;
  /** Native picker. Resolves true when a client was imported. */
  readonly fromFile: () => Promise<boolean>;
  /** A file dropped on the window. */
  readonly fromDrop: (file: File) => Promise<Dropped>;
  readonly openPaste: () => void;
  readonly dismiss: () => void;
}

const ClientImportContext = createContext<ClientImport | null>(null);

export function useClientImport(): ClientImport {
  const value = useContext(ClientImportContext);
  if (value === null) throw new Error('useClientImport was used outside ClientImportProvider');
  return value;
}

/** One import for the whole window: buttons on several pages, the command menu and a dropped file all end here. */
export function ClientImportProvider({ children }: { readonly children: ReactNode }) {
  const bridge = useBridge();
  const { busy, problem, start, clear } = useAction();
  const credentials = useCredentialImport();
  const [pasting, setPasting] = useState(false);

  const take = useCallback(
    async (call: () => Promise<Result<ImportedClientDto | null>>): Promise<boolean> => {
      const answer = await start(call);
      if (!answer.ok || answer.value === null) return false;
      announce(answer.value);
      return true;
    },
    [start],
  );

  const dropped = useCallback(
    async (path: string): Promise<Dropped> => {
      const answer = await start(() => credentials.follow((callId) => bridge.importDropped({ callId, path })));
      if (!answer.ok) return null;
      if (answer.value.kind === 'client') announce(answer.value.client);
      else credentials.show(answer.value.run);
      return answer.value.kind;
    },
    [bridge, start, credentials],
  );

  /** A script made the File: there is only its text. */
  const withoutPath = useCallback(
    async (file: File): Promise<Dropped> => {
      const done = await take(async () => {
        if (file.size > LONGEST_DROP) return { ok: false, error: tooLong(file.name) };
        return bridge.importClientText({ text: await file.text() });
      });
      return done ? 'client' : null;
    },
    [bridge, take],
  );

  const value = useMemo<ClientImport>(
    () => ({
      busy,
      problem,
      fromFile: () => take(() => bridge.importClientFile()),
      fromDrop: (file) => {
        const path = bridge.pathForFile(file);
        return path === '' ? withoutPath(file) : dropped(path);
      },
      openPaste: () => {
        setPasting(true);
      },
      dismiss: clear,
    }),
    [bridge, busy, problem, take, clear, dropped, withoutPath],
  );

  return (
    <ClientImportContext value={value}>
      {children}
      <PasteClientDialog
        opened={pasting}
        onClose={() => {
          setPasting(false);
        }}
        onImported={announce}
      />
    </ClientImportContext>
  );
}

function announce(imported: ImportedClientDto): void {
  showToast(imported.updated ? `Updated ${imported.client.label}: its secret and redirect URIs are the file's now` : `Imported ${imported.client.label}`);
}

function tooLong(name: string): ErrorDto {
  return makeProblem('client-file-too-large', `${name} is too large to be a client file.`, 'Drop the JSON file the Cloud console gave you; it has about half a kilobyte.');
}
