import { ChevronRight } from 'lucide-react';
import type { TokenPanelDto } from '../../../preload/contract/authorizations.ts';
import classes from './token-panel.module.css';

type Claims = NonNullable<TokenPanelDto['idTokenClaims']>;

/** The ID token, read: what Google vouches for about the account. */
export function ClaimsTable({ claims }: { readonly claims: Claims }) {
  return (
    <details className={classes.claims}>
      <summary>
        <ChevronRight className={classes.turn} size={14} strokeWidth={2} aria-hidden="true" />
        What the ID token says
      </summary>
      <div className={classes.tableBox}>
        <table className={classes.table}>
          <caption className="gd-visually-hidden">Claims of the ID token</caption>
          <thead>
            <tr>
              <th scope="col">Claim</th>
              <th scope="col">Value</th>
              <th scope="col">Meaning</th>
            </tr>
          </thead>
          <tbody>
            {claims.map((claim) => (
              <tr key={claim.name}>
                <th scope="row" className="gd-mono">
                  {claim.name}
                </th>
                <td className="gd-mono">{claim.value}</td>
                <td>{claim.meaning}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
