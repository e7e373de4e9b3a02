import { Button } from '@mantine/core';
import { FileKey2 } from 'lucide-react';
import { useCredentialImport } from './credential-import.tsx';

/** Opens the native picker for a file in which another program keeps its tokens. */
export function ImportCredentialsButton({ size }: { readonly size?: string }) {
  const { busy, fromFile } = useCredentialImport();
  return (
    <Button
      {...(size === undefined ? {} : { size })}
      leftSection={<FileKey2 size={size === 'lg' ? 16 : 15} strokeWidth={1.75} aria-hidden="true" />}
      loading={busy}
      onClick={() => void fromFile()}
    >
      Import credentials
    </Button>
  );
}
