import type { AuthorizationDto } from '../../../preload/contract/authorizations.ts';

export interface ReachTabProps {
  readonly authorization: AuthorizationDto;
  /** Opens the step that drops this scope. */
  readonly onDrop: (scope: string) => void;
}

/** What whoever holds this token can do. */
export function ReachTab({ authorization }: ReachTabProps) {
  return <p>{authorization.account.email}</p>;
}
