import { useState } from 'react';
import type { EventWrite, EventWriteResultDto } from '../../../../preload/contract/calendar.ts';
import type { ExplanationDto } from '../../../../preload/contract/calls.ts';
import type { ErrorDto } from '../../../../preload/contract/result.ts';
import { useOneCall } from '../../../app/use-one-call.ts';
import { useBridge } from '../../../bridge/bridge-provider.tsx';
import { run } from '../../../bridge/run.ts';
import type { Desk, DoneAnswer } from './windows-context.ts';

export type NotDone = Exclude<EventWriteResultDto, { outcome: 'done' }>;

/** What became of the last write, unless it was done. */
export type WriteState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'busy'; readonly write: EventWrite }
  | { readonly phase: 'answered'; readonly write: EventWrite; readonly answer: NotDone }
  /** The call could not even be made. */
  | { readonly phase: 'failed'; readonly write: EventWrite; readonly problem: ErrorDto };

export interface Writer {
  readonly state: WriteState;
  readonly busy: boolean;
  /**
   * Sends a write; a new one takes the place of the one before.
   * @returns the answer when it is done, else null: `state` then says why
   */
  readonly send: (write: EventWrite) => Promise<DoneAnswer | null>;
  readonly cancel: () => void;
  readonly clear: () => void;
}

/** Said without asking Google when the account granted no scope that writes. */
function scopeMissing(scopes: readonly string[]): ExplanationDto {
  return {
    code: 'scope-missing',
    title: 'This account has not allowed changes to events yet.',
    meaning: 'Once it is granted, the change is carried out by itself. Nothing of it is lost.',
    remedies: [{ kind: 'grant-scope', scopes }],
  };
}

/**
 * One write at a time. Without a scope that writes nothing is sent, and the state says what to grant.
 * @param begin a state to begin with, of a write that was sent from elsewhere
 */
export function useWriter({ authorization, calendar }: Desk, begin: WriteState = { phase: 'idle' }): Writer {
  const bridge = useBridge();
  const [state, setState] = useState(begin);
  const one = useOneCall();

  return {
    state,
    busy: state.phase === 'busy',
    cancel: one.cancel,
    async send(write) {
      if (!calendar.can.write && calendar.missing.write.length > 0) {
        one.drop();
        setState({ phase: 'answered', write, answer: { outcome: 'refused', explanation: scopeMissing(calendar.missing.write) } });
        return null;
      }
      const callId = one.begin();
      setState({ phase: 'busy', write });
      const answer = await run(bridge.writeEvent({ authorizationId: authorization.id, write, callId }));
      if (!one.settle(callId)) return null;
      if (!answer.ok) setState({ phase: 'failed', write, problem: answer.error });
      else if (answer.value.outcome !== 'done') setState({ phase: 'answered', write, answer: answer.value });
      else {
        setState({ phase: 'idle' });
        return answer.value;
      }
      return null;
    },
    clear() {
      one.drop();
      setState({ phase: 'idle' });
    },
  };
}
