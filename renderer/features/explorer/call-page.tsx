import type { ReactNode } from 'react';
import type { AuthorizationDto } from '../../../preload/contract/authorizations.ts';
import { useAccount } from '../../app/use-account.ts';
import { AccountSelect } from '../../ui/account-select.tsx';
import { ProblemNotice } from '../../ui/notice.tsx';
import { PageBody } from '../../ui/page.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { useMend, type Mending } from '../consent/use-mend.tsx';
import { NoAccountPage } from './no-account.tsx';

export interface CallPageContext {
  readonly authorization: AuthorizationDto;
  /** Leads to whatever mends a refused call. `again` repeats it; `waiting` is carried out after consent. */
  readonly mend: Mending['mend'];
}

/** A page that calls an API as one account: picks the account, says so when there is none, leads to consent when a scope is missing. */
export function CallPage({
  title,
  subtitle,
  children,
}: {
  readonly title: string;
  readonly subtitle: string;
  /** Rendered anew for each account. */
  readonly children: (context: CallPageContext) => ReactNode;
}) {
  const { authorization, authorizations, choose } = useAccount();
  const mending = useMend(authorization);
  if (authorization === null) return <NoAccountPage title={title} subtitle={subtitle} />;

  return (
    <PageBody>
      <PageHeader
        title={title}
        subtitle={subtitle}
        actions={<AccountSelect authorizations={authorizations} value={authorization.id} onChange={choose} />}
      />
      {mending.problem !== null && <ProblemNotice problem={mending.problem} />}
      <Keyed key={authorization.id}>{children({ authorization, mend: mending.mend })}</Keyed>
      {mending.element}
    </PageBody>
  );
}

/** Its key drops the state below when the account changes: one account's answer never stands under another's name. */
function Keyed({ children }: { readonly children: ReactNode }) {
  return children;
}
