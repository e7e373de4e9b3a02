import type { ConsentAttemptDto } from '../../../preload/contract/consent.ts';
import { askedWords } from './consent-words.ts';
import classes from './waiting.module.css';

/** Who asks, whom, for what, and where the answer comes back. */
export function AttemptFacts({ attempt }: { readonly attempt: ConsentAttemptDto }) {
  const asked = attempt.scopes.filter((one) => !one.signIn);
  return (
    <dl className={classes.facts}>
      <dt>Client</dt>
      <dd>
        {attempt.client.label}, {attempt.client.type === 'web' ? 'Web' : 'Desktop'}
      </dd>
      {attempt.expectedEmail !== null && (
        <>
          <dt>Account</dt>
          <dd>{attempt.expectedEmail}</dd>
        </>
      )}
      <dt>Asked for</dt>
      <dd>
        {askedWords(attempt)}
        {asked.length > 0 && (
          <ul className={classes.names}>
            {asked.map((one) => (
              <li key={one.scope} className="gd-mono" title={one.title}>
                {one.shortName}
              </li>
            ))}
          </ul>
        )}
      </dd>
      <dt>Comes back to</dt>
      <dd className={`gd-mono ${classes.address ?? ''}`} title={attempt.comesBackTo}>
        {attempt.comesBackTo}
      </dd>
    </dl>
  );
}
