import { useId } from 'react';
import type { ScopeReachDto } from '../../../preload/contract/insight.ts';
import { EffectShape } from '../../ui/effect-shape.tsx';
import { countsWords, EFFECT_MEANING, EFFECT_WORD, EFFECTS, totalOf } from '../../ui/effects.ts';
import { SENSITIVITY_WORD, SensitivityBars } from '../../ui/sensitivity.tsx';
import classes from './flow-chart.module.css';
import { layoutFlow, ribbonPath } from './flow-layout.ts';
import type { EffectTotals } from './reach-totals.ts';

/** Width of the drawing in its own units; it is stretched to the room there is. */
const LENGTH = 400;

interface FlowChartProps {
  readonly scopes: readonly ScopeReachDto[];
  readonly totals: EffectTotals;
  /** The scope whose bands are lit; null: all. */
  readonly active: string | null;
  readonly pinned: string | null;
  readonly onPoint: (scope: string | null) => void;
  readonly onPin: (scope: string | null) => void;
}

/** Granted scopes at the left, what they open at the right, bands as wide as the number of methods between them. */
export function FlowChart({ scopes, totals, active, pinned, onPoint, onPin }: FlowChartProps) {
  const id = useId();
  const { height, ribbons, bars } = layoutFlow(scopes);
  return (
    <div className={classes.flow}>
      <ul className={classes.scopes} aria-label="Scopes in the picture">
        {scopes.map((one) => (
          <li key={one.scope.scope}>
            <button
              type="button"
              className={classes.scope}
              data-sensitivity={one.scope.sensitivity}
              data-faint={(active !== null && active !== one.scope.scope) || undefined}
              aria-pressed={pinned === one.scope.scope}
              aria-describedby={id}
              onPointerEnter={() => {
                onPoint(one.scope.scope);
              }}
              onPointerLeave={() => {
                onPoint(null);
              }}
              onFocus={() => {
                onPoint(one.scope.scope);
              }}
              onBlur={() => {
                onPoint(null);
              }}
              onClick={() => {
                onPin(pinned === one.scope.scope ? null : one.scope.scope);
              }}
            >
              <SensitivityBars of={one.scope.sensitivity} />
              <span className={`gd-mono ${classes.name ?? ''}`}>{one.scope.shortName}</span>
              <span className="gd-visually-hidden">
                , {SENSITIVITY_WORD[one.scope.sensitivity].toLowerCase()}, opens {countsWords(one.opens)}
              </span>
              <span className={classes.count} aria-hidden="true">
                {totalOf(one.opens)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <svg className={classes.bands} height={height} viewBox={`0 0 ${LENGTH} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        {ribbons.map((ribbon) => (
          <path
            key={`${ribbon.scope} ${ribbon.effect}`}
            className={classes.band}
            data-sensitivity={scopes.find((one) => one.scope.scope === ribbon.scope)?.scope.sensitivity}
            data-faint={(active !== null && active !== ribbon.scope) || undefined}
            data-lit={active === ribbon.scope || undefined}
            d={ribbonPath(ribbon, LENGTH - 3)}
          />
        ))}
        {EFFECTS.map((effect) => (
          <rect key={effect} className={classes.bar} x={LENGTH - 3} width={3} y={bars[effect].middle - bars[effect].size / 2} height={bars[effect].size} />
        ))}
      </svg>
      <ul className={classes.effects} aria-label="What they open">
        {EFFECTS.map((effect) => (
          <li key={effect} className={classes.effect} data-none={totals.open[effect] === 0 || undefined}>
            <EffectShape of={effect} size={18} />
            <div>
              <p className={classes.effectName}>
                {EFFECT_WORD[effect]}{' '}
                <span className={classes.of}>
                  {totals.open[effect]} of {totals.total[effect]}
                </span>
              </p>
              <p className="gd-meta">{EFFECT_MEANING[effect]}</p>
            </div>
          </li>
        ))}
      </ul>
      <p id={id} className="gd-visually-hidden">
        Lights what it opens; press to keep it lit.
      </p>
    </div>
  );
}
