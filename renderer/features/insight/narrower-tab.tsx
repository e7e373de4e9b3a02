import type { AuthorizationDto } from '../../../preload/contract/authorizations.ts';

export interface NarrowerTabProps {
  readonly authorization: AuthorizationDto;
  /** Opens the step that drops this scope. */
  readonly onDrop: (scope: string) => void;
  /** Opens the step that takes everything back and asks for exactly these. */
  readonly onNarrow: (target: readonly string[]) => void;
}

/** How little would be enough. */
export function NarrowerTab({ authorization }: NarrowerTabProps) {
  return <p>{authorization.account.email}</p>;
}
