import { Button, Loader } from '@mantine/core';
import type { RemedyDto } from '../../../../preload/contract/calls.ts';
import type { EventWrite } from '../../../../preload/contract/calendar.ts';
import { ExplanationPanel } from '../../../ui/explanation-panel.tsx';
import { Notice, ProblemNotice } from '../../../ui/notice.tsx';
import css from './event-parts.module.css';
import { MergeDialog } from './merge-dialog.tsx';
import type { Desk } from './windows-context.ts';
import type { Writer } from './use-writer.ts';

interface WriteOutcomeProps {
  readonly desk: Desk;
  readonly writer: Writer;
  /** Sends a write once more, as the dialog would. */
  readonly onSend: (write: EventWrite) => void;
}

/** Why the last write of a dialog was not done, and what mends it. A conflict opens the merge dialog. */
export function WriteOutcome({ desk, writer, onSend }: WriteOutcomeProps) {
  const { state } = writer;
  switch (state.phase) {
    case 'idle':
      return null;
    case 'busy':
      return (
        <div className={css.busy}>
          <Loader size={15} color="petrol" />
          <span aria-live="polite">Waiting for Google</span>
          <Button size="sm" variant="subtle" color="gray" onClick={writer.cancel}>
            Stop
          </Button>
        </div>
      );
    case 'failed':
      return (
        <ProblemNotice
          problem={state.problem}
          action={
            <Button
              size="sm"
              onClick={() => {
                onSend(state.write);
              }}
            >
              Try again
            </Button>
          }
        />
      );
    case 'answered':
      break;
  }
  const { answer, write } = state;
  switch (answer.outcome) {
    case 'refused':
      return (
        <ExplanationPanel
          explanation={answer.explanation}
          onRemedy={(remedy) => {
            mend(desk, write, remedy, onSend);
          }}
        />
      );
    case 'gone':
      return (
        <Notice tone="bad" title="The event is gone.">
          <p>It was deleted at Google meanwhile, so nothing was changed. It is taken out of the views.</p>
        </Notice>
      );
    case 'cancelled':
      return (
        <Notice tone="warn" title="Stopped before Google answered.">
          <p>Whether the change arrived shows when the calendar is next brought up to date.</p>
        </Notice>
      );
    case 'conflict':
      return <MergeDialog desk={desk} write={write} conflict={answer} onSend={onSend} onCancel={writer.clear} />;
  }
}

function mend(desk: Desk, write: EventWrite, remedy: RemedyDto, onSend: (write: EventWrite) => void): void {
  switch (remedy.kind) {
    case 'grant-scope':
      desk.onGrant(remedy.scopes, { kind: 'calendar-write', write });
      break;
    case 'retry':
      onSend(write);
      break;
    case 'enable-api':
    case 'reauthorize':
      desk.onRemedy(remedy);
      break;
  }
}
