import type { FlowHopDto } from '../../../preload/contract/flow.ts';
import { stepState, type StepState } from './consent-words.ts';
import { AT_WORK, BOXES, FIGURE, LEGS, legsOf, partiesOf, SERVER, type BoxShape, type LegShape } from './flow-layout.ts';
import classes from './flow-figure.module.css';
import type { FlowSubject } from './flow-subject.ts';

interface FlowFigureProps {
  readonly flow: FlowSubject;
  /** The hop that is looked at: its arrow is lit. */
  readonly hop?: FlowHopDto | null;
}

/** The authorization code flow with the live step. A picture only: the step list beside it says the same. */
export function FlowFigure({ flow, hop = null }: FlowFigureProps) {
  const atWork = hop !== null ? partiesOf(hop) : flow.outcome === null ? AT_WORK[flow.step] : [];
  const lit = hop === null ? [] : legsOf(hop);
  const agent = flow.surface === 'browser' ? 'Your browser' : 'App window';
  const [x, y, width, height] = SERVER.at;
  return (
    <figure className={classes.figure}>
      <svg
        aria-hidden="true"
        className={classes.svg}
        viewBox={`0 0 ${String(FIGURE.width)} ${String(FIGURE.height)}`}
        preserveAspectRatio="xMidYMid meet"
        data-looking={hop !== null || undefined}
      >
        <defs>
          {(['done', 'current', 'ahead', 'lit'] as const).map((state) => (
            <marker key={state} id={`flow-${state}`} viewBox="0 0 8 8" refX="1" refY="4" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto">
              <path d="M0 0.5 L8 4 L0 7.5 Z" className={classes.head} data-state={state} />
            </marker>
          ))}
        </defs>
        <rect className={classes.server} x={x} y={y} width={width} height={height} rx={14} />
        <text className={classes.duty} x={SERVER.label[0]} y={SERVER.label[1]}>
          Google, authorization server
        </text>
        {BOXES.map((box) => (
          <Box key={box.party} box={box} title={box.title ?? agent} on={atWork.includes(box.party)} />
        ))}
        {LEGS.map((leg) => (
          <Leg key={leg.id} leg={leg} state={leg.step === null ? 'ahead' : stepState(flow, leg.step)} lit={lit.includes(leg.id)} />
        ))}
      </svg>
      <figcaption className={classes.caption}>Authorization code flow: RFC 6749, figure 3, with each endpoint drawn apart</figcaption>
    </figure>
  );
}

function Box({ box, title, on }: { readonly box: BoxShape; readonly title: string; readonly on: boolean }) {
  const [x, y, width, height] = box.at;
  const middle = { x: x + width / 2, textAnchor: 'middle' as const };
  return (
    <g data-party={box.party} data-on={on || undefined} className={classes.node}>
      <rect className={classes.box} x={x} y={y} width={width} height={height} rx={10} />
      <text className={classes.name} {...middle} y={y + height / 2 - 3}>
        {title}
      </text>
      <text className={classes.duty} {...middle} y={y + height / 2 + 15}>
        {box.duty}
      </text>
    </g>
  );
}

function Leg({ leg, state, lit }: { readonly leg: LegShape; readonly state: StepState; readonly lit: boolean }) {
  return (
    <g data-leg={leg.id} data-state={state} data-lit={lit || undefined} className={classes.leg}>
      <path className={classes.line} d={leg.path} markerEnd={`url(#flow-${lit ? 'lit' : state})`} />
      {leg.badge !== null && (
        <>
          <circle className={classes.halo} cx={leg.badge[0]} cy={leg.badge[1]} r={17} />
          <circle className={classes.badge} cx={leg.badge[0]} cy={leg.badge[1]} r={11} />
          <text className={classes.letter} x={leg.badge[0]} y={leg.badge[1] + 4.2} textAnchor="middle">
            {leg.step}
          </text>
        </>
      )}
      {leg.label !== undefined && (
        <text className={classes.label} x={leg.label.at[0]} y={leg.label.at[1]}>
          {leg.label.text}
        </text>
      )}
    </g>
  );
}
