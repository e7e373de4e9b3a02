import { Button } from '@mantine/core';
import type { RemedyDto } from '../../../../preload/contract/calls.ts';
import { ExplanationPanel } from '../../../ui/explanation-panel.tsx';
import { Notice, ProblemNotice } from '../../../ui/notice.tsx';
import type { Trouble } from '../desk-state.ts';

interface TroubleNoticeProps {
  readonly trouble: Trouble;
  readonly onRemedy: (remedy: RemedyDto) => void;
  readonly onAgain: () => void;
}

/** Why the last call did not do what it should; what was typed is still there. */
export function TroubleNotice({ trouble, onRemedy, onAgain }: TroubleNoticeProps) {
  const again = (
    <Button size="sm" onClick={onAgain}>
      Try again
    </Button>
  );
  switch (trouble.kind) {
    case 'refused':
      return <ExplanationPanel explanation={trouble.explanation} onRemedy={onRemedy} />;
    case 'problem':
      return <ProblemNotice problem={trouble.problem} action={again} />;
    case 'cancelled':
      return trouble.attempt.kind === 'load' ? (
        <Notice tone="info" title={`Loading ${trouble.attempt.groupEmail} was cancelled`} action={again} />
      ) : (
        <Notice tone="warn" title="Saving was cancelled" action={again}>
          If the request had already left, Google may have carried it out; Load settings shows what it has. The changes are still in the form.
        </Notice>
      );
  }
}
