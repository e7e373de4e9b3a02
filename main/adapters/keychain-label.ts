const LABELS: Readonly<Record<string, string>> = {
  gnome_libsecret: 'Linux keyring · libsecret',
  secret_service: 'Linux keyring · Secret Service',
  portal: 'Linux keyring · desktop portal',
  kwallet: 'KWallet',
  kwallet5: 'KWallet',
  kwallet6: 'KWallet',
  keychain: 'macOS Keychain',
  dpapi: 'Windows DPAPI',
  basic_text: 'No keychain (basic_text)',
};

/** @param backend the platform's own name @returns what people call it */
export function keychainLabel(backend: string): string {
  return LABELS[backend] ?? `No keychain (${backend})`;
}
