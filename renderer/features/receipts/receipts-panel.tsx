import { useState } from 'react';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemNotice } from '../../ui/notice.tsx';
import { OpenPlacesPicture } from '../../ui/pictures.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { useNow } from '../../ui/use-now.ts';
import { ReceiptList } from './receipt-list.tsx';
import { ReceiptView } from './receipt-view.tsx';
import classes from './receipts-panel.module.css';
import { useReceipts } from './use-receipts.ts';

/** Receipts of one authorization; null: of all, failed attempts and forgotten accounts included. */
export function ReceiptsPanel({ authorizationId }: { readonly authorizationId: string | null }) {
  const { receipts, problem, reload } = useReceipts(authorizationId);
  const now = useNow(null, 'minute');
  const [chosen, setChosen] = useState<string | null>(null);
  const [flow, setFlow] = useState(false);
  if (receipts === null) return problem === null ? <SkeletonRows label="Loading receipts" /> : <ProblemNotice problem={problem} />;
  const shown = receipts.find(({ id }) => id === chosen) ?? receipts[0];
  return (
    <div className={classes.panel}>
      {problem !== null && <ProblemNotice problem={problem} />}
      {shown === undefined ? (
        <EmptyState picture={<OpenPlacesPicture />} title="No receipts yet">
          Every consent leaves one here: what was asked, what was granted, and how it went. {authorizationId === null ? 'Start one with New authorization.' : 'Ask again or add scopes to get the first.'}
        </EmptyState>
      ) : (
        <div className={classes.columns} data-flow={flow || undefined}>
          {/* Figure and steps need the whole width to stand side by side. */}
          {!flow && <ReceiptList receipts={receipts} now={now} chosen={shown.id} naming={authorizationId === null} onChoose={setChosen} />}
          <ReceiptView
            key={shown.id}
            receipt={shown}
            now={now}
            flow={flow}
            onFlow={setFlow}
            onRemoved={() => {
              setFlow(false);
              reload();
            }}
          />
        </div>
      )}
    </div>
  );
}
