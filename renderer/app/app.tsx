import { ClientImportProvider } from '../features/clients/client-import.tsx';
import { CredentialImportProvider } from '../features/credentials/credential-import.tsx';
import { Shell } from '../features/shell/shell.tsx';
import { VaultGate } from '../features/vault/vault-gate.tsx';
import { ColorScheme } from './color-scheme.tsx';
import { CurrentPage } from './current-page.tsx';

/** The app below its providers: while the vault is closed there is nothing but the way to open it. */
export function App() {
  return (
    <>
      <ColorScheme />
      <VaultGate>
        <CredentialImportProvider>
          <ClientImportProvider>
            <Shell>
              <CurrentPage />
            </Shell>
          </ClientImportProvider>
        </CredentialImportProvider>
      </VaultGate>
    </>
  );
}
