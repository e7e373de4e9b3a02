import type { Surface } from '../../../preload/contract/app.ts';
import type { ConsentStep, FlowHopDto } from '../../../preload/contract/flow.ts';
import type { ReceiptDto } from '../../../preload/contract/receipts.ts';

/** How far an attempt is, or how far it got. */
export interface FlowProgress {
  readonly step: ConsentStep;
  readonly stepsDone: readonly { readonly step: ConsentStep; readonly at: number }[];
  /** Null while pending. */
  readonly outcome: { readonly kind: 'granted' | 'cancelled' | 'failed' } | null;
}

/** What the figure and the steps show: an attempt, or the receipt of one. */
export interface FlowSubject extends FlowProgress {
  readonly surface: Surface;
  readonly hops: readonly FlowHopDto[];
}

/** The flow of a consent that is over, as its hops tell it. */
export function flowOfReceipt({ surface, outcome, hops }: Pick<ReceiptDto, 'surface' | 'outcome' | 'hops'>): FlowSubject {
  // A move to the browser begins again.
  const last = hops.slice(hops.findLastIndex(({ kind }) => kind === 'moved') + 1);
  const stepsDone = last.flatMap((hop) => stepsOf(hop).map((step) => ({ step, at: hop.at })));
  return { surface, hops, stepsDone, step: stepsDone.at(-1)?.step ?? 'A', outcome: { kind: outcome } };
}

/** Which steps are done with a hop. */
function stepsOf(hop: FlowHopDto): readonly ConsentStep[] {
  switch (hop.kind) {
    case 'page':
      return hop.to === 'authorization' ? ['A'] : [];
    case 'redirect':
      return ['B', 'C'];
    case 'token-response':
      return hop.parameters.some(({ name }) => name === 'access_token') ? ['D'] : [];
    case 'stored':
      return ['E'];
    default:
      return [];
  }
}

/** The hops under the step they belong to; those outside the five steps go with the one they prepare or end. */
export function hopsByStep(hops: readonly FlowHopDto[]): ReadonlyMap<ConsentStep, readonly FlowHopDto[]> {
  const found = new Map<ConsentStep, FlowHopDto[]>();
  let before: ConsentStep = 'A';
  for (const hop of hops) {
    const step: ConsentStep = hop.step ?? outsideStep(hop, before);
    before = step;
    const there = found.get(step);
    if (there === undefined) found.set(step, [hop]);
    else there.push(hop);
  }
  return found;
}

function outsideStep(hop: FlowHopDto, before: ConsentStep): ConsentStep {
  if (hop.kind === 'prepared' || hop.kind === 'revoked') return 'A';
  if (hop.kind === 'ignored') return hop.to === 'redirection' ? 'C' : 'B';
  return before;
}

/** `+0 ms`, `+182 ms`, `+12.4 s`, `+2 min 5 s`. @param ms milliseconds since the first hop */
export function elapsedWords(ms: number): string {
  if (ms < 1_000) return `+${String(Math.max(0, Math.round(ms)))} ms`;
  if (ms < 60_000) return `+${(Math.floor(ms / 100) / 10).toFixed(1)} s`;
  const seconds = Math.round(ms / 1_000);
  return `+${String(Math.floor(seconds / 60))} min ${String(seconds % 60)} s`;
}
