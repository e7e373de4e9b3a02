import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ReachDto } from '../../../preload/contract/insight.ts';
import { EffectShape } from '../../ui/effect-shape.tsx';
import { EFFECT_WORD } from '../../ui/effects.ts';
import { Card } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './worst-case.module.css';

/** The worst of it is read; a long list is not. */
const AT_FIRST = 4;

/** What a stranger could do with the token, in plain words, the worst first. */
export function WorstCase({ worst }: { readonly worst: ReachDto['worstCase'] }) {
  const [all, setAll] = useState(false);
  return (
    <Section title="Whoever holds this token can">
      <Card>
        <ol className={classes.list} aria-label="Worst case, worst first">
          {(all ? worst : worst.slice(0, AT_FIRST)).map((one) => (
            <li key={one.sentence} className={classes.item}>
              <span className={classes.mark}>
                <EffectShape of={one.effect} />
                {EFFECT_WORD[one.effect]}
              </span>
              <span className={classes.sentence}>{one.sentence}</span>
            </li>
          ))}
        </ol>
        {worst.length > AT_FIRST && (
          <div className={classes.more}>
            <Button
              size="sm"
              variant="subtle"
              color="gray"
              onClick={() => {
                setAll(!all);
              }}
            >
              {all ? 'Show the worst only' : `Show all ${worst.length}`}
            </Button>
          </div>
        )}
      </Card>
    </Section>
  );
}
