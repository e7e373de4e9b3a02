import { Checkbox } from '@mantine/core';
import { memo } from 'react';
import type { MethodEffect } from '../../../preload/contract/apis.ts';
import { EffectShape } from '../../ui/effect-shape.tsx';
import { EFFECT_WORD } from '../../ui/effects.ts';
import classes from './method-tick.module.css';

interface MethodTickProps {
  readonly id: string;
  readonly effect: MethodEffect;
  /** `12 calls · 2 days ago`, `closed now` */
  readonly note: string | null;
  readonly ticked: boolean;
  readonly onTick: (id: string, on: boolean) => void;
}

/** One method to keep or not. Hundreds of them may be drawn: give it an `onTick` that keeps its identity. */
export const MethodTick = memo(function MethodTick({ id, effect, note, ticked, onTick }: MethodTickProps) {
  return (
    <li className={classes.row}>
      <Checkbox
        className={classes.tick ?? ''}
        checked={ticked}
        label={<span className="gd-mono">{id}</span>}
        onChange={(event) => {
          onTick(id, event.currentTarget.checked);
        }}
      />
      {note !== null && <span className={classes.note}>{note}</span>}
      <span className={classes.effect}>
        <EffectShape of={effect} size={12} />
        {EFFECT_WORD[effect]}
      </span>
    </li>
  );
});
