import { SENSITIVITY_WORD, SensitivityBars } from '../../../ui/sensitivity.tsx';
import { CellMark, type CellState } from './map-cell.tsx';
import classes from './map-legend.module.css';

const STATES: readonly (readonly [CellState, string])[] = [
  ['granted', 'Granted'],
  ['covered', 'Covered by a wider scope'],
  ['refused', 'Refused'],
  ['never', 'Never asked'],
];

/** What the marks mean. */
export function StateLegend() {
  return (
    <ul className={classes.legend} aria-label="Marks">
      {STATES.map(([state, word]) => (
        <li key={state} className={classes.entry} data-mark="state">
          <CellMark state={state} />
          {word}
        </li>
      ))}
    </ul>
  );
}

/** What the colours mean. */
export function ColourLegend() {
  return (
    <div className={classes.foot}>
      <span>Colour is Google’s sensitivity</span>
      <ul className={classes.legend} aria-label="Colours">
        {(['non-sensitive', 'sensitive', 'restricted'] as const).map((sensitivity) => (
          <li key={sensitivity} className={classes.entry}>
            <SensitivityBars of={sensitivity} />
            {SENSITIVITY_WORD[sensitivity]}
          </li>
        ))}
      </ul>
    </div>
  );
}
