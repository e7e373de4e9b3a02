import type { MethodEffect } from '../../../../preload/contract/apis.ts';
import { shapePath } from '../../../ui/effect-shape.tsx';
import { EFFECT_WORD } from '../../../ui/effects.ts';
import css from './effect-chip.module.css';

/** The shape and colour of what a call does, without its word. */
export function EffectMark({ effect }: { readonly effect: MethodEffect }) {
  return (
    <svg className={css.mark} data-effect={effect} width={12} height={12} viewBox="0 0 14 14" aria-hidden="true">
      <path d={shapePath(effect, 7, 7, 4.8)} />
    </svg>
  );
}

/** The word with it. */
export function EffectChip({ effect }: { readonly effect: MethodEffect }) {
  return (
    <span className={css.chip} data-effect={effect}>
      <EffectMark effect={effect} />
      {EFFECT_WORD[effect]}
    </span>
  );
}

/** `GET`, in the colour of what the method does. */
export function VerbChip({ verb, effect }: { readonly verb: string; readonly effect: MethodEffect }) {
  return (
    <span className={css.verb} data-effect={effect}>
      {verb}
    </span>
  );
}
