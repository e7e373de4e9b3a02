import type { ExportFormat } from './write-credential.ts';

/** A name to propose: `credentials-ada.dat`, `authorized_user-ada.json`. */
export function exportFileName(format: Exclude<ExportFormat, 'adc'>, email: string): string {
  const who = email.split('@')[0]?.toLowerCase().replace(/[^a-z0-9._-]+/g, '-').replace(/^[.-]+/, '').slice(0, 40) ?? '';
  const stem = format === 'oauth2client' ? 'credentials' : 'authorized_user';
  return `${who === '' ? stem : `${stem}-${who}`}${format === 'oauth2client' ? '.dat' : '.json'}`;
}
