import type { AuthorizationDto } from '../../../preload/contract/authorizations.ts';

/** The consents this authorization came from. */
export function ReceiptsTab({ authorization }: { readonly authorization: AuthorizationDto }) {
  return <p>{authorization.account.email}</p>;
}
