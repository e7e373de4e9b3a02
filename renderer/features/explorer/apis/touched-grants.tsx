import { Fragment } from 'react';
import type { ApiChangesDto } from '../../../../preload/contract/apis.ts';
import { navigate } from '../../../app/route.ts';
import { Notice } from '../../../ui/notice.tsx';
import css from './changes-dialog.module.css';

/** Names shown of a long list of methods. */
const MOST = 12;

/** Which stored grants can do more or less because of the changes. */
export function TouchedGrants({ touched }: { readonly touched: ApiChangesDto['touched'] }) {
  if (touched.length === 0) {
    return (
      <Notice tone="ok" role="note" title="No stored grant is touched.">
        Every account can do exactly what it could before.
      </Notice>
    );
  }
  return (
    <Notice tone="warn" role="note" title={touched.length === 1 ? 'One stored grant is touched.' : `${touched.length} stored grants are touched.`}>
      <ul className={css.touched} aria-label="Grants touched">
        {touched.map(({ authorizationId, email, clientLabel, gains, loses }) => (
          <li key={authorizationId}>
            <a
              href={`#/authorization/${encodeURIComponent(authorizationId)}`}
              onClick={(event) => {
                event.preventDefault();
                navigate({ page: 'authorization', id: authorizationId });
              }}
            >
              {email}
            </a>{' '}
            <span>· {clientLabel}</span>
            {gains.length > 0 && <Methods word="can now" ids={gains} />}
            {loses.length > 0 && <Methods word="can no longer" ids={loses} />}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Methods({ word, ids }: { readonly word: string; readonly ids: readonly string[] }) {
  const shown = ids.slice(0, MOST);
  return (
    <p>
      {word}{' '}
      {shown.map((id, at) => (
        <Fragment key={id}>
          {at > 0 && ', '}
          <span className="gd-mono">{id}</span>
        </Fragment>
      ))}
      {ids.length > shown.length && ` and ${ids.length - shown.length} more`}
    </p>
  );
}
