import type { ReachDto } from '../../../preload/contract/insight.ts';
import { Card } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import { EFFECT_WORD } from './effects.ts';
import { EffectShape } from './effect-shape.tsx';
import classes from './worst-case.module.css';

/** What a stranger could do with the token, in plain words, the worst first. */
export function WorstCase({ worst }: { readonly worst: ReachDto['worstCase'] }) {
  return (
    <Section title="Whoever holds this token can">
      <Card>
        <ol className={classes.list} aria-label="Worst case, worst first">
          {worst.map((one) => (
            <li key={one.sentence} className={classes.item}>
              <span className={classes.mark}>
                <EffectShape of={one.effect} />
                {EFFECT_WORD[one.effect]}
              </span>
              <span className={classes.sentence}>{one.sentence}</span>
            </li>
          ))}
        </ol>
      </Card>
    </Section>
  );
}
