import type { ConsentAttemptDto } from '../../../preload/contract/consent.ts';
import type { ConsentStep } from '../../../preload/contract/flow.ts';
import { stepState, type StepState } from './consent-words.ts';
import classes from './flow-figure.module.css';

interface Part {
  readonly step: ConsentStep;
  readonly path: string;
  /** Where its letter stands. */
  readonly badge: readonly [x: number, y: number];
  readonly label?: { readonly text: string; readonly at: readonly [x: number, y: number] };
}

/** The arrows of RFC 6749 figure 3; A, B and C go through the user's browser in two legs. */
const PARTS: readonly Part[] = [
  { step: 'A', path: 'M67 485 V395', badge: [67, 439] },
  { step: 'A', path: 'M176 201 H438', badge: [205, 201], label: { text: 'Client id, redirect address', at: [233, 190] } },
  { step: 'B', path: 'M100 94 V150', badge: [100, 123] },
  { step: 'B', path: 'M176 273 H438', badge: [205, 273], label: { text: 'You sign in and choose', at: [233, 262] } },
  { step: 'C', path: 'M444 345 H182', badge: [205, 345], label: { text: 'Authorization code', at: [233, 334] } },
  { step: 'C', path: 'M133 390 V479', badge: [133, 439] },
  { step: 'D', path: 'M176 515 H485 V396', badge: [205, 515], label: { text: 'Code and redirect address', at: [233, 504] } },
  { step: 'E', path: 'M555 390 V561 H182', badge: [205, 561], label: { text: 'Access token, refresh token', at: [233, 550] } },
];

/** Which boxes are at work in a step. */
const ACTIVE: Readonly<Record<ConsentStep, readonly string[]>> = {
  A: ['client', 'agent'],
  B: ['owner', 'agent'],
  C: ['agent', 'google'],
  D: ['client', 'google'],
  E: ['client', 'google'],
};

/** The authorization code flow with the live step. A picture only: the step list beside it says the same. */
export function FlowFigure({ attempt }: { readonly attempt: ConsentAttemptDto }) {
  const active = attempt.outcome === null ? ACTIVE[attempt.step] : [];
  const agent = attempt.surface === 'browser' ? 'Your browser' : 'App window';
  const states = new Map<ConsentStep, StepState>(PARTS.map((part) => [part.step, stepState(attempt, part.step)]));
  return (
    <figure className={classes.figure}>
      <svg aria-hidden="true" className={classes.svg} viewBox="0 0 620 612" preserveAspectRatio="xMidYMid meet">
        <defs>
          {(['done', 'current', 'ahead'] as const).map((state) => (
            <marker key={state} id={`flow-${state}`} viewBox="0 0 8 8" refX="1" refY="4" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto">
              <path d="M0 0.5 L8 4 L0 7.5 Z" className={classes.head} data-state={state} />
            </marker>
          ))}
        </defs>
        <Box at={[25, 25, 150, 68]} title="You" duty="Resource owner" on={active.includes('owner')} />
        <Box at={[25, 157, 150, 232]} title={agent} duty="User-agent" on={active.includes('agent')} />
        <Box at={[445, 157, 150, 232]} title="Google" duty="Authorization server" on={active.includes('google')} />
        <Box at={[25, 485, 150, 104]} title="Grantdesk" duty="Client" on={active.includes('client')} />
        {PARTS.map((part) => (
          <Leg key={part.path} part={part} state={states.get(part.step) ?? 'ahead'} />
        ))}
      </svg>
      <figcaption className={classes.caption}>Authorization code flow, drawn as in RFC 6749, figure 3</figcaption>
    </figure>
  );
}

interface BoxProps {
  readonly at: readonly [x: number, y: number, width: number, height: number];
  readonly title: string;
  /** Its role in RFC 6749. */
  readonly duty: string;
  readonly on: boolean;
}

function Box({ at: [x, y, width, height], title, duty, on }: BoxProps) {
  const middle = { x: x + width / 2, textAnchor: 'middle' as const };
  return (
    <g data-on={on || undefined} className={classes.node}>
      <rect className={classes.box} x={x} y={y} width={width} height={height} rx={10} />
      <text className={classes.name} {...middle} y={y + height / 2 - 3}>
        {title}
      </text>
      <text className={classes.duty} {...middle} y={y + height / 2 + 15}>
        {duty}
      </text>
    </g>
  );
}

function Leg({ part, state }: { readonly part: Part; readonly state: StepState }) {
  const [x, y] = part.badge;
  return (
    <g data-state={state} className={classes.leg}>
      <path className={classes.line} d={part.path} markerEnd={`url(#flow-${state})`} />
      <circle className={classes.halo} cx={x} cy={y} r={17} />
      <circle className={classes.badge} cx={x} cy={y} r={11} />
      <text className={classes.letter} x={x} y={y + 4.2} textAnchor="middle">
        {part.step}
      </text>
      {part.label !== undefined && (
        <text className={classes.label} x={part.label.at[0]} y={part.label.at[1]}>
          {part.label.text}
        </text>
      )}
    </g>
  );
}
