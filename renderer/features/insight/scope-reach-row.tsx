import { ChevronDown } from 'lucide-react';
import { useId, useState } from 'react';
import type { ScopeReachDto } from '../../../preload/contract/insight.ts';
import { DropScopeButton } from '../../ui/drop-scope-button.tsx';
import { timeAgo } from '../../ui/duration.ts';
import { EffectShape } from '../../ui/effect-shape.tsx';
import { EFFECT_WORD, EFFECTS, methodsWord } from '../../ui/effects.ts';
import { SensitivityMark } from '../../ui/sensitivity.tsx';
import classes from './scope-reach-row.module.css';

/** More names than this are counted only. */
const NAMED = 120;

interface ScopeReachRowProps {
  readonly reach: ScopeReachDto;
  /** No known API accepts it. */
  readonly unknown: boolean;
  readonly now: number;
  readonly onDrop: (scope: string) => void;
}

/** One granted scope: what it opens, the worst of it, and what goes when it goes. */
export function ScopeReachRow({ reach, unknown, now, onDrop }: ScopeReachRowProps) {
  const [open, setOpen] = useState(false);
  const titleId = useId();
  const breaksId = useId();
  const { scope, opens, lastUsedAt, coveredBy } = reach;
  return (
    <li className={classes.row}>
      <div className={classes.head}>
        <div className={classes.words}>
          <h3 id={titleId} className="gd-row-title-dense">
            {scope.title}
          </h3>
          <p className={classes.names}>
            <span className="gd-mono" title={scope.scope}>
              {scope.shortName}
            </span>
            <SensitivityMark of={scope.sensitivity} confirmed={scope.sensitivityConfirmed} />
          </p>
        </div>
        <DropScopeButton
          titleId={titleId}
          onDrop={() => {
            onDrop(scope.scope);
          }}
        />
      </div>
      <p className={classes.worst}>{reach.worstCase}</p>
      <ul className={classes.opens} aria-label={`What ${scope.shortName} opens`}>
        {EFFECTS.filter((effect) => opens[effect] > 0).map((effect) => (
          <li key={effect}>
            <EffectShape of={effect} size={12} />
            {EFFECT_WORD[effect]} <span className="gd-num">{opens[effect]}</span>
          </li>
        ))}
        {coveredBy.length > 0 && (
          <li>
            Covered by <span className="gd-mono">{coveredBy.map((one) => one.shortName).join(', ')}</span>
          </li>
        )}
        <li>{lastUsedAt === null ? 'No use seen here' : `Last used ${timeAgo(now - lastUsedAt)}`}</li>
      </ul>
      <button
        type="button"
        className={classes.more}
        aria-expanded={open}
        aria-controls={breaksId}
        aria-describedby={titleId}
        onClick={() => {
          setOpen(!open);
        }}
      >
        <ChevronDown className={classes.chevron} size={14} strokeWidth={2} aria-hidden="true" />
        What breaks if I drop it
      </button>
      <div id={breaksId} className={classes.breaks} hidden={!open}>
        <Breaks reach={reach} unknown={unknown} />
      </div>
    </li>
  );
}

function Breaks({ reach: { breaks, safeToDrop, coveredBy }, unknown }: { readonly reach: ScopeReachDto; readonly unknown: boolean }) {
  if (unknown) return <p>Its API is not known here, so nothing tells what breaks.</p>;
  if (breaks.length === 0) {
    return (
      <p>
        <strong>Nothing breaks.</strong>{' '}
        {safeToDrop
          ? coveredBy.length > 0
            ? 'What it reaches, the others reach too.'
            : 'No call needs it.'
          : 'Every method stays open, but the others may show less data than this one does.'}
      </p>
    );
  }
  return (
    <>
      <p>
        <strong>{methodsWord(breaks.length)} will be refused,</strong> because no other granted scope opens {breaks.length === 1 ? 'it' : 'them'}.
      </p>
      <ul className={classes.methods}>
        {breaks.slice(0, NAMED).map((one) => (
          <li key={one} className="gd-mono">
            {one}
          </li>
        ))}
        {breaks.length > NAMED && <li>and {breaks.length - NAMED} more</li>}
      </ul>
    </>
  );
}
