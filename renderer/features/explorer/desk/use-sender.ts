import { useEffect, useEffectEvent, useState } from 'react';
import { takeDueCall, type WaitingCall } from '../../consent/consent-run.ts';
import { needsConfirmation, requestOf, type CallRequest, type Draft } from './draft.ts';
import type { Desk } from './use-desk.ts';
import type { MethodCall } from './use-method-call.ts';

interface Queued {
  readonly apiId: string;
  readonly methodId: string;
  readonly draft: Draft;
  /** Somebody has said yes to it already. */
  readonly confirmed: boolean;
}

interface Sender {
  /** The call as it is filled in; null while the method is not known. */
  readonly request: CallRequest | null;
  /** Sends, or asks first where that is due. */
  readonly send: () => void;
  /** A question is open about what is about to be sent. */
  readonly asking: boolean;
  readonly confirm: () => void;
  readonly dismiss: () => void;
  /** The call as something to carry out after consent. */
  readonly waiting: (confirmed: boolean) => WaitingCall | null;
  /** Fills in a form and sends it once its method is known. */
  readonly sendLater: (queued: Queued) => void;
}

/** Sends what is on the desk: at once, after a question, after consent, or again. */
export function useSender(authorizationId: string, desk: Desk, call: MethodCall): Sender {
  const [asking, setAsking] = useState(false);
  const [queued, setQueued] = useState<Queued | null>(null);
  const { api, method, draft } = desk;
  const request = api === null || method === null ? null : requestOf(authorizationId, api.id, method, draft);

  const go = (): void => {
    if (request !== null && method !== null) void call.start(request, draft.allPages && method.pageable);
  };
  const send = (): void => {
    if (method !== null && needsConfirmation(method)) setAsking(true);
    else go();
  };
  const sendLater = (next: Queued): void => {
    call.clear();
    desk.fill(next.apiId, next.methodId, next.draft);
    setQueued(next);
  };

  const takeDue = useEffectEvent(() => {
    const due = takeDueCall(authorizationId, ['explorer-send']);
    if (due !== null) sendLater(due);
  });
  useEffect(() => {
    // After the page has settled: a page that is put up and taken down at once must not swallow the call.
    const timer = setTimeout(() => {
      takeDue();
    }, 0);
    return () => {
      clearTimeout(timer);
    };
  }, [authorizationId]);

  const ready = queued !== null && api?.id === queued.apiId && method?.id === queued.methodId && draft === queued.draft;
  const carryOut = useEffectEvent(() => {
    setQueued(null);
    if (queued?.confirmed === true) go();
    else send();
  });
  useEffect(() => {
    if (!ready) return undefined;
    const timer = setTimeout(() => {
      carryOut();
    }, 0);
    return () => {
      clearTimeout(timer);
    };
  }, [ready]);

  return {
    request,
    send,
    asking,
    confirm() {
      setAsking(false);
      go();
    },
    dismiss() {
      setAsking(false);
    },
    waiting: (confirmed) => (api === null || method === null ? null : { kind: 'explorer-send', apiId: api.id, methodId: method.id, draft, confirmed }),
    sendLater,
  };
}
