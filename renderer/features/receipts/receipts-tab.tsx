import type { AuthorizationDto } from '../../../preload/contract/authorizations.ts';
import { ReceiptsPanel } from './receipts-panel.tsx';

/** The consents this authorization came from, and those about it that failed. */
export function ReceiptsTab({ authorization }: { readonly authorization: AuthorizationDto }) {
  return <ReceiptsPanel authorizationId={authorization.id} />;
}
