import type { CredentialFormat, CredentialImportDto, ImportedCredentialDto } from '../../../preload/contract/credentials.ts';

const FORMAT: Readonly<Record<CredentialFormat, string>> = {
  oauth2client: 'a file of oauth2client',
  'oauth2client-multistore': 'a multistore file of oauth2client',
  'oauth2client-multiprocess': 'a multiprocess store of oauth2client',
  'authorized-user': 'an authorized_user file, as gcloud and google-auth write it',
  'python-token': 'a token file of google-auth for Python',
  'node-token': 'a token file of google-auth-library for Node.js',
};

export function formatWords(format: CredentialFormat): string {
  return FORMAT[format];
}

/** `Imported ada@example.com from some file.dat`. */
export function importTitle({ fileName, imported, cancelled, total }: CredentialImportDto): string {
  const [first] = imported;
  if (first === undefined) return cancelled ? `Cancelled: nothing was imported from ${fileName}` : `Nothing in ${fileName} could be imported`;
  const what = imported.length === 1 && total === 1 ? first.email : `${String(imported.length)} of ${String(total)} credentials`;
  return `Imported ${what} from ${fileName}${cancelled ? ', then cancelled' : ''}`;
}

/** How one credential came out, in a sentence. */
export function outcomeWords({ state, stored, why, scopes }: ImportedCredentialDto): string {
  const real = scopes.filter((scope) => !scope.signIn);
  const granted = real.length === 0 ? 'no scope beyond signing in' : real.map((scope) => scope.shortName).join(', ');
  const kept = stored === 'kept' ? ' It was stored here before and works, so its own tokens stay.' : '';
  switch (state) {
    case 'active':
      return why === null ? `Alive at Google, granted: ${granted}.${kept}` : `${why.message}${kept}`;
    case 'unknown-offline':
      return `Google could not be reached. The file says: ${granted}.${kept}`;
    case 'expired':
    case 'sign-in-needed':
    case 'revoked':
      return `${why?.message ?? 'It has ended.'} ${why?.hint ?? ''}${kept}`.trimEnd();
  }
}
