import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { EventRowDto, SearchDto } from '../../../preload/contract/calendar.ts';
import type { ExplanationDto } from '../../../preload/contract/calls.ts';
import type { ErrorDto } from '../../../preload/contract/result.ts';
import { useOneCall } from '../../app/use-one-call.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { run } from '../../bridge/run.ts';
import { eventKey } from './event-words.ts';

const DEBOUNCE_MS = 200;
/** Google answers in seconds; after this the search is given up. */
const DEADLINE_MS = 60_000;

export interface SearchState {
  readonly query: string;
  /** Results of what is loaded and of Google together; null before the first answer. */
  readonly events: readonly EventRowDto[] | null;
  readonly truncated: boolean;
  readonly google: 'not-asked' | 'busy' | 'done' | 'cancelled';
  /** Why Google could not be searched, wholly or in part. */
  readonly problem: ExplanationDto | null;
  readonly error: ErrorDto | null;
  readonly type: (query: string) => void;
  readonly askGoogle: () => void;
  readonly cancel: () => void;
}

interface Found {
  readonly query: string;
  readonly loaded: SearchDto | null;
  readonly google: SearchDto | null;
}

const NOTHING: Found = { query: '', loaded: null, google: null };

/** Search over events: what is loaded while typing, Google when asked. Answers about what is no longer asked are dropped. */
export function useSearch(authorizationId: string, calendarIds: readonly string[]): SearchState {
  const bridge = useBridge();
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<Found>(NOTHING);
  const [google, setGoogle] = useState<SearchState['google']>('not-asked');
  const [error, setError] = useState<ErrorDto | null>(null);
  /** The question to Google. */
  const call = useOneCall();
  /** The search in what is loaded that has not been answered yet. */
  const looking = useRef<string | null>(null);
  const query = typed.trim();

  const search = (where: 'loaded' | 'google', callId: string) => run(bridge.searchEvents({ authorizationId, calendarIds: [...calendarIds], query, where, callId }));
  const lookHere = useEffectEvent(async (callId: string, isLive: () => boolean) => {
    const answer = await search('loaded', callId);
    if (!isLive()) return;
    looking.current = null;
    if (answer.ok) setFound((before) => ({ query, loaded: answer.value, google: before.query === query ? before.google : null }));
    setError(answer.ok ? null : answer.error);
  });
  const ids = calendarIds.join('\n');
  useEffect(() => {
    if (query === '') return undefined;
    let live = true;
    const timer = setTimeout(() => {
      looking.current = crypto.randomUUID();
      void lookHere(looking.current, () => live);
    }, DEBOUNCE_MS);
    return () => {
      live = false;
      clearTimeout(timer);
      // Looking through all that is loaded takes a while: what nobody waits for any more must not hold up the next.
      if (looking.current !== null) void run(bridge.cancelCall({ callId: looking.current }));
      looking.current = null;
    };
  }, [bridge, query, ids]);

  async function askGoogle(): Promise<void> {
    if (query === '') return;
    const callId = call.begin();
    setGoogle('busy');
    setError(null);
    const deadline = setTimeout(() => {
      if (!call.settle(callId)) return;
      void run(bridge.cancelCall({ callId }));
      setGoogle('cancelled');
    }, DEADLINE_MS);
    const answer = await search('google', callId);
    clearTimeout(deadline);
    if (!call.settle(callId)) return;
    setGoogle(answer.ok ? 'done' : 'not-asked');
    if (answer.ok) setFound((before) => ({ query, loaded: before.query === query ? before.loaded : null, google: answer.value }));
    else setError(answer.error);
  }
  function stop(): void {
    call.drop();
    setGoogle('cancelled');
  }

  const current = found.query === query ? found : NOTHING;
  return {
    query: typed,
    events: current.loaded === null && current.google === null ? null : merged(current),
    truncated: current.loaded?.truncated === true || current.google?.truncated === true,
    google,
    problem: current.google?.problem ?? null,
    error,
    type(next) {
      setTyped(next);
      setError(null);
      if (next.trim() === query) return;
      call.drop();
      setGoogle('not-asked');
    },
    askGoogle: () => void askGoogle(),
    cancel: stop,
  };
}

/** Google's word on an event that both know is the newer one. */
function merged({ loaded, google }: Found): readonly EventRowDto[] {
  const byKey = new Map([...(loaded?.events ?? []), ...(google?.events ?? [])].map((row) => [eventKey(row), row]));
  return [...byKey.values()].sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
}
