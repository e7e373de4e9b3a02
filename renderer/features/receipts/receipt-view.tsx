import { Button } from '@mantine/core';
import { FileJson, FileText, Trash2, Waypoints } from 'lucide-react';
import { useState } from 'react';
import type { ReceiptDto } from '../../../preload/contract/receipts.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAction } from '../../bridge/hooks.ts';
import { dateFrom, exactTime } from '../../ui/duration.ts';
import { ProblemNotice } from '../../ui/notice.tsx';
import { flowOfReceipt } from '../consent/flow-subject.ts';
import { FlowView } from '../consent/flow-view.tsx';
import { OtherAccount, ScopeLines } from '../consent/receipt.tsx';
import { RemoveReceiptDialog } from './remove-receipt-dialog.tsx';
import classes from './receipt-view.module.css';
import { countsOf, countWords, OUTCOME_WORD, PURPOSE_WORD, SURFACE_WORD } from './receipt-words.ts';

interface ReceiptViewProps {
  readonly receipt: ReceiptDto;
  readonly now: number;
  /** The way of the consent is shown instead of what it came to. */
  readonly flow: boolean;
  readonly onFlow: (flow: boolean) => void;
  readonly onRemoved: () => void;
}

const ICON = { size: 15, strokeWidth: 1.75, 'aria-hidden': true } as const;

/** One receipt: who, when, what was asked and what came of it; to be exported, followed hop by hop, or removed. */
export function ReceiptView({ receipt, now, flow, onFlow, onRemoved }: ReceiptViewProps) {
  const bridge = useBridge();
  const json = useAction();
  const pdf = useAction();
  const [removing, setRemoving] = useState(false);
  const [said, setSaid] = useState('');
  const problem = json.problem ?? pdf.problem;

  async function exportAs(format: 'json' | 'pdf'): Promise<void> {
    setSaid('');
    const answer = await (format === 'json' ? json : pdf).start(() => bridge.exportReceipt({ id: receipt.id, format }));
    if (answer.ok && answer.value.saved) setSaid(`Saved as ${format.toUpperCase()}.`);
  }

  return (
    <article className={classes.view} aria-label="Receipt">
      <header className={classes.head}>
        <div>
          <h2 className={classes.title}>{OUTCOME_WORD[receipt.outcome]}</h2>
          <p className="gd-meta">
            {flow ? `${receipt.account?.email ?? 'Nobody consented'} · ${dateFrom(receipt.endedAt, now)}, ${exactTime(receipt.endedAt)}` : countWords(countsOf(receipt))}
          </p>
        </div>
        <div className={classes.actions}>
          <Button size="sm" leftSection={<FileJson {...ICON} />} loading={json.busy} onClick={() => void exportAs('json')}>
            Export as JSON
          </Button>
          <Button size="sm" leftSection={<FileText {...ICON} />} loading={pdf.busy} onClick={() => void exportAs('pdf')}>
            Export as PDF
          </Button>
          <Button
            size="sm"
            variant={flow ? 'light' : 'default'}
            leftSection={<Waypoints {...ICON} />}
            aria-expanded={flow}
            onClick={() => {
              onFlow(!flow);
            }}
          >
            Flow
          </Button>
          <Button
            size="sm"
            variant="subtle"
            color="gray"
            leftSection={<Trash2 {...ICON} />}
            onClick={() => {
              setRemoving(true);
            }}
          >
            Remove receipt
          </Button>
        </div>
      </header>
      <p className="gd-meta" role="status">
        {said}
      </p>
      {problem !== null && <ProblemNotice problem={problem} />}
      {!flow && <Facts receipt={receipt} now={now} />}
      {receipt.error !== null && <ProblemNotice problem={receipt.error} tone="warn" role="note" />}
      {receipt.otherAccount !== null && <OtherAccount {...receipt.otherAccount} />}
      {flow ? (
        <section className={classes.flow} aria-label="Flow">
          <FlowView key={receipt.id} flow={flowOfReceipt(receipt)} />
        </section>
      ) : (
        <Scopes receipt={receipt} />
      )}
      <RemoveReceiptDialog
        receipt={receipt}
        opened={removing}
        onCancel={() => {
          setRemoving(false);
        }}
        onRemoved={() => {
          setRemoving(false);
          onRemoved();
        }}
      />
    </article>
  );
}

function Facts({ receipt, now }: { readonly receipt: ReceiptDto; readonly now: number }) {
  const { account, client, endedAt, purpose, surface } = receipt;
  return (
    <dl className={classes.facts}>
      <dt>Account</dt>
      <dd>{account === null ? 'Nobody consented' : account.email}</dd>
      <dt>When</dt>
      <dd>
        {dateFrom(endedAt, now)}, {exactTime(endedAt)}
      </dd>
      <dt>Client</dt>
      <dd>
        {client.label}, {client.type === 'web' ? 'Web' : 'Desktop'}
        <span className={`gd-mono ${classes.small ?? ''}`}>{client.clientId}</span>
      </dd>
      <dt>Asked in</dt>
      <dd>{SURFACE_WORD[surface]}</dd>
      <dt>Purpose</dt>
      <dd>{PURPOSE_WORD[purpose]}</dd>
    </dl>
  );
}

function Scopes({ receipt }: { readonly receipt: ReceiptDto }) {
  const unexpected = new Set(receipt.unexpected.map((one) => one.scope));
  return (
    <div className={classes.scopes}>
      <ScopeLines title="Granted" kind="granted" scopes={receipt.granted.filter((one) => !unexpected.has(one.scope))} />
      <ScopeLines title="Refused" kind="refused" scopes={receipt.refused} />
      <ScopeLines title="Not asked for, yet granted" kind="unexpected" scopes={receipt.unexpected} />
      <ScopeLines title="Asked for" kind="asked" scopes={receipt.asked} />
    </div>
  );
}
