import { useState, type ReactNode } from 'react';
import { FlowFigure } from './flow-figure.tsx';
import type { FlowSubject } from './flow-subject.ts';
import classes from './flow-view.module.css';
import { StepList } from './step-list.tsx';

interface FlowViewProps {
  readonly flow: FlowSubject;
  /** Below the steps. */
  readonly children?: ReactNode;
}

/** Figure and steps side by side: a hop chosen in the steps lights its arrow in the figure. */
export function FlowView({ flow, children }: FlowViewProps) {
  // By its place: main sends the hops anew with every change. When old ignored ones fall out the place may be another's.
  const [at, setAt] = useState<{ readonly index: number; readonly moment: number } | null>(null);
  const there = at === null ? null : (flow.hops[at.index] ?? null);
  const hop = there?.at === at?.moment ? there : null;
  return (
    <div className={classes.columns}>
      <div className={classes.picture}>
        <FlowFigure flow={flow} hop={hop} />
      </div>
      <div className={classes.side}>
        <StepList
          flow={flow}
          hop={hop}
          onHop={(next) => {
            setAt(next === null ? null : { index: flow.hops.indexOf(next), moment: next.at });
          }}
        />
        {children}
      </div>
    </div>
  );
}
