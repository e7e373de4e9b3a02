import { Button } from '@mantine/core';
import { History } from 'lucide-react';
import { useState } from 'react';
import { CallResponse } from '../../ui/call-response.tsx';
import { ProblemNotice } from '../../ui/notice.tsx';
import { Card } from '../../ui/page.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { CallForm } from './call-form.tsx';
import type { CallPageContext } from './call-page.tsx';
import { draftOf } from './desk/draft.ts';
import { useAddressedMethod } from './desk/use-addressed-method.ts';
import { useDesk } from './desk/use-desk.ts';
import { useMethodCall } from './desk/use-method-call.ts';
import { useSender } from './desk/use-sender.ts';
import { ExplorerSide } from './explorer-side.tsx';
import css from './explorer.module.css';
import { HistoryDrawer } from './history/history-drawer.tsx';
import { MethodHead } from './methods/method-head.tsx';
import { MethodSelect } from './methods/method-select.tsx';
import { AnswerTabs } from './response/answer-tabs.tsx';
import { SendQuestion } from './send-question.tsx';
import { SnippetButtons } from './snippets/snippet-buttons.tsx';

/** Any method of any known API, called by hand as one account. */
export function Explorer({ authorization, mend }: CallPageContext) {
  const desk = useDesk(authorization);
  const call = useMethodCall();
  useAddressedMethod(desk);
  const sender = useSender(authorization.id, desk, call);
  const [history, setHistory] = useState(false);
  const { method, draft, methods, methodId } = desk;
  const { called, busy } = call;
  const grantOffered = called?.result.explanation?.remedies.some(({ kind }) => kind === 'grant-scope') ?? false;

  const chooseApi = (id: string): void => {
    if (id !== desk.api?.id) call.clear();
    desk.chooseApi(id);
  };
  const chooseMethod = (id: string): void => {
    if (id !== methodId) call.clear();
    desk.chooseMethod(id);
  };
  const mendBy = (remedy: Parameters<typeof mend>[0], confirmed: boolean): void => {
    const waiting = sender.waiting(confirmed);
    if (waiting !== null) mend(remedy, sender.send, waiting);
  };

  return (
    <div className={css.columns}>
      <ExplorerSide desk={desk} onApi={chooseApi} onMethod={chooseMethod} />
      <div className={css.main}>
        <Card padded className={css.call ?? ''}>
          <div className={css.choose}>
            <MethodSelect methods={methods ?? []} value={methodId} onChange={chooseMethod} />
            <Button
              leftSection={<History size={15} strokeWidth={1.75} aria-hidden="true" />}
              onClick={() => {
                setHistory(true);
              }}
            >
              History
            </Button>
          </div>
          {desk.problem !== null && (
            <ProblemNotice
              problem={desk.problem}
              action={
                <Button size="sm" onClick={desk.again}>
                  Try again
                </Button>
              }
            />
          )}
          {methods?.length === 0 && <p className="gd-text-2">This API has no methods.</p>}
          {method === null && desk.problem === null && methods?.length !== 0 && <SkeletonRows count={2} label="Loading the method" />}
          {method !== null && (
            <>
              <MethodHead
                method={method}
                onGrant={
                  grantOffered || busy
                    ? null
                    : () => {
                        if (method.opensWith !== null) mendBy({ kind: 'grant-scope', scopes: [method.opensWith.scope] }, false);
                      }
                }
              />
              <CallForm key={method.id} method={method} draft={draft} call={call} onChange={desk.type} onSend={sender.send} />
              {sender.request !== null && <SnippetButtons key={`snippets ${method.id}`} request={sender.request} />}
              <SendQuestion opened={sender.asking} method={method} draft={draft} email={authorization.account.email} onConfirm={sender.confirm} onCancel={sender.dismiss} />
            </>
          )}
        </Card>
        {call.problem !== null && <ProblemNotice problem={call.problem} />}
        <CallResponse
          result={called?.result ?? null}
          busy={busy}
          idle="Google’s answer appears here: its status, a tree of the body, and the headers that matter."
          onCancel={call.cancel}
          onRemedy={(remedy) => {
            mendBy(remedy, true);
          }}
        >
          {called !== null && <AnswerTabs key={called.result.callId} called={called} />}
        </CallResponse>
      </div>
      {history && (
        <HistoryDrawer
          authorizationId={authorization.id}
          email={authorization.account.email}
          ended={call.ended}
          onClose={() => {
            setHistory(false);
          }}
          onFill={(row) => {
            call.clear();
            desk.fill(row.apiId, row.methodId, draftOf(row));
            setHistory(false);
          }}
          onRunAgain={(row) => {
            sender.sendLater({ apiId: row.apiId, methodId: row.methodId, draft: draftOf(row), confirmed: false });
            setHistory(false);
          }}
        />
      )}
    </div>
  );
}
