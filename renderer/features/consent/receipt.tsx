import { Check, CircleDashed, CircleDot, CircleHelp } from 'lucide-react';
import type { ConsentAttemptDto, ConsentOutcomeDto } from '../../../preload/contract/consent.ts';
import type { ScopeDto } from '../../../preload/contract/scopes.ts';
import { Notice } from '../../ui/notice.tsx';
import { SensitivityMark } from '../../ui/sensitivity.tsx';
import classes from './receipt.module.css';

export type Granted = Extract<ConsentOutcomeDto, { kind: 'granted' }>;

/** `Asked for 3, granted 2, refused 1`, sign-in apart. */
export function receiptWords(asked: readonly ScopeDto[], outcome: Granted): string {
  const real = (scopes: readonly ScopeDto[]) => scopes.filter((one) => !one.signIn).length;
  const parts = [`Asked for ${String(real(asked))}`, `granted ${String(real(outcome.granted))}`];
  if (real(outcome.refused) > 0) parts.push(`refused ${String(real(outcome.refused))}`);
  if (real(outcome.unexpected) > 0) parts.push(`${String(real(outcome.unexpected))} not asked for`);
  if (real(asked) === 0) return 'Asked for sign-in only; the account is known.';
  return `${parts.join(', ')}.`;
}

/** What came out of a consent, scope by scope. */
export function Receipt({ attempt, outcome }: { readonly attempt: ConsentAttemptDto; readonly outcome: Granted }) {
  const unexpected = new Set(outcome.unexpected.map((one) => one.scope));
  const granted = outcome.granted.filter((one) => !one.signIn && !unexpected.has(one.scope));
  const refused = outcome.refused.filter((one) => !one.signIn);
  const more = outcome.unexpected.filter((one) => !one.signIn);
  return (
    <div className={classes.receipt}>
      <p className={classes.sum}>{receiptWords(attempt.scopes, outcome)}</p>
      {outcome.otherAccount !== null && <OtherAccount {...outcome.otherAccount} />}
      <ScopeLines title="Granted" kind="granted" scopes={granted} />
      <ScopeLines
        title="Refused"
        kind="refused"
        scopes={refused}
        meaning="Left unticked on Google’s page. Calls that need them fail; the authorization’s page offers to ask again."
      />
      <ScopeLines title="Not asked for, yet granted" kind="unexpected" scopes={more} />
    </div>
  );
}

export function OtherAccount({ expected, actual }: { readonly expected: string; readonly actual: string }) {
  return (
    <Notice tone="warn" role="note" title={`${actual} agreed, not ${expected}.`}>
      <p>It is kept as an authorization of its own; nothing about {expected} has changed.</p>
    </Notice>
  );
}

const ICON = { asked: CircleDot, granted: Check, refused: CircleDashed, unexpected: CircleHelp } as const;

interface ScopeLinesProps {
  readonly title: string;
  readonly kind: keyof typeof ICON;
  readonly scopes: readonly ScopeDto[];
  /** In plain words, where the title alone leaves a newcomer guessing. */
  readonly meaning?: string;
}

/** Scopes of one fate as a titled list; nothing when there are none. */
export function ScopeLines({ title, kind, scopes, meaning }: ScopeLinesProps) {
  if (scopes.length === 0) return null;
  const Icon = ICON[kind];
  return (
    <section className={classes.part}>
      <h2 className={classes.title}>{title}</h2>
      <ul className={classes.lines} data-kind={kind} aria-label={title}>
        {scopes.map((one) => (
          <li key={one.scope} className={classes.line}>
            <Icon className={classes.icon} size={15} strokeWidth={kind === 'granted' ? 2.4 : 1.75} aria-hidden="true" />
            <span className={classes.words}>
              {one.title} <span className="gd-mono">{one.shortName}</span>
            </span>
            <SensitivityMark of={one.sensitivity} confirmed={one.sensitivityConfirmed} />
          </li>
        ))}
      </ul>
      {meaning !== undefined && <p className="gd-meta">{meaning}</p>}
    </section>
  );
}
